"""Whole lists: what one no longer has ends on its day, in its own scope and series, and never more than is allowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.loaders.conftest import GRID, Book, Find, Load
from wushe.errors import BadInputError
from wushe.graph import Graph
from wushe.graph.fingerprint import fingerprint
from wushe.loaders.load import LoadOptions, WholeFileError, load_paths
from wushe.loaders.report import LoadReport, Severity
from wushe.loaders.undo import undo
from wushe.settings import Settings

JULY, AUGUST, SEPTEMBER = date(2024, 7, 15), date(2024, 8, 15), date(2024, 9, 15)
HOLDERS = (
    "MATCH (p:Person)-[h:HOLDS]->(t:Post)-[:IN]->(b) "
    "RETURN p.name AS name, b.name AS body, h.since AS since, h.until AS until, h.untilPrecision AS precision "
    "ORDER BY since, name"
)
Cells = Sequence[Sequence[Any]]


def list_of(*names: str, issuer: str | None = "登科街道", village: str = "登科寺社区", post: str = "社工") -> Cells:
    """A list of people in a post with many seats, under a title that says where it comes from."""
    title = [[f"填报单位：{issuer}"]] if issuer else []
    return [*title, ["单位", "岗位", "姓名"], *[[village, post, name] for name in names]]


def roster(*rows: tuple[str, str], issuer: str = "登科街道党工委") -> Cells:
    """A roster of officers: grid, name."""
    head = ["镇街", "村(社区)", "网格", "姓名"]
    return [[f"填报单位：{issuer}"], head, *[["登科街道", "登科寺社区", grid, name] for grid, name in rows]]


Spans = list[tuple[str, date, date | None]]


@pytest.fixture
def holders(find: Find) -> Callable[[], Spans]:
    """Who has held anything, from when until when."""

    def ask() -> Spans:
        return [(r["name"], r["since"], None if r["until"].year == 9999 else r["until"]) for r in find(HOLDERS)]

    return ask


def notices(report: LoadReport, word: str) -> list[str]:
    """The notices that hold a word."""
    return [str(p) for p in report.problems if p.severity is Severity.NOTICE and word in p.message]


def test_what_a_whole_list_no_longer_has_ends_on_its_day(
    book: Book, load: Load, find: Find, holders: Callable[[], Spans]
) -> None:
    """Ended, not deleted; the post stays; the report says who, and where they were last listed."""
    load(book("七月.xlsx", 名册=list_of("张三", "李四", "王五", "赵六", "钱七")), as_of=JULY)
    report = load(book("八月.xlsx", 名册=list_of("张三", "李四", "王五", "赵六")), as_of=AUGUST, complete=True)
    assert holders() == [("张三", JULY, None), ("李四", JULY, None), ("王五", JULY, None), ("赵六", JULY, None),
                         ("钱七", JULY, AUGUST)]  # fmt: skip
    assert (report.exit_code, report.result.added, report.result.changed, report.result.ended) == (0, 0, 0, 1)
    (told,) = notices(report, "名单里不再有")
    assert told == (
        "工作表“名册”：名单里不再有“钱七（登科寺社区社工）”（上次见于 七月.xlsx工作表“名册”第 7 行），到 2024-08-15 为止"
    )
    (ended,) = find("MATCH (:Person {name: '钱七'})-[h:HOLDS]->() RETURN h.by AS by, h.untilPrecision AS precision")
    assert ended["by"][1:] == [f"{report.load}#名册!"]
    assert ended["precision"] == "ATTESTED"


def test_a_list_that_is_not_whole_ends_nothing(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """Without --complete a list only adds."""
    load(book("一.xlsx", 名册=list_of("张三", "李四")), as_of=JULY)
    load(book("二.xlsx", 名册=list_of("张三")), as_of=AUGUST)
    assert holders() == [("张三", JULY, None), ("李四", JULY, None)]


def test_the_same_whole_list_again_changes_nothing(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """The very file is known; the same rows in another file only attest."""
    load(book("一.xlsx", 名册=list_of("张三", "李四", "王五", "赵六", "钱七")), as_of=JULY)
    short = list_of("张三", "李四", "王五", "赵六")
    path = book("二.xlsx", 名册=short)
    load(path, as_of=AUGUST, complete=True)
    before = holders()
    assert load(path, as_of=AUGUST, complete=True).unchanged
    again = load(book("三.xlsx", 名册=[["又一次"], *short]), as_of=AUGUST, complete=True)
    assert (again.result.added, again.result.changed, again.result.ended) == (0, 0, 0)
    assert holders() == before


def test_the_same_file_first_loaded_as_any_list(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """Saying afterwards that it was the whole list is another load."""
    load(book("一.xlsx", 名册=list_of(*"甲乙丙丁戊")), as_of=JULY)
    path = book("二.xlsx", 名册=list_of(*"甲乙丙丁"))
    load(path, as_of=AUGUST)
    assert load(path, as_of=AUGUST, complete=True).result.ended == 1
    assert ("戊", JULY, AUGUST) in holders()


def test_what_another_series_attests_too_stays(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """Another issuing body, another scope, another layout: each alone keeps a tenure; the town's own ends."""
    five = ("张三", "李四", "王五", "赵六", "钱七")
    load(book("街道.xlsx", 名册=list_of(*five, "孙八")), as_of=JULY)
    load(book("组织部.xlsx", 名册=list_of("张三", issuer="恩阳区")), as_of=JULY)
    load(book("无题.xlsx", 名册=list_of("李四", issuer=None)), as_of=JULY, place="511903001")
    load(book("社区.xlsx", 名册=list_of("王五")), as_of=JULY, place="511903001002")
    report = load(book("街道二.xlsx", 名册=list_of("赵六", "钱七")), as_of=AUGUST, complete=True)
    assert [name for name, _, until in holders() if until] == ["孙八"], "one of six, which is less than a fifth"
    assert report.result.ended == 1


def test_only_within_the_scope(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """One title, two towns: a list of the one ends nothing in the other."""
    both = [*list_of("张三", "李四", issuer="恩阳区"), ["青龙村", "社工", "王五", "玉山镇"]]
    both[1] = [*both[1], "所在地"]
    load(book("一.xlsx", 名册=both), as_of=JULY)
    load(book("二.xlsx", 名册=list_of("张三", issuer="恩阳区")), as_of=JULY, place="511903001")
    report = load(
        book("三.xlsx", 名册=list_of("李四", issuer="恩阳区")), as_of=AUGUST, place="511903001", complete=True
    )
    assert all(until is None for _, _, until in holders())
    assert report.result.ended == 0


def test_more_than_a_fifth_is_refused(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """With counts, percent, and who; nothing written. A fifth is not more; a larger share must be allowed."""
    load(book("一.xlsx", 名册=list_of(*"甲乙丙丁戊己庚辛壬癸")), as_of=JULY)
    seven = book("七.xlsx", 名册=list_of(*"甲乙丙丁戊己庚"))
    before = holders()
    with pytest.raises(WholeFileError) as refused:
        load(seven, as_of=AUGUST, complete=True)
    assert refused.value.exit_code == 3
    told = str(refused.value)
    assert "将终止 3 条任职，是“登科街道”这份名单原有 10 条的 30%，超过 20%" in told
    assert "癸（登科寺社区社工）" in told and "一.xlsx工作表“名册”第 12 行" in told
    assert "--allow-shrink 30%" in told
    with pytest.raises(WholeFileError, match="超过 29%"):
        load(seven, as_of=AUGUST, complete=True, allow_shrink=0.29)
    assert holders() == before
    assert load(seven, as_of=AUGUST, complete=True, allow_shrink=0.3).result.ended == 3
    eight = book("八.xlsx", 名册=list_of(*"甲乙丙丁戊己"))
    assert load(eight, as_of=SEPTEMBER, complete=True).result.ended == 1


def test_an_empty_whole_list_is_too_much(book: Book, load: Load) -> None:
    """A header without rows would end all."""
    load(book("一.xlsx", 名册=list_of("张三", "李四")), as_of=JULY)
    with pytest.raises(WholeFileError, match="100%"):
        load(book("二.xlsx", 名册=list_of()), as_of=AUGUST, complete=True)
    assert load(book("二.xlsx", 名册=list_of()), as_of=AUGUST, complete=True, allow_shrink=1.0).result.ended == 2


TWO = ("张三", "李四")
UNREAD: dict[str, dict[str, Cells]] = {
    "a row that waits": {"名册": [*list_of("张三", "李四"), ["没有这个社区", "社工", "王五"]]},
    "a row that is refused": {"名册": [*list_of("张三", "李四"), ["登科寺社区", "社工", "王<五"]]},
    "a sheet nobody knows": {"名册": list_of("张三", "李四"), "其他": [["甲", "乙"], ["一", "二"]]},
    "a formula without its value": {
        "名册": [
            ["填报单位：登科街道"],
            ["单位", "岗位", "姓名", "联系电话"],
            ["登科寺社区", "社工", "张三", "=A1"],
            ["登科寺社区", "社工", "李四"],
        ]
    },
    "a total that does not fit": {"名册": [*list_of("张三", "李四"), ["合计 3 人"]]},
    "a sheet that is refused": {"名册": list_of("张三", "李四"), "低保人员": list_of("王五")},
}


def test_a_file_not_read_whole_is_refused(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """Exit 3, nothing written; the same file loads as any list."""
    load(book("一.xlsx", 名册=list_of(*TWO)), as_of=JULY)
    before = holders()
    for name, sheets in UNREAD.items():
        with pytest.raises(WholeFileError, match="有 1 处没有读进来，不能作为全部名单") as refused:
            load(book(f"{name}.xlsx", **sheets), as_of=AUGUST, complete=True)
        assert (refused.value.exit_code, holders()) == (3, before), name
    assert load(book("合计.xlsx", **UNREAD["a total that does not fit"]), as_of=AUGUST).result.ended == 0


def test_a_hidden_sheet_was_not_read(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """Who stands on it is not gone."""
    load(book("一.xlsx", 名册=list_of("张三", "李四")), as_of=JULY)
    path = book("二.xlsx", 名册=list_of("张三"), 另一张=list_of("李四"))
    workbook = load_workbook(path)
    workbook["另一张"].sheet_state = "hidden"
    workbook.save(path)
    with pytest.raises(WholeFileError, match="是隐藏的工作表，没有读取"):
        load(path, as_of=AUGUST, complete=True, allow_shrink=1.0)
    assert all(until is None for _, _, until in holders())


def test_without_a_scope(book: Book, load: Load, county: Graph, home: Settings) -> None:
    """Neither --place nor 填报单位: wrong usage, exit 2, and what to do."""
    path = book("一.xlsx", 名册=list_of("张三", issuer=None))
    with pytest.raises(BadInputError, match="--place 区划代码"):
        load(path, as_of=JULY, complete=True)
    (report,) = load_paths(county, [path], home, LoadOptions(as_of=JULY, complete=True))
    assert report.exit_code == 2
    assert load(path, as_of=JULY, complete=True, place="511903001").exit_code == 0


def test_rows_outside_the_scope_are_quarantined(book: Book, load: Load) -> None:
    """A whole list of one town has no row of another."""
    rows = [
        ["单位", "岗位", "姓名", "所在地"],
        ["登科寺社区", "社工", "张三", None],
        ["青龙村", "社工", "李四", "玉山镇"],
    ]
    with pytest.raises(WholeFileError) as refused:
        load(book("一.xlsx", 名册=rows), as_of=JULY, complete=True, place="511903001")
    (problem,) = [p for p in refused.value.report.problems if p.severity is Severity.QUARANTINED]
    assert (problem.sheet, problem.row) == ("名册", 3)
    assert "不在“登科街道”的范围内" in problem.message


def test_the_first_list_of_a_series_ends_nothing(book: Book, load: Load) -> None:
    """And says so."""
    report = load(book("一.xlsx", 名册=list_of("张三")), as_of=JULY, complete=True)
    assert (report.exit_code, report.result.ended) == (0, 0)
    assert notices(report, "以前没有载入过同一版式")


def test_an_older_whole_list_fills_history(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """It ends what is not attested since, and nothing that is; who it alone has is over by the later whole list."""
    load(book("七.xlsx", 名册=list_of(*"甲乙丙丁戊己")), as_of=date(2023, 7, 1))
    load(book("今.xlsx", 名册=list_of(*"甲乙丙丁")), as_of=SEPTEMBER, complete=True, allow_shrink=0.5)
    report = load(book("旧.xlsx", 名册=list_of(*"甲乙丙戊壬")), as_of=date(2024, 1, 1), complete=True)
    assert holders() == [
        ("丁", date(2023, 7, 1), None), ("丙", date(2023, 7, 1), None), ("乙", date(2023, 7, 1), None),
        ("己", date(2023, 7, 1), SEPTEMBER), ("戊", date(2023, 7, 1), SEPTEMBER), ("甲", date(2023, 7, 1), None),
        ("壬", date(2024, 1, 1), SEPTEMBER),
    ]  # fmt: skip
    assert report.result.ended == 0
    assert notices(report, "有 1 条在 2024-09-15 的全部名单里已经没有")


def test_an_old_list_beside_a_later_whole_one_of_others(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """A list of another body says nothing about mine."""
    load(book("今.xlsx", 名册=list_of("甲", issuer="恩阳区")), as_of=SEPTEMBER, complete=True)
    load(book("旧.xlsx", 名册=list_of("甲", "乙")), as_of=JULY)
    assert holders() == [("乙", JULY, None), ("甲", JULY, None)]


def test_a_roster_of_grids(book: Book, load: Load, holders: Callable[[], Spans], find: Find) -> None:
    """A layout: somebody moves to another grid; a post turned vacant ends once; the post itself stays."""
    load(book("网格.xlsx", 网格=GRID), as_of=JULY)
    load(book("一.xlsx", 名册=roster(("第1网格", "张三"), ("第2网格", "李四"))), as_of=JULY)
    second = roster(("第1网格", "空缺"), ("第2网格", "李四"), ("第2网格", "张三"))
    report = load(book("二.xlsx", 名册=second), as_of=AUGUST, complete=True, allow_shrink=0.5)
    assert holders() == [("张三", JULY, AUGUST), ("李四", JULY, None), ("张三", AUGUST, None)]
    assert report.result.ended == 1
    assert not notices(report, "名单里不再有")
    third = roster(("第2网格", "李四"), ("第2网格", "张三"))
    load(book("三.xlsx", 名册=third), as_of=SEPTEMBER, complete=True)
    assert find("MATCH (t:Post) WHERE t.until = date('9999-12-31') RETURN count(t) AS n")[0]["n"] == 2


def test_a_wide_roster(book: Book, load: Load, find: Find, holders: Callable[[], Spans]) -> None:
    """Several posts in a row: who is missing in one of them ends there."""
    title, head = (
        ["填报单位：登科街道"],
        ["村(社区)", "书记姓名", "主任姓名", "妇联主席姓名", "副书记姓名", "团支书姓名"],
    )
    bodies = [
        ["名称", "类型", "所在地"],
        ["登科寺社区党支部", "党支部", "登科寺社区"],
        ["登科寺社区居委会", "居委会", "登科寺社区"],
    ]
    load(book("组织.xlsx", 组织=bodies), as_of=JULY)
    load(book("一.xlsx", 名册=[title, head, ["登科寺社区", *"甲乙丙丁戊"]]), as_of=JULY)
    report = load(
        book("二.xlsx", 名册=[title, head, ["登科寺社区", "甲", "乙", None, "丁", "戊"]]), as_of=AUGUST, complete=True
    )
    assert [(name, until) for name, _, until in holders() if until] == [("丙", AUGUST)]
    assert report.result.ended == 1


def test_ties_and_duties(book: Book, load: Load, find: Find) -> None:
    """A membership ends; a duty ends with its edges; matters never end."""
    bodies = [["名称", "类型", "所在地"], *[[f"{name}供电所", "企业", "登科街道"] for name in "甲乙丙丁戊"]]
    matters = [["事项", "别名"], *[[f"事项{name}", f"{name}事"] for name in "甲乙丙丁戊"]]
    load(book("底.xlsx", 组织=bodies, 事项=matters), as_of=JULY)
    title = ["填报单位：登科街道"]

    def sheets(names: str) -> dict[str, Cells]:
        return {
            "联动": [title, ["甲方", "关系", "乙方"], *[[f"{n}供电所", "共建", "登科寺社区"] for n in names]],
            "责任": [title, ["事项", "责任主体", "适用范围"], *[[f"事项{n}", f"{n}供电所", "登科街道"] for n in names]],
            "事项": [title, ["事项", "别名"], *[[f"事项{n}", f"{n}事"] for n in names]],
        }

    first = load(book("一.xlsx", **sheets("甲乙丙丁戊")), as_of=JULY)
    assert first.exit_code == 0, [str(p) for p in first.problems]
    report = load(book("二.xlsx", **sheets("甲乙丙丁")), as_of=AUGUST, complete=True)
    assert report.result.ended == 5
    over = find("MATCH (n)-[r]->() WHERE r.until = $day RETURN type(r) AS type ORDER BY type", day=AUGUST)
    assert [row["type"] for row in over] == ["BEARS", "FOR", "PARTNERS_WITH", "WITHIN"]
    (duty,) = find("MATCH (d:Duty) WHERE d.until = $day RETURN d.matter AS matter", day=AUGUST)
    assert duty["matter"] == "matter:事项戊"
    assert notices(report, "--complete 对它不起作用")


def test_places_and_organisations(book: Book, load: Load, find: Find) -> None:
    """A grid and a body end with their names and edges; a village that the division list has does not."""
    title = ["填报单位：登科街道"]

    def sheets(grids: str, bodies: str) -> dict[str, Cells]:
        return {
            "网格": [title, ["名称", "类型", "上级"], *[[f"登科寺社区第{n}网格", "网格", "登科寺社区"] for n in grids]],
            "组织": [title, ["名称", "类型", "所在地"], *[[f"{n}物业公司", "物业", "登科寺社区"] for n in bodies]],
        }

    load(book("一.xlsx", **sheets("12345", "甲乙丙丁戊")), as_of=JULY)
    report = load(book("二.xlsx", **sheets("1234", "甲乙丙丁")), as_of=AUGUST, complete=True)
    nodes = find("MATCH (n) WHERE n.until = $day RETURN labels(n) AS l, n.id AS id ORDER BY id", day=AUGUST)
    assert [row["id"].partition(":")[0] for row in nodes] == ["name", "name", "org", "place"]
    edges = find("MATCH ()-[r]->() WHERE r.until = $day RETURN type(r) AS type ORDER BY type", day=AUGUST)
    assert [row["type"] for row in edges] == ["LOCATED_IN", "NAMES", "NAMES", "PART_OF"]
    assert report.result.ended == 8
    assert find("MATCH (p:Place {id: 'place:511903001234'}) RETURN p.until AS u")[0]["u"].year == 9999


def test_several_sheets_of_one_series_are_one_list(book: Book, load: Load, holders: Callable[[], Spans]) -> None:
    """A sheet for each village: somebody listed on another sheet is listed."""
    load(book("一.xlsx", 甲=list_of("张三", "李四"), 乙=list_of("王五", village="狮子山村")), as_of=JULY)
    load(
        book("二.xlsx", 丙=list_of("李四", "张三"), 丁=list_of("王五", village="狮子山村")), as_of=AUGUST, complete=True
    )
    assert all(until is None for _, _, until in holders())


def test_tried_first(book: Book, load: Load, county: Graph) -> None:
    """A dry run says what would end, and why it would be refused, and writes nothing."""
    load(book("一.xlsx", 名册=list_of(*"甲乙丙丁戊")), as_of=JULY)
    before, path = fingerprint(county), book("二.xlsx", 名册=list_of(*"甲乙丙丁"))
    report = load(path, as_of=AUGUST, complete=True, dry_run=True)
    assert (report.result.ended, len(notices(report, "名单里不再有“戊"))) == (1, 1)
    with pytest.raises(WholeFileError, match="40%"):
        load(book("三.xlsx", 名册=list_of(*"甲乙丙")), as_of=AUGUST, complete=True, dry_run=True)
    assert fingerprint(county) == before


def test_taken_back(book: Book, load: Load, county: Graph, home: Settings, holders: Callable[[], Spans]) -> None:
    """What a whole list ended goes on when the list is taken back, and ends again when it is loaded again."""
    load(book("一.xlsx", 名册=list_of(*"甲乙丙丁戊")), as_of=JULY)
    before, path = fingerprint(county), book("二.xlsx", 名册=list_of(*"甲乙丙丁"))
    report = load(path, as_of=AUGUST, complete=True)
    assert ("戊", JULY, AUGUST) in holders()
    undo(county, report.load or "", home)
    assert fingerprint(county) == before
    assert load(path, as_of=AUGUST, complete=True).result.ended == 1


def test_a_whole_list_taken_back_closes_nothing_any_more(
    book: Book, load: Load, county: Graph, home: Settings, holders: Callable[[], Spans]
) -> None:
    """An older list then brings its people into the present."""
    report = load(book("今.xlsx", 名册=list_of("甲")), as_of=SEPTEMBER, complete=True)
    undo(county, report.load or "", home)
    load(book("旧.xlsx", 名册=list_of("甲", "乙")), as_of=JULY)
    assert holders() == [("乙", JULY, None), ("甲", JULY, None)]


def test_the_command(wushe: Callable[..., tuple[int, str, str]], book: Book, county: Graph, tmp_path: Path) -> None:
    """--complete and --allow-shrink; shares that are none are wrong usage."""
    first, second = book("一.xlsx", 名册=list_of("张三", "李四")), book("二.xlsx", 名册=list_of("张三"))
    assert wushe("load", str(first), "--as-of", "2024-07-15")[0] == 0
    for bad in ("30", "-1%", "120%", "三成", "nan"):
        code, _, told = wushe("load", str(second), "--complete", "--allow-shrink", bad)
        assert (code, "30% 或 0.3" in told) == (2, True), bad
    code, _, told = wushe("load", str(second), "--allow-shrink", "50%")
    assert (code, "--complete" in told) == (2, True)
    code, out, _ = wushe("load", str(second), "--as-of", "2024-08-15", "--complete")
    assert (code, "将终止 1 条任职" in out) == (3, True)
    code, out, told = wushe("load", str(second), "--as-of", "2024-08-15", "--complete", "--allow-shrink", "50%")
    assert (code, "终止 1 条" in out, "李四" in told) == (0, True, True)
