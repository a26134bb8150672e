"""组织 as rows; who leads and guides them is in 联动关系."""

from __future__ import annotations

from collections.abc import Iterator

from wushe.loaders.exporting.attributes import attributes
from wushe.loaders.exporting.cells import Row, dates, latest, of_node, plain
from wushe.loaders.exporting.names import names
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.schema import schema


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every organisation."""
    for body in snapshot.organizations:
        node = body.node
        yield {
            "name": node["name"],
            "kind": schema().organizations[node["kind"]].label,
            "place": latest(body.located),
            "uscc": plain(node.get("uscc")),
            "phone": plain(node.get("phone")),
            "address": plain(node.get("address")),
            "id": node["id"],
            "note": plain(node.get("note")),
            "located": of_node(body.located, node),
            **names(body.names, node),
            **dates(node),
            **attributes("organizations", node),
        }
