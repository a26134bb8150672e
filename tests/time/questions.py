"""The questions that are asked of the district: each field of the contract that takes a day, from several starts and ways."""

from __future__ import annotations

from typing import Any

from tests.api import town as t
from tests.time import district as d
from wushe.schema import schema
from wushe.schema.ids import duty_id, edge_id

NO_DAY = {
    "lineage": "what became of a place, on whatever day; `children` takes the day of which the places are told what became later",
    "changes": "what happened between two days: it speaks of every day from the one to the other",
    "matters": "matters have no dates",
    "needs": "a need has days of its own",
    "sources": "documents have no dates",
    "loads": "a load is of the day it was made",
    "kinds": "what the program declares",
}
"""Questions that take no day, and why."""
PAST_RULES = {
    "two_primary_leaders": "finds two at one instant, of whatever day",
    "unmatched_unit": "finds places that are over and of which nothing says what they became",
}
"""Rules that speak of other days, and are not asked for; the rest is."""
RULES = [rule for rule in schema().rules if rule not in PAST_RULES]
BODIES = (t.TOWN, t.VILLAGE, t.GRID, d.ESTATE, t.PARTY, d.OFFICE, d.SOCIAL)
POSTS = (t.OFFICER, t.VACANT, t.LEADER)
PEOPLE = ("person:second", "person:head", "person:leader")
MATTERS = (t.DISPUTE, t.LAMP, d.LIGHTS)
# No old names, for such a text itself speaks of the past; and no slips of the pen, for suggestions are guesses among all names ever borne.
TEXTS = (
    t.VILLAGE,
    "511903001002",
    "登科寺社区",
    "青龙村",
    "登科寺社区第1网格",
    "某某区城市管理局",
    "区城市管理局",
    "邻里互助会",
    "登科路3号",
    "登科华府2栋",
    "dengkesishequ",
    "qinglong",
    "dks",
    "矛盾纠纷",
)
SENTENCES = (
    "登科寺社区第1网格矛盾纠纷找谁",
    "登科寺社区路灯损坏谁负责",
    "登科寺社区书记是谁",
    "某某街道的书记电话",
    "登科路3号矛盾纠纷归谁管",
    "登科寺社区五社",
    "登科寺社区居委会的上级是谁",
    "邻里互助会和登科寺供电所怎么联系",
    "某某街道矛盾纠纷哪些网格没人管",
    "登科寺社区有什么问题",
    "登科寺社区有几个网格",
    "某某街道有哪些社会组织",
    "登科寺社区从哪里来",
    "青龙村书记是谁",
)
Asked = tuple[str, dict[str, Any]]


def asked() -> list[Asked]:
    """Each question with its arguments."""
    return [(name, given) for name, all_given in QUESTIONS.items() for given in all_given]


def _each(name: str, values: tuple[str, ...] | list[str], **others: Any) -> list[dict[str, Any]]:
    return [{name: value, **others} for value in values]


_TIES = [edge_id(kind, start, end, number) for number, (kind, start, end, _) in enumerate(d.TIES)][::8]
_DUTY = duty_id(t.LAMP, "LEAD", d.DEPARTMENT, t.COUNTY)
_TENURE = edge_id("HOLDS", "person:second", t.OFFICER, 1)
_ENDS = (
    (t.GRID, t.PARTY),
    (t.VILLAGE, t.OTHER),
    (d.SOCIAL, d.UNIT),
    ("person:head", d.DEPARTMENT),
    (t.SECRETARY, d.FIRM),
    (d.FUND, d.TEAM),
)
_ORDERS = [{"by": by, "direction": way} for by, way in (("NAME", "ASC"), ("CODE", "DESC"), ("SINCE", "ASC"))]
QUESTIONS: dict[str, list[dict[str, Any]]] = {
    "node": _each("id", [*BODIES, *POSTS, *PEOPLE, t.LAMP, _DUTY, _TENURE, *_TIES]),
    "nodes": [{"ids": [t.VILLAGE, t.PARTY, "place:none"]}],
    "resolve": [
        *_each("text", TEXTS),
        *_each("text", TEXTS[2:6], types=["Place"], first=20),
        {"text": "登科寺", "within": t.TOWN},
        {"text": "dks", "within": t.TOWN},
        {"text": "支部", "types": ["party_branch"]},
    ],
    "whoIsResponsible": [
        {"matter": matter, "place": place} for matter in MATTERS for place in (t.GRID, t.EMPTY_GRID, t.VILLAGE, t.OTHER)
    ],
    "ask": _each("question", SENTENCES),
    "chain": [
        *_each("body", BODIES),
        *_each("body", (t.COUNTY, t.VILLAGE, d.TOWN_PARTY), direction="DOWN"),
        *_each("body", [d.DEPARTMENT], direction="DOWN", axis="LINE", maxDepth=3),
    ],
    "linkage": [
        {"from": start, "to": end, **others}
        for start, end in _ENDS
        for others in ({"limit": 10}, {"axes": ["JOINT"], "maxHops": 3})
    ],
    "interlocks": [{"from": start, "to": end} for start, end in ((t.VILLAGE, t.OTHER), (d.UNIT, d.SOCIAL))],
    "fiveSocieties": [*_each("place", [t.COUNTY, t.TOWN, t.VILLAGE]), {"place": t.COUNTY, "gapsOnly": True}],
    "coverage": [
        {"place": place, "matter": matter, **others}
        for place, matter in ((t.COUNTY, t.DISPUTE), (t.VILLAGE, t.LAMP))
        for others in ({}, {"level": "village"}, {"gapsOnly": True}, {"owners": 1})
    ],
    "gaps": [{"place": place, "rules": RULES} for place in (t.COUNTY, t.TOWN, t.VILLAGE)],
    "contacts": [
        *_each("place", (t.COUNTY, t.TOWN, t.VILLAGE)),
        *_each("place", (t.COUNTY, t.TOWN), descendants=False),
        *_each("place", (t.COUNTY, t.VILLAGE), post=["secretary", "director"]),
        *_each("organization", [t.PARTY, d.DEPARTMENT, d.OFFICE]),
        {"place": t.TOWN, "matter": t.DISPUTE},
        {"matter": t.LAMP},
        {"text": "登科寺"},
        {"place": t.TOWN, "text": "书某丙"},
        {"phone": t.MOBILES[2]},
        {"phone": t.LINE},
    ],
    "whistle": [{"place": t.TOWN, "matter": matter} for matter in MATTERS],
    "figures": _each("place", [t.COUNTY, t.TOWN, t.VILLAGE]),
    "places": [
        {"first": 50},
        *_each("place", (t.COUNTY, t.TOWN, t.VILLAGE)),
        *_each("place", (t.COUNTY, t.VILLAGE), kind=["grid", "village"]),
        *({"place": t.COUNTY, "orderBy": order, "first": 5} for order in _ORDERS),
        {"place": t.TOWN, "text": "登科"},
    ],
    "organizations": [
        {"first": 50},
        *_each("place", (t.COUNTY, t.TOWN, t.VILLAGE)),
        *({"place": t.COUNTY, "orderBy": order, "first": 5} for order in _ORDERS),
        {"place": t.COUNTY, "dual": True},
        {"place": t.TOWN, "sector": "党"},
        {"place": t.TOWN, "text": "登科"},
    ],
    "people": [
        {},
        *_each("place", (t.COUNTY, t.VILLAGE)),
        {"place": t.COUNTY, "post": ["secretary"]},
        {"text": "书某"},
    ],
    "duties": [
        {},
        *_each("place", (t.COUNTY, t.TOWN, t.VILLAGE)),
        *_each("matter", MATTERS),
        *_each("body", [d.DEPARTMENT, t.PARTY]),
        {"place": t.COUNTY, "role": "LEAD"},
    ],
}
LOUD = [(name, given) for name, all_given in QUESTIONS.items() for given in all_given[:2]]
"""Two of each, asked on days of the noise too."""
