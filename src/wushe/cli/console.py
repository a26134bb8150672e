"""Where things are printed: answers on standard output, all else on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from rich.console import Console

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n")


def is_interactive() -> bool:
    """Whether somebody sits at a terminal and can choose."""
    return sys.stdin.isatty() and sys.stderr.isatty()
