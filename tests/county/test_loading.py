"""What became of the files of the whole county."""

from __future__ import annotations

from tests.county.home import County
from wushe.cli.sample import SampleState, sample_state
from wushe.graph import Reader
from wushe.loaders.report import Severity


def test_nothing_of_the_sample_is_left_out(county: County) -> None:
    """Every row of every file came in, and no column was refused."""
    left = {
        name: [str(problem) for problem in report.problems if problem.severity is not Severity.NOTICE]
        for name, report in county.reports.items()
        if report.exit_code
    }
    assert not left
    assert sample_state(county.graph) is SampleState.LOADED


def test_the_county_has_the_size_of_one(county: County) -> None:
    """60,000 to 120,000 nodes with two to three edges at each."""

    def count(reader: Reader) -> tuple[int, int]:
        nodes = reader.run("MATCH (n) RETURN count(n) AS n")[0]["n"]
        return nodes, reader.run("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]

    nodes, edges = county.graph.read(count)
    assert 60_000 <= nodes <= 120_000
    assert 2 <= 2 * edges / nodes <= 3
