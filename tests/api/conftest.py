"""A small town built in place for most tests, asked over HTTP or in process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.api.town import TODAY, build
from wushe.api.app import create_app
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.settings import Settings

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def day_settings(settings: Settings) -> Settings:
    """Settings whose today is the day of the sample."""
    return settings.model_copy(update={"today": TODAY})


@pytest.fixture
def town(graph: Graph) -> Graph:
    """The small town of `town.py`."""
    build(graph)
    return graph


class Question:
    """One question of the contract by a document that takes its arguments, asked of a graph as on the day of the sample."""

    def __init__(self, graph: Graph, settings: Settings, field: str, document: str) -> None:
        self._graph, self._settings = graph, settings.model_copy(update={"today": TODAY})
        self._field, self._document = field, document

    def __call__(self, **variables: Any) -> Any:
        """The answer, which is no error."""
        answer = execute(self._graph, self._settings, self._document, variables, Viewer.STRANGER)
        assert "errors" not in answer, answer["errors"]
        return answer["data"][self._field]

    def error(self, **variables: Any) -> Any:
        """The one error that it is."""
        (error,) = execute(self._graph, self._settings, self._document, variables, Viewer.STRANGER)["errors"]
        return error


def paged(page: Callable[[str | None], dict[str, Any]]) -> list[Any]:
    """The nodes of every page, where `page` gives the one after a cursor."""
    nodes: list[Any] = []
    after = None
    while True:
        found = page(after)
        nodes += [edge["node"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            return nodes


class Http:
    """Requests to an application in process, answered as a server would answer them."""

    def __init__(self, app: FastAPI) -> None:
        self.transport = httpx.ASGITransport(app, raise_app_exceptions=False)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """One request."""

        async def send() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport, base_url="http://wushe") as client:
                return await client.request(method, path, **options)

        return asyncio.run(send())

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        """POST."""
        return self.request("POST", path, **options)


@pytest.fixture
def client(town: Graph, day_settings: Settings) -> Http:
    """HTTP over the small town."""
    return Http(create_app(town, day_settings))


@pytest.fixture
def ask(town: Graph, day_settings: Settings) -> Ask:
    """Ask the small town in process: `ask(document, viewer, **variables)`."""

    def asked(document: str, viewer: Viewer = Viewer.STRANGER, **variables: Any) -> dict[str, Any]:
        return execute(town, day_settings, document, variables, viewer)

    return asked
