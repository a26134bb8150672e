"""Long rosters of made-up groups, neighbours' cells and people, in the tables of the contract."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from wushe.graph import Graph

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉力玲健萍红玉兰英"
GROUPS = ("名称", "类型", "上级", "户数", "人口", "范围说明", "起始日期")
LEADERS = ("单位", "岗位", "姓名", "任职方式", "联系电话", "起始日期")
CELLS = ("名称", "类型", "上级", "户数", "起始日期")


@dataclass(frozen=True, slots=True)
class Village:
    """A village as rosters name it."""

    code: str
    name: str
    town: str


def villages(graph: Graph) -> list[Village]:
    """The villages of today, by code."""
    query = (
        "MATCH (v:Place {kind: 'village'})-[p:PART_OF]->(t:Place) "
        "WHERE v.until = date('9999-12-31') AND p.until = v.until "
        "RETURN v.code AS code, v.name AS name, t.name AS town ORDER BY code"
    )
    return [Village(**row) for row in graph.read(lambda reader: reader.run(query))]


def groups(path: Path, there: Sequence[Village], rows: int) -> Path:
    """Groups, as many in every village, each known by its number and the names of its village and town."""
    return _write(path, GROUPS, islice(_groups(there, rows), rows))


def leaders(path: Path, there: Sequence[Village], rows: int) -> Path:
    """The leaders of these groups, a person each."""
    return _write(path, LEADERS, islice(_leaders(there, rows), rows))


def cells(path: Path, there: Sequence[Village], rows: int) -> Path:
    """Neighbours' cells by the codes of their villages."""
    each = -(-rows // len(there))
    lines = (
        (f"第{number}片", "好邻居片", village.code, 8 + number % 5, "2023-01-01")
        for village in there
        for number in range(1, each + 1)
    )
    return _write(path, CELLS, islice(lines, rows))


def _groups(there: Sequence[Village], rows: int) -> Iterator[tuple[object, ...]]:
    for village in there:
        kind = "村民小组" if village.name.endswith("村") else "居民小组"
        for number in range(1, -(-rows // len(there)) + 1):
            upper, count = f"{village.town}{village.name}", 20 + number % 30
            yield f"第{number}组", kind, upper, count, 3 * count, f"{number}号院一带", "2021-01-01"


def _leaders(there: Sequence[Village], rows: int) -> Iterator[tuple[object, ...]]:
    for row, (name, _, upper, *_) in enumerate(_groups(there, rows)):
        yield f"{upper}{name}", "小组长", _person(row), "选举", f"120{row:08d}", "2022-06-01"


def _person(number: int) -> str:
    surname, rest = SURNAMES[number % len(SURNAMES)], number // len(SURNAMES)
    return surname + GIVEN[rest % len(GIVEN)] + GIVEN[rest // len(GIVEN) % len(GIVEN)]


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path
