"""`/graphql`: one question a request; a browser gets GraphiQL."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from wushe.api.errors import plain
from wushe.api.execute import run
from wushe.api.guard import STRICT
from wushe.api.kept import Memory
from wushe.api.view import Viewer
from wushe.errors import BadInputError
from wushe.graph import Graph
from wushe.settings import Settings


def router(graph: Graph, settings: Settings) -> APIRouter:
    """The two ways to ask, and the page to write questions in."""
    routes = APIRouter()
    kept = Memory()

    async def answer(asked: dict[str, Any]) -> Response:
        try:
            document, variables, operation = _parts(asked)
        except BadInputError as error:
            return JSONResponse(plain(error.code, str(error)), status_code=400)
        result = await run(graph, settings, document, variables, Viewer.STRANGER, operation=operation, kept=kept)
        return JSONResponse(json.loads(json.dumps(result, default=str)))

    @routes.post("/graphql", include_in_schema=False)
    async def post(request: Request) -> Response:
        try:
            asked = json.loads(await request.body())
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict) or not _encodable(asked):
            return JSONResponse(plain("BAD_INPUT", "请求体要是一个 JSON 对象：{query, variables}"), status_code=400)
        return await answer(asked)

    @routes.get("/graphql", include_in_schema=False)
    async def get(request: Request) -> Response:
        if "query" not in request.query_params and "text/html" in request.headers.get("accept", ""):
            return graphiql()
        asked: dict[str, Any] = dict(request.query_params)
        try:
            asked["variables"] = json.loads(asked["variables"]) if asked.get("variables") else None
        except (ValueError, RecursionError):
            asked["variables"] = 0
        return await answer(asked)

    return routes


def _encodable(asked: dict[str, Any]) -> bool:
    """Whether every text in a request is one: JSON can write half of a character, which nothing can store."""
    try:
        json.dumps(asked, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _parts(asked: dict[str, Any]) -> tuple[str, dict[str, Any] | None, str | None]:
    document, variables, operation = asked.get("query"), asked.get("variables"), asked.get("operationName")
    if not isinstance(document, str) or not document.strip():
        raise BadInputError("缺少 query", hint="请求体要是 {query, variables}")
    if not isinstance(variables, dict | None) or not isinstance(operation, str | None):
        raise BadInputError("variables 要是一个 JSON 对象，operationName 要是文本")
    return document, variables, operation or None


@cache
def _graphiql() -> tuple[str, str]:
    """The stock GraphiQL page, and the policy that lets it load what it names and nothing else."""
    html = files("strawberry").joinpath("static", "graphiql.html").read_text(encoding="utf-8")
    origins = " ".join(sorted(set(re.findall(r'(?:src|href)="(https://[^/"]+)', html))))
    policy = (
        f"{STRICT}; script-src 'unsafe-inline' {origins}; style-src 'unsafe-inline' {origins}; "
        f"font-src data: {origins}; img-src data:; connect-src 'self'; worker-src blob:"
    )
    return html, policy


def graphiql() -> HTMLResponse:
    """The page to write questions in."""
    html, policy = _graphiql()
    headers = {"Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "unsafe-none"}
    return HTMLResponse(html, headers=headers)
