"""Headers of several rows: groups, merged cells, duplicates; and the rows below them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from wushe.loaders.reading import Merge, Row, Sheet, Value
from wushe.loaders.recognise import Recognised, recognise

Rows = Sequence[Sequence[Value]]


def found(*rows: Sequence[Value], merges: Sequence[Merge] = ()) -> Recognised:
    """A sheet of these rows as it is recognised; rows without anything are none."""
    kept = [
        Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1) if any(c is not None for c in cells)
    ]
    recognised = recognise(Sheet("表", tuple(kept), tuple(merges)))
    assert recognised is not None
    return recognised


def fields(sheet: Recognised) -> list[tuple[int, str]]:
    """The columns that are kept and what they fill."""
    return [(column.index, column.field) for column in sheet.columns]


GROUPED: Rows = [
    ["登科街道2024年网格员花名册", None, None, None, None, None, None],
    ["填报单位：登科街道", None, "填报时间：2024.7.15", None, "填报人：某", None, None],
    ["序号", "所在村(社区)", "网格", "姓名", "联系方式", None, "备注"],
    [None, None, None, None, "手机", "办公电话", None],
    [1, "登科寺社区", 1, "张三", "12000000001", "0000001", None],
]
DOWN = tuple(Merge(3, index, 4, index) for index in (0, 1, 2, 3, 6))


@pytest.mark.parametrize("merges", [(), (Merge(1, 0, 1, 6), *DOWN, Merge(3, 4, 3, 5)), (Merge(1, 0, 1, 6),)])
def test_a_group_over_two_columns(merges: Sequence[Merge]) -> None:
    """With the merged cells of a workbook, with none, and with the title's only."""
    sheet = found(*GROUPED, merges=merges)
    assert sheet.table.code == "grid_officers"
    assert fields(sheet) == [(1, "village"), (2, "grid"), (3, "name"), (4, "phone"), (5, "office_phone"), (6, "remark")]
    assert [c.header for c in sheet.columns][3:5] == ["联系方式/手机", "联系方式/办公电话"]
    assert [row.number for row in sheet.rows] == [5]
    assert sheet.titles == "登科街道2024年网格员花名册\n填报单位：登科街道 填报时间：2024.7.15 填报人：某"


def test_three_rows() -> None:
    """The group of a group; an attribute to be added up still counts."""
    rows: Rows = [
        ["村(社区)", "网格", "专职网格员", None, None, None],
        [None, None, "姓名", "基本情况", "联系方式", None],
        [None, None, None, "政治面貌", "手机", "座机"],
        ["登科寺社区", 1, "张三", "党员", "12000000001", None],
    ]
    merges = [Merge(1, 0, 3, 0), Merge(1, 1, 3, 1), Merge(1, 2, 1, 5), Merge(2, 2, 3, 2), Merge(2, 4, 2, 5)]
    sheet = found(*rows, merges=merges)
    assert fields(sheet) == [(0, "village"), (1, "grid"), (2, "name"), (4, "phone"), (5, "office_phone")]
    assert [(c.header, c.field) for c in sheet.counted] == [("专职网格员/基本情况/政治面貌", "政治面貌")]
    assert len(sheet.rows) == 1


def test_one_word_under_several_groups() -> None:
    """姓名 under 书记 and under 主任 are two columns; so is a telephone to the right of each."""
    under: Rows = [
        ["村(社区)", "书记", None, "主任", None],
        [None, "姓名", "电话", "姓名", "电话"],
        ["甲", "乙", 1, "丙", 2],
    ]
    beside: Rows = [["村(社区)", "书记", "电话", "主任姓名", "电话"], ["甲", "乙", 1, "丙", 2]]
    expected = ["village", "secretary", "secretary_phone", "director", "director_phone"]
    for rows in (under, beside):
        sheet = found(*rows)
        assert sheet.table.code == "village_cadres"
        assert [field for _, field in fields(sheet)] == expected


def test_groups_in_a_row_of_their_own() -> None:
    """All headers are in the lower row; what stands above are groups of some."""
    rows: Rows = [
        [None, "书记", None, "主任", None],
        ["村(社区)", "姓名", "电话", "姓名", "电话"],
        ["甲", "乙", 1, "丙", 2],
    ]
    assert len(fields(found(*rows))) == 5


def test_the_names_of_another_post_are_not_ours() -> None:
    """网格长 over 姓名 is no 网格员; 队长, whom the roster does not know, is nobody of it."""
    rows: Rows = [
        ["村(社区)", "网格", "网格长", None, "网格员", None, "队长", None],
        [None, None, "姓名", "电话", "姓名", "电话", "姓名", "电话"],
        ["甲", 1, "乙", 1, "丙", 2, "丁", 3],
    ]
    sheet = found(*rows)
    assert [field for _, field in fields(sheet)] == ["village", "grid", "head", "head_phone", "name", "phone"]
    assert sheet.dropped == ("队长/姓名", "队长/电话")
    alone: Rows = [["村(社区)", "网格", "队长", None], [None, None, "姓名", "电话"], ["甲", 1, "乙", 1]]
    assert recognise(Sheet("表", tuple(Row(n, tuple(cells)) for n, cells in enumerate(alone, 1)))) is None


def test_the_same_header_twice_is_read_once() -> None:
    """Where nothing tells which is meant, the first; the other is reported."""
    sheet = found(["单位", "岗位", "姓名", "姓名"], ["甲", "书记", "乙", "丙"])
    assert (fields(sheet), sheet.dropped) == ([(0, "body"), (1, "post"), (2, "name")], ("姓名",))


@pytest.mark.parametrize(
    ("group", "leaf"),
    [("证件号码", "号码"), ("身份", "证号"), ("家庭住址", "村(社区)"), ("银行卡", "备注"), ("基本信息", "身份证号")],
)
def test_a_refused_word_anywhere_above_refuses(group: str, leaf: str) -> None:
    """Of the group, of the header, or of both read on."""
    rows: Rows = [
        ["单位", "岗位", "姓名", group, None],
        [None, None, None, leaf, "其他"],
        ["甲", "书记", "乙", "丙", "丁"],
    ]
    sheet = found(*rows, merges=[*(Merge(1, index, 2, index) for index in range(3)), Merge(1, 3, 1, 4)])
    assert f"{group}/{leaf}" in sheet.refused
    assert fields(sheet) == [(0, "body"), (1, "post"), (2, "name")]


def test_titles_are_no_groups() -> None:
    """Two cells of a title row, and one that a program repeats in every cell."""
    head = ["单位", "岗位", "姓名"]
    assert found(["登科街道", None, "2024年7月"], head, ["甲", "书记", "乙"]).titles == "登科街道 2024年7月"
    assert found(["名册", "名册", "名册"], head, ["甲", "书记", "乙"]).titles == "名册"


def test_rows_of_people_are_no_header() -> None:
    """Although their words are headers elsewhere."""
    sheet = found(["单位", "岗位", "姓名"], [None, "主任", "张三"], [None, "书记", None])
    assert [row.number for row in sheet.rows] == [2, 3]


def test_columns_without_a_header_are_reported() -> None:
    """Nobody reads them."""
    assert found(["单位", "岗位", "姓名"], ["甲", "书记", "乙", None, "丁"]).dropped == ("（第 E 列，没有表头）",)


def test_merged_cells_are_filled_downward() -> None:
    """From the first cell, in its column, to the last row; an unmerged blank stays blank; nothing goes to the side."""
    rows: Rows = [
        ["单位", "岗位", "姓名", "备注"],
        ["甲社区", "书记", "张三", "宽"],
        [None, "主任", "李四", None],
        [None, None, None, None],
        [None, "小计", 2, None],
        [None, "委员", "王五", None],
    ]
    sheet = found(*rows, merges=[Merge(2, 0, 5, 0), Merge(2, 3, 3, 4), Merge(1, 0, 1, 0)])
    assert [(row.number, row.cells, sorted(row.filled)) for row in sheet.rows] == [
        (2, ("甲社区", "书记", "张三", "宽"), []),
        (3, ("甲社区", "主任", "李四", "宽"), [0, 3]),
        (5, ("甲社区", "小计", 2, None), [0]),
        (6, (None, "委员", "王五", None), []),
    ]


def test_a_header_printed_again_is_no_row() -> None:
    """As on every page."""
    head = ["单位", "岗位", "姓名"]
    assert [row.number for row in found(head, ["甲", "书记", "乙"], head, ["丙", "书记", "丁"]).rows] == [2, 4]
