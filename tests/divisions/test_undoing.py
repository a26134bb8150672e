"""A list taken back: the places are what the remaining lists make of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph, LoadRecord, edge, fingerprint, node, write_load
from wushe.loaders.divisions.load import init_county, load_list
from wushe.loaders.undo import undo
from wushe.queries.scope import graph_state
from wushe.settings import Settings

FIRST = [("990101001", "甲镇"), ("990101001201", "乙村民委员会"), ("990101001202", "丙村民委员会")]
SECOND = [("990101001", "甲街道"), ("990101001001", "乙社区居民委员会"), ("990101001202", "丁村民委员会")]
ABOVE = [("99", "甲省"), ("9901", "甲市"), ("990101", "甲县")]
LEVELS = {2: "province", 4: "city", 6: "county", 9: "town", 12: "village"}
UPPER = {2: 0, 4: 2, 6: 4, 9: 6, 12: 9}


def listed(folder: Path, year: int, units: Sequence[tuple[str, str]]) -> Path:
    """A list of a made-up county."""
    rows = [f"{code},{name},{LEVELS[len(code)]},{code[: UPPER[len(code)]]}" for code, name in [*ABOVE, *units]]
    path = folder / f"名单_{date(year, 1, 1)}.csv"
    path.write_text("\n".join(["code,name,level,parent_code", *rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize("order", [(2019, 2021), (2021, 2019)])
def test_either_of_two_lists(graph: Graph, settings: Settings, tmp_path: Path, order: tuple[int, int]) -> None:
    """Whichever came last is taken back: names, dates, endings and successions are those of the other alone."""
    units = {2019: FIRST, 2021: SECOND}
    paths = {year: listed(tmp_path, year, units[year]) for year in order}
    load_list(graph, paths[order[0]], as_of=None)
    alone = fingerprint(graph)
    (load,) = load_list(graph, paths[order[1]], as_of=None).loads
    both = fingerprint(graph)
    assert both != alone
    undone = undo(graph, load, settings)
    assert undone.removed > 0
    assert fingerprint(graph) == alone
    load_list(graph, paths[order[1]], as_of=None)
    assert fingerprint(graph) == both


def test_a_county_leaves_the_scope_with_its_last_list(graph: Graph, settings: Settings) -> None:
    """Every list of a county taken back, in the order in which they came: nothing is left, not even its area code."""
    init_county(graph, "542521", area_code="0897")
    while loads := graph.read(lambda r: r.run("MATCH (l:Load {state: 'ACTIVE'}) RETURN l.id AS id ORDER BY l.asOf")):
        undo(graph, loads[0]["id"], settings)
    state = graph.read(graph_state)
    assert (state.counties, state.area_codes) == ((), ())
    assert graph.read(lambda r: r.run("MATCH (n) RETURN DISTINCT labels(n)[0] AS label ORDER BY label")) == [
        {"label": "Graph"},
        {"label": "Load"},
    ]


def test_a_roster_on_its_places_stops_it(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    """What a roster put on a village would hang in the air: the message names the roster."""
    (load,) = load_list(graph, listed(tmp_path, 2019, FIRST), as_of=None).loads
    record = LoadRecord("load:roster", "source:roster", "名册.xlsx", "0", date(2020, 1, 1))
    by = ("load:roster#!2",)
    properties = {"kind": "secretary", "name": "书记", "county": "990101", "seats": 1}
    post = node("Post", "post:place:990101001201:secretary", properties, attested=record.as_of, by=by)
    write_load(graph, record, lambda _: [post, edge("IN", post.id, "place:990101001201", attested=record.as_of, by=by)])
    before = fingerprint(graph)
    with pytest.raises(RefusedError, match=r"名册\.xlsx（load:roster）"):
        undo(graph, load, settings)
    assert fingerprint(graph) == before


def test_by_the_beginning_of_its_name(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    """The file's name will do while it means one load."""
    load_list(graph, listed(tmp_path, 2019, FIRST), as_of=None)
    load_list(graph, listed(tmp_path, 2021, SECOND), as_of=None)
    with pytest.raises(BadInputError, match="可以指几次载入"):
        undo(graph, "名单", settings)
    assert undo(graph, "名单_2021", settings).title.startswith("名单_2021")
    with pytest.raises(BadInputError, match="没有这次载入"):
        undo(graph, "别的", settings)
