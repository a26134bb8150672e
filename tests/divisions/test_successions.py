"""What became of a unit: the smallest lists that show each rule, then what the real lists of a county say."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.loaders.divisions import init_county, load_list
from wushe.loaders.divisions.claims import Claim, Claims
from wushe.loaders.divisions.history import histories
from wushe.loaders.divisions.packaged import DATA
from wushe.loaders.divisions.successions import (
    CHANGED_FORM,
    SAME_NAME,
    TOWN_RENAMED,
    UNITS_MOVED,
    Succession,
    successions,
)
from wushe.loaders.load import LoadOptions, load_file
from wushe.settings import Settings

DAYS = [date(2016, 6, 30), date(2018, 6, 30), date(2020, 6, 30)]
OLD, NEW, KEPT = "990101104", "990101100", "990101105"
TIES = """
MATCH (a:Place)-[t:SUCCEEDED_BY]->(b:Place)
RETURN a.id AS start, b.id AS end, a.kind AS kind, a.name AS was, b.name AS now, t.since AS since, t.until AS until,
       t.inferred AS inferred, t.sincePrecision AS precision, t.rule AS rule, t.by AS by
ORDER BY start, end
"""
TIED = 'ties(kinds: ["SUCCEEDED_BY"]) { edges { node { text inferred since from { id } to { id } } } }'
TOLD = f"""
{{ who: whoIsResponsible(matter: "矛盾纠纷", place: "青木镇", asOf: "2024-08-01") {{ gaps finer {{ id }} }}
  before: whoIsResponsible(matter: "矛盾纠纷", place: "尹家镇", asOf: "2020-06-29") {{ gaps finer {{ id }} }}
  old: node(id: "place:511903104", asOf: "2024-08-01") {{ ... on Place {{ {TIED} }} }}
  then: node(id: "place:511903104", asOf: "2020-06-29") {{ ... on Place {{ {TIED} }} }}
  new: node(id: "place:511903100", asOf: "2024-08-01") {{ ... on Place {{ {TIED} }} }} }}
"""


def claims(*lists: dict[str, str], parents: dict[str, str] | None = None) -> Claims:
    """One list a time; each gives codes their names. The last list may give a unit another parent."""
    said: Claims = {}
    for number, content in enumerate(lists):
        for row, (code, name) in enumerate(content.items(), 2):
            parent = code[:9] if len(code) > 9 else code[:6]
            if parents and number == len(lists) - 1:
                parent = parents.get(code, parent)
            said.setdefault(code, []).append(Claim(DAYS[number], f"load:divisions:{number}", row, name, parent))
    return said


def became(*lists: dict[str, str], parents: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """What was succeeded by what, by which rule."""
    found = successions(histories(claims(*lists, parents=parents)))
    return sorted((one.start.removeprefix("place:"), one.end.removeprefix("place:"), one.rule) for one in found)


def towns(**names: str) -> dict[str, str]:
    return {f"990101{code[1:]}": name for code, name in names.items()}


TWO = towns(_100="明阳镇", _104="青木镇")
ONE = towns(_100="明阳镇")


def test_a_village_under_a_new_code_follows_the_one_of_its_name() -> None:
    """And its town follows the town that is no more."""
    found = became(TWO | {f"{OLD}200": "长岭村民委员会"}, ONE | {f"{NEW}240": "长岭村村民委员会"})
    assert found == [(OLD, NEW, UNITS_MOVED), (f"{OLD}200", f"{NEW}240", SAME_NAME)]


def test_what_shows_it_and_since_when() -> None:
    """The last row that has the one and the first that has the other; the day of the list that shows the change."""
    (found,) = successions(histories(claims({f"{NEW}200": "甲村"}, {f"{NEW}240": "甲村"}, {f"{NEW}240": "甲村"})))
    by = ("load:divisions:0#!2", "load:divisions:1#!2")
    assert found == Succession(f"place:{NEW}200", f"place:{NEW}240", DAYS[1], DAYS[2], SAME_NAME, by)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({f"{OLD}200": "青龙村", f"{KEPT}200": "青龙村"}, {f"{NEW}240": "青龙村"}),
        ({f"{OLD}200": "青龙村"}, {f"{NEW}240": "青龙村", f"{KEPT}241": "青龙村"}),
        ({f"{OLD}200": "青龙村"}, {f"{NEW}240": "白虎村"}),
        ({f"{NEW}200": "青龙村"}, {f"{NEW}200": "白虎村"}),
    ],
)
def test_what_is_not_plain_is_not_forced(before: dict[str, str], after: dict[str, str]) -> None:
    """Two of one name on either side, another name, or a code that goes on (renamed): no edge."""
    everywhere = {f"{NEW}001": "城关社区"}
    assert became(everywhere | before, everywhere | after) == []


def test_a_village_that_was_there_before_is_no_successor() -> None:
    """Only a code that begins in the very list that lacks the other."""
    before = {f"{OLD}200": "青龙村", f"{NEW}240": "青龙村"}
    assert became(before, {f"{NEW}240": "青龙村"}) == []
    assert became({f"{OLD}200": "青龙村"}, {f"{KEPT}200": "陈村"}, {f"{NEW}240": "青龙村"}) == []


def test_a_village_made_a_community_comes_after_those_of_its_own_kind() -> None:
    """北斗村 to 北斗村, so 北斗社区 to 北斗社区; where only the word for the kind differs, the rule says so."""
    both = {f"{OLD}001": "北斗社区", f"{OLD}200": "北斗村"}
    assert became(both, {f"{NEW}001": "北斗社区", f"{NEW}200": "北斗村"}) == [
        (f"{OLD}001", f"{NEW}001", SAME_NAME), (f"{OLD}200", f"{NEW}200", SAME_NAME),
    ]  # fmt: skip
    assert became({f"{OLD}200": "红梅村"}, {f"{NEW}001": "红梅社区居民委员会"}) == [
        (f"{OLD}200", f"{NEW}001", CHANGED_FORM)
    ]


def test_a_town_without_lists_of_villages_follows_its_name() -> None:
    """关公乡 that became 关公镇; where its villages tell, they alone do."""
    before, after = towns(_201="关公乡"), towns(_112="关公镇")
    assert became(before, after) == [("990101201", "990101112", TOWN_RENAMED)]
    before |= {"990101201200": "陈村"}
    after |= ONE | {f"{NEW}240": "陈村"}
    assert ("990101201", "990101112", TOWN_RENAMED) not in became(before, after)


def test_a_town_that_goes_on_has_no_successor() -> None:
    """Its village moved, it stands."""
    found = became(TWO | {f"{OLD}200": "长岭村"}, TWO | {f"{NEW}240": "长岭村"})
    assert found == [(f"{OLD}200", f"{NEW}240", SAME_NAME)]


def test_a_unit_that_keeps_its_code_under_another_town_shows_where_its_town_went() -> None:
    """The same place, no edge of its own."""
    code = f"{OLD}200"
    assert became(TWO | {code: "长岭村"}, ONE | {code: "长岭村"}, parents={code: NEW}) == [(OLD, NEW, UNITS_MOVED)]


def test_villages_listed_later_than_towns_still_tell() -> None:
    """The list that lacks the town has no villages; the next one has them under their new codes."""
    found = became(TWO | {f"{OLD}200": "长岭村"}, ONE, ONE | {f"{NEW}240": "长岭村"})
    assert found == [(OLD, NEW, UNITS_MOVED), (f"{OLD}200", f"{NEW}240", SAME_NAME)]


def test_counties_do_not_mix() -> None:
    """A village of the same name that begins in another county is another village."""
    assert became({f"{OLD}200": "长岭村", f"{OLD}201": "陈村"}, {f"{OLD}201": "陈村", "990102100240": "长岭村"}) == []


def edges(graph: Graph) -> list[dict[str, Any]]:
    return graph.read(lambda reader: reader.run(TIES))


def test_the_real_lists_of_a_county(graph: Graph) -> None:
    """2020: 243 codes dropped, 109 new, 96 of them plainly the same village; 青木镇 went to exactly three."""
    init_county(graph, "511903")
    found = edges(graph)
    assert Counter((str(row["since"]), row["rule"]) for row in found) == {
        ("2019-10-31", SAME_NAME): 84, ("2019-10-31", CHANGED_FORM): 55, ("2019-10-31", UNITS_MOVED): 5,
        ("2020-06-30", SAME_NAME): 92, ("2020-06-30", CHANGED_FORM): 4, ("2020-06-30", UNITS_MOVED): 20,
    }  # fmt: skip
    assert {row["now"] for row in found if row["was"] == "青木镇"} == {"明阳镇", "渔溪镇", "司城街道"}
    elsewhere = [row for row in found if row["kind"] == "village" and row["start"][:15] != row["end"][:15]]
    assert sum(row["since"] == date(2020, 6, 30) for row in elsewhere) == 93
    assert all(row["inferred"] and row["precision"] == "ATTESTED" and row["by"] for row in found)
    assert all(row["until"] == date.max for row in found)


def list_of_2019(path: Path, *, without: str = "-", more: str = "") -> Path:
    """The packaged list of 2019 without what begins with a code, or with a row more."""
    with (DATA / "511903_2019-10-31.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["code"].startswith(without)]
    lines = [f"{row['code']},{row['name']},{row['level']},{row['parent_code']}" for row in rows]
    path.write_text("\n".join(["code,name,level,parent_code", *lines, more]), encoding="utf-8")
    return path


def test_a_list_loaded_later_takes_a_conclusion_back(graph: Graph, tmp_path: Path) -> None:
    """A list of an earlier day that already has the new code: it did not begin when the other ended."""
    init_county(graph, "511903")
    taken_back = ("place:511903104207", "place:511903102244")
    assert taken_back in {(row["start"], row["end"]) for row in edges(graph)}
    more = "511903102244,龙门村民委员会,village,511903102"
    load_list(graph, list_of_2019(tmp_path / "恩阳_2019-12-31.csv", more=more), as_of=None)
    after = edges(graph)
    assert taken_back not in {(row["start"], row["end"]) for row in after}
    loads = graph.read(lambda reader: reader.run("MATCH (l:Load) WHERE l.asOf = date('2019-12-31') RETURN l.id AS id"))
    told = [row["by"] for row in after if row["since"] == date(2020, 6, 30) and row["kind"] == "village"]
    assert told
    assert all(any(text.startswith(loads[0]["id"]) for text in by) for by in told)


def test_what_a_document_says_stands(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    """Its dates, and that it is not inferred; when the lists no longer show it, it is still there."""
    path = tmp_path / "沿革.csv"
    path.write_text("甲方,关系,乙方,起始日期\n青木镇,并入,明阳镇,2020-03-01\n", encoding="utf-8")
    tie = "succeeded_by:place:511903104:place:511903100"
    question = f'{{ node(id: "{tie}") {{ ... on Tie {{ since inferred rule }} }} }}'

    def told() -> object:
        return execute(graph, settings, question, {}, Viewer.STRANGER)["data"]["node"]

    init_county(graph, "511903")
    assert told() == {"since": "2020-06-30", "inferred": True, "rule": UNITS_MOVED}
    load_file(graph, path, settings, LoadOptions(as_of=date(2020, 6, 1)))
    assert told() == {"since": "2020-03-01", "inferred": False, "rule": None}
    load_list(graph, list_of_2019(tmp_path / "恩阳_2019-12-31.csv"), as_of=None)
    assert told() == {"since": "2020-03-01", "inferred": False, "rule": None}
    load_list(graph, list_of_2019(tmp_path / "恩阳_2020-01-31.csv", without="511903104"), as_of=None)
    assert told() == {"since": "2020-03-01", "inferred": False, "rule": None}
    assert "青木镇" not in {row["was"] for row in edges(graph) if row["now"] != "明阳镇"}


def test_what_became_of_a_town_is_told(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    """Asked today about 青木镇: not there, ask these three; its ties say so too, and those of each of them."""
    init_county(graph, "511903")
    path = tmp_path / "事项.csv"
    path.write_text("事项,别名\n矛盾纠纷,邻里纠纷\n", encoding="utf-8")
    load_file(graph, path, settings, LoadOptions(as_of=date(2024, 1, 1)))
    answer = execute(graph, settings, TOLD, {}, Viewer.STRANGER)["data"]
    three = ["place:511903003", "place:511903100", "place:511903102"]
    assert answer["who"]["gaps"] == ["PLACE_NOT_VALID"]
    assert [place["id"] for place in answer["who"]["finer"]] == three
    assert [place["id"] for place in answer["before"]["finer"]] == ["place:511903206"]
    found = [edge["node"] for edge in answer["old"]["ties"]["edges"]]
    assert [tie["to"]["id"] for tie in found] == three
    assert {(tie["inferred"], tie["since"]) for tie in found} == {(True, "2020-06-30")}
    assert {tie["text"] for tie in found} == {f"青木镇的承接单位是{name}" for name in ("司城街道", "明阳镇", "渔溪镇")}
    assert "place:511903104" in {edge["node"]["from"]["id"] for edge in answer["new"]["ties"]["edges"]}
    assert answer["then"]["ties"]["edges"] == []
