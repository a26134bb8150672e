"""The whole county, asked as a stranger would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.county.home import County
from wushe.api.execute import execute
from wushe.api.view import Viewer

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(county: County) -> Ask:
    """Ask the county as a stranger would: `ask(document, **variables)` gives the data, and fails on an error."""

    def asked(document: str, **variables: Any) -> dict[str, Any]:
        answer = execute(county.graph, county.settings, document, variables, Viewer.STRANGER)
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    return asked
