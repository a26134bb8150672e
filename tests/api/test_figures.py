"""Published figures through GraphQL, with their documents; notes, units and mechanisms as they are declared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load

FIGURES = """query F($place: String!, $asOf: Date) { figures(place: $place, asOf: $asOf) {
  code label reported computed unit agrees note basis reportedOn source { id title } provenance { sheet row } } }"""
COOPERATIVE = "org:cooperative:511903101200:青龙合作社"
FIRM = "org:enterprise:511903101200:青龙商店"
STATED = f"说明 {t.MOBILES[4]}"


def stated() -> Iterator[Fact]:
    """Three published numbers, a cooperative with attributes and a partner, a matter with a note."""
    for code, number in (("grid_officers", 1.0), ("grids", 3.0), ("platform_monthly_users", 9.0), ("lamps", 7.0)):
        properties = {
            "code": code, "label": f"{code} 标", "reported": number, "place": t.COUNTY, "asOf": t.DAY, "county": "511903",
            "basis": "某文件",
        }  # fmt: skip
        yield node("Figure", f"figure:{code}", properties, attested=t.DAY, since=t.DAY, by=("load:told#指标!5",))
    declared = {"memberHouseholds": 12, "standardised": True, "mode": f"电话 {t.MOBILES[4]}", "note": STATED}
    for identifier, kind, extra in ((COOPERATIVE, "cooperative", declared), (FIRM, "enterprise", {})):
        properties = {"kind": kind, "name": identifier.rpartition(":")[2], "county": "511903", **extra}
        yield node("Organization", identifier, properties, attested=t.DAY, since=t.DAY, by=t.BY)
        located = {"place": t.OTHER, "kind": kind}
        yield edge("LOCATED_IN", identifier, t.OTHER, located, attested=t.DAY, since=t.DAY, by=t.BY)
    tie = {"axis": "JOINT", "mechanism": "积分激励、自己的办法"}
    yield edge("PARTNERS_WITH", COOPERATIVE, FIRM, tie, attested=t.DAY, since=t.DAY, by=t.BY)
    yield node("Matter", t.LAMP, {"note": STATED}, attested=t.DAY, by=t.BY)


@pytest.fixture
def town(town: Graph) -> Graph:
    """The small town with figures."""
    record = LoadRecord("load:told", "source:told", "公布的数.xlsx", "1", t.DAY, county="511903")
    write_load(town, record, lambda _: list(stated()))
    return town


def test_figures_of_a_place(ask: Ask) -> None:
    """As published and as counted, with the document; only what was published for this place."""
    found = {figure["code"]: figure for figure in ask(FIGURES, place="某某区")["data"]["figures"]}
    assert list(found) == ["grid_officers", "grids", "platform_monthly_users", "lamps"]
    officers = found["grid_officers"]
    assert (officers["reported"], officers["computed"], officers["agrees"]) == (1, 1, True)
    assert (officers["label"], officers["unit"], officers["reportedOn"]) == ("专职网格员", "名", "2020-01-01")
    assert officers["source"] == {"id": "source:told", "title": "公布的数.xlsx"}
    assert officers["provenance"] == [{"sheet": "指标", "row": 5}]
    assert (found["grids"]["computed"], found["grids"]["agrees"]) == (2, False)
    users = found["platform_monthly_users"]
    assert (users["computed"], users["agrees"]) == (None, None)
    assert "无法重算" in users["note"]
    assert (found["lamps"]["label"], found["lamps"]["computed"], found["lamps"]["note"]) == ("lamps 标", None, None)
    assert ask(FIGURES, place="某某街道")["data"]["figures"] == []
    assert ask(FIGURES, place="某某区", asOf="2019-06-01")["data"]["figures"] == []


def test_figures_of_no_place(ask: Ask) -> None:
    """A place that is not there, or is two, is said so."""
    codes = [ask(FIGURES, place=name)["errors"][0]["extensions"]["code"] for name in ("没有这里", "青龙村")]
    assert codes == ["NOT_FOUND", "AMBIGUOUS"]


def test_notes_attributes_and_mechanisms(ask: Ask) -> None:
    """Labels and units as declared, numbers masked, a mechanism by its kind."""
    document = """query N($id: ID!) { node(id: $id) { ... on Organization { note attributes { code label value unit }
      ties(kinds: ["PARTNERS_WITH"]) { edges { node { mechanism { code label labelEn } mechanisms { code } } } } } } }"""
    found = ask(document, id=COOPERATIVE)["data"]["node"]
    assert found["note"] == "说明 120****9640"
    attributes = {one["code"]: (one["label"], one["value"], one["unit"]) for one in found["attributes"]}
    assert attributes == {
        "memberHouseholds": ("成员户数", 12, "户"),
        "standardised": ("规范建设", True, None),
        "mode": ("经营模式", "电话 120****9640", None),
    }
    tie = found["ties"]["edges"][0]["node"]
    assert tie["mechanism"] == {"code": "points_incentive", "label": "积分激励", "labelEn": "points as incentives"}
    assert tie["mechanisms"] == [{"code": "points_incentive"}, {"code": "自己的办法"}]
    lamp = ask("query M($id: ID!) { node(id: $id) { ... on Matter { note } } }", id=t.LAMP)["data"]["node"]
    assert lamp["note"] == "说明 120****9640"
    kinds = ask('{ kinds(of: "mechanisms") { code } }')["data"]["kinds"]
    assert {"code": "points_incentive"} in kinds
