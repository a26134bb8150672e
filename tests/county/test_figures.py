"""The published figures of the sample county against what the loaded rosters come to."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.county.home import LAST_TOWN, County, load, opened
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.queries.check import check
from wushe.samples.generator import files
from wushe.schema.values import Severity
from wushe.settings import Settings

FIGURES = '{ figures(place: "恩阳区") { code reported computed agrees unit note source { title } } }'
NOT_RECOMPUTED = {"platform_monthly_users", "platform_real_names"}
ROSTER = "专职网格员花名册"


def figures(county: County) -> dict[str, dict[str, Any]]:
    """Every figure by its code."""
    answer = execute(county.graph, county.settings, FIGURES, {}, Viewer.STRANGER)
    assert "errors" not in answer, answer
    return {figure["code"]: figure for figure in answer["data"]["figures"]}


def test_every_figure_that_can_be_recomputed_agrees(county: County) -> None:
    """35 published numbers: all but two are recomputed from the rosters and agree."""
    found = figures(county)
    assert len(found) == 35
    assert {code for code, figure in found.items() if figure["computed"] is None} == NOT_RECOMPUTED
    differ = {code: (f["reported"], f["computed"]) for code, f in found.items() if f["agrees"] is not True}
    assert set(differ) == NOT_RECOMPUTED, differ
    assert all(found[code]["note"] for code in NOT_RECOMPUTED)
    assert found["cooperatives_standardised"]["note"] and found["cooperatives_with_accounts"]["note"]


@pytest.fixture(scope="module")
def altered(county: County, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """The same county, but for one grid officer, a Party member with a college degree, missing from the last town."""
    home = tmp_path_factory.mktemp("altered") / "home"
    shutil.copytree(county.without_last_town, home)
    settings = Settings(home=home, neo4j_uri=None, county=None, today=None)
    names = files.names()
    with opened(settings) as graph:
        reports = load(graph, settings, names[names.index(LAST_TOWN) :], without_an_officer)
        yield County(graph, settings, reports, home)


def without_an_officer(name: str, content: bytes) -> bytes:
    """The last town's workbook without one row of its roster of officers."""
    if name != LAST_TOWN:
        return content
    workbook = load_workbook(io.BytesIO(content))
    sheet = workbook[ROSTER]
    rows = {number: [str(cell.value) for cell in row] for number, row in enumerate(sheet.iter_rows(), start=1)}
    top = next(number for number, cells in rows.items() if "政治面貌" in cells)
    politics, education = rows[top].index("政治面貌"), rows[top].index("学历")
    row = next(
        number
        for number, cells in rows.items()
        if number > top and "党员" in cells[politics] and cells[education] in {"大专", "本科"}
    )
    sheet.delete_rows(row)
    packed = io.BytesIO()
    workbook.save(packed)
    return packed.getvalue()


def test_one_officer_less_is_three_figures_less_by_one(county: County, altered: County) -> None:
    """Exactly the figures that count that officer disagree, each by one."""
    before, after = figures(county), figures(altered)
    changed = {
        code: after[code]["computed"] - before[code]["computed"] for code in before if after[code] != before[code]
    }
    assert changed == {"grid_officers": -1, "grid_officers_party": -1, "grid_officers_college": -1}
    assert not any(after[code]["agrees"] for code in changed)


def test_the_check_names_the_grid_and_the_figures(altered: County) -> None:
    """Beside what nobody can know of merged units: one grid without an officer, three figures, and nothing else."""
    checked = altered.graph.read(lambda reader: check(reader, ["511903"], date(2026, 11, 23)), timeout=600)
    found = sorted(finding.rule.code for finding in checked.findings if finding.rule.severity is not Severity.INFO)
    assert found == ["figure_disagrees", "figure_disagrees", "figure_disagrees", "vacant_grid"]


def test_the_check_of_the_county_is_clean(county: County) -> None:
    """No error and no warning."""
    checked = county.graph.read(lambda reader: check(reader, ["511903"], date(2026, 11, 23)), timeout=600)
    assert not [finding.text for finding in checked.findings if finding.rule.severity is not Severity.INFO]
