"""Reads the files given, under a bound on memory and processor time; says what became of each, and the peak in MB."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from wushe.errors import WusheError
from wushe.loaders.reading import read_document

MEMORY = 1536 * 2**20
SECONDS = 240


def outcome(path: Path) -> str:
    """The number of rows, or why there are none."""
    try:
        return str([len(sheet.rows) for sheet in read_document(path).sheets])
    except WusheError as error:
        return f"{error.exit_code} {error}"


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found = {name: outcome(Path(name)) for name in sys.argv[1:]}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps({"found": found, "peak": peak}))
