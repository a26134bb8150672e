"""Published numbers beside the same numbers counted in the graph."""

from __future__ import annotations

import asyncio
from datetime import date

import strawberry

from wushe.api.context import Context
from wushe.api.types.records import Source
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import text
from wushe.queries import figures


@strawberry.type(
    description="指标：公布的数值与图中重算的数值。computed 为 null 表示图中无法重算，原因见 note；"
    "agrees 为两者是否相符，缺一则为 null。A published number and its recomputation."
)
class Figure:
    """A published number."""

    code: str
    label: str
    reported: float | None = strawberry.field(description="公布的数值。As published.")
    computed: float | None = strawberry.field(description="由名册重算的数值。As recomputed from the rosters.")
    unit: str | None
    agrees: bool | None = strawberry.field(
        description="是否相符：等于；公布“以上”“余”的为不少于；公布“左右”的为相差两成以内。Whether the two agree."
    )
    source: Source = strawberry.field(description="公布它的文件。The document it is from.")
    note: str | None = strawberry.field(description="怎样重算，或为什么不能。How it is recomputed, or why it is not.")
    reported_on: date | None = strawberry.field(description="数值截止的日期。The day it is for.")
    basis: str | None = strawberry.field(description="文件里写的出处。The origin that the document names.")
    provenance: list[Provenance] = strawberry.field(description="依据：文件、工作表、行。Document, sheet and row.")


async def figures_in(context: Context, place: str, as_of: date) -> list[Figure]:
    """The numbers published for a place (id) that hold on the day."""
    rows = await context.read(lambda reader: figures.figures_of(reader, place, as_of, loaded=True))
    return list(await asyncio.gather(*(_figure(context, row) for row in rows)))


async def _figure(context: Context, row: figures.Figure) -> Figure:
    attested = await provenance(context, row.by)
    if not attested:
        raise LookupError("a figure without a source")
    return Figure(
        code=text(context.viewer, row.code),
        label=text(context.viewer, row.label),
        reported=row.reported,
        computed=row.computed,
        unit=text(context.viewer, row.unit) if row.unit else None,
        agrees=row.agrees,
        source=attested[0].source,
        note=row.note,
        reported_on=row.reported_on,
        basis=text(context.viewer, row.basis) if row.basis else None,
        provenance=attested,
    )
