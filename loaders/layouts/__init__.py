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
from wushe.schema import schema
from wushe.schema.kinds import Declaration, Table
from wushe.schema.registry import attributes_of

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
    unknown = {word for row in layout.rows for word in _words(row)} - layout.fields
    if unknown or layout.code in schema().tables:
        raise ValueError(f"loaders/layouts/{layout.code}: no such field {sorted(unknown)}, or the code of a table")
    for row in layout.rows:
        if extra := set(row.values) - _writable(row.table):
            raise ValueError(f"loaders/layouts/{layout.code}: {row.table} has no {sorted(extra)}")
    return layout


def _words(row: Emission) -> Iterator[str]:
    for template in row.values.values():
        for slot in SLOT.findall(template):
            yield from (part for part in slot.split("|") if part.isascii())
    for condition in (*row.when, *row.unless):
        yield from condition.partition("~")[0].split("|")
    yield from (row.each,) if row.each else ()


def _writable(table: str) -> set[str]:
    """The fields of a table, the attributes of what its rows are about, and the place that tells namesakes apart."""
    known = {column.field for column in schema().tables[table].columns} | {"place"}
    return known | set(attributes_of(kinds_of(table)))
