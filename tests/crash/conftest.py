"""Homes that tests may ruin: a server of their own each, none of the run's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.homes import opened, settings_in, skeleton
from wushe.server import stop
from wushe.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Settings]:
    """A server of its own, which this test may kill."""
    settings = settings_in(tmp_path)
    yield settings
    stop(settings)


@pytest.fixture(scope="module")
def county_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A home with the towns and villages of a county, its server running, for the tests of a module; what they load adds up."""
    settings = settings_in(tmp_path_factory.mktemp("county"))
    with opened(settings) as graph:
        skeleton(graph)
    yield settings
    stop(settings)
