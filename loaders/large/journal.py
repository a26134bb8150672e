"""The journal of a load by units: what is left of its rows when all that must not come in is gone, on disk until all is in.

`WUSHE_HOME/journal/<load>/` holds `head.json`, the rows of each unit (`000000.rows`: JSON lines) and, of each unit that
was written, what became of its rows (`000000.done`). It is made under another name and takes its own when it is whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph
from wushe.graph.records import meant_json, told_json
from wushe.loaders.reading import Row
from wushe.schema import statements
from wushe.server.guard import disk_error, make_folder
from wushe.settings import Settings

FOLDER = "journal"
HEAD, ROWS, DONE, PART = "head.json", ".rows", ".done", ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """A row with what is kept of it; `sheet` is the number of its sheet in the head, from 0."""

    sheet: int
    row: Row


@dataclass(frozen=True, slots=True)
class Journal:
    """A whole journal."""

    path: Path
    head: dict[str, Any]

    @property
    def load(self) -> str:
        """The id of the load, of a list the first of them."""
        return self.loads[0]

    @property
    def loads(self) -> list[str]:
        """The ids of its loads: a list of divisions has one for every day that it speaks for."""
        return list(self.head["loads"])

    @property
    def title(self) -> str:
        """The name of the file."""
        return str(self.head["title"])

    def lines(self, unit: int) -> Iterator[Any]:
        """The lines of a unit, as they were written."""
        with (self.path / f"{unit:06d}{ROWS}").open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line, object_hook=meant_json)

    def rows(self, unit: int) -> list[Kept]:
        """The rows of a unit."""
        return [kept_of(line) for line in self.lines(unit)]

    def outcome(self, unit: int) -> dict[str, Any] | None:
        """What became of a unit, None when it was not written."""
        path = self.path / f"{unit:06d}{DONE}"
        return json.loads(path.read_text("utf-8"), object_hook=meant_json) if path.exists() else None

    def tell(self, unit: int, outcome: dict[str, Any]) -> None:
        """Keep what becomes of a unit, before its transaction is committed; said again if that fails."""
        _write(self.path / f"{unit:06d}{DONE}", [outcome])

    def remove(self) -> None:
        """Everything is in the graph. The name goes first, so that half a journal is none."""
        gone = self.path.with_name(f"{self.path.name}{PART}")
        self.path.rename(gone)
        shutil.rmtree(gone)


class Writer:
    """A journal being made."""

    def __init__(self, settings: Settings, load: str) -> None:
        make_folder(settings.home / FOLDER)
        self._final = settings.home / FOLDER / load.replace(":", "-")
        self._path = self._final.with_name(f"{self._final.name}{PART}")
        shutil.rmtree(self._path, ignore_errors=True)
        make_folder(self._path)
        self.units = 0

    def add(self, lines: Iterable[Any]) -> None:
        """Write the next unit."""
        _write(self._path / f"{self.units:06d}{ROWS}", lines)
        self.units += 1

    def finish(self, head: dict[str, Any]) -> Journal:
        """Write the head and make it the journal of its load."""
        _write(self._path / HEAD, [head | {"units": self.units}])
        shutil.rmtree(self._final, ignore_errors=True)
        self._path.rename(self._final)
        return _read(self._final)

    def abandon(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._path, ignore_errors=True)


@contextmanager
def rolled_from(journal: Journal, graph: Graph) -> Iterator[None]:
    """While a journal is rolled forward: when its load is refused before anything of it is in, the journal goes too.

    Raises:
        RefusedError: of a load that is partly in; the message says how to go on, and how to take that part back.
    """
    try:
        yield
    except (RefusedError, BadInputError) as error:
        found = graph.read(lambda reader: reader.run(statements.nodes_by_id("Load"), ids=journal.loads))
        if not any(row["properties"]["state"] in {"APPLYING", "ACTIVE"} for row in found):
            journal.remove()
            raise
        raise RefusedError(
            f"{journal.title} 只载入了一部分，停在：{error.message}",
            hint=f"改正后运行 wushe load --resume；或运行 wushe load --undo {journal.load} 撤去已载入的部分",
        ) from error


def journals(settings: Settings) -> list[Journal]:
    """The whole journals of this home, the earliest first."""
    folder = settings.home / FOLDER
    found = [_read(path) for path in folder.glob("*") if path.suffix != PART and (path / HEAD).exists()]
    return sorted(found, key=lambda journal: str(journal.head["started"]))


def sweep(settings: Settings) -> None:
    """Take away what is no whole journal; only for who holds the lock."""
    for path in (settings.home / FOLDER).glob(f"*{PART}"):
        shutil.rmtree(path)


def graph_named(settings: Settings) -> str:
    """Which graph a journal is for."""
    external = settings.external
    return f"{external.uri}/{external.database}" if external else "embedded"


def line_of(kept: Kept) -> list[Any]:
    """A row as it is written: the number of its sheet, its own, and its cells by column."""
    cells = {str(index): value for index, value in enumerate(kept.row.cells) if value is not None}
    return [kept.sheet, kept.row.number, cells]


def kept_of(line: Sequence[Any]) -> Kept:
    """The reverse of `line_of`."""
    sheet, number, found = line
    cells = {int(index): value for index, value in found.items()}
    return Kept(sheet, Row(number, tuple(cells.get(i) for i in range(max(cells, default=-1) + 1))))


def _read(path: Path) -> Journal:
    return Journal(path, json.loads((path / HEAD).read_text("utf-8"), object_hook=meant_json))


def _write(path: Path, lines: Iterable[Any]) -> None:
    """Whole or not at all, for its owner's eyes only."""
    part = path.with_name(f"{path.name}{PART}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=told_json) + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise disk_error(error, path) from error
