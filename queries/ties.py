"""Ties between bodies by id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch

_END = re.compile(r":(?=(?:place|org):)")


@dataclass(frozen=True, slots=True)
class TieEnds:
    """A tie by its id and its ends."""

    id: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie from `start` to `end`."""

    id: str
    kind: str
    start: str
    end: str
    axis: str | None
    primary: bool | None
    role: str | None
    mechanism: str | None
    contribution: str | None
    since: date
    until: date
    inferred: bool
    rule: str | None
    by: list[str]


def ties(reader: Reader, wanted: Collection[TieEnds]) -> list[TieRow]:
    """The ties among these, of any time."""
    return fetch(reader, "ties", TieRow, wanted=[asdict(want) for want in wanted])


def ends_in(tie: str) -> Iterator[TieEnds]:
    """Where the id of a tie may be cut into its two ends: `leads:org:…:place:…`, with a number behind or not."""
    rest = tie.partition(":")[2]
    numberless = re.sub(r":\d+$", "", rest)
    for whole in dict.fromkeys((rest, numberless)):
        for cut in _END.finditer(whole):
            yield TieEnds(tie, whole[: cut.start()], whole[cut.end() :])
