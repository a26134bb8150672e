"""The words by which a question tells what it asks, and those that say nothing."""

from __future__ import annotations

import re

from wushe.queries.ask.model import Intent

CUES: dict[Intent, re.Pattern[str]] = {
    Intent.LINKAGE: re.compile(
        "联络路径|路径|怎么联系到|怎样联系到|怎么联系上|怎样联系|之间|有什么关系|什么关系|有何联系|有什么联系|关联"
    ),
    Intent.LINEAGE: re.compile(
        "沿革|前身|以前叫|原来叫|曾用名|历史|撤并|合并|并入|划到|划归|调整|归谁(?!管|领导|负责)|归哪|来历|变成|去哪|拆成"
    ),
    Intent.COVERAGE: re.compile("覆盖|(?:各|每个|每一个|哪些|所有|全部)(?=｜)"),
    Intent.CHAIN: re.compile(
        "上级|上一级|下级|下一级|领导链|链条|纵向|隶属|指导到|末端|双重领导|逐级|归哪|归属|属于哪|属哪|哪一级|哪个(?:网格|社区|党支部|支部|村|镇)"
    ),
    Intent.GAPS: re.compile(
        "空缺|缺口|链条.{0,8}断|哪.{0,10}断(?!水|电|网|气|路|桥|头)|断(?:在|了?哪)|漏洞|毛病|届满|超期|没核实|未核实|有问题|哪些问题|问题清单|短板|缺人|缺谁"
    ),
    Intent.COUNT: re.compile("多少|几个|几名|几家|几支|总数|数量|占比|比例"),
    Intent.LIST: re.compile("有哪些|哪些|列出|列一下|名单|清单|名录|都有谁|有哪几"),
    Intent.CONTACT: re.compile("电话|手机|号码|联系方式|怎么联系|怎样联系|联系上"),
    Intent.RESPONSIBLE: re.compile("找谁|谁管|谁来管|谁负责|归谁|由谁|该谁|怎么办|找哪|哪个部门|哪里反映|投诉|反映"),
    Intent.POST_HOLDER: re.compile("是谁|谁是|叫什么|谁当|谁任|谁担任|哪位|分别是"),
}
"""What tells an intent, in what is left of a question when names are taken out."""
DOWN = re.compile("下级|下一级|下属|指导到|末端|领导着|管着|下辖|管辖")
FIVE = re.compile("五社(?=联动|情况|覆盖|矩阵|齐|不|缺|怎|有|是否|全|的|[？?。，｜]|$)")
"""五社 is also the fifth group of a village, of which other things are asked."""
INCOMPLETE = re.compile("不全|不齐|没有?(?:凑|配)?齐|没齐全")
"""五社不全."""
DUAL = re.compile("双重领导|双重管理")
EVERY = re.compile("全部|所有|各(?!是|为|自)|每个|每一个|名单|列出|都有谁|通讯录|哪些")
NEEDS = re.compile("认领|需求")
SOCIETY = re.compile(
    "(?P<without>没有|没|未|缺少|缺|无)|(?P<present>(?<![建设配])有)|(?P<stop>[，,。；;？?]|但|而)"
    "|(?P<social_organizations>社会组织)|(?P<social_workers>社工|社会工作)|(?P<volunteers>志愿)|(?P<charity>慈善)"
)
"""Words for the four of 五社 beside the community, for being there or not, and where such a word reaches no further."""
BELONGS = re.compile("归谁(?:管|领导)|谁领导")
"""Asks for the chain where no matter is said."""
TIES = {"参加": "MEMBER_OF", "加入": "MEMBER_OF", "下派": "DISPATCHES"}
"""Words for ties that no roster writes."""
RULES = {
    "vacant_grid": re.compile("网格.{0,6}空缺|空缺.{0,6}网格|(?:没有|没|缺少|缺)(?:专职)?网格员"),
    "grid_without_duty": re.compile("网格.{0,6}没有责任|没有责任的网格"),
    "chain_broken": re.compile("断(?!水|电|网|气|路|桥|头)"),
    "five_societies": re.compile("五社不[全齐]"),
    "estate_without_party": re.compile("小区.{0,4}没有党|没有党组织的小区|小区.{0,8}断"),
    "post_over_term": re.compile("届满|超期|到期|到届"),
    "overloaded_holder": re.compile("兼职过多|身兼|负担过重"),
    "contact_not_verified": re.compile("没核实|未核实|没有核实"),
    "possible_duplicate": re.compile("重复"),
}
"""The rules that a question of gaps may mean."""
LACKS = re.compile("(?<!有)(?:没有|没|缺少|缺)$")
"""What denies the word after it: 没有书记, and not 有没有书记."""
URGENT = re.compile(
    "煤气|(?:天然气|燃气|液化气).{0,3}[泄漏爆]|泄漏|爆炸|着火|起火|失火|火灾|火警|跳楼|自杀|轻生|喝了?农药|中毒|落水|溺水|淹|触电|地震|塌方|坍塌|垮塌|"
    "滑坡|泥石流|打架|斗殴|打人|砍人|持刀|抢劫|走丢|走失|失踪|家暴|家庭暴力|救命|晕倒|昏迷|昏倒|车祸|撞[人车]|大出血|心脏病|中风|人命"
)
"""Whoever says this is told 110, 119 and 120 first, whatever else is understood."""
WHISTLE = re.compile("吹哨|报到")
HEAD = re.compile("主要负责人|负责人|一把手|领导|带头人|当家人|主管")
FILLER = re.compile(
    "请问一下|请问|全区|全县|全市|本区|本县|我区|我县|请|帮我|麻烦|我们|我家|我要|我|这里|这边|附近|有人|有个|发生|出现|应该|该由|该|找谁|谁来管|谁负责|谁管|归谁管|归谁|"
    "由谁|主要负责人|负责人|一把手|带头人|当家人|主管|领导|负责|怎么办|怎么|怎样|如何|电话|手机|号码|办公|值班|联系方式|联系|方式|姓名|"
    "按|查一下|查|是谁|是|多少|哪个部门|哪个|哪些|哪级|哪|部门|单位|组织|职务|反映|投诉|一下|谁|找|管|的|了|啊|呢|吗|呀|在|要|想|问|"
    "双重|必须|工作|完整|可以|情况|矩阵|参加|承担|时候|没有|没|时|主办|协办|兜底|需要|必要|力量|"
    "镇街|有|和|与|跟|同|到|从|分别|各|全部|所有|每个|列出|列|名单|情况|这个|那个|这|那|什么|几个|几|叫|归|给出|给|现在|当时|都|一共|共|及|并|"
    "以及|建制|(?:调整|改革|合并|撤并|更名|换届|成立)(?:以|之)?前|个|级|四|为止|下辖|辖|里|内|上|下|第|"
    "[？?，,。、！!：:；;|｜“”\"'‘’（）()]"
)
MERE = re.compile("(?:由|前|区|县|镇|乡|中|村|主|出|但|又|者|三者|资源|关系|哪个|配备|率|比例|的|个|里)+")
"""Parts that say nothing where they stand alone."""
QUOTED = re.compile(r"[“\"'‘「『](?P<name>[\u4e00-\u9fff·]{2,8})[”\"'’」』]")
PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}(?<![队所站局室校院店厂])(?<!超市|中心|公司|协会|支行|分馆)")
"""What may be the name of somebody, and is none of an office."""
PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+?86-?)?1\d{10}|0\d{2,3}-?\d{7,8}|\d{3,4}-\d{7,8}|[2-9]\d{6,7}(?=这?个?(?:号码?|电话)?是谁|这?个?(?:号码|电话)))(?!\d)"
)
