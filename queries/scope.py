"""The counties that questions are about, and the version that every cache hangs on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wushe.graph import Reader
from wushe.queries.text import cypher


@dataclass(frozen=True, slots=True)
class GraphState:
    """What the graph says of itself."""

    counties: tuple[str, ...] = ()
    version: int = 0
    area_codes: tuple[tuple[str, str], ...] = ()


def graph_state(reader: Reader, narrowed: tuple[str, ...] = ()) -> GraphState:
    """The scope, narrowed to `narrowed` where that is given; an empty graph has an empty scope."""
    state = scope(reader)
    return replace(state, counties=tuple(c for c in state.counties if not narrowed or c in narrowed))


def scope(reader: Reader) -> GraphState:
    """The whole scope of the graph."""
    rows = reader.run(cypher("scope"))
    if not rows:
        return GraphState()
    row = rows[0]
    codes = tuple((county, code) for county, _, code in (item.partition("=") for item in row["areaCodes"]))
    return GraphState(tuple(row["counties"]), row["version"], codes)
