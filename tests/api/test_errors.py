"""Every code of the contract, and that nothing leaks through an error."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI

from tests.api import town as t
from tests.api.conftest import Ask, Http
from wushe.api.app import create_app
from wushe.api.view import Viewer
from wushe.errors import QueryTimeoutError, UnavailableError
from wushe.graph import Graph
from wushe.settings import Settings

SECRET = "MATCH (n:Person {phone: '12043049636'})"


class Broken:
    """A graph whose every read fails in one way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, _work: object) -> None:
        """Fail."""
        raise self.error


def broken(error: Exception, settings: Settings) -> FastAPI:
    """The application over such a graph."""
    return create_app(Broken(error), settings)  # type: ignore[arg-type]


def code(answer: dict[str, Any]) -> Any:
    """The code of the first error."""
    return answer["errors"][0]["extensions"]["code"]


def test_not_found_suggests(ask: Ask) -> None:
    """Nothing of the name: suggestions as candidates; the alias beside it still answers."""
    answer = ask(
        '{ bad: whoIsResponsible(matter: "矛盾纠纷", place: "登科寺庙村") { gap } good: kinds(of: "ties") { code } }'
    )
    assert code(answer) == "NOT_FOUND"
    assert answer["data"]["bad"] is None
    assert answer["data"]["good"]
    assert any(c["id"] == t.VILLAGE for c in answer["errors"][0]["extensions"]["candidates"])


def test_ambiguous_lists_the_candidates(ask: Ask) -> None:
    """Two villages of one name."""
    answer = ask('{ whoIsResponsible(matter: "矛盾纠纷", place: "青龙村") { gap } }')
    assert code(answer) == "AMBIGUOUS"
    assert {(c["id"], c["name"], c["kind"]) for c in answer["errors"][0]["extensions"]["candidates"]} == {
        (t.OTHER, "青龙村", "village"), (t.TWIN, "青龙村", "village"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "document",
    [
        '{ node(id: "x", asOf: "2024-1-1") { id } }', '{ node(id: "x", asOf: "2024-02-30") { id } }', '{ node(id: "x", asOf: 5) { id } }',
        "{ nothing }", "{", "", "mutation { x }",
        '{ kinds(of: "people") { code } }', '{ resolve(text: "a", types: ["village2"]) { name } }', '{ ask(question: " ") { text } }',
        '{ resolve(text: "a", first: 201) { name } }', '{ node(id: "place:511903") { ... on Place { children(kind: ["x"]) { totalCount } } } }',
    ],
)  # fmt: skip
def test_bad_input(ask: Ask, document: str) -> None:
    """Malformed dates and arguments, and documents that are not valid."""
    assert code(ask(document)) == "BAD_INPUT"


def test_a_mistake_beside_a_question_that_is_still_being_read(client: Http) -> None:
    """The mistake is told; that the other answer was never waited for is no error of ours."""
    document = '{ resolve(text: "a", first: 201) { name } node(id: "place:511903") { id } }'
    for asked in (document, document.replace("{ resolve", '{ first: node(id: "place:511903") { id } resolve')):
        answer = client.post("/graphql", json={"query": asked})
        assert (answer.status_code, code(answer.json())) == (200, "BAD_INPUT")


def test_a_variable_that_is_no_date(ask: Ask) -> None:
    """Variables are checked like literals."""
    assert code(ask('query V($d: Date) { node(id: "x", asOf: $d) { id } }', d="yesterday")) == "BAD_INPUT"


@pytest.mark.parametrize(
    "document",
    [
        "{ node(id: \"x\") { ... on Place " + "{ parent " * 20 + "{ id }" + " }" * 20 + " } }",
        "{ " + " ".join(f"a{n}: kinds {{ code }}" for n in range(60)) + " }",
        "{ " + "kinds { code } " * 2000 + " }",
    ],
)  # fmt: skip
def test_too_large_a_question(ask: Ask, document: str) -> None:
    """Depth, aliases, tokens."""
    assert code(ask(document)) == "COST_EXCEEDED"


@pytest.mark.parametrize(
    ("error", "expected"),
    [(UnavailableError("数据库没有应答"), "UNAVAILABLE"), (QueryTimeoutError("数据库没有在限定时间内答复"), "TIMEOUT"), (TimeoutError(), "TIMEOUT")],
)  # fmt: skip
def test_the_database_fails(settings: Settings, error: Exception, expected: str) -> None:
    """Said with its code; readiness says why, the process is alive, the page still opens."""
    http = Http(broken(error, settings))
    assert code(http.post("/graphql", json={"query": '{ node(id: "place:1") { id } }'}).json()) == expected
    if expected == "UNAVAILABLE":
        assert http.get("/readyz").status_code == 503
        assert http.get("/readyz").json()["reason"] == "数据库没有应答"
        assert http.get("/healthz").status_code == 200
        assert http.get("/").status_code == 200
        assert http.get("/", params={"q": "矛盾纠纷"}).status_code == 503


def test_the_unforeseen_tells_nothing(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """A number for the user; the kind of error and its place in the log; no value in either."""
    http = Http(broken(ValueError(SECRET), settings))
    with caplog.at_level(logging.ERROR):
        answer = http.post("/graphql", json={"query": '{ node(id: "place:1") { id } }'})
    told = answer.json()["errors"][0]
    assert told["extensions"]["code"] == "INTERNAL"
    assert told["extensions"]["id"] in told["message"]
    assert told["extensions"]["id"] in caplog.text
    page = http.get("/", params={"q": "矛盾纠纷"})
    for shown in (answer.text, page.text, caplog.text):
        assert "MATCH" not in shown
        assert "12043049636" not in shown
    assert "Traceback" not in answer.text + page.text


@pytest.mark.parametrize("path", ["/", "/graphql", "/readyz", "/nowhere"])
@pytest.mark.parametrize("token", ["Bearer nonsense", "Basic YTpi", ""])
def test_a_token_that_is_not_valid(client: Http, path: str, token: str) -> None:
    """HTTP 401 with the contract's body, never the public view."""
    answer = client.get(path, headers={"Authorization": token})
    assert answer.status_code == 401
    assert answer.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
    assert set(answer.json()) == {"errors"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"query": 5}',
        b'{"query": "{kinds{code}}", "variables": []}',
        b"\xff",
        b"[" * 50_000,
    ],
)
def test_a_body_that_is_no_question(client: Http, body: bytes) -> None:
    """HTTP 400 in the same shape."""
    answer = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert code(answer.json()) == "BAD_INPUT"


def test_a_body_that_is_too_large(client: Http) -> None:
    """Refused by its length, and while it is read when no length is given."""
    large = json.dumps({"query": "{kinds{code}}" + " " * 200_000}).encode()

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(large), 10_000):
            yield large[start : start + 10_000]

    for content in (large, pieces()):
        answer = client.post("/graphql", content=content)
        assert (answer.status_code, code(answer.json())) == (413, "BAD_INPUT")


def test_questions_by_get(client: Http) -> None:
    """`query`, `variables` and `operationName` in the address."""
    answer = client.get(
        "/graphql",
        params={"query": "query Q($of: String) { kinds(of: $of) { code } }", "variables": '{"of": "matters"}'},
    )
    assert answer.json()["data"]["kinds"]
    assert client.get("/graphql", params={"query": "{kinds{code}}", "variables": "{"}).status_code == 400
    assert client.get("/graphql").status_code == 400


def test_graphiql_for_a_browser(client: Http) -> None:
    """The page to write questions in, with a policy that names what it loads."""
    answer = client.get("/graphql", headers={"Accept": "text/html,*/*"})
    assert answer.status_code == 200
    assert "graphiql" in answer.text.lower()
    assert "connect-src 'self'" in answer.headers["content-security-policy"]


def test_no_such_address(client: Http) -> None:
    """404 in the same shape, with the strict headers."""
    answer = client.get("/nowhere")
    assert (answer.status_code, code(answer.json())) == (404, "NOT_FOUND")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_ready_and_not(town: Graph, client: Http) -> None:
    """Ready with a schema in place; not while a load is being rolled forward."""
    assert client.get("/readyz").json() == {"status": "ready"}
    town.statement("MATCH (load:Load {id: 'load:town'}) SET load.state = 'APPLYING'")
    assert client.get("/readyz").status_code == 503
    town.statement("MATCH (g:Graph) DETACH DELETE g")
    assert client.get("/readyz").status_code == 503


def test_a_write_in_the_middle_makes_it_run_again(
    town: Graph, day_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version before and after is compared; once more when it changed."""
    from wushe.api import execute as module  # noqa: PLC0415

    runs: list[int] = []
    once = module._once

    async def counted(*arguments: object) -> object:
        runs.append(1)
        result = await once(*arguments)  # type: ignore[arg-type]
        if len(runs) == 1:
            town.statement("MATCH (g:Graph) SET g.version = g.version + 1")
        return result

    monkeypatch.setattr(module, "_once", counted)
    answer = module.execute(town, day_settings, '{ node(id: "place:511903") { id } }', None, Viewer.STRANGER)
    assert answer == {"data": {"node": {"id": "place:511903"}}}
    assert len(runs) == 2


def test_half_a_character_is_bad_input(graph: Graph, settings: Settings) -> None:
    """JSON can write a lone surrogate; nothing can store one."""
    body = b'{"query": "query Q($p: String!) { resolve(text: $p) { name } }", "variables": {"p": "\\ud800"}}'
    http = Http(create_app(graph, settings))
    answer = http.request("POST", "/graphql", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert code(answer.json()) == "BAD_INPUT"
