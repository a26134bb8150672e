"""The findings through GraphQL: pages, filters, what each is about, and each again by its id."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.rules.books import book
from tests.rules.planted import GRID, GRID_ID, ORGANIZATIONS, PLACES, TENURES, TIES, Row
from wushe.api.execute import run
from wushe.api.kept import Memory
from wushe.api.types import gaps
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.loaders.divisions import init_county
from wushe.loaders.load import LoadOptions, load_file
from wushe.queries.check import applied
from wushe.schema import schema
from wushe.schema.kinds import Rule
from wushe.settings import Settings

GAPS = """
query Gaps($place: String!, $rules: [String!], $severity: Severity, $first: Int, $after: String, $asOf: Date) {
  gaps(place: $place, rules: $rules, severity: $severity, first: $first, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { id rule severity text fix subject { id } place { name } provenance { sheet row source { title } } } }
  } }
"""
LOOP: list[Row] = [
    ["登科寺社区党总支", "领导", "登科寺社区第一党支部"],
    ["登科寺社区第一党支部", "领导", "登科寺社区党总支"],
]
ORGANIZED: list[Row] = [["登科寺社区党总支", "党总支", "登科寺社区"], ["登科寺社区第一党支部", "党支部", "登科寺社区"]]
CYCLE = "gap:leads_cycle:org:general_branch:511903001002:登科寺社区党总支"
VACANT = f"gap:vacant_grid:{GRID_ID}"
EMPTY: list[Row] = [["登科寺社区第1网格", "专职网格员", "空缺"]]
OTHERS = 148 + 2
"""Units without a successor, and a village that lacks societies and has no Party organisation on top."""
FIGURES: list[Row] = [["网格", "2", "个", "恩阳区", "2024-07-15"]]


@pytest.fixture
def asked(graph: Graph, settings: Settings, tmp_path: Path) -> Any:
    """A real county with a circle of leadership, a vacant grid and a wrong figure, to be asked."""
    init_county(graph, "511903")
    day = settings.model_copy(update={"today": date(2024, 8, 1)})
    sheets = {ORGANIZATIONS: ORGANIZED, TIES: LOOP, PLACES: GRID, TENURES: EMPTY, "指标": FIGURES}
    load_file(graph, book(tmp_path, sheets), day, LoadOptions(as_of=date(2024, 7, 15)))

    def ask(document: str = GAPS, memory: Memory | None = None, **variables: Any) -> dict[str, Any]:
        return asyncio.run(run(graph, day, document, variables, Viewer.STRANGER, kept=memory))

    return ask


def page(answer: dict[str, Any]) -> list[dict[str, Any]]:
    assert "errors" not in answer, answer["errors"]
    return [edge["node"] for edge in answer["data"]["gaps"]["edges"]]


def test_the_gravest_come_first(asked: Any) -> None:
    """Each with what it is about, where, what to do and where it is written."""
    answer = asked(place="恩阳区", first=3)
    cycle, figure, vacant = page(answer)
    assert answer["data"]["gaps"]["totalCount"] == 3 + OTHERS
    assert (cycle["id"], cycle["rule"], cycle["severity"]) == (CYCLE, "leads_cycle", "ERROR")
    assert cycle["subject"] == {"id": "org:general_branch:511903001002:登科寺社区党总支"}
    assert (cycle["place"], bool(cycle["fix"])) == ({"name": "登科寺社区"}, True)
    titled = {"title": "名册.xlsx"}
    assert cycle["provenance"] == [{"sheet": TIES, "row": row, "source": titled} for row in (2, 3)]
    assert figure["id"] == "gap:figure_disagrees:place:511903:grids"
    assert (figure["subject"], figure["place"]) == ({"id": "place:511903"}, {"name": "恩阳区"})
    assert (vacant["id"], vacant["subject"]) == (VACANT, {"id": GRID_ID})


def test_filters_and_the_day(asked: Any) -> None:
    """By rule, by severity, by place; before the roster there is nothing."""
    assert [g["id"] for g in page(asked(place="恩阳区", rules=["vacant_grid", "leads_cycle"]))] == [CYCLE, VACANT]
    assert [g["id"] for g in page(asked(place="恩阳区", severity="ERROR"))] == [CYCLE]
    assert page(asked(place="恩阳区", rules=[])) == []
    assert [g["id"] for g in page(asked(place="登科寺社区", first=2))] == [CYCLE, VACANT]
    assert page(asked(place="白玉社区")) == []
    assert page(asked(place="恩阳区", severity="ERROR", asOf="2024-07-14")) == []
    error = asked(place="恩阳区", rules=["nonsense"])["errors"][0]
    assert error["extensions"]["code"] == "BAD_INPUT"


def test_pages_follow_each_other(asked: Any) -> None:
    """Every finding once; the cursor keeps the filters and is of no other list."""
    seen: list[str] = []
    after, more = None, True
    while more:
        answer = asked(place="恩阳区", first=60, after=after)
        seen += [gap["id"] for gap in page(answer)]
        info = answer["data"]["gaps"]["pageInfo"]
        after, more = info["endCursor"], info["hasNextPage"]
    assert len(seen) == len(set(seen)) == 3 + OTHERS
    assert asked(place="白玉社区", after=after)["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    assert asked(place="恩阳区", first=201)["errors"][0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize(
    ("identifier", "there"),
    [(CYCLE, True), (VACANT, True), ("gap:figure_disagrees:place:511903:grids", True),
     ("gap:vacant_grid:place:511903001002-G02", False), ("gap:nonsense:x", False), ("gap:", False), ("gap", False)],
)  # fmt: skip
def test_a_finding_is_found_by_its_id(asked: Any, identifier: str, there: bool) -> None:
    """As long as it is one."""
    document = "query N($id: ID!) { node(id: $id) { id ... on Gap { rule } } }"
    answer = asked(document, id=identifier)
    assert "errors" not in answer
    assert (answer["data"]["node"] is not None) == there
    assert not there or answer["data"]["node"]["id"] == identifier


def test_many_findings_by_id_apply_a_rule_once(asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request may ask for 200 ids: each rule they name is applied once, not once an id."""
    codes: list[str] = []

    def counted(reader: Any, rule: Rule, *arguments: Any) -> Any:
        codes.append(rule.code)
        return applied(reader, rule, *arguments)

    monkeypatch.setattr(gaps, "applied", counted)
    ids = [VACANT, CYCLE, *(f"gap:vacant_grid:place:511903001002-G{number}" for number in range(10, 40))]
    answer = asked("query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
    assert [node["id"] for node in answer["data"]["nodes"] if node] == [VACANT, CYCLE]
    assert sorted(codes) == ["leads_cycle", "vacant_grid"]


def test_pages_read_the_rules_once(asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page of errors needs no rule of lesser gravity; later pages and the total of one version apply none anew."""
    codes: list[str] = []

    def counted(reader: Any, rule: Rule, *arguments: Any) -> Any:
        codes.append(rule.code)
        return applied(reader, rule, *arguments)

    monkeypatch.setattr(gaps, "applied", counted)
    first = 'query F { gaps(place: "恩阳区", first: 0) { edges { node { id } } } }'
    assert asked(first)["data"]["gaps"]["edges"] == []
    assert {schema().rules[code].severity for code in codes} == {"ERROR"}
    memory = Memory()
    codes.clear()
    for _ in range(2):
        assert len(page(asked(place="恩阳区", first=100, memory=memory))) == 100
        assert len(codes) == len(set(codes)) == len(schema().rules)
