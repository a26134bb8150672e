"""The small county of the loaders' tests, with addresses in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.loaders.conftest import Book, Load, Rows, book, county, find, home, load  # noqa: F401 - fixtures
from wushe.graph import Graph, Reader
from wushe.queries.matches import Match, Scope
from wushe.queries.resolve import resolve, resolve_one

SCOPE = Scope(("511903",), date(2024, 8, 1))
PLACE = ("Place",)
VILLAGE = "place:511903001002"
G1, G2, G3 = (f"{VILLAGE}-G0{number}" for number in (1, 2, 3))
ESTATE = f"{VILLAGE}-E-义阳府第"
HEADERS = ["名称", "类型", "上级", "范围说明"]
GROUND: Rows = [
    HEADERS,
    ["第1网格", "网格", "登科寺社区", "登科路1号至88号、登科寺广场、城南路、街道便民服务中心"],
    [
        "第2网格",
        "网格",
        "登科寺社区",
        "登科路89号至200号、义阳大道东段2号至120号、义阳府第1至9幢、城南路、东临登科寺广场",
    ],
    ["第3网格", "网格", "登科寺社区", "恩阳大道1号至35号（单号）、北门农贸市场、码头至古镇桥头"],
    ["狮子山村第1网格", "网格", "狮子山村", "恩阳大道2号至36号（双号）、石盘沟"],
    ["玉山镇青龙村第1网格", "网格", "玉山镇青龙村", "农贸市场、老街"],
    ["雪山镇青龙村第1网格", "网格", "雪山镇青龙村", "农贸市场、河街"],
    ["义阳府第", "小区", "登科寺社区", "义阳大道东段58号，1至9幢"],
    ["第1好邻居片", "好邻居片", "登科寺社区", "义阳府第3幢1单元"],
]
Meant = Callable[..., list[Match]]


@pytest.fixture
def ground(book: Book, load: Load, county: Graph) -> Graph:  # noqa: F811 - the fixtures
    """Grids, an estate and a cell with what lies in them."""
    report = load(book(地点=GROUND))
    assert report.exit_code == 0, report.problems
    return county


@pytest.fixture
def meant(county: Graph) -> Meant:  # noqa: F811 - the fixture
    """What a text may mean."""

    def ask(text: str, *, types: tuple[str, ...] = PLACE, within: str | None = None, limit: int = 5) -> list[Match]:
        return county.read(lambda reader: resolve(reader, text, SCOPE, types=types, within=within, limit=limit))

    return ask


@pytest.fixture
def one(county: Graph) -> Callable[[str], Match]:  # noqa: F811 - the fixture
    """The one place that a text means."""

    def work(reader: Reader, text: str) -> Match:
        return resolve_one(reader, text, SCOPE, types=PLACE, noun="地点")

    return lambda text: county.read(lambda reader: work(reader, text))
