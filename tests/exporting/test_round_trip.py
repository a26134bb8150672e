"""From the graph to tables and back: into an empty graph it is the same graph, into its own nothing changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.exporting.conftest import emptied
from tests.loaders.conftest import Find
from wushe.graph import Graph, fingerprint
from wushe.loaders.exporting.tables import export_tables
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.report import LoadReport, Severity
from wushe.settings import Settings


def same(graph: Graph) -> str:
    """What a graph says of the world."""
    return fingerprint(graph, provenance=False)


def export(graph: Graph, settings: Settings, path: Path, place: str | None = None, as_of: date | None = None) -> Path:
    """The tables in a workbook."""
    return export_tables(graph, settings, path, place, as_of).path


def read_back(graph: Graph, path: Path, settings: Settings) -> LoadReport:
    """Load an export: nothing of it may be left out."""
    report = load_file(graph, path, settings, LoadOptions())
    assert [str(problem) for problem in report.problems if problem.severity is not Severity.NOTICE] == []
    return report


def test_the_sample(sample: Graph, settings: Settings, tmp_path: Path) -> None:
    """The district and its first town, with what all lists of divisions tell: into itself, into nothing, and by units."""
    before = same(sample)
    path = export(sample, settings, tmp_path / "恩阳区.xlsx")
    again = read_back(sample, path, settings).result
    assert (again.added, again.changed, again.ended) == (0, 0, 0)
    assert same(sample) == before
    read_back(emptied(sample), path, settings)
    assert same(sample) == before
    units = settings.model_copy(update={"unit_rows": 500})
    read_back(emptied(sample), path, units)
    assert same(sample) == before


def test_what_is_odd(odd: Graph, home: Settings, tmp_path: Path, find: Find) -> None:
    """Formulas, totals, disputes, vacancies, elections, renamings, redrawn grids, sums; the first one's fixture is as odd as it says."""
    (told,) = find(
        "MATCH ()-[h:HOLDS]->() WITH count(CASE WHEN h.disputed THEN 1 END) AS disputed, "
        "count(CASE WHEN h.elected AND h.status = 'CONCURRENT' THEN 1 END) AS besides, "
        "count(CASE WHEN h.until < date('9999-12-31') THEN 1 END) AS over "
        "MATCH (t:Tally) RETURN disputed, besides, over, count(t) > 0 AS sums"
    )
    assert told == {"disputed": 2, "besides": 1, "over": 3, "sums": True}
    before = same(odd)
    path = export(odd, home, tmp_path / "x.xlsx")
    again = read_back(odd, path, home).result
    assert (again.added, again.changed, again.ended) == (0, 0, 0)
    read_back(emptied(odd), path, home)
    assert same(odd) == before


def test_the_file_is_fit_for_a_spreadsheet(odd: Graph, home: Settings, tmp_path: Path) -> None:
    """A title with its day, headers of the contract with 标识, no formula, and nobody else may read it."""
    path = export(odd, home, tmp_path / "x.xlsx")
    assert path.stat().st_mode & 0o777 == 0o600
    book = load_workbook(path)
    assert book.sheetnames[:4] == ["区划与网格", "组织", "任职", "联动关系"]
    for sheet in book:
        assert sheet["A1"].value == "五社导出 511903 填报时间：2024-07-15"
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@"]
    heads = [cell.value for cell in book["任职"][2]]
    assert heads[:13] == [
        *("单位", "岗位", "姓名", "任职方式", "联系电话", "办公电话", "所在地", "值班时间"),
        *("起始日期", "终止日期", "核实日期", "备注", "人员标识"),
    ]


def test_a_place_alone_loads_into_nothing(odd: Graph, home: Settings, tmp_path: Path, find: Find) -> None:
    """With what is above it, without what reaches beyond it; and in its own graph it changes nothing."""
    done = export_tables(odd, home, tmp_path / "x.xlsx", "登科寺社区", None)
    assert done.left > 0
    before = same(odd)
    assert read_back(odd, done.path, home).result.added == 0
    assert same(odd) == before
    read_back(emptied(odd), done.path, home)
    places = find("MATCH (p:Place) RETURN p.id AS id, p.kind AS kind ORDER BY id")
    divisions = [row["id"] for row in places if row["kind"] in {"county", "town", "village"}]
    assert divisions == ["place:511903", "place:511903001", "place:511903001002"]
    assert len(places) > len(divisions)
    bodies = find("MATCH (o:Organization)-[:LOCATED_IN]->(p) RETURN DISTINCT p.id AS place")
    assert {row["place"] for row in bodies} == {"place:511903001002"}
    held = find("MATCH (p:Person)-[:HOLDS]->() RETURN p.name AS name")
    assert len(held) > 5
    assert {"name": "街道社工壬"} not in held


def test_one_day_alone(odd: Graph, home: Settings, tmp_path: Path, find: Find) -> None:
    """What holds on the day, and nothing from before or after it."""
    path = export(odd, home, tmp_path / "x.xlsx", as_of=date(2022, 7, 1))
    read_back(emptied(odd), path, home)
    held = find("MATCH (p:Person)-[h:HOLDS]->(:Post {kind: 'secretary'}) RETURN p.name AS name")
    assert held == [{"name": "甲大山"}]
    spans = find("MATCH (n) WHERE n.since > date('2022-07-01') OR n.until <= date('2022-07-01') RETURN n.id AS id")
    assert spans == []
    edges = find(
        "MATCH ()-[n]->() WHERE n.since > date('2022-07-01') OR n.until <= date('2022-07-01') RETURN n.id AS id"
    )
    assert edges == []
