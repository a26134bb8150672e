"""Lists of two bodies over one place, whole or not, in any order of days: who holds the post on every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.loaders.conftest import Find, Load
from tests.mess.roll import Listing, Roll
from wushe.loaders.load import WholeFileError

FIRST = date(2024, 1, 1)
DAYS, PEOPLE = 6, "甲乙丙丁"
HOLDERS = (
    "MATCH (p:Person)-[h:HOLDS]->(:Post) WHERE p.name STARTS WITH $mark "
    "RETURN p.name AS name, h.since AS since, h.until AS until"
)
LISTS = st.builds(
    Listing,
    body=st.sampled_from(("街道", "街道", "组织部")),
    day=st.integers(0, DAYS - 1),
    people=st.frozensets(st.sampled_from(PEOPLE), min_size=1, max_size=3),
    whole=st.sampled_from((True, True, False)),
    shrink=st.sampled_from((1.0, 0.5, 0.2)),
)
ROUNDS = count(0x4E10)
"""Each round has people and bodies of its own, so that all share one graph."""


def written(listing: Listing, mark: str, number: int, folder: Path) -> Path:
    """The list as a text file."""
    title = f"填报单位：{mark}{listing.body},第{number}份,"
    rows = [f"登科寺社区,社工,{mark}{person}" for person in sorted(listing.people)]
    path = folder / f"{mark}{number}.csv"
    path.write_text("\n".join([title, "单位,岗位,姓名", *rows]), "utf-8")
    return path


@settings(
    max_examples=14,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lists=st.lists(LISTS, min_size=5, max_size=6))
def test_who_holds_a_post_on_every_day(load: Load, find: Find, tmp_path: Path, lists: list[Listing]) -> None:
    """As a plain reading of the lists, one after the other, has it; a list that would end too much changes nothing."""
    mark, roll = chr(next(ROUNDS)), Roll()
    for number, listing in enumerate(lists):
        note(f"{listing}")
        path, taken = written(listing, mark, number, tmp_path), roll.add(listing)
        day = FIRST + timedelta(days=listing.day)
        try:
            shrink = listing.shrink if listing.whole else None
            load(path, as_of=day, place="511903001", complete=listing.whole, allow_shrink=shrink)
            loaded = True
        except WholeFileError:
            loaded = False
        assert loaded == taken
        rows = find(HOLDERS, mark=mark)
        for offset in range(DAYS + 1):
            on = FIRST + timedelta(days=offset)
            assert {row["name"][1:] for row in rows if row["since"] <= on < row["until"]} == roll.on(offset), on
