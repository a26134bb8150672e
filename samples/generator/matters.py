"""The tree of matters, from `matters.txt`."""

from functools import cache
from pathlib import Path

from wushe.samples.generator.tables import Matter


@cache
def matters() -> tuple[Matter, ...]:
    """Every matter, parents before children."""
    names: dict[str, str] = {}
    rows = []
    for line in source_lines("matters.txt"):
        code, name, aliases, *note = line.split()
        names[code] = name
        known = "" if aliases == "-" else aliases
        rows.append(Matter(name=name, code=code, broader=names.get(code[:-2], ""), aliases=known, note="".join(note)))
    return tuple(rows)


def source_lines(name: str) -> list[str]:
    """The lines of a file beside this module that are neither blank nor a comment."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
