"""Where things are printed: answers on standard output, all else on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from rich.console import Console
from rich.markup import escape

from wushe.errors import WusheError

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n")


def show_error(error: WusheError) -> None:
    """An error with what to do next, and its candidates."""
    err.print(f"[bold red]错误：[/]{escape(str(error))}")
    for candidate in error.candidates:
        err.print(f"  {escape(candidate.path or candidate.name)}  [dim]{escape(candidate.id)}[/]")


def is_interactive() -> bool:
    """Whether somebody sits at a terminal and can choose."""
    return sys.stdin.isatty() and sys.stderr.isatty()
