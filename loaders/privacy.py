"""What never comes in: columns by their header, sheets by their title, rows by a value in them."""

from __future__ import annotations

import re

from wushe.loaders.secret_numbers import holds_secret_number
from wushe.schema.text import squeeze

REFUSED_HEADERS = re.compile(
    "身份证|身份号|证件号|公民身份|户籍地|户口|家庭住址|家庭地址|现住址|住址|银行|开户|卡号|账号|帐号|社保卡|一卡通|血型|健康状况"
    "|病史|残疾证|残疾等级|残疾类别|宗教|民族|婚姻|配偶|子女|家庭成员|监护人|班级|车牌|微信|QQ|qq|人脸|照片|指纹|定位|轨迹"
    "|低保|特困|五保|刑满|刑释|社区矫正|吸毒|戒毒|精神障碍|艾滋|上访人|信访人|重点人员|重点人群|特殊人群|涉稳|邪教|流动人口"
    "|租客|出租房|留守儿童|困境儿童"
)
_AKIN = re.compile(
    "户籍所在|居住地|健康情况|身体状况|疾病|社保号|医保号|护照|驾驶证|紧急联系人|父母|亲属|婚育|生育|信仰"
)
"""Other words for what those headers say; in a remark they may well be about the post (分管医保, 联系贫困户)."""
COUNTED_HEADERS = re.compile("性别|政治面貌|学历|文化程度|出生|年龄|党员")
"""A roster may have them without blame: some are added up (schema/tallies), the others read by nobody."""
PERSONAL_HEADERS = re.compile("(?:是否)?(?:性别|政治面貌|学历|文化程度|出生.*|年龄|党员)")
"""Those of them that can only be about one person; 党员人数 is a number of people."""
_LISTED = (
    "特困(?:供养)?|五保|精神障碍(?:患者)?|刑满释放|刑释|社区矫正(?:对象)?|吸毒|戒毒|艾滋病?(?:患者|感染者)?|上访|信访|涉稳|邪教|流动人口"
    "|租客|留守儿童|困境儿童|孤儿|失独"
)
REFUSED_SHEETS = re.compile(
    "特殊人群|重点人员|人口台账|户籍|低保|残疾人名册|未成年人"
    f"|(?:{_LISTED})(?:人员|对象|老人|家庭|户|者)?(?:信息|登记|情况|基本情况)?(?:花名册|名册|名单|台账|表|簿|一览表|明细)"
)
"""What a title calls a list of people who must not be listed; 社区矫正社工名单 is one of those who work for them."""


_BREAKS = re.compile(r"[\r\n\t]+")
_STEERING = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
"""Control characters, marks that turn the direction of text, halves of characters."""


def refused_header(header: str) -> bool:
    """Whether a column of this header is refused unread."""
    plain = squeeze(header)
    return bool(REFUSED_HEADERS.search(plain) or _AKIN.search(plain))


def counted_header(header: str) -> bool:
    """Whether a column of this header is dropped as none of our business, unless it is one to be added up."""
    return bool(COUNTED_HEADERS.search(squeeze(header)))


def personal_header(header: str) -> bool:
    """Whether a column of this header tells of one person what is added up or dropped."""
    return bool(PERSONAL_HEADERS.fullmatch(squeeze(header)))


def refused_sheet(name: str | None, titles: str) -> bool:
    """Whether a sheet lists people who must not be listed here."""
    return bool(REFUSED_SHEETS.search(squeeze(f"{name or ''} {titles}")))


REFUSED_COLUMN = "这一列不得载入（看表头或内容），没有读取；请从文件中删去"
"""What is said of a column that is refused unread."""
HIDDEN = "（含证件号码，已隐去）"
"""Stands for a text that must not be shown."""


def shown(text: str) -> str:
    """A title, a header or a file's name as it may be shown and kept: no secret, nothing that steers a terminal."""
    return HIDDEN if HIDDEN in text or holds_secret_number(text) else _STEERING.sub("\ufffd", _BREAKS.sub(" ", text))
