"""What a body is called: on the day, otherwise, and in the course of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from wushe.api.types.basics import Attribute, Name
from wushe.api.types.scalars import AttributeValue
from wushe.api.view import Viewer, still, text
from wushe.queries.bodies import BodyRow
from wushe.queries.matches import MatchHow
from wushe.schema import schema
from wushe.schema.kinds import Attribute as AttributeDeclaration

FIELDS = frozenset(
    {"kind", "name", "county", "phone", "address", "code", "uscc", "households", "population", "note", "landmarks"}
)
"""Properties that are fields of their own."""
LONG, SHORTEST = 8, 3
"""Characters of a name that is too long to say, and of the shortest that still says what it is."""


def name_on(row: BodyRow, as_of: date) -> str:
    """The name valid on the day, else the latest."""
    return next((name["text"] for name in row.names if name["form"] == "name" and _holds(name, as_of)), row.name)


def aliases_on(row: BodyRow, as_of: date) -> list[str]:
    """Every other form of name valid on the day."""
    own = name_on(row, as_of)
    forms = [form for name in row.names if _holds(name, as_of) for form in (name["text"], name["full"])]
    return [form for form in dict.fromkeys(forms) if form != own]


def brief(name: str, aliases: Iterable[str]) -> str:
    """The shorter name that people say for a long official one: 登科街道党工委."""
    spoken = [alias for alias in aliases if SHORTEST <= len(alias) < len(name)]
    return min(spoken, key=len) if spoken and len(name) > LONG else name


def names_of(viewer: Viewer, row: BodyRow, as_of: date) -> list[Name]:
    """All names with their dates, the full form of each after it."""
    return [name for stored in row.names for name in _forms(viewer, stored, as_of)]


def _forms(viewer: Viewer, stored: dict[str, Any], as_of: date) -> Iterator[Name]:
    short = stored["full"] not in {None, stored["text"]}
    how = MatchHow.ALIAS if stored["form"] == "alias" else MatchHow.SHORT_NAME if short else MatchHow.FULL_NAME
    now = _holds(stored, as_of)
    since, until = stored["since"], still(stored["until"])
    yield Name(text=text(viewer, stored["text"]), how=how if now else MatchHow.OLD_NAME, since=since, until=until)
    if short:
        full = MatchHow.FULL_NAME if now else MatchHow.OLD_NAME
        yield Name(text=text(viewer, stored["full"]), how=full, since=since, until=until)


def _holds(name: dict[str, Any], as_of: date) -> bool:
    return bool(name["since"] <= as_of < name["until"])


def attributes_of(viewer: Viewer, row: BodyRow) -> list[Attribute]:
    """The declared properties that have no field of their own."""
    declared = schema().nodes[row.label].properties
    found = []
    for code, known in declared.items():
        value = row.properties.get(code)
        if code in FIELDS or value is None:
            continue
        unit = known.unit if isinstance(known, AttributeDeclaration) else None
        found.append(Attribute(code=code, label=known.label, value=AttributeValue(_shown(viewer, value)), unit=unit))
    return found


def _shown(viewer: Viewer, value: Any) -> Any:
    """A value as the viewer may see it; several texts are one."""
    words = "、".join(value) if isinstance(value, list) else value
    return text(viewer, words) if isinstance(words, str) else words
