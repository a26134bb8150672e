"""What every command shares: the settings, the open graph, the errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rich.markup import escape

from wushe.cli.console import err
from wushe.cli.progress import counting
from wushe.cli.reporting import show_problems
from wushe.errors import BadInputError
from wushe.graph import Graph, open_graph, prepare
from wushe.loaders.large.recovery import half_done, recover
from wushe.loaders.report import LoadReport
from wushe.server import ensure
from wushe.settings import Settings, load_settings


@contextmanager
def graph_of(settings: Settings) -> Iterator[Graph]:
    """The graph, its server started when it is ours and does not run, its schema in place."""
    with _opened(settings) as graph:
        if line := half_done(graph, settings):
            err.print(f"[yellow]注意：[/]{escape(line)}")
        yield graph


@contextmanager
def graph_to_load(settings: Settings) -> Iterator[tuple[Graph, list[LoadReport]]]:
    """The graph for a command that loads: first whatever was left half done is completed; with the reports of that."""
    with _opened(settings) as graph:
        with counting("接着载入") as progress:
            reports = recover(graph, settings, _rolling, progress)
        for report in reports:
            err.print(escape(report.summary()))
            show_problems(report)
            err.print(escape(report.next_step()))
        yield graph, reports


@contextmanager
def _opened(settings: Settings) -> Iterator[Graph]:
    with open_graph(ensure(settings), _waiting) as graph:
        prepare(graph)
        yield graph


def _rolling(title: str) -> None:
    err.print(f"上次没有载入完，先接着载完：{escape(title)}")


def _waiting(limit: float) -> None:
    err.print(f"另一个载入正在写入，等待中…（最多 {limit:.0f} 秒）")


def settings_for(today: str | None = None) -> Settings:
    """The settings, with the default day of this command when `--as-of` gives one."""
    settings = load_settings()
    return settings.model_copy(update={"today": day(today)}) if today else settings


def day(text: str) -> date:
    """A day as YYYY-MM-DD.

    Raises:
        BadInputError: it is not one.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadInputError(f"日期“{text}”无法识别", hint="请写成 2024-03-01 的样子") from None
