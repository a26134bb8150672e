"""Whether there is anything to ask about."""

from __future__ import annotations

from wushe.graph import Reader
from wushe.queries.text import cypher


def any_matter(reader: Reader) -> bool:
    """Whether a matter is loaded."""
    return bool(reader.run(cypher("any_matter")))
