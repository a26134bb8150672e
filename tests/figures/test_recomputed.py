"""Every figure is recomputed from loaded rosters: in the place alone, and on the day alone."""

from __future__ import annotations

import pytest

from tests.figures.conftest import COUNTY, DAY, FAR_ROSTER, LATER, NEXT, ROSTER, TOWN, Book, Figures
from tests.loaders.conftest import Load

BEYOND = {"platform_monthly_users", "platform_real_names"}
"""What only the operator of the platform can count."""
COUNTED = {"grid_officers_party", "grid_officers_college"}
EXPECTED: dict[str, tuple[float | None, float | None, float | None, float | None]] = {
    # The county on the day, a town, the next town, and the county when some of it has ended.
    "party_committees": (1, 1, 0, 1),
    "general_branches": (1, 1, 0, 0),
    "branches": (4, 3, 1, 4),
    "secretaries": (2, 2, 0, 1),
    "grids": (3, 2, 1, 2),
    "grid_officers": (3, 2, 1, 2),
    "departments_in_grids": (2, 2, 1, 1),
    "estates_with_party": (3, 2, 1, 2),
    "enlarged_committees": (1, 1, 0, 1),
    "enlarged_committee_unit_heads": (1, 1, 0, 1),
    "estate_branches": (2, 1, 1, 1),
    "needs_listed": (2, 2, 0, 3),
    "community_service_orgs": (3, 2, 1, 2),
    "cooperatives_standardised": (2, 1, 1, 2),
    "cooperatives_with_accounts": (2, 2, 0, 1),
    "cooperative_households": (57, 50, 7, 37),
    "cooperative_coverage": (57 / 150, 0.5, 7 / 50, 37 / 150),
    "runner_teams": (2, 1, 0, 1),
    "merged_centres": (1, 0, 0, 1),
    "centre_functions": (1, 1, 1, 1),
    "grid_services": (1, 1, 0, 1),
    "neighbor_services": (1, 1, 1, 0),
    "grievance_steps": (1, 1, 1, 1),
    "hard_measures": (1, 0, 1, 1),
    "households_per_neighbor": (11, 12, 9, 9.5),
    "studio_activities": (17, 12, 5, 17),
    "platform_villages": (1 / 4, 1 / 2, 0, 1 / 4),
    "governance_team_min": (1, 3, 1, 0),
    "accounts_rights_protected": (2 / 3, 1 / 2, 1, 1),
    "towns": (3, 1, 1, 3),
    "villages": (4, 2, 1, 4),
}


def test_every_figure_is_expected(figures: Figures) -> None:
    """No declared figure is left out of the table."""
    assert set(figures()) == set(EXPECTED) | COUNTED | BEYOND


def test_every_count(filled: Load, figures: Figures) -> None:
    """In the county, in either town, and after the last day of what ended."""
    asked = [figures(COUNTY), figures(TOWN), figures(NEXT), figures(COUNTY, LATER)]
    for code, expected in EXPECTED.items():
        assert [found[code].computed for found in asked] == pytest.approx(list(expected)), code


def test_sums_of_personal_attributes(filled: Load, book: Book, figures: Figures) -> None:
    """The sum of the towns; below five in a single town it is not told, nor where nothing was counted."""
    assert figures()["grid_officers_party"].computed is None
    filled(book("登科.xlsx", 名册=ROSTER))
    assert figures()["grid_officers_party"].computed == 5
    assert figures(TOWN)["grid_officers_party"].computed == 5
    assert figures(TOWN)["grid_officers_college"].computed is None
    filled(book("玉山.xlsx", 名册=FAR_ROSTER))
    found = [figures(place)["grid_officers_party"].computed for place in (COUNTY, TOWN, NEXT)]
    assert found == [6, 5, None]
    assert figures()["grid_officers_college"].computed == 5


@pytest.mark.parametrize("code", sorted(BEYOND))
def test_what_no_graph_can_count(filled: Load, figures: Figures, code: str) -> None:
    """Nothing is computed, and the note says why."""
    found = figures()[code]
    assert found.computed is None
    assert "无法重算" in (found.note or "")


def test_in_an_empty_county_nothing_is_invented(figures: Figures) -> None:
    """Counts are zero; sums, shares and least numbers of nothing are unknown."""
    found = figures()
    assert (found["grids"].computed, found["villages"].computed) == (0, 4)
    unknown = ("cooperative_households", "households_per_neighbor", "governance_team_min", "accounts_rights_protected")
    assert [found[code].computed for code in unknown] == [None] * len(unknown)


def test_before_a_place_is_known_nothing_is_computed(filled: Load, figures: Figures) -> None:
    """The county is known since 2016."""
    assert {figure.computed for figure in figures(as_of=DAY.replace(year=2010)).values()} == {None}
