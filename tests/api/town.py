"""A county with a street, two villages of one name, grids, a group, and people of every visibility; all numbers are synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import ANYWHERE
from wushe.schema.ids import duty_id, edge_id, matter_id, post_id

DAY = date(2020, 1, 1)
TODAY = date(2024, 7, 15)
CHANGED = date(2024, 1, 1)
"""The day on which the second officer followed the first, and the village took its new name."""
COUNTY, TOWN, VILLAGE, OTHER = "place:511903", "place:511903001", "place:511903001002", "place:511903101200"
TWIN = "place:511903101201"
TOWN_2 = "place:511903101"
GRID, EMPTY_GRID, GROUP = f"{VILLAGE}-G01", f"{VILLAGE}-G02", f"{VILLAGE}-Z01"
PARTY = "org:party_committee:511903001002:某某社区党委"
DISPUTE = matter_id("矛盾纠纷", "03")
LAMP = matter_id("路灯损坏", "010101")
OFFICER, HEAD, SECRETARY = (
    post_id(GRID, "grid_officer", ""),
    post_id(GRID, "grid_head", ""),
    post_id(PARTY, "secretary", ""),
)
VACANT = post_id(EMPTY_GRID, "grid_officer", "")
LEADER = post_id(GROUP, "group_leader", "")
MOBILES = ("12043049636", "12043049637", "12043049638", "12043049639", "12043049640")
LINE = "0827-0183116"
BY = ("load:town#任职!7",)


def build(graph: Graph) -> None:
    """Write the town."""
    record = LoadRecord("load:town", "source:town", "某某街道.xlsx", "0", DAY, county="511903", synthetic=True)
    record.scope = ("511903",)
    write_load(graph, record, lambda _: [*_places(), *_people(), *_matters()])


def _place(identifier: str, kind: str, name: str, parent: str | None, code: str | None) -> Iterator[Fact]:
    properties: dict[str, Any] = {"kind": kind, "name": name, "county": "511903", "code": code, "fullName": name}
    yield node("Place", identifier, properties, attested=DAY, since=DAY, by=BY)
    yield from name_facts(Naming(identifier, "511903", kind, name), Span(DAY), attested=DAY, by=BY)
    if parent:
        yield edge("PART_OF", identifier, parent, attested=DAY, since=DAY, by=BY)


def _places() -> Iterator[Fact]:
    yield from _place(COUNTY, "county", "某某区", None, "511903")
    yield from _place(TOWN, "town", "某某街道", COUNTY, "511903001")
    yield from _place(TOWN_2, "town", "别处镇", COUNTY, "511903101")
    yield from _place(VILLAGE, "village", "登科寺社区", TOWN, "511903001002")
    old = Naming(VILLAGE, "511903", "village", "登科村")
    yield from name_facts(old, Span(date(2018, 1, 1), DAY), attested=DAY, by=BY)
    yield from _place(OTHER, "village", "青龙村", TOWN_2, "511903101200")
    yield from _place(TWIN, "village", "青龙村", TOWN, "511903101201")
    yield from _place(GRID, "grid", "登科寺社区第1网格", VILLAGE, None)
    yield from _place(EMPTY_GRID, "grid", "登科寺社区第2网格", VILLAGE, None)
    yield from _place(GROUP, "group", "登科寺社区1组", VILLAGE, None)
    for number in range(1, 31):
        yield from _place(f"{VILLAGE}-C{number:02d}", "cell", f"登科寺社区第{number}好邻居片", VILLAGE, None)
    yield edge("COVERS", GRID, GROUP, attested=DAY, since=DAY, by=BY)
    properties = {"kind": "party_committee", "name": "某某社区党委", "county": "511903", "phone": "0827-0286606"}
    yield node(
        "Organization",
        PARTY,
        {**properties, "address": f"样例路1号，值班 {MOBILES[4]}"},
        attested=DAY,
        since=DAY,
        by=BY,
    )
    naming = Naming(PARTY, "511903", "party_committee", "某某社区党委")
    alias = Naming(PARTY, "511903", "party_committee", f"党委值班室 {MOBILES[4]}", form="alias")
    for name in (naming, alias):
        yield from name_facts(name, Span(DAY), attested=DAY, by=BY)
    located = {"place": VILLAGE, "kind": "party_committee"}
    yield edge("LOCATED_IN", PARTY, VILLAGE, located, attested=DAY, since=DAY, by=BY)


def _post(
    identifier: str, kind: str, name: str, body: str, phone: str | None = None, *, hours: str | None = None
) -> Iterator[Fact]:
    properties = {"kind": kind, "name": name, "county": "511903", "officePhone": phone, "hours": hours}
    yield node("Post", identifier, properties, attested=DAY, since=DAY, by=BY)
    yield edge("IN", identifier, body, attested=DAY, since=DAY, by=BY)


def _held(person: str, name: str, post: str, phone: str, since: date, *, until: date = date.max) -> Iterator[Fact]:
    yield node("Person", person, {"name": name, "county": "511903", "synthetic": True}, attested=DAY, since=DAY, by=BY)
    properties = {"status": "SUBSTANTIVE", "phone": phone, "remark": f"家里电话 {phone}"}
    yield edge("HOLDS", person, post, properties, attested=DAY, since=since, until=until, number=1, by=BY)


def _people() -> Iterator[Fact]:
    yield from _post(OFFICER, "grid_officer", "专职网格员", GRID, LINE)
    yield from _post(HEAD, "grid_head", "网格长", GRID, hours=f"夜间打 {MOBILES[4]}")
    yield from _post(VACANT, "grid_officer", "专职网格员", EMPTY_GRID)
    yield from _post(LEADER, "group_leader", "小组长", GROUP)
    yield from _post(SECRETARY, "secretary", "书记", PARTY)
    yield from _held("person:first", "前某甲", OFFICER, MOBILES[0], DAY, until=CHANGED)
    yield from _held("person:second", "后某乙", OFFICER, MOBILES[1], CHANGED)
    yield from _held("person:head", "书某丙", SECRETARY, MOBILES[2], DAY)
    yield from _held("person:head", "书某丙", HEAD, MOBILES[2], DAY)
    yield from _held("person:leader", "组某丁", LEADER, MOBILES[3], DAY)


def _matters() -> Iterator[Fact]:
    for identifier, name, code in ((DISPUTE, "矛盾纠纷", "03"), (LAMP, "路灯损坏", "010101")):
        properties = {"kind": "service", "name": name, "code": code, "county": ANYWHERE}
        yield node("Matter", identifier, properties, attested=DAY, by=BY)
        yield from name_facts(Naming(identifier, ANYWHERE, "service", name), Span(DAY), attested=DAY, by=BY)
    yield from _duty(DISPUTE, "grid_officer", "grid")
    yield from _duty(DISPUTE, "group_leader", "group")


def _duty(matter: str, kind: str, level: str) -> Iterator[Fact]:
    identifier = duty_id(matter, "LEAD", f"{kind}@{level}", COUNTY)
    properties = {
        "role": "LEAD",
        "within": COUNTY,
        "matter": matter,
        "bearerKind": kind,
        "level": level,
        "county": "511903",
    }
    yield node("Duty", identifier, properties, attested=DAY, since=DAY, by=BY)
    yield edge("FOR", identifier, matter, attested=DAY, since=DAY, by=BY)
    yield edge("WITHIN", identifier, COUNTY, attested=DAY, since=DAY, by=BY)


FIRST_TENURE = edge_id("HOLDS", "person:first", OFFICER, 1)
