"""The small town of the tests of the API with all that a question can ask about: departments, the five societies, every kind of tie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.api import town as t
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import ANYWHERE
from wushe.schema.ids import duty_id, local_place_id, organization_id, post_id, tally_id

DAY = date(2024, 3, 1)
NEXT = DAY + timedelta(days=1)
"""Nothing of the district itself begins or ends on the day, but for the post that was left on it and is filled on the next."""
BY = ("load:district#名册!3",)
ESTATE = local_place_id(t.VILLAGE, "estate", "登科华府")
FORMER = "place:511903001009"


def _org(kind: str, place: str, name: str) -> str:
    return organization_id(kind, place, name)


COUNTY_PARTY = _org("party_committee", t.COUNTY, "某某区委")
TOWN_PARTY = _org("party_working_committee", t.TOWN, "某某街道工委")
TOWN_GOVERNMENT = _org("town_government", t.TOWN, "某某街道办事处")
DEPARTMENT = _org("government_department", t.COUNTY, "某某区城市管理局")
OFFICE = _org("dispatched_office", t.TOWN, "某某街道城管中队")
COMMITTEE = _org("residents_committee", t.VILLAGE, "登科寺社区居委会")
OTHER_PARTY = _org("party_committee", t.OTHER, "青龙村党委")
BRANCH = _org("party_branch", t.VILLAGE, "登科寺社区第一支部")
SOCIAL = _org("social_organization", t.VILLAGE, "邻里互助会")
STATION = _org("social_work_station", t.VILLAGE, "登科寺社工站")
TEAM = _org("volunteer_team", t.VILLAGE, "登科寺志愿队")
FUND = _org("charity_fund", t.VILLAGE, "登科寺慈善基金")
JOINT = _org("enlarged_committee", t.VILLAGE, "登科寺大党委")
FIRM = _org("property_firm", ESTATE, "华府物业")
UNIT = _org("stationed_unit", t.VILLAGE, "登科寺供电所")
ORGANIZATIONS = {
    COUNTY_PARTY: t.COUNTY,
    TOWN_PARTY: t.TOWN,
    TOWN_GOVERNMENT: t.TOWN,
    DEPARTMENT: t.COUNTY,
    OFFICE: t.TOWN,
    COMMITTEE: t.VILLAGE,
    OTHER_PARTY: t.OTHER,
    BRANCH: t.VILLAGE,
    SOCIAL: t.VILLAGE,
    STATION: t.VILLAGE,
    TEAM: t.VILLAGE,
    FUND: t.VILLAGE,
    JOINT: t.VILLAGE,
    FIRM: ESTATE,
    UNIT: t.VILLAGE,
}
"""Where each organisation is located."""
LINE, BLOCK, WITH = ({"axis": axis} for axis in ("LINE", "BLOCK", "JOINT"))
TIES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("LEADS", COUNTY_PARTY, TOWN_PARTY, BLOCK),
    ("LEADS", TOWN_PARTY, t.PARTY, BLOCK),
    ("LEADS", TOWN_PARTY, OTHER_PARTY, BLOCK),
    ("LEADS", TOWN_PARTY, TOWN_GOVERNMENT, BLOCK),
    ("LEADS", t.PARTY, BRANCH, BLOCK),
    ("LEADS", t.PARTY, COMMITTEE, BLOCK),
    ("LEADS", DEPARTMENT, OFFICE, {**LINE, "primary": True}),
    ("LEADS", TOWN_GOVERNMENT, OFFICE, {**BLOCK, "primary": False}),
    ("GUIDES", TOWN_GOVERNMENT, COMMITTEE, BLOCK),
    ("DISPATCHES", DEPARTMENT, OFFICE, LINE),
    ("DISPATCHES", DEPARTMENT, t.GRID, LINE),
    ("WHISTLES_TO", TOWN_GOVERNMENT, DEPARTMENT, {**LINE, "basis": "吹哨报到办法"}),
    ("MEMBER_OF", t.PARTY, JOINT, {**WITH, "role": "convener"}),
    ("MEMBER_OF", UNIT, JOINT, {**WITH, "role": "member"}),
    ("MEMBER_OF", SOCIAL, JOINT, {**WITH, "role": "member"}),
    ("MEMBER_OF", OTHER_PARTY, JOINT, {**WITH, "role": "member"}),
    ("SERVES", SOCIAL, t.VILLAGE, WITH),
    ("SERVES", STATION, t.VILLAGE, WITH),
    ("SERVES", FIRM, ESTATE, WITH),
    ("SERVES", SOCIAL, t.OTHER, WITH),
    ("FUNDS", FUND, t.VILLAGE, WITH),
    ("PARTNERS_WITH", COMMITTEE, UNIT, {**WITH, "mechanism": "joint_activity", "contribution": "会议室"}),
    ("PAIRED_WITH", DEPARTMENT, t.VILLAGE, WITH),
    ("ASSISTS", DEPARTMENT, COMMITTEE, LINE),
    ("COORDINATES", TEAM, STATION, WITH),
    ("HOSTS", UNIT, TEAM, WITH),
    ("REGISTERS", DEPARTMENT, SOCIAL, LINE),
    ("SUPERVISES", DEPARTMENT, FUND, LINE),
    ("FILED_WITH", TEAM, TOWN_GOVERNMENT, BLOCK),
    ("FEEDS", UNIT, STATION, LINE),
    ("APPRAISES", COUNTY_PARTY, DEPARTMENT, LINE),
)
POSTS: tuple[tuple[str, str, str | None, str], ...] = (
    ("secretary", COUNTY_PARTY, "0827-0375553", "county"),
    ("secretary", TOWN_PARTY, "0827-0117574", "town"),
    ("secretary", OTHER_PARTY, None, "head"),
    ("secretary", BRANCH, None, "branch"),
    ("director", COMMITTEE, None, "head"),
    ("director", TOWN_GOVERNMENT, "0827-0117575", "director"),
    ("department_head", DEPARTMENT, "0827-0696714", "department"),
    ("director", OFFICE, None, "office"),
    ("social_worker", STATION, None, "worker"),
    ("council_head", SOCIAL, None, "worker"),
)
"""Kind, body, line, and who holds it."""
LIGHTS = "matter:01010101"
"""Narrower than the street lamps of the town."""


def build(graph: Graph) -> None:
    """Write the district."""
    t.build(graph)
    record = LoadRecord("load:district", "source:district", "名册.xlsx", "1", t.DAY, county="511903", synthetic=True)
    write_load(graph, record, lambda _: list(_facts()))


def when(since: date = t.DAY, until: date = date.max) -> dict[str, Any]:
    """The dates of a fact, and what attests it."""
    return {"attested": t.DAY, "since": since, "until": until, "by": BY}


def _facts() -> Iterator[Fact]:
    yield from _places()
    for identifier, place in ORGANIZATIONS.items():
        yield from _organization(identifier, place)
    for number, (kind, start, end, properties) in enumerate(TIES):
        yield edge(kind, start, end, properties, **when(), number=number)
    for kind, body, line, holder in POSTS:
        yield from _post(kind, body, line, holder)
    yield from _vacancy()
    yield from _duties()
    yield from _counted()
    yield from _needs()


def _places() -> Iterator[Fact]:
    yield from _named_place(ESTATE, "estate", "登科华府", t.VILLAGE, scope="登科路1号至9号", landmarks=["登科路"])
    ended = {"until": date(2021, 1, 1)}
    yield from _named_place(FORMER, "village", "旧桥村", t.TOWN, **ended)
    yield edge("SUCCEEDED_BY", FORMER, t.VILLAGE, {"rule": "名称"}, **when(date(2021, 1, 1)), number=0)
    yield edge("COVERS", t.GRID, ESTATE, **when())
    yield edge("COVERS", JOINT, ESTATE, **when())


def _named_place(
    identifier: str, kind: str, name: str, parent: str, *, until: date = date.max, **others: Any
) -> Iterator[Fact]:
    properties = {"kind": kind, "name": name, "county": "511903", "fullName": name, **others}
    yield node("Place", identifier, properties, **when(until=until))
    yield from name_facts(Naming(identifier, "511903", kind, name), Span(t.DAY, until), attested=t.DAY, by=BY)
    yield edge("PART_OF", identifier, parent, **when(until=until))


def _organization(identifier: str, place: str) -> Iterator[Fact]:
    _, kind, _, name = identifier.split(":")
    properties = {"kind": kind, "name": name, "county": "511903", "phone": f"0827-09{len(name):02}{len(kind):03}"}
    yield node("Organization", identifier, properties, **when())
    yield from name_facts(Naming(identifier, "511903", kind, name), Span(t.DAY), attested=t.DAY, by=BY)
    alias = Naming(identifier, "511903", kind, name.replace("某某", ""), form="alias")
    if alias.text != name:
        yield from name_facts(alias, Span(t.DAY), attested=t.DAY, by=BY)
    yield edge("LOCATED_IN", identifier, place, {"place": place, "kind": kind}, **when())


def _post(kind: str, body: str, line: str | None, holder: str) -> Iterator[Fact]:
    post, person = post_id(body, kind, ""), f"person:{holder}"
    properties = {"kind": kind, "name": "主任", "county": "511903", "officePhone": line, "seats": 1}
    yield node("Post", post, properties, **when())
    yield edge("IN", post, body, **when())
    yield node("Person", person, {"name": f"任某{holder[:1]}", "county": "511903", "synthetic": True}, **when())
    yield edge("HOLDS", person, post, {"status": "SUBSTANTIVE", "phone": "12043040001"}, **when(), number=1)


def _vacancy() -> Iterator[Fact]:
    """The vacant post was left on the day, and is filled on the next: since when and until when, of the past, stays as it is."""
    held = {"status": "SUBSTANTIVE"}
    yield edge("HOLDS", "person:branch", t.VACANT, held, **when(until=DAY), number=1)
    yield edge("HOLDS", "person:branch", t.VACANT, held, **when(NEXT), number=2)


def _duties() -> Iterator[Fact]:
    properties = {"kind": "service", "name": "灯杆倾斜", "code": "01010101", "county": ANYWHERE}
    yield node("Matter", LIGHTS, properties, **when())
    yield from name_facts(Naming(LIGHTS, ANYWHERE, "service", "灯杆倾斜"), Span(t.DAY), attested=t.DAY, by=BY)
    yield edge("BROADER", LIGHTS, t.LAMP, **when())
    yield from _duty(t.LAMP, "LEAD", DEPARTMENT, t.COUNTY)
    yield from _duty(t.LAMP, "SUPPORT", TOWN_GOVERNMENT, t.TOWN)
    yield from _duty(t.LAMP, "SUPERVISE", post_id(COUNTY_PARTY, "secretary", ""), t.COUNTY)
    yield from _duty(LIGHTS, "LEAD", COMMITTEE, t.VILLAGE)
    yield from _duty(t.DISPUTE, "LEAD", t.PARTY, t.VILLAGE)
    yield from _duty(t.DISPUTE, "ACCEPT", TOWN_GOVERNMENT, t.TOWN)


def _duty(matter: str, role: str, bearer: str, within: str) -> Iterator[Fact]:
    identifier = duty_id(matter, role, bearer, within)
    line = {"role": role, "within": within, "matter": matter, "bearer": bearer, "county": "511903"}
    yield node("Duty", identifier, {**line, "timeLimitHours": 24.0, "basis": "清单"}, **when())
    yield edge("FOR", identifier, matter, **when())
    yield edge("WITHIN", identifier, within, **when())
    yield edge("BEARS", bearer, identifier, **when())


def _counted() -> Iterator[Fact]:
    figures = {"grids": 2.0, "secretaries": 2.0, "grid_officers": 1.0, "grid_officers_party": 9.0, "towns": 2.0}
    for code, reported in figures.items():
        place = {"place": t.COUNTY, "county": "511903"}
        published = {"code": code, "label": code, "reported": reported, "asOf": t.DAY, "basis": "公报", **place}
        yield node("Figure", f"figure:{t.COUNTY}:{code}:2020", published, **when())
    line = {"place": t.TOWN, "post": "grid_officer", "attribute": "party_member", "count": 9, "of": 12}
    identifier = tally_id(t.TOWN, "grid_officer", "party_member")
    yield node("Tally", identifier, {**line, "county": "511903"}, **when())


def _needs() -> Iterator[Fact]:
    need = "need:修路灯"
    yield node("Need", need, {"text": "修路灯", "raisedOn": t.DAY, "county": "511903"}, **when())
    yield edge("RAISES", t.VILLAGE, need, **when())
    yield edge("TAKES", UNIT, need, **when())
    yield edge("CONCERNS", need, t.LAMP, **when())
