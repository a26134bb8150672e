"""HTTP: GraphQL, the page, and whether the service is well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from wushe.api import graphql, page
from wushe.api.errors import of_exception, plain
from wushe.api.guard import Guard
from wushe.errors import WusheError
from wushe.graph import Graph
from wushe.queries.readiness import readiness
from wushe.schema.registry import SCHEMA_VERSION
from wushe.settings import Settings


def create_app(graph: Graph, settings: Settings, waiting: Callable[[], str | None] = lambda: None) -> FastAPI:
    """The service over an open graph; `waiting` says why its data are not all there yet."""
    app = FastAPI(title="五社 Wushe", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(graphql.router(graph, settings))
    app.include_router(page.router(graph, settings))

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz")
    async def readyz() -> Response:
        reason = await asyncio.to_thread(not_ready, graph) or waiting()
        if reason:
            return JSONResponse({"status": "unavailable", "reason": reason}, status_code=503)
        return JSONResponse({"status": "ready"})

    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unforeseen)
    app.add_middleware(Guard)
    return app


def not_ready(graph: Graph) -> str | None:
    """Why no question can be answered now; None when it can."""
    try:
        state = graph.read(readiness)
    except WusheError as error:
        return str(error)
    if state.schema_version != SCHEMA_VERSION:
        return "图的模式还没有就位"
    return f"{state.applying}还没有载入完" if state.applying else None


async def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if request.url.path == "/":
        return page.failed("这个页面打不开", "请返回首页再试", status)
    code = "NOT_FOUND" if status == 404 else "BAD_INPUT"
    return JSONResponse(plain(code, "没有这个地址" if status == 404 else "请求的方式不对"), status_code=status)


async def _unforeseen(request: Request, error: Exception) -> Response:
    message, extensions = of_exception(error)
    if request.url.path == "/":
        return page.failed("页面出错了", message, 500)
    return JSONResponse({"errors": [{"message": message, "extensions": extensions}]}, status_code=500)
