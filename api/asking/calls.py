"""From a reading to the one field of the contract that answers it, so that the answer and the GraphQL to copy cannot differ."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from wushe.api.asking import selections
from wushe.api.types.coverage import LEVEL
from wushe.api.types.enums import Direction
from wushe.queries.ask import Intent, Reading
from wushe.queries.matches import Match
from wushe.queries.text import camel


@dataclass(frozen=True, slots=True)
class Call:
    """A field of `Query` by its Python name, its arguments (those without a value left out), and what to select.

    `field` may lie at a body: then `body` is its id.
    """

    field: str
    arguments: Mapping[str, Any]
    selection: str
    body: str | None = None

    @property
    def graphql(self) -> str:
        """The document."""
        field = f"{camel(self.field)}{_written(self.arguments)} {{ {self.selection} }}"
        if self.body is None:
            return f"{{ {field} }}"
        return f"{{ node(id: {json.dumps(self.body, ensure_ascii=False)}) {{ ... on Body {{ name {field} }} }} }}"


def call_of(reading: Reading, as_of: date) -> Call:
    """What a whole reading asks on a day."""
    call = _CALLS[reading.intent](reading, as_of)
    given = {name: value for name, value in call.arguments.items() if value is not None and value != ()}
    return replace(call, arguments=given)


def _id(match: Match | None) -> str | None:
    return match.id if match else None


def _responsible(reading: Reading, as_of: date) -> Call:
    arguments = {"matter": _id(reading.matter), "place": _id(reading.place), "as_of": as_of}
    if reading.whistle:
        return Call("whistle", arguments, selections.WHISTLE)
    return Call("who_is_responsible", arguments, selections.RESPONSIBILITY)


def _coverage(reading: Reading, as_of: date) -> Call:
    level = next(iter(reading.levels), LEVEL)
    arguments = {"place": _id(reading.place), "matter": _id(reading.matter), "level": level, "as_of": as_of}
    return Call("coverage", arguments, selections.COVERAGE)


def _contacts(reading: Reading, as_of: date) -> Call:
    """A body's own posts; a place's own, unless all within it were asked for."""
    place = None if reading.body else _id(reading.place)
    arguments = {
        "place": place,
        "organization": _id(reading.body),
        "post": reading.posts,
        "text": reading.person,
        "phone": reading.phone,
        "level": next(iter(reading.levels), None),
        "descendants": False if place and not reading.every and reading.person is None else None,
        "as_of": as_of,
    }
    return Call("contacts", arguments, selections.CONTACTS)


def _chain(reading: Reading, as_of: date) -> Call:
    direction = Direction.DOWN if reading.down else Direction.UP
    return Call("chain", {"body": _id(reading.subject), "direction": direction, "as_of": as_of}, selections.CHAIN)


def _linkage(reading: Reading, as_of: date) -> Call:
    arguments = {"from_": _id(reading.subject), "to": _id(reading.other), "as_of": as_of}
    return Call("linkage", arguments, selections.LINKAGE)


def _five(reading: Reading, as_of: date) -> Call:
    arguments = {
        "place": _id(reading.place),
        "gaps_only": reading.incomplete or None,
        "present": reading.having,
        "missing": reading.lacking,
        "as_of": as_of,
    }
    return Call("five_societies", arguments, selections.FIVE)


def _gaps(reading: Reading, as_of: date) -> Call:
    return Call("gaps", {"place": _id(reading.place), "rules": reading.rules, "as_of": as_of}, selections.GAPS)


def _lineage(reading: Reading, as_of: date) -> Call:
    return Call("lineage", {"place": _id(reading.place)}, selections.lineage(reading.as_of))


def _listed(reading: Reading, as_of: date) -> Call:
    place = _id(reading.place)
    if reading.needs:
        return Call("needs", {"place": place, "matter": _id(reading.matter)}, selections.NEEDS)
    if reading.ties:
        return Call("ties", {"kinds": reading.ties}, selections.TIES, _id(reading.subject))
    if reading.kinds or reading.dual:
        arguments = {"place": place, "kind": reading.kinds, "dual": reading.dual or None, "as_of": as_of}
        return Call("organizations", arguments, selections.NAMED)
    return Call("places", {"place": place, "kind": reading.levels, "as_of": as_of}, selections.NAMED)


def _counted(reading: Reading, as_of: date) -> Call:
    if reading.figures:
        return Call("figures", {"place": _id(reading.place), "as_of": as_of}, selections.FIGURES)
    if reading.posts:
        arguments = {"place": _id(reading.place), "post": reading.posts, "as_of": as_of}
        return Call("contacts", arguments, selections.CONTACTS)
    return _listed(reading, as_of)


_CALLS: dict[Intent, Callable[[Reading, date], Call]] = {
    Intent.RESPONSIBLE: _responsible,
    Intent.COVERAGE: _coverage,
    Intent.CONTACT: _contacts,
    Intent.POST_HOLDER: _contacts,
    Intent.CHAIN: _chain,
    Intent.LINKAGE: _linkage,
    Intent.FIVE_SOCIETIES: _five,
    Intent.GAPS: _gaps,
    Intent.LINEAGE: _lineage,
    Intent.LIST: _listed,
    Intent.COUNT: _counted,
}


def _written(arguments: Mapping[str, Any]) -> str:
    """Arguments as GraphQL."""
    parts = [f"{camel(name.removesuffix('_'))}: {_literal(value)}" for name, value in arguments.items()]
    return f"({', '.join(parts)})" if parts else ""


def _literal(value: Any) -> str:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(_literal, value))}]"
    return json.dumps(value, ensure_ascii=False)
