"""联动关系 as rows: who leads, guides, joins, serves or works with whom."""

from __future__ import annotations

from collections.abc import Iterator

from wushe.loaders.exporting.cells import Properties, Row, dates, plain
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.loaders.tables.ties import MEMBERSHIP, PRIMARY
from wushe.schema import Axis, schema
from wushe.schema.values import AXIS_LABELS


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every tie."""
    for tie in snapshot.ties:
        yield {
            "start": tie["start"],
            "kind": schema().ties[tie["kind"]].label,
            "end": tie["other"],
            "mechanism": plain(tie.get("mechanism")),
            "attribute": _attribute(tie),
            "basis": plain(tie.get("basis")),
            "id": tie["id"],
            "contribution": plain(tie.get("contribution")),
            "axis": AXIS_LABELS[Axis(tie["axis"])] if tie.get("axis") else "",
            "rule": plain(tie.get("rule")),
            **dates(tie),
        }


def _attribute(tie: Properties) -> str:
    """主 or 次 of a leader, the role of a member."""
    words = {role: word for word, role in reversed(MEMBERSHIP.items())}
    if tie["kind"] == "LEADS":
        return next(word for word, primary in PRIMARY.items() if primary is bool(tie.get("primary")))
    return words.get(tie.get("role") or "", "")
