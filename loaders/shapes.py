"""What the cells of a column look like, as shares of those that are filled: shapes, never values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from wushe.loaders.codes import valid_uscc
from wushe.loaders.dates import parse_date
from wushe.loaders.phones import parse_phones
from wushe.loaders.reading import Value
from wushe.loaders.secret_numbers import holds_secret_number
from wushe.loaders.values import text_of, written
from wushe.loaders.words import kind_of
from wushe.schema import schema
from wushe.schema.text import split_ordinal, squeeze

LABELS = {
    "secret": "像身份证号或银行卡号",
    "phone": "像电话号码",
    "uscc": "是统一社会信用代码",
    "date": "像日期",
    "post": "是岗位的名称",
    "kind": "是组织的类型",
    "grid": "像网格的名称或编号",
    "group": "像村(居)民小组",
    "town": "是已知的镇街",
    "village": "是已知的村(社区)",
    "body": "是已知的单位",
    "matter": "是已知的事项",
    "person": "像汉字姓名",
    "number": "是数字",
}
SAMPLE = 200
"""Cells that are looked at."""
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉"
    "缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封"
)

Known = Callable[[Collection[str]], Mapping[str, str]]
"""What the graph knows of names: for those it knows the shape (town, village, grid, group, body, matter)."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """How many cells were looked at, and the share of each shape."""

    cells: int
    shares: Mapping[str, float]

    def share(self, shape: str | None) -> float:
        """The share of one shape."""
        return self.shares.get(shape or "", 0.0)

    @property
    def best(self) -> tuple[str, float] | None:
        """The shape that most cells have, if half of them do."""
        shape, share = max(self.shares.items(), key=lambda item: item[1], default=("", 0.0))
        return (shape, share) if share >= 0.5 else None


def shapes_of(values: Sequence[Value], known: Known) -> Shapes:
    """What a column's cells look like."""
    filled = [value for value in values if text_of(value)][:SAMPLE]
    words = {text for value in filled if (text := text_of(value)) and len(text) <= 30 and not text.isdigit()}
    meant = known({word for word in words if not holds_secret_number(word)})
    counts: dict[str, int] = {}
    for value in filled:
        for shape in _shapes(value, meant):
            counts[shape] = counts.get(shape, 0) + 1
    return Shapes(len(filled), {shape: count / len(filled) for shape, count in counts.items()})


def _shapes(value: Value, meant: Mapping[str, str]) -> set[str]:
    text = text_of(value) or ""
    plain = squeeze(written(value))
    if valid_uscc(plain.upper()):
        return {"uscc"}
    if holds_secret_number(written(value)):
        return {"secret"}
    found = {meant[text]} if text in meant else set()
    found |= {shape for shape, looks in _LOOKS.items() if looks(value, plain)}
    return found - {"person"} if found & {"town", "village", "grid", "group", "body", "matter", "post"} else found


def _is_phone(value: Value, plain: str) -> bool:
    phones = parse_phones(plain, None)
    return len(plain) >= 7 and bool(phones.mobiles or phones.lines) and not phones.bad and not _is_date(value, plain)


def _is_date(value: Value, plain: str) -> bool:
    return (
        not isinstance(value, int)
        and len(plain) >= 6
        and parse_date(value if not isinstance(value, str) else plain) is not None
    )


def _is_unit(kind: str) -> Callable[[Value, str], bool]:
    return lambda _, plain: not plain.isdigit() and split_ordinal(plain, schema().places[kind].units) is not None


_LOOKS: dict[str, Callable[[Value, str], bool]] = {
    "phone": _is_phone,
    "date": _is_date,
    "post": lambda _, plain: kind_of("posts", plain) is not None,
    "kind": lambda _, plain: kind_of("organizations", plain) is not None,
    "grid": _is_unit("grid"),
    "group": _is_unit("group"),
    "person": lambda _, plain: bool(_NAME.fullmatch(plain)) and plain[0] in _SURNAMES,
    "number": lambda _, plain: plain.isdigit() and len(plain) <= 6,
}
