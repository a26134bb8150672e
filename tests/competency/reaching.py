"""B. How to reach somebody."""

from __future__ import annotations

from collections import Counter

from tests.competency.books import Books, is_current
from tests.competency.model import Data, nodes, on
from wushe.samples.generator.tables import Tenure

OPEN = ("书记", "副书记", "主任", "副主任", "妇联主席", "团支部书记", "工会主席", "残协主席", "网格长", "委员", "社工")
"""Posts whose holders anybody may look up by name."""
_NODE = "person { name } post { name } body { name } contact { officePhone phone masked }"


def _list(arguments: str) -> str:
    return on(f"{{ contacts({arguments}, asOf: $DAY, first: 200) {{ totalCount edges {{ node {{ {_NODE} }} }} }} }}")


def entries(data: Data) -> list[tuple[str, str, str]]:
    """Who, in which post, of which body."""
    return sorted(
        (one["person"]["name"] if one["person"] else "", one["post"]["name"], one["body"]["name"])
        for one in nodes(data, "contacts")
    )


def _lines(data: Data) -> list[str]:
    return sorted({one["contact"]["officePhone"] for one in nodes(data, "contacts")})


def _office(books: Books) -> list[str]:
    return sorted(
        {line["办公电话"] for line in books.of(Tenure) if line["单位"] == "玉山镇综治中心" and is_current(line)}
    )


def namesake(books: Books) -> str:
    """A name that several people in open posts bear."""
    villages: dict[str, set[str]] = {}
    for line in books.tenures(*OPEN):
        villages.setdefault(line["姓名"], set()).add(line["所在地"] or line["单位"])
    counts = Counter({name: len(found) for name, found in villages.items()})
    return next(name for name, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if number < 12)


def _by_name(books: Books, name: str) -> list[tuple[str, str, str]]:
    return _rows(books, lambda line: line["姓名"] == name)


def _rows(books: Books, wanted: object) -> list[tuple[str, str, str]]:
    assert callable(wanted)
    return sorted(
        (line["姓名"], line["岗位"], books.official(line["单位"], line.file))
        for line in books.of(Tenure)
        if line["姓名"] != "空缺" and is_current(line) and wanted(line)
    )
