"""What every command shares: the settings, the open graph, the errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from wushe.cli.console import err
from wushe.errors import BadInputError
from wushe.graph import Graph, open_graph, prepare
from wushe.server import ensure
from wushe.settings import Settings, load_settings


@contextmanager
def graph_of(settings: Settings) -> Iterator[Graph]:
    """The graph, its server started when it is ours and does not run, its schema in place."""
    with open_graph(ensure(settings), _waiting) as graph:
        prepare(graph)
        yield graph


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
