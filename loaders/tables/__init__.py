"""The eight tables, and the sums that an export adds: how their rows become facts, in the order in which they refer to each other.

Ties come before tenures: who leads whom tells which organisation a village's secretary is of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wushe.loaders.context import Context
from wushe.loaders.lines import Line
from wushe.loaders.tables.duties import build_duties
from wushe.loaders.tables.figures import build_figures
from wushe.loaders.tables.matters import build_matters
from wushe.loaders.tables.needs import build_needs
from wushe.loaders.tables.organizations import build_organizations
from wushe.loaders.tables.places import build_places
from wushe.loaders.tables.tallies import build_tallies
from wushe.loaders.tables.tenures import build_tenures
from wushe.loaders.tables.ties import build_ties

BUILDERS: dict[str, Callable[[Context, Sequence[Line]], None]] = {
    "places": build_places,
    "organizations": build_organizations,
    "ties": build_ties,
    "tenures": build_tenures,
    "matters": build_matters,
    "duties": build_duties,
    "needs": build_needs,
    "figures": build_figures,
    "tallies": build_tallies,
}
