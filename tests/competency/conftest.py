"""The county in a graph, and the same in spreadsheets."""

from __future__ import annotations

import pytest

from tests.competency.asking import Asked
from tests.competency.books import Books
from tests.county.home import County
from tests.samples.conftest import read_files
from wushe.samples.generator.files import content, names


@pytest.fixture(scope="session")
def books() -> Books:
    """Every row of every file that was loaded."""
    return Books(read_files({name: content(name) for name in names()}))


@pytest.fixture(scope="session")
def asked(county: County) -> Asked:
    """The answers of the county."""
    return Asked(county)
