"""`wushe serve` and `wushe demo`: GraphQL and the page over HTTP; what they started they stop."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from wushe import server
from wushe.api.app import create_app
from wushe.api.sdl import sdl
from wushe.cli.console import err, out
from wushe.cli.sample import Loading, SampleState, load_first_town, sample_state, show_sample_answer
from wushe.cli.session import graph_of, graph_to_load
from wushe.errors import BadInputError
from wushe.graph import Graph
from wushe.settings import Settings, load_settings

HOST = Annotated[str | None, typer.Option("--host", help="监听的地址；默认只在本机")]
PORT = Annotated[int | None, typer.Option("--port", help="监听的端口；默认 8000")]


def serve(host: HOST = None, port: PORT = None) -> None:
    """提供 GraphQL 接口和网页，直到按 Ctrl-C。"""
    settings = _settings(host, port)
    with _database(settings):
        _serve(settings)


def demo(host: HOST = None, port: PORT = None) -> None:
    """启动、载入恩阳样例、回答一个问题、提供网页，直到按 Ctrl-C。"""
    settings = _settings(host, port)
    with _database(settings):
        with graph_to_load(settings) as (graph, _):
            state = sample_state(graph)
            _show_sample(graph, settings, state)
        if state in {SampleState.LOADED, SampleState.OTHER}:
            _serve(settings)
            return
        rest = Loading(settings)
        with rest.running():
            _serve(settings, rest)


def _show_sample(graph: Graph, settings: Settings, state: SampleState) -> None:
    """Load the first town where it is not there yet, and answer a question about it."""
    if state is SampleState.OTHER:
        err.print("数据库里已有别的数据，没有载入样例；要看样例，请另设数据目录：WUSHE_HOME=.wushe-demo make demo")
        return
    if state is SampleState.LOADED:
        err.print("样例已经在数据库里，没有重新载入")
    if state is SampleState.ABSENT:
        load_first_town(graph, settings)
    show_sample_answer(graph, settings)


def print_sdl() -> None:
    """打印 GraphQL 的 SDL。"""
    typer.echo(sdl())


def _settings(host: str | None, port: int | None) -> Settings:
    """The settings with where to listen; a taken port is said before anything is started."""
    settings = load_settings()
    chosen = settings.model_copy(
        update={"host": host or settings.host, "port": settings.port if port is None else port}
    )
    try:
        with socket.create_server((chosen.host, chosen.port)):
            pass
    except (OSError, OverflowError) as error:
        reason = "已被占用" if isinstance(error, OSError) and error.errno == errno.EADDRINUSE else "不能使用"
        hint = "请换一个端口：make demo PORT=8001，或 wushe serve --port 8001"
        raise BadInputError(f"端口 {chosen.host}:{chosen.port} {reason}", hint=hint) from None
    return chosen


@contextmanager
def _database(settings: Settings) -> Iterator[None]:
    """Have the database running; stop it at the end if it did not run before."""
    signal.signal(signal.SIGTERM, _interrupt)
    ran = server.status(settings).running
    try:
        server.ensure(settings)
        yield
    finally:
        if not ran and server.stop(settings):
            err.print("数据库已停止")


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """End on SIGTERM as on Ctrl-C, so that what was started is stopped."""
    raise KeyboardInterrupt


def _serve(settings: Settings, loading: Loading | None = None) -> None:
    address = f"http://{settings.host}:{settings.port}"
    with graph_of(settings) as graph:
        out.print(f"网页 {address}   GraphQL {address}/graphql   按 Ctrl-C 停止")
        app = create_app(graph, settings, waiting=lambda: loading.waiting if loading else None)
        uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning")
