"""Rosters that counties keep as they are, one TOML file each: which columns they have and what each row of them says.

A row of a roster becomes lines of the contract's tables. The values of a line are texts in which `{field}` stands for a
cell, and `{first|second|word}` for the first of these that is filled, else the word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files

from pydantic import Field

from wushe.loaders.headers import kinds_of
from wushe.loaders.privacy import personal_header, refused_header
from wushe.schema import schema
from wushe.schema.kinds import Declaration, Table
from wushe.schema.registry import attributes_of
from wushe.schema.text import squeeze

SLOT = re.compile(r"\{([^{}]+)\}")
"""Where a template takes a cell."""


class Emission(Declaration):
    """One line of a contract table that a row says, with its values by field.

    It is said when every condition of `when` holds and none of `unless`; with `each`, once for every part of that cell.
    A condition is a field that must be filled (`a|b`: either), or `field~pattern`, a field whose text has the pattern.
    """

    table: str
    values: dict[str, str]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    each: str | None = None
    needs: tuple[str, ...] = ()
    """Fields without which the row waits: it would say something else (an officer of the village, not of a grid)."""


class Layout(Table):
    """A roster as counties keep it; it is read as lines of the contract's tables."""

    order: int = 0
    without: tuple[str, ...] = ()
    """Headers that show a sheet to be something else."""
    titles: dict[str, str] = Field(default_factory=dict)
    """Fields that are in the sheet's title or name where no cell has them, as patterns with one group."""
    rows: tuple[Emission, ...]

    @cached_property
    def fields(self) -> frozenset[str]:
        """Everything that a template or a condition may name."""
        return frozenset({column.field for column in self.columns} | set(self.titles))

    @cached_property
    def known(self) -> dict[str, str]:
        """Every header and alias, in one spelling, to its field."""
        aliases = {squeeze(alias): column.field for column in self.columns for alias in column.aliases}
        return aliases | {squeeze(column.header): column.field for column in self.columns}


@cache
def layouts() -> dict[str, Layout]:
    """All layouts by code.

    Raises:
        ValueError: one names a field, a table or a column that there is not.
    """
    found: dict[str, Layout] = {}
    for entry in sorted(files("wushe.loaders").joinpath("layouts").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            code = entry.name.removesuffix(".toml")
            found[code] = checked(Layout.model_validate({"code": code} | tomllib.loads(entry.read_text("utf-8"))))
    return found


def checked(layout: Layout) -> Layout:
    """A layout of which every word means something.

    Raises:
        ValueError: a field, a table or a column that there is not.
    """
    if wrong := "；".join(faults(layout)):
        raise ValueError(f"loaders/layouts/{layout.code}: {wrong}")
    return layout


def faults(layout: Layout) -> Iterator[str]:
    """What in a layout means nothing, each as a line that names the key."""
    if layout.code in schema().tables:
        yield f"文件名 {layout.code} 是模板里一张表的代号，请改一个文件名"
    headers = [squeeze(word) for column in layout.columns for word in (column.header, *column.aliases)]
    if doubled := sorted({header for header in headers if headers.count(header) > 1}):
        yield f"columns：表头“{'”“'.join(doubled)}”写了不止一次，每个表头只能属于一列"
    if secret := sorted({header for header in headers if refused_header(header)}):
        yield f"columns：表头“{'”“'.join(secret)}”的内容不得载入，请删去这一列"
    if personal := sorted({header for header in headers if personal_header(header)}):
        yield f"columns：表头“{'”“'.join(personal)}”是个人属性，只按镇街加总，不用写进版式；请删去这一列"
    if strangers := sorted({h for group in layout.required for h in group if squeeze(h) not in layout.known}):
        yield f"required：“{'”“'.join(strangers)}”不是 columns 里的表头"
    for number, row in enumerate(layout.rows, 1):
        yield from (f"rows[{number}]：{wrong}" for wrong in _row_faults(layout, row))


def _row_faults(layout: Layout, row: Emission) -> Iterator[str]:
    if row.table not in schema().tables:
        yield f"table = “{row.table}”不是一张表，可选 {'、'.join(sorted(schema().tables))}"
        return
    if unknown := sorted(set(_words(row)) - layout.fields):
        yield f"{'、'.join(unknown)} 不是 columns 或 titles 里的 field"
    if extra := sorted(set(row.values) - _writable(row.table)):
        yield f"values 里的 {'、'.join(extra)} 不是 {row.table} 表的字段，可选 {'、'.join(sorted(_writable(row.table)))}"


def _words(row: Emission) -> Iterator[str]:
    for template in row.values.values():
        for slot in SLOT.findall(template):
            yield from (part for part in slot.split("|") if part.isascii())
    for condition in (*row.when, *row.unless):
        yield from condition.partition("~")[0].split("|")
    yield from (row.each,) if row.each else ()
    yield from row.needs


def _writable(table: str) -> set[str]:
    """The fields of a table, the attributes of what its rows are about, and the place that tells namesakes apart."""
    known = {column.field for column in schema().tables[table].columns} | {"place"}
    return known | set(attributes_of(kinds_of(table)))
