"""What the costliest linkages cost the store in the whole county."""

from __future__ import annotations

from datetime import date

import pytest

from tests.county.home import County
from tests.profiling import profiled
from wushe.queries.linkage import linkage
from wushe.server import ensure

DEPARTMENT = "org:government_department:511903:巴中市恩阳区"
PAIRS = {
    "villages of two towns": ("place:511903001002", "place:511903101001", 3, 20_000),
    "the two bodies with the most ties": (f"{DEPARTMENT}市场监督管理局", f"{DEPARTMENT}农业农村局", 2, 66_000),
    "village bodies six hops apart": (
        "org:youth_league:511903100215:鹿台村团支部",
        "org:disabled_federation:511903101011:凤舞社区残协",
        6,
        50_000,
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_linkage_of_the_county_stays_within_its_budget(county: County, name: str) -> None:
    """Nothing is cut, and no more is read than this."""
    start, end, hops, budget = PAIRS[name]
    found, hits = profiled(
        ensure(county.settings),
        lambda reader: linkage(reader, start, end, axes=None, hops=6, limit=3, as_of=date(2024, 8, 1)),
    )
    assert not found.truncated
    assert {len(path.steps) for path in found.paths} == {hops}
    assert sum(hits.values()) <= budget, hits
