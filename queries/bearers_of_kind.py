"""The posts or bodies of a kind that stand at a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Want:
    """A kind of bearer at a place; `post` says that it is a post's.

    `bodies` narrows the organisations whose posts count, `top` to those led by none that is located there.
    """

    place: str
    kind: str
    bodies: tuple[str, ...] | None
    top: bool
    post: bool = True


@dataclass(frozen=True, slots=True)
class BearerRow:
    """A bearer; `post` is None for a body of the kind. `since` and `by` are the body's."""

    kind: str
    place: str
    body: str
    post: str | None
    since: date
    by: list[str]


def bearers_of_kind(reader: Reader, wanted: Collection[Want], as_of: date) -> list[BearerRow]:
    """Every bearer of the wanted kinds, those attested only later too."""
    rows = [{**asdict(want), "bodies": None if want.bodies is None else list(want.bodies)} for want in wanted]
    return fetch(reader, "bearers_of_kind", BearerRow, wanted=rows, as_of=as_of)
