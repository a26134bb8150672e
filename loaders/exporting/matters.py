"""事项 as rows."""

from __future__ import annotations

from collections.abc import Iterator

from wushe.loaders.exporting.cells import Row, dates, plain
from wushe.loaders.exporting.names import names
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.loaders.history import written_items
from wushe.queries.exporting.matters import ExportedMatter


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every matter."""
    for matter in snapshot.matters:
        yield _row(matter)


def _row(matter: ExportedMatter) -> Row:
    """A matter holds at all times: the dates of its row are those of its name."""
    node = matter.node
    name = next((one for one in matter.names if one["form"] == "name" and one["text"] == node["name"]), None)
    dated = node | {key: name[key] for key in _DATES} if name else node
    broader = sorted(matter.broader)
    return {
        "name": node["name"],
        "code": plain(node.get("code")),
        "broader": broader[0] if len(broader) == 1 else "、".join(f"『{one}』" for one in broader),
        "id": node["id"],
        "note": plain(node.get("note")),
        "kind": node["kind"],
        "ordinal": plain(node.get("ordinal")),
        **(names(matter.names, dated) | dates(dated) if name else {"aliases": written_items([])}),
    }


_DATES = ("since", "until", "sincePrecision", "untilPrecision")
