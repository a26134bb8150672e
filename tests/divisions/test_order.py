"""Lists loaded in any order, at once or one by one, give the same graph."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wushe.graph import Graph
from wushe.loaders.divisions import init_county, load_list
from wushe.loaders.divisions.packaged import DATA, NATIONAL, national_slice
from wushe.schema import statements

EMPTY = "MATCH (n) DETACH DELETE n"
NODES = "MATCH (n:!(Load|Graph|Source|WritePage)) RETURN labels(n) AS type, properties(n) AS properties"
EDGES = "MATCH (a)-[r]->(b) RETURN [type(r), a.id, b.id] AS type, properties(r) AS properties"
ABOVE = [("99", "甲省", "province", ""), ("9901", "甲市", "city", "99"), ("990101", "甲县", "county", "9901")]
UNITS = ["990101001", "990101100", "990101001001", "990101100201", "990101002202"]
LEVELS = {9: "town", 12: "village"}

List = dict[str, str]


def facts(graph: Graph) -> set[str]:
    """Everything but which load came first: that is a fact of the loading."""
    rows = graph.read(lambda reader: reader.run(NODES) + reader.run(EDGES))
    return {json.dumps(_plain(row), sort_keys=True, default=str) for row in rows}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    properties = {key: value for key, value in row["properties"].items() if key != "load"}
    return {"type": row["type"], "properties": properties | {"by": sorted(properties.get("by", []))}}


def write(folder: Path, number: int, said: List, *, above: bool) -> Path:
    """A list of a made-up county as a file of its own day; the county itself is in some only."""
    towns = {code[:9] for code in said}
    rows = [*ABOVE] if above else []
    rows += [(code, said.get(code, "甲镇"), "town", "990101") for code in sorted(towns)]
    rows += [(code, name, "village", code[:9]) for code, name in sorted(said.items()) if len(code) > 9]
    path = folder / f"list_{date(2010 + number, 1, 1)}.csv"
    path.write_text("\n".join(["code,name,level,parent_code", *map(",".join, rows)]), encoding="utf-8")
    return path


def load(graph: Graph, paths: list[Path]) -> set[str]:
    graph.statement(EMPTY)
    graph.statement(statements.SET_SCHEMA_VERSION)
    for path in paths:
        load_list(graph, path, as_of=None)
    return facts(graph)


lists = st.lists(
    st.dictionaries(st.sampled_from(UNITS), st.sampled_from(["甲村", "乙村"]), min_size=1), min_size=3, max_size=4
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=lists, random=st.randoms(use_true_random=False))
def test_any_order_of_loading_gives_the_same_facts(graph: Graph, said: list[List], random: Any) -> None:
    """Renames, gaps, codes used again, successions: what an earlier load concluded is taken back where a later one shows
    otherwise."""
    with TemporaryDirectory() as folder:
        paths = [write(Path(folder), number, content, above=True) for number, content in enumerate(said)]
        assert load(graph, random.sample(paths, len(paths))) == load(graph, paths)


def test_a_list_between_two_others_splits_a_place_in_two(graph: Graph, tmp_path: Path) -> None:
    """Every order of the three lists that show it."""
    kept = {"990101100202": "丙村"}
    said = [{"990101100201": "甲村", **kept}, kept, {"990101100201": "乙村", **kept}]
    paths = [write(tmp_path, number, content, above=True) for number, content in enumerate(said)]
    first, *others = [load(graph, list(order)) for order in permutations(paths)]
    assert all(other == first for other in others)
    assert sum('"place:990101100201~2010-01-01"' in fact for fact in first) > 1


def test_what_became_of_a_unit_does_not_depend_on_the_order(graph: Graph, tmp_path: Path) -> None:
    """甲村 seems to have moved from one town to another, until the list between them shows that neither was there."""
    kept = {"990101100202": "丙村"}
    moved = [{"990101001001": "甲村", **kept}, {"990101100201": "甲村", **kept}]
    for between, successions in (({"990101100201": "甲村", **kept}, 2), (kept, 0)):
        said = [moved[0], between, moved[1]]
        paths = [write(tmp_path, number, content, above=True) for number, content in enumerate(said)]
        first, *others = [load(graph, list(order)) for order in permutations(paths)]
        assert all(other == first for other in others)
        assert sum('"SUCCEEDED_BY"' in fact for fact in first) == successions


def test_the_lists_of_a_county_in_any_order(graph: Graph) -> None:
    """init at once, or the dated lists one by one, the latest first, before init adds the national slice."""
    init_county(graph, "511903")
    at_once = facts(graph)
    load(graph, sorted(DATA.glob("511903_*.csv"), reverse=True))
    init_county(graph, "511903")
    assert facts(graph) == at_once


def test_a_national_list_in_units_is_the_same_as_in_one(graph: Graph, tmp_path: Path, monkeypatch: Any) -> None:
    """Cut off after any unit it says APPLYING, and goes on when it is run again."""
    rows = [row for code in ("429004", "429021", "441900") for row in national_slice(code).file.rows]
    path = tmp_path / NATIONAL.with_suffix("").name
    lines = dict.fromkeys(f"{row.code},{row.name},{row.level},{row.parent}" for row in rows)
    path.write_text("\n".join(["code,name,level,parent_code", *lines]), encoding="utf-8")
    whole = load(graph, [path])
    monkeypatch.setenv("WUSHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WUSHE_UNIT_ROWS", "200")
    assert load(graph, [path]) == whole
    graph.statement(EMPTY)
    graph.statement(statements.SET_SCHEMA_VERSION)

    class StopError(Exception): ...

    def stop(done: int, total: int) -> None:
        raise StopError

    state = "MATCH (load:Load) RETURN load.state AS state"
    try:
        load_list(graph, path, as_of=None, progress=stop)
    except StopError:
        assert graph.read(lambda reader: reader.run(state)) == [{"state": "APPLYING"}]
    assert 0 < len(facts(graph)) < len(whole)
    load_list(graph, path, as_of=None)
    assert graph.read(lambda reader: reader.run(state)) == [{"state": "ACTIVE"}]
    assert facts(graph) == whole
