"""The whole sample county out and in: some hundred thousand nodes, so by units. A slower study."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from tests.county.home import County
from tests.exporting.conftest import emptied
from wushe.graph import Graph, fingerprint
from wushe.loaders.exporting.tables import export_tables
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.report import Severity
from wushe.settings import Settings


@pytest.mark.bench
def test_the_whole_county(county: County, server: Graph, settings: Settings, tmp_path: Path) -> None:
    """Every node and edge of it comes back as it was."""
    started = monotonic()
    done = export_tables(county.graph, county.settings, tmp_path / "county.xlsx", None, None)
    exported = monotonic()
    report = load_file(emptied(server), done.path, settings, LoadOptions())
    loaded = monotonic()
    assert [str(problem) for problem in report.problems if problem.severity is not Severity.NOTICE] == []
    assert fingerprint(server, provenance=False) == fingerprint(county.graph, provenance=False)
    rows, size = sum(done.rows.values()), done.path.stat().st_size / 2**20
    print(f"\n{rows} rows, {size:.1f} MB: out in {exported - started:.0f} s, in again in {loaded - exported:.0f} s")  # noqa: T201 - a study prints what it found
