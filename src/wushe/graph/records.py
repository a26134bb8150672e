"""What a load wrote, kept with it in pages: for people who ask what changed, and for taking it back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from wushe.graph.difference import BOOKKEEPING, Change, Effect, batches
from wushe.graph.facts import Attestation

PAGE = 1_000
"""Writes on one page: what a reader of a few of them has to unpack."""
LABEL = "WritePage"


@dataclass(frozen=True, slots=True)
class Write:
    """One fact that a load wrote: its type and id, which fields from what to what, and the row that said so.

    `made` for a fact that the graph did not have; then no fields are told. Attestations (`by`, `load`) are not among the
    fields: they follow from the load.
    """

    type: str
    target: str
    made: bool
    fields: Mapping[str, tuple[Any, Any]]
    sheet: str | None = None
    row: int | None = None

    @property
    def told(self) -> dict[str, tuple[Any, Any]]:
        """The fields that say something about the world."""
        return {name: values for name, values in self.fields.items() if name not in BOOKKEEPING}


@dataclass(slots=True)
class Recorder:
    """Collects what one load writes, and gives it as rows of pages that go on from `pages`."""

    load: str
    pages: int = 0
    writes: list[Write] = field(default_factory=list)
    attested: list[Write] = field(default_factory=list)

    def add(self, changes: Sequence[Change]) -> None:
        """Remember these changes."""
        for change in changes:
            kept = self.attested if change.effect is Effect.ATTESTED else self.writes
            kept.append(_write(change, self.load))

    def rows(self) -> Iterator[dict[str, Any]]:
        """The pages as property maps; what was collected is let go."""
        for attested, writes in ((False, self.writes), (True, self.attested)):
            for page in batches(writes, PAGE):
                yield {
                    "id": f"writes:{self.load}:{self.pages}",
                    "load": self.load,
                    "ordinal": self.pages,
                    "attested": attested,
                    "count": sum(1 if write.made else len(write.told) for write in page),
                    "content": packed(page),
                }
                self.pages += 1
        self.writes, self.attested = [], []


def _write(change: Change, load: str) -> Write:
    own = next((one for one in map(Attestation.parse, change.fact.by) if one.load == load), None)
    made = change.before is None
    fields = {} if made else {n: v for n, v in change.fields.items() if n not in {"by", "load"}}
    return Write(change.fact.type, change.fact.id, made, fields, own.sheet if own else None, own.row if own else None)


def packed(writes: Sequence[Write]) -> bytes:
    """Writes as compressed JSON."""
    rows = [[w.type, w.target, w.made, w.fields, w.sheet, w.row] for w in writes]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, default=told_json).encode(), 1)


def unpacked(content: bytes) -> list[Write]:
    """The reverse of `packed`."""
    rows = json.loads(zlib.decompress(bytes(content)), object_hook=meant_json)
    return [Write(t, i, made, {n: tuple(v) for n, v in fields.items()}, s, r) for t, i, made, fields, s, r in rows]


def told_json(value: object) -> dict[str, str]:
    """A date or a time as JSON has it."""
    if isinstance(value, datetime):
        return {"$datetime": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(type(value).__name__)


def meant_json(found: dict[str, Any]) -> Any:
    """The reverse of `told_json`."""
    if "$date" in found:
        return date.fromisoformat(found["$date"])
    return datetime.fromisoformat(found["$datetime"]) if "$datetime" in found else found
