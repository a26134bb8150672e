"""What is asked of the sample where database hits are counted: the questions of the contract, each with what it may cost.

`test_hits`, `test_answer_hits` and `test_list_hits` hold each to its budget; `tests/bench/test_hits_table.py` prints them all, alone and
beside the whole country.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from wushe.graph import Reader
from wushe.queries.ask import understand
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.changes import changes
from wushe.queries.check import check
from wushe.queries.contacts.bearing import posts_bearing
from wushe.queries.contacts.contacts_by_id import contacts_by_id
from wushe.queries.contacts.contacts_by_kind import contacts_by_kind
from wushe.queries.contacts.contacts_within import contacts_within
from wushe.queries.contacts.posts_reached import posts_reached
from wushe.queries.five import matrix
from wushe.queries.lineage import fates, successions_at
from wushe.queries.linkage import linkage
from wushe.queries.linkage.interlocks import interlocks
from wushe.queries.lists.ground import ground
from wushe.queries.matches import MatchHow, Scope
from wushe.queries.resolve import resolve, resolve_one
from wushe.queries.responsibility import Responsibility, coverage, who_is_responsible
from wushe.queries.whistle import whistle
from wushe.schema import schema

DAY, YEAR = date(2024, 8, 1), date(2023, 8, 1)
Question: TypeAlias = Callable[[Reader], Any]
"""All reads of one question."""
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
NEIGHBOUR = "post:place:511903001001-C01:good_neighbor"
FIRM = "org:property_firm:511903001002-E-登科华府:登科华府物业服务中心(样例)"
DEPARTMENT = "org:government_department:511903:巴中市恩阳区"
SCOPE = Scope(("511903",), DAY)
TEXTS = {
    "place:511903001002-G01": MatchHow.ID,
    "511903001002": MatchHow.CODE,
    "511903001000": MatchHow.CODE,
    "11511903MB8530444R": MatchHow.CODE,
    "登科寺社区居民委员会": MatchHow.FULL_NAME,
    "中共登科街道登科寺社区委员会": MatchHow.FULL_NAME,
    "登科寺社区": MatchHow.SHORT_NAME,
    "青龙村": MatchHow.SHORT_NAME,
    "登科寺社区第一网格": MatchHow.SHORT_NAME,
    "四川省巴中市恩阳区登科街道登科寺社区第1网格": MatchHow.SHORT_NAME,
    "路灯不亮": MatchHow.ALIAS,
    "青木镇": MatchHow.SHORT_NAME,
    "登科居委会": MatchHow.OLD_NAME,
    "登科路12号": MatchHow.ALIAS,
    "登科街道登科路旁边": MatchHow.ALIAS,
    "登科华府3幢2单元501室": MatchHow.SHORT_NAME,
    "登科路500号": MatchHow.SUGGESTION,
    "dengkesishequ": MatchHow.PINYIN,
    "qinglong": MatchHow.PINYIN,
    "dks": MatchHow.INITIALS,
    "qlc": MatchHow.INITIALS,
    "登可寺社区": MatchHow.SUGGESTION,
    "等科司": MatchHow.SUGGESTION,
    "登科司": MatchHow.SUGGESTION,
    "青农村": MatchHow.SUGGESTION,
    "龙青村": MatchHow.SUGGESTION,
    "红岩把社区": MatchHow.SUGGESTION,
    "登科寺社区第99网格": MatchHow.SUGGESTION,
}
"""A text of every tier, and how it is found."""


def linked(start: str, end: str) -> Question:
    """The three shortest paths between two nodes."""
    return lambda reader: linkage(reader, start, end, axes=None, hops=6, limit=3, as_of=DAY)


DISPUTES, STREET, DISTRICT = "matter:03", "place:511903001", "place:511903"
ENTRIES: dict[str, Any] = {
    "kinds": None,
    "text": None,
    "hidden": None,
    "open": None,
    "today": DAY,
    "after": None,
    "limit": 21,
    "as_of": DAY,
}
GRIDS = "MATCH (g:Place {kind: 'grid'}) WHERE g.id STARTS WITH $town RETURN g.id AS id ORDER BY id"


def grids(reader: Reader) -> list[str]:
    """The grids of the sample's first town, in one range of the index."""
    return [row["id"] for row in reader.run(GRIDS, town=STREET)]


QUESTIONS: dict[str, tuple[Question, int]] = {
    "up from a grid": (lambda reader: chain_up(reader, f"{VILLAGE}-G01", None, 12, DAY), 1_600),
    "up from a committee": (lambda reader: chain_up(reader, OFFICE, None, 12, DAY), 1_400),
    "down from the district": (lambda reader: chain_down(reader, "place:511903", None, 12, DAY), 11_000),
    "an address in a sentence": (
        lambda reader: understand(reader, "登科街道登科路12号旁边噪声扰民归谁管", SCOPE),
        1_500,
    ),
    "who answers in one grid": (lambda reader: coverage(reader, DISPUTES, [f"{VILLAGE}-G01"], DAY), 1_200),
    "who answers in each grid of a street": (lambda reader: coverage(reader, DISPUTES, grids(reader), DAY), 9_000),
    "who must report to a street": (lambda reader: whistle(reader, "matter:040101", STREET, DAY).must_report, 6_000),
    "contacts of a village": (lambda reader: contacts_within(reader, [VILLAGE], deep=True, **ENTRIES), 8_000),
    "secretaries of a street": (
        lambda reader: contacts_within(reader, [STREET], deep=True, **ENTRIES | {"kinds": ("secretary",)}),
        40_000,
    ),
    "secretaries of the district": (
        lambda reader: contacts_by_kind(reader, [DISTRICT], counties=["511903"], **ENTRIES | {"kinds": ("secretary",)}),
        2_400,
    ),
    "contacts of the district": (
        lambda reader: contacts_by_id(
            reader, [DISTRICT], counties=["511903"], **{name: ENTRIES[name] for name in ENTRIES if name != "kinds"}
        ),
        3_000,
    ),
    "who answers for a matter in a street": (
        lambda reader: posts_bearing(reader, DISPUTES, ground(STREET, ["511903"]), DAY),
        9_000,
    ),
    "whose line it is": (lambda reader: posts_reached(reader, ["0827-0982739"], DAY), 40),
    "five societies of a village": (lambda reader: matrix(reader, [VILLAGE], DAY), 2_200),
    "from a neighbour to the district": (linked(NEIGHBOUR, "org:party_committee:511903:中共巴中市恩阳区委员会"), 7_500),
    "from a department to a firm": (linked(f"{DEPARTMENT}住房和城乡建设局", FIRM), 1_500),
    "between the largest departments": (linked(f"{DEPARTMENT}市场监督管理局", f"{DEPARTMENT}农业农村局"), 2_000),
    "between two communities": (linked(VILLAGE, "place:511903001001"), 22_000),
    "what two communities share": (lambda reader: interlocks(reader, VILLAGE, "place:511903001008", DAY), 9_000),
    "what became of a divided town": (lambda reader: successions_at(reader, "place:511903104"), 300),
    "what became of its villages": (lambda reader: fates(reader, "place:511903104", date(2019, 10, 31), DAY), 4_000),
    "rules of a town": (lambda reader: rules(reader, "place:511903001"), 400_000),
    "rules of a grid": (lambda reader: rules(reader, f"{VILLAGE}-G01"), 2_500),
    "changes of a village in a year": (lambda reader: changes(reader, VILLAGE, YEAR, DAY), 30_000),
    "changes of a town that is no more": (
        lambda reader: changes(reader, "place:511903104", date(2019, 1, 1), DAY),
        6_000,
    ),
}


WHO = [
    ("矛盾纠纷", "登科寺社区第1网格"),
    ("路灯不亮", "登科寺社区"),
    ("矛盾纠纷", "古溪社区第1网格"),
    ("噪声扰民", "登科街道"),
]
"""A matter and a place, by name."""
WHO_BUDGET = 2000
"""A community with a Party committee, its branches and some thirty other bodies costs most: who heads it is looked for."""
TEXT_BUDGET = 300


def rules(reader: Reader, place: str) -> Any:
    """All rules but the comparison of figures, which are of the county."""
    codes = [rule.code for rule in schema().rules.values() if rule.of != "figures"]
    return check(reader, ["511903"], DAY, place=place, rules=codes)


def who(reader: Reader, matter: str, place: str) -> Responsibility:
    """Who is responsible, asked by names as the API asks it."""
    where = resolve_one(reader, place, SCOPE, types=("Place",), noun="地点")
    what = resolve_one(reader, matter, SCOPE, types=("Matter",), noun="事项")
    return who_is_responsible(reader, what.id, where.id, SCOPE.as_of)


def every_question() -> dict[str, Question]:
    """All of them by what they ask."""
    asked: dict[str, Question] = {
        f"who: {matter}, {place}": partial(who, matter=matter, place=place) for matter, place in WHO
    }
    asked |= {f"resolve: {text}": partial(resolve, text=text, scope=SCOPE, limit=5) for text in TEXTS}
    return asked | {name: question for name, (question, _) in QUESTIONS.items()}
