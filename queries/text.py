"""The `.cypher` files: read once, with the one helper that applies the day of the question.

`VALID(x)` in a file stands for "x holds on $asOf"; it is written inside the pattern of every hop and for every node
that has dates, so that no hop escapes the day. Comments (`//`) say what a file answers.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_VALID = re.compile(r"VALID\((\w+)(?:,\s*(\$?\w+))?\)")


@cache
def cypher(name: str) -> str:
    """The text of `queries/<name>.cypher`, ready to run."""
    text = files("wushe.queries").joinpath(f"{name}.cypher").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("//"))
    return _VALID.sub(_on_the_day, "\n".join(lines)).strip()


def _on_the_day(match: re.Match[str]) -> str:
    variable, day = match[1], match[2] or "$asOf"
    return f"{variable}.since <= {day} AND {day} < {variable}.until"
