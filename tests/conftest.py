"""One real Neo4j for the whole run (one for each half, when `make test` halves it); each test starts from an empty graph and brings
the smallest data it needs."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.county.home import county  # noqa: F401 - a fixture for all
from wushe.cli.main import run
from wushe.cli.sample import SampleState, load_first_town, sample_state
from wushe.graph import Graph, open_graph, prepare
from wushe.schema import statements
from wushe.server import ensure, stop
from wushe.settings import Endpoint, Settings

EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


def pytest_configure() -> None:
    """End on SIGTERM as on Ctrl-C, so that the server of a run that is cut short is stopped."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int:
    """Two halves of the tests run side by side, each with a server of its own; a server that is given is for one alone."""
    return 1 if Settings().neo4j_uri else 2


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read the county come first, in one half, and those that read the sample last: each is loaded once.

    All others stay together with their module, for the sake of its fixtures.
    """
    items.sort(key=lambda item: (not _reads(item, "county"), _reads(item, "sample")))
    for item in items:
        group = "county" if _reads(item, "county") else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(group))


def _reads(item: pytest.Item, fixture: str) -> bool:
    return fixture in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a home of their own; `WUSHE_NEO4J_URI` is honoured, other variables are not."""
    given = Settings()
    return Settings(
        home=tmp_path_factory.mktemp("home"),
        neo4j_uri=given.neo4j_uri,
        neo4j_user=given.neo4j_user,
        neo4j_password=given.neo4j_password,
        neo4j_database=given.neo4j_database,
        county=None,
        today=None,
    )


@pytest.fixture(scope="session")
def endpoint(settings: Settings) -> Iterator[Endpoint]:
    """The server of this run."""
    yield ensure(settings)
    stop(settings)


@pytest.fixture(scope="session")
def server(endpoint: Endpoint) -> Iterator[Graph]:
    """The connection of this run, with constraints and indexes in place."""
    with open_graph(endpoint) as graph:
        prepare(graph)
        yield graph


@pytest.fixture
def graph(server: Graph) -> Graph:
    """An empty graph that is ready for use."""
    server.statement(EMPTY)
    server.statement(statements.SET_SCHEMA_VERSION)
    return server


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the committed sample workbooks."""
    return Path(__file__).parent.parent / "samples" / "enyang"


@pytest.fixture
def sample(server: Graph, settings: Settings) -> Graph:
    """The graph with the sample's district and first town in it. Only for tests that read; see tests/county for it all."""
    if sample_state(server) is not SampleState.BEGUN:
        server.statement(EMPTY)
        server.statement(statements.SET_SCHEMA_VERSION)
        load_first_town(server, settings)
    return server


@pytest.fixture
def wushe(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Run a command of the command line against this run's server, in an empty folder: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUSHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WUSHE_NEO4J_URI", endpoint.uri)
    monkeypatch.setenv("WUSHE_NEO4J_USER", endpoint.user)
    monkeypatch.setenv("WUSHE_NEO4J_PASSWORD", endpoint.password)
    monkeypatch.setenv("WUSHE_NEO4J_DATABASE", endpoint.database)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command
