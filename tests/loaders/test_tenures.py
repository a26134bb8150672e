"""任职: people, posts, vacancies, endings, numbers."""

from __future__ import annotations

from datetime import date

from tests.loaders.conftest import GRID, OFFICER, Book, Find, Load, Rows
from wushe.schema import FOREVER

HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post) RETURN p.name AS name, o.kind AS post, h.status AS status, h.phone AS phone, "
    "h.since AS since, h.until AS until ORDER BY since, name, post"
)
HEADER = ["单位", "岗位", "姓名", "任职方式", "联系电话", "起始日期", "终止日期", "备注"]


def officers(*rows: tuple[str | None, ...]) -> Rows:
    """Rows of the grid officer of the first grid: name, status, phone, since, until."""
    return [HEADER, *[["登科寺社区第1网格", "专职网格员", *row] for row in rows]]


def test_grids_and_their_officers_in_one_file(book: Book, load: Load, find: Find) -> None:
    """Sheets in any order; landlines get the area code; a vacant row makes a post without a holder."""
    report = load(book(任职=OFFICER, 网格=GRID))
    assert report.exit_code == 0, report.problems
    assert find(HELD) == [
        {
            "name": "张三",
            "post": "grid_officer",
            "status": "SUBSTANTIVE",
            "phone": "12000000001",
            "since": date(2024, 1, 1),
            "until": FOREVER,
        }
    ]
    posts = find(
        "MATCH (o:Post)-[:IN]->(b) RETURN b.name AS body, o.officePhone AS phone, o.since AS since ORDER BY body"
    )
    assert [tuple(row.values()) for row in posts] == [
        ("登科寺社区第1网格", "0827-0000002", date(2024, 1, 1)),
        ("登科寺社区第2网格", None, date(2024, 7, 15)),
    ]
    (person,) = find("MATCH (p:Person) RETURN p.synthetic AS synthetic, p.since AS since, p.id AS id")
    assert (person["synthetic"], person["since"]) == (True, date(2024, 1, 1))
    assert "张三" not in person["id"]


def test_last_day_counts(book: Book, load: Load, find: Find) -> None:
    """A 终止日期 is the last day in office; a month ends on its last day."""
    rows = officers(("李四", "正式", None, "2021-03-01", "2023年8月"), ("张三", "代", None, "2023.9", None))
    load(book(网格=GRID, 任职=rows))
    assert [(r["name"], r["status"], r["until"]) for r in find(HELD)] == [
        ("李四", "SUBSTANTIVE", date(2023, 9, 1)),
        ("张三", "ACTING", FOREVER),
    ]


def test_vacancy_ends_the_tenure(book: Book, load: Load, find: Find) -> None:
    """A later file with 空缺 ends who was there, on its day."""
    load(book("一.xlsx", 网格=GRID, 任职=officers(("张三", None, None, "2021年", None))))
    report = load(book("二.xlsx", 任职=officers(("空缺", None, None, None, None))), as_of=date(2024, 9, 1))
    assert (report.exit_code, report.result.ended) == (0, 1)
    assert [(row["name"], row["until"]) for row in find(HELD)] == [("张三", date(2024, 9, 1))]
    load(book("三.xlsx", 任职=officers(("王五", None, None, "2024-10-08", None))), as_of=date(2024, 11, 1))
    assert [(row["name"], row["until"]) for row in find(HELD)] == [("张三", date(2024, 9, 1)), ("王五", FOREVER)]


def test_successor_ends_the_tenure(book: Book, load: Load, find: Find) -> None:
    """A post for one given to somebody else ends the earlier tenure where the next begins."""
    load(book("一.xlsx", 网格=GRID, 任职=officers(("张三", None, None, "2021年", None))))
    load(book("二.xlsx", 任职=officers(("王五", None, None, "2024-08-01", None))), as_of=date(2024, 9, 1))
    assert [(row["name"], row["until"]) for row in find(HELD)] == [("张三", date(2024, 8, 1)), ("王五", FOREVER)]


def test_older_file_ends_nothing(book: Book, load: Load, find: Find) -> None:
    """A file of an earlier day does not overrule a later one."""
    load(book("一.xlsx", 网格=GRID, 任职=officers(("张三", None, None, "2021年", None))))
    load(book("二.xlsx", 任职=officers(("空缺", None, None, None, None))), as_of=date(2023, 1, 1))
    assert [(row["name"], row["until"]) for row in find(HELD)] == [("张三", FOREVER)]


def test_same_name_in_the_same_post_is_the_same_person(book: Book, load: Load, find: Find) -> None:
    """A new phone makes no new person; the same name elsewhere does."""
    load(book("一.xlsx", 网格=GRID, 任职=officers(("张三", None, "12000000001", None, None))))
    rows = [*officers(("张三", None, "12000000009", None, None)), ["玉山镇青龙村", "网格长", "张三"]]
    load(book("二.xlsx", 任职=rows), as_of=date(2024, 9, 1))
    assert [(row["post"], row["phone"]) for row in find(HELD)] == [("grid_officer", "12000000009"), ("grid_head", None)]
    assert len(find("MATCH (p:Person) RETURN p.id AS id")) == 2


def test_return_after_a_break_is_a_second_tenure(book: Book, load: Load, find: Find) -> None:
    """The edges are numbered."""
    rows = officers(("张三", None, None, "2018年", "2019年"), ("张三", None, None, "2023年", None))
    load(book(网格=GRID, 任职=rows))
    assert [row["since"] for row in find(HELD)] == [date(2018, 1, 1), date(2023, 1, 1)]


def test_a_next_term_follows_the_first(book: Book, load: Load, find: Find) -> None:
    """Elected again on the day on which the first term ended: two terms without a gap, however often they are loaded."""
    rows = officers(("张三", None, None, "2020年", "2023年8月"), ("张三", None, None, "2023年9月", None))
    for name, day in (("一.xlsx", date(2024, 7, 15)), ("二.xlsx", date(2024, 9, 1))):
        load(book(name, 网格=GRID, 任职=rows), as_of=day)
        terms = [(row["since"], row["until"]) for row in find(HELD)]
        assert terms == [(date(2020, 1, 1), date(2023, 9, 1)), (date(2023, 9, 1), FOREVER)]


def test_two_at_once_are_disputed(book: Book, load: Load, find: Find) -> None:
    """Both stay, both are marked, the file says so."""
    report = load(book(网格=GRID, 任职=officers(("张三", *[None] * 4), ("李四", *[None] * 4))))
    assert report.exit_code == 1
    assert find("MATCH ()-[h:HOLDS]->() RETURN h.disputed AS d") == [{"d": True}, {"d": True}]


def test_several_posts_and_people_in_a_cell(book: Book, load: Load, find: Find) -> None:
    """书记兼主任 is two posts; two people with two numbers share them by position; notes give the status."""
    rows = [
        HEADER,
        ["登科寺社区", "书记兼主任", "张三（兼）", None, None, None, None],
        ["登科寺社区", "社工", "李四、王五", None, "12000000001、12000000002", None, None],
        ["登科寺社区", "楼栋长", "赵六", None, "1.38E+10", None, None],
    ]
    report = load(book(任职=rows))
    assert [(p.row, p.column) for p in report.problems] == [(4, "联系电话")]
    assert {(r["name"], r["post"], r["status"], r["phone"]) for r in find(HELD)} == {
        ("张三", "secretary", "CONCURRENT", None),
        ("张三", "director", "CONCURRENT", None),
        ("李四", "social_worker", "SUBSTANTIVE", "12000000001"),
        ("王五", "social_worker", "SUBSTANTIVE", "12000000002"),
        ("赵六", "other", "SUBSTANTIVE", None),
    }
    assert find("MATCH (o:Post {kind: 'other'}) RETURN o.name AS name, o.id AS id") == [
        {"name": "楼栋长", "id": "post:place:511903001002:楼栋长"}
    ]


def test_bare_number_is_of_its_own_village(book: Book, load: Load, find: Find) -> None:
    """第1网格 of a village that has none is not the 第1网格 of another; the title's village will do."""
    rows = [
        ["单位", "岗位", "姓名", "所在地"],
        ["第1网格", "网格长", "张三", "狮子山村"],
        ["1网格", "网格长", "李四", "登科寺社区"],
    ]
    report = load(book("一.xlsx", 网格=GRID, 任职=rows))
    assert [(p.row, p.column) for p in report.problems] == [(2, "单位")]
    titled = [["填报单位：登科寺社区居委会"], ["单位", "岗位", "姓名"], ["第二网格", "网格长", "王五"]]
    assert load(book("二.xlsx", 任职=titled)).problems == []
    bodies = find("MATCH (p:Person)-[:HOLDS]->()-[:IN]->(b) RETURN p.name AS name, b.name AS body ORDER BY body")
    assert [tuple(row.values()) for row in bodies] == [("李四", "登科寺社区第1网格"), ("王五", "登科寺社区第2网格")]


def test_what_is_no_date_refuses_the_row(book: Book, load: Load, find: Find) -> None:
    """The cell is named, the other rows load, nothing of the bad row does."""
    rows = officers(("张三", None, None, "去年秋天", None), ("李四", None, None, "2023年9月", None))
    report = load(book(网格=GRID, 任职=rows))
    (problem,) = report.problems
    assert (problem.sheet, problem.row, problem.column, problem.cell) == ("任职", 2, "起始日期", "F2")
    assert (report.total("refused"), report.exit_code) == (1, 1)
    assert [row["name"] for row in find(HELD)] == ["李四"]


def test_end_before_beginning_refuses_the_row(book: Book, load: Load) -> None:
    """An interval has to be one."""
    report = load(book(网格=GRID, 任职=officers(("张三", None, None, "2024-01-01", "2023-01-01"))))
    assert report.problems[0].column == "终止日期"


def test_end_of_a_term_ends_no_tenure(book: Book, load: Load, find: Find) -> None:
    """届满时间 is when the term runs out: kept as such, and whoever is in office stays."""
    rows = [["单位", "岗位", "姓名", "届满时间"], ["登科寺社区第1网格", "专职网格员", "张三", "2024年3月"]]
    assert load(book(网格=GRID, 任职=rows)).problems == []
    (held,) = find("MATCH ()-[h:HOLDS]->() RETURN h.until AS until, h.termEnds AS ends")
    assert tuple(held.values()) == (FOREVER, date(2024, 3, 31))
