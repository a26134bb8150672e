"""Lists in a real graph: the skeleton of a county, the same after every order of loading."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from wushe.errors import BadInputError, NotFoundError, RefusedError
from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions import init_county, load_list
from wushe.loaders.divisions.packaged import DATA, national_slice
from wushe.loaders.load import LoadOptions, load_paths
from wushe.queries.county_divisions import county_divisions
from wushe.schema import FOREVER
from wushe.settings import Settings

ON_DAY = """
MATCH (name:Name)-[:NAMES]->(place:Place {code: $code})
WHERE name.since <= $day AND $day < name.until AND place.since <= $day AND $day < place.until
RETURN place.id AS id, name.text AS name
"""
CHAIN = """
MATCH path = (place:Place {id: $id})-[:PART_OF*]->(:Place {id: 'place:51'})
WHERE all(x IN relationships(path) WHERE x.since <= $day AND $day < x.until)
  AND all(x IN nodes(path) WHERE x.since <= $day AND $day < x.until)
RETURN [x IN nodes(path) | x.name] AS names
"""
LOADS = "MATCH (load:Load) RETURN load.state AS state, load.asOf AS day, load.added AS added, load.ended AS ended ORDER BY day"


def valid_codes(graph: Graph, county: str) -> set[tuple[str, str]]:
    """Codes and listed names of the units of a county that are there by its latest list."""
    rows = graph.read(lambda reader: county_divisions(reader, [county]))
    names = {row.code: row.names for row in rows if row.until == FOREVER and len(row.code) > 6}
    return {(code, name.value) for code, listed in names.items() for name in listed[-1:]}


def listed_units(county: str) -> set[str]:
    """Codes of the units of a county in the national list."""
    return {row.code for row in national_slice(county).file.rows if len(row.code) > 6}


def test_init_gives_exactly_the_units_of_the_latest_list(graph: Graph) -> None:
    """18 towns and 309 villages, and the county enters the scope with its area code."""
    done = init_county(graph, "511903", area_code="0827")
    assert (done.name, done.path, done.towns, done.villages) == ("恩阳区", "四川省 / 巴中市 / 恩阳区", 18, 309)
    assert {code for code, _ in valid_codes(graph, "511903")} == listed_units("511903")
    state = graph.read(lambda reader: reader.run("MATCH (g:Graph) RETURN g.scope AS scope, g.areaCodes AS codes"))
    assert state == [{"scope": ["511903"], "codes": ["511903=0827"]}]
    loads = graph.read(lambda reader: reader.run(LOADS))
    assert [row["state"] for row in loads] == ["ACTIVE"] * 5
    assert sum(row["added"] for row in loads) >= done.result.added > 0


def test_init_twice_changes_nothing(graph: Graph) -> None:
    """Not even the version, nor does a packaged list given by hand; but an area code given later is kept."""
    version = "MATCH (g:Graph) RETURN g.version AS version, g.areaCodes AS codes"
    init_county(graph, "511903")
    before, first = fingerprint(graph), graph.read(lambda reader: reader.run(version))
    again = init_county(graph, "511903000000")
    assert again.result.already
    assert (again.towns, again.villages) == (18, 309)
    assert load_list(graph, DATA / "511903_2019-10-31.csv", as_of=None).result.already
    assert (fingerprint(graph), graph.read(lambda reader: reader.run(version))) == (before, first)
    init_county(graph, "511903", area_code="0827")
    assert graph.read(lambda reader: reader.run(version))[0]["codes"] == ["511903=0827"]
    assert fingerprint(graph) == before


@pytest.mark.parametrize(
    ("county", "towns", "villages"),
    [("441900", 36, 609), ("429004", 25, 767), ("110101", 17, 169)],
)
def test_any_county_of_china(graph: Graph, county: str, towns: int, villages: int) -> None:
    """东莞市 without districts, 仙桃市 right under its province, 东城区 of Beijing."""
    done = init_county(graph, county)
    assert (done.towns, done.villages) == (towns, villages)
    assert {code for code, _ in valid_codes(graph, county)} == listed_units(county)


def test_a_second_county_is_added(graph: Graph) -> None:
    """The province they share keeps the earliest date that any list gives it."""
    init_county(graph, "511902")
    init_county(graph, "511903")
    rows = graph.read(
        lambda reader: reader.run("MATCH (p:Place) WHERE p.code IN ['51', '511902'] RETURN p.since AS since")
    )
    assert sorted(row["since"] for row in rows) == [date(2016, 7, 31), date(2023, 6, 30)]
    scope = graph.read(lambda reader: reader.run("MATCH (g:Graph) RETURN g.scope AS scope"))
    assert scope == [{"scope": ["511902", "511903"]}]


def test_names_and_places_of_other_days(graph: Graph) -> None:
    """青木镇 until the first list that lacks it, with its chain; 511903100212 was 合治寨 and is 付家寨."""
    init_county(graph, "511903")

    def on(code: str, *day: int) -> list[tuple[str, str]]:
        rows = graph.read(lambda reader: reader.run(ON_DAY, code=code, day=date(*day)))
        return [(row["id"], row["name"]) for row in rows]

    for day in ((2016, 7, 31), (2019, 6, 1), (2020, 6, 29)):
        assert on("511903104", *day) == [("place:511903104", "青木镇")]
    assert on("511903104", 2016, 7, 30) == on("511903104", 2020, 6, 30) == []
    chain = graph.read(lambda reader: reader.run(CHAIN, id="place:511903104", day=date(2019, 6, 1)))
    assert chain == [{"names": ["青木镇", "恩阳区", "巴中市", "四川省"]}]
    assert on("511903100212", 2019, 10, 30) == [("place:511903100212~2016-07-31", "合治寨村")]
    assert on("511903100212", 2019, 10, 31) == []
    assert on("511903100212", 2020, 6, 30) == [("place:511903100212", "付家寨村")]


@pytest.mark.parametrize("code", ["511904", "999999", "恩阳", "abc", ""])
def test_a_wrong_code_is_not_found(graph: Graph, code: str) -> None:
    """Nothing is written; candidates are the nearest codes."""
    with pytest.raises(NotFoundError) as raised:
        init_county(graph, code)
    if code in {"511904", "恩阳"}:
        assert raised.value.candidates[0].id == "place:511903"
        assert "恩阳区" in str(raised.value)


@pytest.mark.parametrize("code", ["5119", "511900", "511903001002", "511903104", "51"])
def test_a_code_of_another_level_names_its_counties(graph: Graph, code: str) -> None:
    with pytest.raises(BadInputError) as raised:
        init_county(graph, code)
    assert "place:511903" in {candidate.id for candidate in raised.value.candidates}


def test_an_area_code_has_the_form_of_one(graph: Graph) -> None:
    with pytest.raises(BadInputError, match="区号"):
        init_county(graph, "511903", area_code="827")


def test_a_list_of_ones_own_goes_on_from_the_packaged_ones(graph: Graph, tmp_path: Path) -> None:
    """A later list without 雪山镇 ends it and its villages, and renames what it renames."""
    init_county(graph, "511903")
    with (DATA / "511903_2023-06-30.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["code"].startswith("511903120")]
    path = tmp_path / "恩阳区_2025-01-01.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("code,name,level,parent_code\n")
        for row in rows:
            name = "新明阳镇" if row["code"] == "511903100" else row["name"]
            file.write(f"{row['code']},{name},{row['level']},{row['parent_code']}\n")
    done = load_list(graph, path, as_of=None)
    assert done.days == (date(2025, 1, 1),)
    again = init_county(graph, "511903")
    assert (again.towns, again.villages) == (17, 309 - 23)
    named = graph.read(lambda reader: reader.run(ON_DAY, code="511903100", day=date(2025, 1, 1)))
    assert named == [{"id": "place:511903100", "name": "新明阳镇"}]
    earlier = graph.read(lambda reader: reader.run(ON_DAY, code="511903100", day=date(2024, 12, 31)))
    assert earlier == [{"id": "place:511903100", "name": "明阳镇"}]


def test_a_bad_list_leaves_the_graph_as_it_was(graph: Graph, tmp_path: Path) -> None:
    """Also one that gives a code another name than a list of the same day."""
    init_county(graph, "511903")
    before = fingerprint(graph)
    for text in ("511903100,,town,511903\n", "511903100,明阳乡,town,511903\n"):
        path = tmp_path / "list.csv"
        path.write_text("code,name,level,parent_code\n" + text, encoding="utf-8")
        with pytest.raises(RefusedError):
            load_list(graph, path, as_of=date(2023, 6, 30))
    assert fingerprint(graph) == before


def test_a_list_is_always_whole(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    """What makes a roster a whole list, or tells how to read one, means nothing here: said, and nothing loaded."""
    path = tmp_path / "名单_2020-01-01.csv"
    path.write_text("code,name,level,parent_code\n51,四川省,province,\n", encoding="utf-8")
    (report,) = load_paths(graph, [path], settings, LoadOptions(complete=True))
    assert report.exit_code == 2
    assert "--complete" in (report.error or "")
    assert graph.read(lambda reader: reader.run("MATCH (l:Load) RETURN l.id AS id")) == []
