"""The command line: `wushe`."""

from wushe.cli.main import main

__all__ = ["main"]
