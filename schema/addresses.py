"""Addresses: what a 范围说明 names (roads, buildings, landmarks), and how people write where they are.

A text such as 登科路1号至88号、登科华府1至6幢、东临登科寺广场 is cut into its landmarks, each under the names by which a caller may
give it. A caller's 登科路12号 or 义阳府第3栋旁边 is such a name with a number, and words that say no more than near it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from wushe.schema.text import chinese_number, squeeze

LONGEST = 24
"""Characters of the longest landmark that is kept; what is longer is a sentence."""
MOST = 200
"""Landmarks of one text that are kept."""
_NUMBER = r"(?:[0-9]{1,5}|[零〇一二三四五六七八九十百两]{1,5})"
_UNITS = {"号楼": "block", "号院": "house", "号": "house", "弄": "house", "幢": "block", "栋": "block", "座": "block"}
_UNIT = "|".join(_UNITS)
_FOLLOWS = r"(?:[)院内侧旁附等处号左右东西南北临沿以前后单双0-9]|大院|周边|一带|片|区域|之间|居民|住户)"  # not 桥: 一号桥 is a name
_NUMBERED = re.compile(
    rf"(?P<head>.*?)(?P<word>第?)(?P<low>{_NUMBER})(?:(?P<first>{_UNIT})?(?:至|到|[-—~])第?(?P<high>{_NUMBER}))?(?P<unit>{_UNIT})(?P<rest>(?:{_FOLLOWS}.*)?)"
)
_HOUSE = re.compile(rf"的?第?(?P<low>{_NUMBER})(?P<unit>{_UNIT})")
_SEPARATORS = re.compile(r"[、,;。:!|/\s]+|以及")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_JOINED = re.compile(r"(.{3,}?)[和与及](.{3,})")
_INSIDE = re.compile(r"(?:主要)?(?:含|包括|包含|涵盖|覆盖|辖|管辖|沿|从|自|由|其中)(.{2,})")
_BESIDE = re.compile(
    r"(?:[东西南北]{1,2}(?:面|侧|边|门|部)?)?(?:至|到|临近|临|靠近|靠|紧邻|毗邻|邻近|邻|抵|连接|接|以)(.{2,})"
)
_BORDER = re.compile(r"(.{2,}?)(?:的)?以(?:东|南|西|北|内|外|上|下){1,2}.{0,4}")
_PART = re.compile(
    r"(.{2,}?)(?:(?:[东西南北左右前后两上下]{1,2}(?:侧|面|边|岸|部|段|头)|沿线|沿街|沿岸|临街|一带|周边|周围|附近|片区|区域|内).{0,6})"
)
_BETWEEN = re.compile(r"(.{2,}?)(?:至|到)(.{2,})")
_SEGMENT = re.compile(r"(.+?(?:大道|大街|路|街|巷|道))(?:[^路街巷道]{0,6}段|[东西南北中上下前后]{1,2})")
_ROAD = re.compile(r".{1,8}?(?:大道|大街|路(?!口)|街(?!道|坊)|巷)")
_SIDES = (("单", 1), ("双", 0))
_GENERIC = frozenset(
    re.findall(
        r"\S+",
        "街道 社区 小区 院落 楼栋 片区 居民 住户 农户 商户 商铺 门市 全部 范围 辖区 道路 网格 楼房 沿街 临街 本村 全村 全组 该村 集镇 场镇"
        " 一带 周边 附近 区域 村道 单号 双号 单双号 含单号 含双号",
    )
)
_LABEL = re.compile(
    rf"第?{_NUMBER}(?:组|社|队|网格|(?:村民|居民)?小组)|[东南西北中上下前后]{{1,2}}段|{_NUMBER}(?:{_UNIT})?"
)
"""What names nothing without what stands before it."""
_TAIL = re.compile(
    r"(?:的?(?:"
    rf"(?<![0-9零〇一二三四五六七八九十百两])第?(?:{_NUMBER}|[a-z])(?:{_UNIT}|单元|楼|层|室|户|门|排|#)"
    r"|附[0-9]{1,3}号|(?<![0-9-])[0-9]{1,4}(?:-[0-9]{1,4})+(?:室|号)?|院(?:子|内)?"
    r"|旁边|旁|边上|斜?对面|附近|周边|周围|门口|门前|门外|大门|后门|楼下|楼上|里面|里边|里|内|后面|背后|前面|隔壁|路口|街口|巷口|拐角"
    r"|转角|一带|那边|这边|那里|这里|那儿|[东西南北](?:侧|面|边|门|头)|两侧|上"
    r"))+"
)


class Nearness(IntEnum):
    """How a text names a landmark, the firmest first."""

    WHOLE = 0
    """It lies there: 登科寺广场, 登科路1号至88号."""
    PART = 1
    """A part or the neighbourhood of it does: 登科寺广场北侧临街住户."""
    BESIDE = 2
    """It ends there: 东临登科寺广场, 麻石桥至恩阳河右岸."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """One road, building or landmark of a 范围说明, under one of its names."""

    key: str
    nearness: Nearness
    unit: str | None = None
    """What the numbers count: `house` (号) or `block` (幢、栋、座)."""
    low: int = 0
    high: int = 0
    odd: int | None = None
    """1 or 0 where only one side of the road is meant (单号, 双号)."""
    single: bool = False
    """One number and no stretch: the address of something that stands there."""

    def holds(self, number: int) -> bool:
        """Whether a number is among these."""
        return self.low <= number <= self.high and self.odd in {None, number % 2}


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that an address ends with."""

    unit: str
    number: int


@lru_cache(maxsize=4096)
def landmarks_in(scope: str) -> tuple[Landmark, ...]:
    """What a 范围说明 names, in its order."""
    found: dict[Landmark, None] = {}
    road: tuple[str, str] | None = None
    solid = unicodedata.normalize("NFKC", scope)
    texts = [*_SEPARATORS.split(_BRACKETED.sub("", solid)), *_BRACKETED.findall(solid)]
    for text in dict.fromkeys(texts):
        for piece in _parts(squeeze(text).lower()):
            numbered = _NUMBERED.fullmatch(piece)
            if numbered and not numbered["head"]:
                if road is not None and road[1] == _UNITS[numbered["unit"]]:
                    found |= dict.fromkeys(_stretch(road[0], numbered, solid))
                continue
            found |= dict.fromkeys(_of_piece(piece, numbered, solid))
            if numbered and len(numbered["head"]) > 1:
                road = numbered["head"], _UNITS[numbered["unit"]]
    return tuple(one for one in found if _names_something(one.key))[:MOST]


def _names_something(key: str) -> bool:
    return 2 <= len(key) <= LONGEST and key not in _GENERIC and not _LABEL.fullmatch(key)


def landmark_keys(scope: str) -> list[str]:
    """Under which keys the landmarks of a 范围说明 are found."""
    return list(dict.fromkeys(one.key for one in landmarks_in(scope)))


def address_tail(text: str, start: int) -> int:
    """Where the house number and the words for near it end that begin at `start`; `start` where there are none."""
    found = _TAIL.match(text, start)
    return found.end() if found else start


def number_in(tail: str) -> Numbered | None:
    """The house or block number that a tail begins with: 12号 of 12号附3号旁边."""
    found = _HOUSE.match(tail)
    number = chinese_number(found["low"]) if found else None
    return Numbered(_UNITS[found["unit"]], number) if found and number is not None else None


def road_in(text: str) -> str | None:
    """The road that a text begins with: 城南路 of 城南路菜市场."""
    found = _ROAD.match(text)
    return found[0] if found and len(found[0]) > 2 and found[0] != text else None


def without_segment(road: str) -> str:
    """义阳大道 of 义阳大道东段."""
    found = _SEGMENT.fullmatch(road)
    return found[1] if found and len(found[1]) > 2 else road


def _parts(piece: str) -> Iterator[str]:
    joined = _JOINED.fullmatch(piece)
    yield from (piece, joined[1], joined[2]) if joined else (piece,)


def _of_piece(piece: str, numbered: re.Match[str] | None, scope: str) -> Iterator[Landmark]:
    """All that one part of a text names."""
    yield Landmark(piece, Nearness.WHOLE)
    if numbered and len(numbered["head"]) > 1:
        heads = dict.fromkeys((numbered["head"], numbered["head"] + numbered["word"]))
        for name, nearness in (pair for head in heads for pair in _names(head)):
            yield from _stretch(name, numbered, scope, nearness)
    elif between := _BETWEEN.fullmatch(piece):
        for end in between.groups():
            yield from (Landmark(name, Nearness.BESIDE) for name, _ in _names(end))
    else:
        yield from (Landmark(name, nearness) for name, nearness in _names(piece) if name != piece)


def _stretch(name: str, numbered: re.Match[str], scope: str, nearness: Nearness = Nearness.WHOLE) -> Iterator[Landmark]:
    """The numbers of a road or an estate that a text names."""
    low, high = chinese_number(numbered["low"]), chinese_number(numbered["high"] or numbered["low"])
    if low is None or high is None:
        return
    sides = [odd for word, odd in _SIDES if f"{word}号" in scope or f"{word}数" in scope or f"{word}侧" in scope]
    odd = sides[0] if len(sides) == 1 else None
    yield Landmark(name, nearness, _UNITS[numbered["unit"]], low, high, odd, single=numbered["high"] is None)


def _names(piece: str) -> Iterator[tuple[str, Nearness]]:
    """The names in a part of a text: as it stands, and without the words before and after a name."""
    yield piece, Nearness.WHOLE
    for pattern, nearness in ((_INSIDE, Nearness.WHOLE), (_BESIDE, Nearness.BESIDE)):
        if (found := pattern.fullmatch(piece)) and len(found[1]) > 2:
            yield found[1], nearness
            yield from ((name, max(nearness, lower)) for name, lower in _ended(found[1]))
    yield from _ended(piece)


def _ended(piece: str) -> Iterator[tuple[str, Nearness]]:
    if (base := without_segment(piece)) != piece:
        yield base, Nearness.WHOLE
        return
    for pattern, nearness in ((_BORDER, Nearness.BESIDE), (_PART, Nearness.PART)):
        if (found := pattern.fullmatch(piece)) and len(found[1]) > 2:
            yield found[1], nearness
