"""A small county to load into, and workbooks made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from wushe.graph import Fact, Graph, LoadRecord, Reader, edge, node, write_load
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.names import Naming, Span, name_facts
from wushe.loaders.report import LoadReport
from wushe.schema.ids import place_id
from wushe.schema.naming import form_of
from wushe.settings import Settings

DAY = date(2024, 7, 15)
LISTED = date(2016, 7, 31)
COUNTY = (
    ("511903", "county", "恩阳区", None),
    ("511903001", "town", "登科街道", "511903"),
    ("511903001002", "village", "登科寺社区", "511903001"),
    ("511903001234", "village", "狮子山村", "511903001"),
    ("511903101", "town", "玉山镇", "511903"),
    ("511903101200", "village", "青龙村", "511903101"),
    ("511903120", "town", "雪山镇", "511903"),
    ("511903120200", "village", "青龙村", "511903120"),
)
Rows = Sequence[Sequence[Any]]
Book = Callable[..., Path]
Load = Callable[..., LoadReport]
Find = Callable[..., list[dict[str, Any]]]


def skeleton() -> Iterator[Fact]:
    """The divisions of the small county."""
    by = ("load:skeleton#!1",)
    for code, kind, name, parent in COUNTY:
        identifier = place_id(code)
        properties = {"kind": kind, "name": name, "code": code, "county": code[:6], "fullName": name}
        properties |= {"form": form} if (form := form_of(kind, name)) else {}
        yield node("Place", identifier, properties, attested=LISTED, by=by)
        yield from name_facts(Naming(identifier, code[:6], kind, name), Span(), attested=LISTED, by=by)
        if parent:
            yield edge("PART_OF", identifier, place_id(parent), attested=LISTED, by=by)


@pytest.fixture
def county(graph: Graph) -> Graph:
    """A graph with three towns and four villages, two of the same name."""
    record = LoadRecord("load:skeleton", "source:skeleton", "区划", "0", LISTED, scope=("511903",))
    record.area_codes = {"511903": "0827"}
    write_load(graph, record, lambda _: list(skeleton()))
    return graph


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    """Settings with a home of their own; today is the day of the files."""
    return Settings(home=tmp_path / "home", today=DAY, county=None, id_key=None)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Make a workbook: sheets by name, each a list of rows."""

    def make(name: str = "名册.xlsx", **sheets: Rows) -> Path:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        workbook.save(path)
        return path

    return make


@pytest.fixture
def load(county: Graph, home: Settings) -> Load:
    """Load a file into the small county."""

    def run(path: Path, **options: Any) -> LoadReport:
        return load_file(county, path, home, LoadOptions(**options))

    return run


@pytest.fixture
def find(county: Graph) -> Find:
    """Ask the graph."""

    def ask(query: str, **parameters: Any) -> list[dict[str, Any]]:
        def work(reader: Reader) -> list[dict[str, Any]]:
            return reader.run(query, **parameters)

        return county.read(work)

    return ask


GRID: Rows = [
    ["名称", "类型", "上级", "编码", "别名", "户数", "人口", "范围说明", "覆盖网格", "起始日期", "终止日期"],
    ["登科寺社区第1网格", "网格", "登科寺社区", "511903001002001", "广场网格", 320, 910, "登科路", None, "2021-01-01"],
    ["登科寺社区第二网格", "网格", "登科街道登科寺社区", None, None, "300户", None, None, None, "2021年"],
]
OFFICER: Rows = [
    ["登科街道网格员名册（样例）"],
    ["填报单位：登科街道  填报时间：2024年7月15日"],
    ["单位", "岗位", "姓名", "联系电话", "办公电话", "起始日期", "终止日期", "核实日期"],
    [
        "登科寺社区第1网格",
        "专职网格员",
        "张　三",
        12000000001,
        "0000002",
        "2024-01-01",
        None,
        datetime(2024, 7, 10),
    ],
    ["登科寺社区第2网格", "专职网格员", "空缺", None, None, None, None, None],
]
