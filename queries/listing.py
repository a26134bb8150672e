"""What every list gives: ids in an order that stays while data changes, one row an item.

Each list takes its owners together, so that a list below a list is one read. `after` is the key of the last item seen;
keys end in the id, so no two are equal. `limit` is for each owner.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list of `owner`; `key` is where it stands."""

    owner: str
    id: str
    key: str
