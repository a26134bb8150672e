"""What the towns' files call the bodies of the district that they refer to; the district's file declares them so."""

COMMITTEE = "区委"
GOVERNMENT = "区政府"
YOUTH = "团区委"
WOMEN = "区妇联"
UNION = "区总工会"
DISABLED = "区残联"
SOCIAL_WORK = "区社工指导中心"
VOLUNTEERS = "恩义先锋志愿服务总队"
GRIEVANCES = "区接诉即处中心"
ORDER = "区综治中心"
AGRICULTURE = "区农业农村局"

FORCES = (
    "区公安分局",
    "区司法局",
    "区信访局",
    "区消防救援大队",
    "区综合行政执法局",
    "生态环境局",
    "区市场监管局",
    "区应急管理局",
)
"""The eight departments named in the source, whose forces are in every grid."""

OTHER_FORCES = (
    "区委政法委",
    "区住建局",
    "区民政局",
    "区农业农村局",
    "区卫健局",
    "区人社局",
    "区教科体局",
    "区交通运输局",
    "区自然资源局",
    "区水利局",
    "区医保局",
)
"""The other eleven of the nineteen, each in some grids."""

WHISTLED = ("区住建局", "区综合行政执法局", "区公安分局", "区市场监管局", "生态环境局", "供电公司")
"""Whom a town may call out."""
