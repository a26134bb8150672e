"""What a row of a list must be: a code as long as its level asks, a name, a parent one level up, each code once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from wushe.errors import RefusedError
from wushe.loaders.divisions.claims import LEVELS
from wushe.loaders.secret_numbers import holds_secret_number

KINDS = {kind: kind for kind in LEVELS.values()} | {"city": "prefecture"}
LENGTHS = {kind: length for length, kind in LEVELS.items()}
ABOVE = {"province": 0, "prefecture": 2, "county": 4, "town": 6, "village": 9}
"""The length of the parent's code by kind."""
SHOWN = 5


class Row(NamedTuple):
    """One row as listed, with the number a person sees in the file."""

    code: str
    name: str
    level: str
    parent: str
    row: int
    day: date | None


Problem = tuple[int, str]


def check_rows(title: str, rows: Sequence[Row], known: Callable[[str], bool]) -> None:
    """Refuse the whole list when any row cannot be right, naming the rows.

    Raises:
        RefusedError: with the first few rows and what is wrong with each.
    """
    if not rows:
        raise RefusedError(f"名单 {title} 没有数据行", hint="整个文件没有载入")
    problems = [(row.row, problem) for row in rows if (problem := _shape(row))]
    problems += _repeated(rows)
    problems += _orphans(rows, known)
    if problems:
        raise told(title, sorted(problems))


def told(title: str, problems: Sequence[Problem]) -> RefusedError:
    """The refusal of a list for these rows."""
    first = "；".join(f"第 {row} 行{problem}" for row, problem in problems[:SHOWN])
    more = f"；等共 {len(problems)} 处" if len(problems) > SHOWN else ""
    return RefusedError(f"名单 {title} 有不能用的行：{first}{more}", hint="整个文件没有载入，请改正后重试")


def _shape(row: Row) -> str:
    kind = KINDS.get(row.level)
    if kind is None:
        return "的 level 不是 province、city、county、town、village 之一"
    if not _digits(row.code) or len(row.code) != LENGTHS[kind]:
        return f"的编码应为 {LENGTHS[kind]} 位数字（level 为 {row.level}）"
    if len(row.parent) != ABOVE[kind] or (row.parent and not _digits(row.parent)):
        return f"的上级编码应为 {ABOVE[kind]} 位数字" if ABOVE[kind] else "是省级，不应有上级编码"
    if not row.name.isalpha() and holds_secret_number(row.name):
        return "的名称含有身份证号或银行卡号，请删去"
    return "" if row.name else "没有名称"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _repeated(rows: Sequence[Row]) -> Iterator[Problem]:
    first: dict[date | None, dict[str, int]] = {}
    for row in rows:
        earlier = first.setdefault(row.day, {}).setdefault(row.code, row.row)
        if row.code and earlier != row.row:
            yield row.row, f"与第 {earlier} 行编码重复"


def _orphans(rows: Sequence[Row], known: Callable[[str], bool]) -> Iterator[Problem]:
    """Rows whose parent is neither in the list of that day nor a known county or what lies above one."""
    listed: dict[date | None, set[str]] = {}
    for row in rows:
        if len(row.code) < LENGTHS["village"]:
            listed.setdefault(row.day, set()).add(row.code)
    for row in rows:
        if row.parent and row.parent not in listed.get(row.day, ()) and not known(row.parent):
            yield row.row, "的上级不在名单中"
