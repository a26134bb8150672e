"""Files too large for one transaction: in units, each whole; in the end the same graph as in one piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.loaders.conftest import DAY, Book, Find
from wushe.errors import BadInputError, RefusedError, UnavailableError
from wushe.graph import Graph, fingerprint
from wushe.loaders.large import rolling
from wushe.loaders.large.journal import FOLDER, Journal, journals
from wushe.loaders.large.recovery import recover
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.report import LoadReport
from wushe.loaders.undo import undo
from wushe.settings import Settings

GRIDS = 60
HAN = "一二三四五六七八九十百千万东南西北中春夏秋冬金木水火土天地人"
UNITS = LoadOptions(as_of=DAY)


@pytest.fixture
def small(home: Settings) -> Settings:
    """Settings by which a file of more than twenty rows goes in by units of four."""
    return home.model_copy(update={"unit_rows": 4, "home": home.home.with_name("small")})


def roster(path: Path, *, last: str = "") -> Path:
    """Sixty grids of one community, each with its parent, and rows that cannot come in."""
    lines = ["网格表（样例）", "名称,类型,上级,户数,起始日期"]
    lines += [f"第{n}网格,网格,登科寺社区,{n},2021-01-01" for n in range(1, GRIDS + 1)]
    lines.insert(10, "第99网格,网格,没有这村,3,")
    path.write_text("\n".join([*lines, last]), encoding="utf-8")
    return path


def corrected(path: Path, wrong: str, right: str) -> None:
    """Every cell of a workbook that holds one text holds another."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == wrong:
                cell.value = right
    book.save(path)


class StopError(Exception):
    """Stands for the end of the process."""


def stopping(after: int) -> Callable[[int, int], None]:
    """Progress that ends the run once so many rows are in."""

    def step(done: int, _total: int) -> None:
        if done >= after:
            raise StopError

    return step


def cut(graph: Graph, path: Path, settings: Settings, after: int) -> Journal:
    """A load that is cut off, and the journal it leaves."""
    with pytest.raises(StopError):
        load_file(graph, path, settings, UNITS, stopping(after))
    (journal,) = journals(settings)
    return journal


def states(find: Find) -> list[tuple[str, int, int]]:
    """Of each load its state, and how many of how many units are in."""
    rows = find("MATCH (l:Load) WHERE l.unit IS NOT NULL RETURN l.state AS state, l.unit AS unit, l.units AS units")
    return [(row["state"], row["unit"], row["units"]) for row in rows]


def test_units_make_the_same_graph(county: Graph, home: Settings, small: Settings, tmp_path: Path, find: Find) -> None:
    """As the whole file would; the report counts every row; the journal is gone."""
    path = roster(tmp_path / "网格.csv")
    report = load_file(county, path, small, UNITS)
    assert (report.total("read"), report.total("loaded"), report.total("quarantined")) == (GRIDS + 1, GRIDS, 1)
    assert [(p.row, p.severity.value) for p in report.problems] == [(11, "quarantined")]
    assert (report.exit_code, report.result.added) == (1, 4 * GRIDS)
    assert states(find) == [("ACTIVE", 17, 17)]
    assert not journals(small)
    units = fingerprint(county)
    assert load_file(county, path, small, UNITS).unchanged
    county.statement("MATCH (n) WHERE n.load = $load DETACH DELETE n", load=report.load)
    county.statement("MATCH (n:Load {id: $load}) DETACH DELETE n", load=report.load)
    county.statement("MATCH (n:WritePage) DETACH DELETE n")
    whole = load_file(county, path, home, UNITS)
    assert (whole.load, whole.total("loaded")) == (report.load, GRIDS)
    assert fingerprint(county) == units


def test_a_run_that_is_cut_off_is_completed_first(county: Graph, small: Settings, tmp_path: Path, find: Find) -> None:
    """Whole units are in, the load says APPLYING; recovering completes it and counts as the undisturbed run does."""
    path = roster(tmp_path / "网格.csv")
    load = cut(county, path, small, 20).load
    assert states(find) == [("APPLYING", 5, 16)]
    (there,) = find("MATCH (p:Place {kind: 'grid'}) RETURN count(p) AS grids")
    assert there["grids"] == 5 * 4 - 1, "whole units but for the row that waits"
    with pytest.raises(UnavailableError, match="还没有载入完"):
        load_file(
            county,
            roster(tmp_path / "别的.csv", last="第80网格,网格,登科寺社区,,"),
            small.model_copy(update={"unit_rows": 1000}),
            UNITS,
        )
    titles: list[str] = []
    (report,) = recover(county, small, titles.append)
    assert (titles, report.load) == (["网格.csv"], load)
    assert (report.total("read"), report.total("loaded"), report.total("quarantined")) == (GRIDS + 1, GRIDS, 1)
    assert states(find) == [("ACTIVE", 17, 17)]
    assert not recover(county, small, titles.append)


def test_a_run_that_is_cut_off_before_its_report(county: Graph, small: Settings, tmp_path: Path, find: Find) -> None:
    """All units are in: what became of the rows is told, and those that wait get their workbook, by the next command."""
    path = roster(tmp_path / "网格.csv")

    def at_the_end(*_: int) -> None:
        if states(find) == [("ACTIVE", 17, 17)]:
            raise StopError

    with pytest.raises(StopError):
        load_file(county, path, small, UNITS, at_the_end)
    before = fingerprint(county)
    (report,) = recover(county, small, lambda _: None)
    assert (report.total("read"), report.total("loaded"), report.total("quarantined")) == (GRIDS + 1, GRIDS, 1)
    assert report.result.added == 4 * GRIDS
    assert report.quarantine is not None
    assert Path(report.quarantine).exists()
    assert fingerprint(county) == before
    assert not journals(small)
    assert not recover(county, small, lambda _: None)


def test_the_whole_load_again_where_the_journal_is_lost(
    county: Graph, small: Settings, tmp_path: Path, find: Find
) -> None:
    """Other files are refused by the name of the one that is half done; the same file again completes it."""
    path = roster(tmp_path / "网格.csv")
    cut(county, path, small, 20).remove()
    before = fingerprint(county)
    with pytest.raises(UnavailableError, match=r"网格\.csv.*还没有载入完.*再载入一次") as refused:
        load_file(county, roster(tmp_path / "别的.csv", last="第80网格,网格,登科寺社区,,"), small, UNITS)
    assert refused.value.exit_code == 4
    assert fingerprint(county) == before
    report = load_file(county, path, small, UNITS)
    assert (report.total("loaded"), report.total("quarantined"), report.result.added) == (GRIDS, 1, 4 * GRIDS)
    assert [(state, unit) for state, unit, _ in states(find)] == [("ACTIVE", 17)]
    pages = find(
        "MATCH (p:WritePage {load: $load}) RETURN sum(p.count) AS writes, count(DISTINCT p.ordinal) = count(*) AS once",
        load=report.load,
    )
    assert pages == [{"writes": 4 * GRIDS, "once": True}]


def test_rows_that_rest_on_rows_further_down(county: Graph, small: Settings, tmp_path: Path, find: Find) -> None:
    """Each organisation's superior is in the row after it: they come in on later walks, none is lost."""
    count = 24
    lines = ["名称,类型,所在地,上级组织"]
    lines += [f"第{n}协会,社会组织,登科寺社区,第{n + 1}协会" for n in range(count, 0, -1)]
    lines += [f"第{count + 1}协会,社会组织,登科寺社区,", "孤儿协会,社会组织,登科寺社区,没有的协会"]
    path = tmp_path / "组织.csv"
    path.write_text("\n".join([lines[0], *sorted(lines[1:-2], key=len), *lines[-2:]]), encoding="utf-8")
    report = load_file(county, path, small, UNITS)
    assert (report.total("loaded"), report.total("quarantined")) == (count + 1, 1)
    assert [p.row for p in report.problems] == [count + 3]
    (led,) = find("MATCH (:Organization)-[r:LEADS]->(:Organization) RETURN count(r) AS led")
    assert led["led"] == count


def test_a_long_quarantine_workbook_empties(county: Graph, small: Settings, tmp_path: Path, find: Find) -> None:
    """However many rows wait, their workbook knows what it is: corrected, it comes in and is gone."""
    path = roster(tmp_path / "网格.csv")
    path.write_text(path.read_text("utf-8").replace("登科寺社区", "没有这村"), encoding="utf-8")
    waiting = load_file(county, path, small, UNITS).quarantine
    assert waiting is not None
    corrected(Path(waiting), "没有这村", "登科寺社区")
    report = load_file(county, Path(waiting), small)
    assert (report.exit_code, report.as_of, report.total("loaded")) == (0, DAY, GRIDS + 1)
    assert not Path(waiting).exists()
    assert find("MATCH (p:Place {kind: 'grid'}) RETURN count(p) AS grids") == [{"grids": GRIDS + 1}]


@pytest.mark.parametrize(
    "options", [replace(UNITS, strict=True), replace(UNITS, dry_run=True), replace(UNITS, complete=True)]
)
def test_what_needs_the_whole_file_is_refused(
    county: Graph, small: Settings, tmp_path: Path, options: LoadOptions
) -> None:
    """Before anything is written, with what to do."""
    before = fingerprint(county)
    with pytest.raises(RefusedError, match=r"分批.*不超过 20 行"):
        load_file(county, roster(tmp_path / "网格.csv"), small, options)
    assert fingerprint(county) == before
    assert not journals(small)


def test_a_load_that_is_refused_leaves_no_journal(county: Graph, small: Settings, tmp_path: Path) -> None:
    """A place that is none is told only when the rows are read: nothing is left that every later command would fall over."""
    before = fingerprint(county)
    with pytest.raises(BadInputError, match="999999"):
        load_file(county, roster(tmp_path / "网格.csv"), small, replace(UNITS, place="999999"))
    assert not journals(small)
    assert fingerprint(county) == before
    assert recover(county, small, print) == []


def test_a_load_that_is_refused_half_way_can_be_taken_back(
    county: Graph, small: Settings, tmp_path: Path, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, keeps no other command from its work, and is undone like any other; what comes after it waits for that."""
    before = fingerprint(county)
    journal = cut(county, roster(tmp_path / "网格.csv"), small, 20)
    monkeypatch.setattr(rolling, "refuse_too_many", refusing)
    (report,) = recover(county, small, print)
    assert report.error_code == 3
    assert f"--undo {journal.load}" in (report.error or "")
    assert [state for state, *_ in states(find)] == ["APPLYING"]
    assert undo(county, journal.load, small).removed > 0
    assert fingerprint(county) == before
    assert recover(county, small, print) == []
    assert not journals(small)


def refusing(_graph: Graph, _facts: int) -> None:
    """Stands for a server whose memory was made smaller meanwhile."""
    raise RefusedError("事务内存不够")


def test_nothing_refused_reaches_the_journal(
    county: Graph, small: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a refused column, nor a row with an identity number, nor an unknown or a counted column."""
    body = "51000019900101000"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    number = body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]
    lines = ["单位,岗位,姓名,身份证号,政治面貌,爱好,备注"]
    lines += [f"登科寺社区,社工,甲{HAN[n]},{number},中共党员,金丝雀,{number if n == 7 else ''}" for n in range(30)]
    path = tmp_path / "名册.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    kept: list[tuple[str, int]] = []
    real = rolling.Rolling.run

    def look(self: rolling.Rolling, progress: object = None) -> LoadReport:
        for file in self.journal.path.iterdir():
            kept.append((file.read_text("utf-8"), file.stat().st_mode & 0o777))
        return real(self)

    monkeypatch.setattr(rolling.Rolling, "run", look)
    report = load_file(county, path, small, UNITS)
    text = "".join(content for content, _ in kept)
    assert f"甲{HAN[1]}" in text
    assert not [word for word in (number, "党员", "金丝雀", f"甲{HAN[7]}") if word in text]
    assert {mode for _, mode in kept} == {0o600}
    assert (report.total("refused"), report.sheets[0].refused_columns) == (1, ["身份证号"])
    assert any("不加总" in problem.message for problem in report.problems)


def test_an_unfinished_intake_is_discarded(county: Graph, small: Settings, tmp_path: Path, find: Find) -> None:
    """Killed while the journal was being made: there is none, and the graph is untouched."""
    part = small.home / FOLDER / "load-x.part"
    part.mkdir(parents=True)
    (part / "000000.rows").write_text("[0,1,{}]", encoding="utf-8")
    assert recover(county, small, print) == []
    assert not part.exists()
    assert find("MATCH (l:Load) RETURN l.id AS id") == [{"id": "load:skeleton"}]


def test_a_workbook_too(county: Graph, small: Settings, book: Book, find: Find) -> None:
    """Sheets are taken in the order in which they refer to each other, not in that of the file."""
    officers = [
        ["单位", "岗位", "姓名"],
        *([f"登科寺社区第{n}网格", "专职网格员", f"王{HAN[n]}"] for n in range(1, 16)),
    ]
    grids = [["名称", "类型", "上级", "户数"], *([f"第{n}网格", "网格", "登科寺社区", n] for n in range(1, 16))]
    report = load_file(county, book(任职=officers, 网格=grids), small, UNITS)
    assert (report.problems, report.total("loaded")) == ([], 30)
    (held,) = find("MATCH (:Person)-[h:HOLDS]->(:Post)-[:IN]->(:Place {kind: 'grid'}) RETURN count(h) AS held")
    assert held["held"] == 15
    assert states(find) == [("ACTIVE", 8, 8)]


def test_two_holders_in_different_units_are_disputed(
    county: Graph, home: Settings, small: Settings, tmp_path: Path, find: Find
) -> None:
    """As in one piece: both stay and are marked, though the second comes in long after the first (whose row attests it)."""
    lines = ["单位,岗位,姓名"]
    lines += [f"登科寺社区,社工,工{HAN[n]}" for n in range(20)]
    lines += ["登科街道,书记,甲某甲", *(f"狮子山村,社工,员{HAN[n]}" for n in range(9)), "登科街道,书记,乙某乙"]
    path = tmp_path / "任职.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    question = (
        "MATCH (p:Person)-[h:HOLDS]->(:Post {kind: 'secretary'}) "
        "RETURN p.name AS name, h.disputed AS disputed, toString(h.until) AS until ORDER BY name"
    )
    load_file(county, path, small, UNITS)
    assert find(question) == [
        {"name": "乙某乙", "disputed": True, "until": "9999-12-31"},
        {"name": "甲某甲", "disputed": True, "until": "9999-12-31"},
    ]
    by_units = fingerprint(county, provenance=False)
    undo(county, path.name, small)
    load_file(county, path, small.model_copy(update={"unit_rows": home.unit_rows}), UNITS)
    assert fingerprint(county, provenance=False) == by_units
