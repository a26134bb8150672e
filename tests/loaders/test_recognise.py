"""Which table a sheet is."""

from __future__ import annotations

import pytest

from wushe.errors import RefusedError
from wushe.loaders.privacy import refused_header
from wushe.loaders.reading import Row, Sheet
from wushe.loaders.recognise import recognise
from wushe.schema import schema


def sheet(*rows: tuple[str | None, ...], name: str = "表") -> Sheet:
    """A sheet of these rows."""
    return Sheet(name, tuple(Row(number, row) for number, row in enumerate(rows, start=1)))


@pytest.mark.parametrize("code", sorted(schema().tables))
def test_every_table_by_its_headers(code: str) -> None:
    """The headers of a table are of that table and no other, in any order."""
    headers = tuple(column.header for column in schema().tables[code].columns)
    found = recognise(sheet(headers[::-1], ("甲",)))
    assert found is not None
    assert found.table.code == code
    assert len(found.columns) == len(headers)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (("序号", "网格名称", "所属村(社区)", "户数"), "places"),
        (("单位名称", "职务", "姓 名", "所属镇街", "联系电话"), "tenures"),
        (("组织名称", "组织类型", "上级党组织"), "organizations"),
        (("诉求类别", "责任单位"), "duties"),
        (("需求内容", "事项"), "needs"),
    ],
)
def test_aliases(headers: tuple[str, ...], code: str) -> None:
    """Headers as rosters write them, spaced and in either width of brackets."""
    found = recognise(sheet(("某名册",), (None,), headers, ("甲",)))
    assert found is not None
    assert (found.table.code, found.titles.strip()) == (code, "某名册")


def test_columns_are_kept_dropped_or_refused() -> None:
    """An allow-list: unknown ones are dropped, personal ones refused unread, attributes added up or not read."""
    found = recognise(sheet(("单位", "岗位", "姓名", "身份证号码", "性别", "出生年月", "民族", "爱好")))
    assert found is not None
    assert [column.field for column in found.columns] == ["body", "post", "name"]
    assert (found.refused, found.unread, found.dropped) == (("身份证号码", "民族"), ("出生年月",), ("爱好",))
    assert [column.header for column in found.counted] == ["性别"]
    bodies = recognise(sheet(("名称", "所在地", "性别")))
    assert bodies is not None
    assert (bodies.counted, bodies.unread) == ((), ("性别",))


@pytest.mark.parametrize(
    "header", ["户籍所在地", "居 住 地", "健康情况", "医保号", "护照号码", "紧急联系人", "公民身份号码", "ＱＱ号"]
)
def test_other_words_for_what_is_refused(header: str) -> None:
    """Are refused too, and not only unknown."""
    found = recognise(sheet(("单位", "岗位", "姓名", header), ("登科寺社区", "社工", "张三", "某")))
    assert found is not None
    assert (len(found.refused), found.dropped) == (1, ())


@pytest.mark.parametrize("header", ["户籍户数", "户数", "办公地址", "联系电话", "证书编号"])
def test_words_that_only_sound_so(header: str) -> None:
    """Of places, offices and papers."""
    assert not refused_header(header)


def test_two_tables_are_refused_and_none_is_none() -> None:
    """Both are named; a sheet without a header of ours is nothing."""
    with pytest.raises(RefusedError, match="“区划与网格”和“组织”"):
        recognise(sheet(("名称", "上级", "所在地")))
    assert recognise(sheet(("甲", "乙"), ("1", "2"))) is None


@pytest.mark.parametrize(
    "title",
    [
        "登科街道特困供养人员花名册",
        "五保户名单",
        "社区矫正对象信息表",
        "留守儿童台账（2024年）",
        "流动人口登记簿",
        "刑满释放人员名册",
    ],
)
def test_lists_of_people_who_must_not_be_listed(title: str) -> None:
    """Told by what a title calls them."""
    with pytest.raises(RefusedError, match="特殊人群"):
        recognise(sheet((title,), ("单位", "岗位", "姓名")))


@pytest.mark.parametrize(
    "title",
    [
        "社区矫正社工名单",
        "残疾人专职委员花名册",
        "戒毒社工通讯录",
        "流动人口协管员名册",
        "信访局通讯录",
        "困境儿童主任花名册",
    ],
)
def test_lists_of_those_who_work_for_them(title: str) -> None:
    """Are rosters as any."""
    assert recognise(sheet((title,), ("单位", "岗位", "姓名"))) is not None


def test_special_populations_are_refused() -> None:
    """By the sheet's name or its title."""
    with pytest.raises(RefusedError, match="特殊人群"):
        recognise(sheet(("重点人员名册",), ("单位", "岗位", "姓名")))
