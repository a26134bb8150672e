"""Take a load back, whichever kind it is."""

from __future__ import annotations

from wushe.errors import BadInputError
from wushe.graph import Graph
from wushe.graph.undoing import Undone, undo_load
from wushe.loaders.divisions.claims import LOAD_PREFIX
from wushe.loaders.divisions.undoing import undo_list
from wushe.loaders.privacy import shown
from wushe.loaders.quarantine import forget
from wushe.queries.loads_called import loads_called
from wushe.settings import Settings

SHOWN = 5
"""Loads that are named when one is not enough."""


def undo(graph: Graph, called: str, settings: Settings) -> Undone:
    """Take back the load of this id, or the one in force whose id or file name begins so.

    Raises:
        BadInputError: none is meant, or several are.
        RefusedError: later loads changed what it wrote, or stand on it.
    """
    identifier = _meant(graph, called.strip())
    undone = undo_list(graph, identifier) if identifier.startswith(LOAD_PREFIX) else undo_load(graph, identifier)
    forget(settings.home, identifier)
    return undone


def _meant(graph: Graph, called: str) -> str:
    found = graph.read(lambda reader: loads_called(reader, called, SHOWN + 1)) if called else []
    exact = [row.id for row in found if row.id == called]
    if exact or len(found) == 1:
        return exact[0] if exact else found[0].id
    if not found:
        raise BadInputError(
            f"没有这次载入：{shown(called)}", hint="载入的编号见 wushe load 的报告，或 GraphQL 的 loads"
        )
    listed = "；".join(f"{row.title}（{row.id}，{row.as_of}）" for row in found[:SHOWN])
    raise BadInputError(f"“{shown(called)}”可以指几次载入：{listed}", hint="请写完整的编号")
