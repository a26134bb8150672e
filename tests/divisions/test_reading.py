"""Lists as files: what is read, and what is refused with the rows a person sees."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from wushe.errors import RefusedError
from wushe.loaders.divisions import is_division_list
from wushe.loaders.divisions.packaged import DATA, NATIONAL, atlas, known_above, packaged_lists, path_of
from wushe.loaders.divisions.reading import day_in_name, read_list

HEAD = "code,name,level,parent_code\n"
GOOD = "511903100,明阳镇,town,511903\n511903100201,青龙村民委员会,village,511903100\n"


def write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    data = text.encode(encoding)
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["list.csv", "list.csv.gz"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str, name: str) -> None:
    """Spreadsheet programs write UTF-8 with a mark, GB18030 or UTF-16."""
    path = write(tmp_path, HEAD + GOOD, name, encoding)
    assert is_division_list(path)
    rows = read_list(path, known_above).rows
    assert [(row.code, row.name, row.row) for row in rows] == [
        ("511903100", "明阳镇", 2),
        ("511903100201", "青龙村民委员会", 3),
    ]


def test_columns_stand_in_any_order_and_rows_keep_their_own_day(tmp_path: Path) -> None:
    """Empty lines count as lines; other columns are passed over."""
    text = "as_of,level,name,note,parent_code,code\n\n2020-06-30,town,明阳镇,x,511903,511903100\n"
    (row,) = read_list(write(tmp_path, text), known_above).rows
    assert (row.row, row.day, row.parent) == (3, date(2020, 6, 30), "511903")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("51190310,明阳镇,town,511903\n", "第 2 行的编码应为 9 位"),
        ("511903100,,town,511903\n", "第 2 行没有名称"),
        ("511903100,明阳镇,镇,511903\n", "第 2 行的 level"),
        ("511903100,明阳镇,town,5119\n", "第 2 行的上级编码应为 6 位"),
        ("999903100,明阳镇,town,999903\n", "第 2 行的上级不在名单中"),
        (GOOD + "511903200201,红旗村民委员会,village,511903200\n", "第 4 行的上级不在名单中"),
        (GOOD + "511903100,明阳,town,511903\n", "第 4 行与第 2 行编码重复"),
        ("", "没有数据行"),
    ],
)
def test_a_list_with_a_bad_row_is_refused_whole(tmp_path: Path, rows: str, said: str) -> None:
    """The message names the file and the row."""
    with pytest.raises(RefusedError, match=said) as refused:
        read_list(write(tmp_path, HEAD + rows), known_above)
    assert "list.csv" in refused.value.message


def test_a_list_without_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="缺少列：parent_code"):
        read_list(write(tmp_path, "code,name,level\n"), known_above)


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress((HEAD + GOOD).encode())[:-20])
    with pytest.raises(RefusedError, match="压缩包打不开"):
        read_list(path, known_above)


def test_other_files_are_no_lists(tmp_path: Path) -> None:
    """A roster in csv, a file that is not there, a picture under a wrong name."""
    assert not is_division_list(write(tmp_path, "姓名,联系电话\n", "roster.csv"))
    assert not is_division_list(tmp_path / "none.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\xff\x00")
    assert not is_division_list(tmp_path / "picture.csv")


def test_every_packaged_list_can_be_read() -> None:
    """Each says in its name which day it speaks for; the national one has 2,978 counties."""
    for path in DATA.glob("*.csv"):
        assert day_in_name(path.name)
        assert read_list(path, known_above).rows
    assert is_division_list(NATIONAL)
    assert sum(len(code) == 6 for code in atlas()) == 2978


def test_a_county_has_its_dated_lists_and_its_slice_of_the_national_one() -> None:
    """Row numbers are those of the national file."""
    lists = packaged_lists("511903")
    assert [item.day.year for item in lists] == [2016, 2019, 2020, 2023, 2023]
    assert [len(item.file.rows) for item in lists] == [465, 470, 327, 327, 330]
    county = next(row for row in lists[-1].file.rows if row.code == "511903")
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        assert next(line for number, line in enumerate(lines, 1) if number == county.row).startswith("511903,恩阳区,")


@pytest.mark.parametrize(
    ("county", "path"),
    [
        ("511903", "四川省 / 巴中市 / 恩阳区"),
        ("441900", "广东省 / 东莞市"),
        ("110101", "北京市 / 东城区"),
        ("429004", "湖北省 / 仙桃市"),
        ("500243", "重庆市 / 彭水苗族土家族自治县"),
    ],
)
def test_paths_leave_out_nominal_levels(county: str, path: str) -> None:
    assert path_of(county) == path
