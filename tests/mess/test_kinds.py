"""Every kind of mess has its tests, these are in the suite, and the page for organisers says the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.mess.kinds import KINDS, page

ROOT = Path(__file__).parents[2]


def test_every_kind_is_there() -> None:
    """The twenty-eight, in their order, each with words and tests."""
    assert [kind.number for kind in KINDS] == list(range(1, 29))
    assert all(kind.looks and kind.done and kind.tests for kind in KINDS)
    assert not [kind.number for kind in KINDS if "|" in kind.looks + kind.done]


def test_every_test_that_is_named_is_run() -> None:
    """Collected by the suite as it is configured, and left out by no mark."""
    named = {name for kind in KINDS for name in kind.tests}
    files = sorted({name.partition("::")[0] for name in named})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "not bench", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    collected = {line.partition("[")[0] for line in done.stdout.splitlines()}
    assert sorted(named - collected) == []


def test_the_page_is_fresh() -> None:
    """`make docs` writes it."""
    assert (ROOT / "docs" / "mess.md").read_text("utf-8") == page()
