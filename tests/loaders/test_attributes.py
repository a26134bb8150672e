"""Columns of 组织 and 区划与网格 that only some kinds have."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.loaders.conftest import Book, Find, Load
from wushe.loaders.attributes import typed
from wushe.loaders.template import write_template
from wushe.schema import schema
from wushe.schema.kinds import Attribute, PropertyType


@pytest.mark.parametrize(
    ("kind", "unit", "value", "expected"),
    [
        ("integer", "户", "1,352户", 1352),
        ("integer", "户", 35, 35),
        ("integer", "户", "若干", None),
        ("integer", "户", 3.5, None),
        ("float", None, "20%", 0.2),
        ("float", "%", "20%", 20.0),
        ("float", None, 0.4, 0.4),
        ("float", None, "两成", None),
        ("boolean", None, "√", True),
        ("boolean", None, "有", True),
        ("boolean", None, "无", False),
        ("boolean", None, "否", False),
        ("boolean", None, "也许", None),
        ("boolean", None, "-", None),
        ("strings", None, "银行、供水、供电", ["银行", "供水", "供电"]),
        ("string", None, "村集体+合作社+农户", "村集体+合作社+农户"),
    ],
)
def test_cells_in_the_type_of_the_attribute(kind: PropertyType, unit: str | None, value: Any, expected: Any) -> None:
    """What is of another type says nothing."""
    assert typed(value, Attribute(type=kind, label="某项", label_en="something", unit=unit)) == expected


HEADER = ["名称", "类型", "所在地", "成员户数", "规范化", "成员账户", "说明"]


def test_columns_of_attributes(book: Book, load: Load, find: Find) -> None:
    """By label or alias, stored where the kind has them; 说明 is the note."""
    rows = [
        HEADER,
        ["登科寺合作社", "合作社", "登科寺社区", "35户", "是", "无", "样例推定"],
        ["狮子山合作社", "合作社", "狮子山村", "许多", None, None, None],
        ["示例物业", "物业公司", "登科寺社区", 99871, None, None, None],
    ]
    report = load(book(组织=rows))
    assert [(p.severity, p.row, p.column) for p in report.problems] == [
        ("warning", 3, "成员户数"),
        ("warning", 4, "成员户数"),
    ]
    assert "99871" not in str(report.to_json())
    found = find("MATCH (o:Organization) RETURN properties(o) AS o ORDER BY o.name")
    assert [
        tuple(row["o"].get(key) for key in ("name", "memberHouseholds", "standardised", "memberAccounts", "note"))
        for row in found
    ] == [
        ("狮子山合作社", None, None, None, None),
        ("登科寺合作社", 35, True, False, "样例推定"),
        ("示例物业", None, None, None, None),
    ]


def test_members_of_a_team_in_its_roster(book: Book, load: Load, find: Find) -> None:
    """A layout fills attributes too."""
    rows = [["队伍名称", "队长", "所属村(社区)", "队员人数"], ["恩义先锋队", "张三", "登科寺社区", "35人"]]
    assert load(book(台账=rows)).problems == []
    assert find("MATCH (o:Organization) RETURN o.members AS members") == [{"members": 35}]


def test_templates_have_the_columns_of_the_contract_only(tmp_path: Any) -> None:
    """Further columns are read, not asked for."""
    write_template(tmp_path / "模板.xlsx")
    workbook = load_workbook(tmp_path / "模板.xlsx")
    for table in schema().templates:
        headers = [cell.value for cell in workbook[table.label][1]]
        assert headers == [column.header for column in table.columns if not column.extra]
    assert "说明" not in [cell.value for cell in workbook["组织"][1]]
