"""Where facts come from: documents, loads, and the row of a sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import strawberry

from wushe.api.context import Context
from wushe.api.view import text
from wushe.graph import Attestation

if TYPE_CHECKING:
    from wushe.api.types.records import Load, Source

LazySource = Annotated["Source", strawberry.lazy("wushe.api.types.records")]
LazyLoad = Annotated["Load", strawberry.lazy("wushe.api.types.records")]


@strawberry.type(description="依据：哪个文件、哪张表、哪一行。Which document, sheet and row.")
class Provenance:
    """One attestation of a fact."""

    source: LazySource
    sheet: str | None
    row: int | None
    load: LazyLoad | None


async def provenance(context: Context, by: Iterable[str]) -> list[Provenance]:
    """The attestations of a fact, in the order in which they were made."""
    told = await asyncio.gather(*(_attested(context, Attestation.parse(one)) for one in dict.fromkeys(by)))
    return [one for one in told if one is not None]


async def _attested(context: Context, attestation: Attestation) -> Provenance | None:
    from wushe.api.types.records import load_load, load_source  # noqa: PLC0415

    load = await load_load(context, attestation.load)
    source = await load_source(context, load.row.source) if load else None
    if source is None:
        return None
    sheet = text(context.viewer, attestation.sheet) if attestation.sheet else None
    return Provenance(source=source, sheet=sheet, row=attestation.row, load=load)
