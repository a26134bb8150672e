"""The one number that each recomputation gives."""

from __future__ import annotations

from typing import Any

from wushe.graph import Reader
from wushe.queries.text import camel, cypher


def number(reader: Reader, query: str, **parameters: Any) -> float | None:
    """Run `queries/figures/<query>.cypher`; None when the graph cannot tell."""
    rows = reader.run(cypher(f"figures/{query}"), **{camel(name): value for name, value in parameters.items()})
    value: float | None = rows[0]["value"] if rows else None
    return value
