"""What the server's memory allows is asked for before anything is written."""

from __future__ import annotations

import pytest

from wushe.errors import RefusedError
from wushe.graph import Graph
from wushe.graph.memory import FACT_BYTES, bytes_in, refuse_too_many, room


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1.00GiB", 2**30),
        ("512m", 2**29),
        ("716.80MiB", 751_619_276),
        ("0B", None),
        ("", None),
        (None, None),
        ("x", None),
    ],
)
def test_sizes(text: str | None, size: int | None) -> None:
    """As the server writes them; none where it sets no limit."""
    assert bytes_in(text) == size


def test_what_fits_and_what_does_not(server: Graph) -> None:
    """The server's own limit decides: a town fits, what would exhaust it is refused with what to do."""
    limit = room(server)
    assert limit is not None
    refuse_too_many(server, limit // FACT_BYTES)
    with pytest.raises(RefusedError, match=r"事务内存.*heap\.max_size") as refused:
        refuse_too_many(server, limit // FACT_BYTES + 1)
    assert refused.value.exit_code == 3
