"""责任清单, 需求清单, 指标 and 加总 as rows: tables whose cells are the properties of one node."""

from __future__ import annotations

from collections.abc import Iterator

from wushe.loaders.exporting.cells import Row, dates, number, plain, span
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.loaders.history import written_items
from wushe.schema import DutyRole
from wushe.schema.values import ROLE_LABELS


def duties(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every duty."""
    for node in (duty.node for duty in snapshot.duties):
        yield {
            "matter": node["matter"],
            "bearer": node.get("bearer") or node["bearerKind"],
            "level": plain(node.get("level")),
            "role": ROLE_LABELS[DutyRole(node["role"])],
            "within": node["within"],
            "hours": plain(node.get("timeLimitHours")),
            "basis": plain(node.get("basis")),
            "id": node["id"],
            **dates(node),
        }


def needs(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every need."""
    for need in snapshot.needs:
        node = need.node
        takers = sorted(need.takers, key=lambda took: took["id"])
        yield {
            "text": node["text"],
            "raised_by": plain(need.raiser),
            "matter": plain(need.matter),
            "taken_by": written_items((took["other"], span(took), "") for took in takers),
            "raised_on": plain(node.get("raisedOn")),
            "taken_on": plain(node.get("takenOn")),
            "done_on": plain(node.get("doneOn")),
            "id": node["id"],
            **dates(node),
        }


def figures(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every published figure."""
    for node in (figure.node for figure in snapshot.figures):
        yield {
            "label": node["label"],
            "code": plain(node.get("code")),
            "reported": number(node["reported"]),
            "unit": plain(node.get("unit")),
            "place": node["place"],
            "as_of": plain(node["asOf"]),
            "basis": plain(node.get("basis")),
            "id": node["id"],
        }


def tallies(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every sum."""
    for node in (tally.node for tally in snapshot.tallies):
        yield {
            "place": node["place"],
            "post": node["post"],
            "attribute": node["attribute"],
            "count": plain(node["count"]),
            "of": plain(node["of"]),
            "id": node["id"],
            **dates(node),
        }
