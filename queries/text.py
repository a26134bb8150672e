"""The `.cypher` files: read once, with the one helper that applies the day of the question.

`VALID(x)` in a file stands for "x holds on $asOf"; it is written inside the pattern of every hop and for every node
that has dates, so that no hop escapes the day. `KNOWN(x)` also lets through what is only attested later: it finds out that
an answer lies before the data, and never an answer. `INFERRED(x)` says that a tie was only concluded from lists of divisions,
and no document states it. `[x:TRAVERSABLE …]` is a tie of any kind that a path of linkage may cross, as `schema/ties` declares.
`CALLED(x)`, `FOUND(x)` and `LIES(x, y)` stand for what `queries/parts` says of x, which is `it` there: what is asked several times in the same words.
Comments (`//`) say what a file answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from wushe.graph import Reader
from wushe.schema import schema

T = TypeVar("T")

_VALID = re.compile(r"VALID\((\w+)(?:,\s*(\$?\w+))?\)")
_KNOWN = re.compile(r"KNOWN\((\w+)\)")
_INFERRED = re.compile(r"INFERRED\((\w+)\)")
_PART = re.compile(r"\b(CALLED|FOUND|LIES)\((\w+)(?:, (\w+))?\)")


@cache
def cypher(name: str) -> str:
    """The text of `queries/<name>.cypher`, ready to run."""
    text = _KNOWN.sub(_known, _VALID.sub(_on_the_day, written(name)))
    return _INFERRED.sub(_inferred, text).strip()


@cache
def written(name: str) -> str:
    """The text of `queries/<name>.cypher` with the parts it is made of, and the day still as it is written."""
    text = files("wushe.queries").joinpath(f"{name}.cypher").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("//"))
    return _PART.sub(_part, "\n".join(lines).replace(":TRAVERSABLE", f":{traversable()}"))


@cache
def counting(name: str) -> str:
    """The text of the list `queries/<name>.cypher` as a count: how many items each owner has, in place of the items."""
    body, _, _ = cypher(name).rpartition("RETURN owner")
    return f"{body}RETURN owner, count(*) AS total"


@cache
def traversable() -> str:
    """The kinds of tie that a path of linkage may cross, as a pattern writes them."""
    return "|".join(tie.code for tie in schema().ties.values() if tie.traversable)


def _part(match: re.Match[str]) -> str:
    text = re.sub(r"\bit\b", match[2], written(f"parts/{match[1].lower()}"))
    return re.sub(r"\bthere\b", match[3], text) if match[3] else text


def _on_the_day(match: re.Match[str]) -> str:
    variable, day = match[1], match[2] or "$asOf"
    return f"{variable}.since <= {day} AND {day} < {variable}.until"


def _known(match: re.Match[str]) -> str:
    variable = match[1]
    return f"({variable}.since <= $asOf OR {variable}.sincePrecision = 'ATTESTED') AND $asOf < {variable}.until"


def _inferred(match: re.Match[str]) -> str:
    tie = match[1]
    return f"coalesce({tie}.inferred, false) AND all(text IN {tie}.by WHERE text STARTS WITH 'load:divisions')"


def fetch(reader: Reader, query: str, row: Callable[..., T], **parameters: Any) -> list[T]:
    """Run `queries/<query>.cypher` and give each record as a `row`.

    Parameters and fields are snake_case here and camelCase in Cypher, as is the custom of each.
    """
    records = reader.run(cypher(query), **{camel(name): value for name, value in parameters.items()})
    fields = [snake(name) for name in records[0]] if records else []
    return [row(**dict(zip(fields, record.values(), strict=True))) for record in records]


def camel(name: str) -> str:
    """as_of gives asOf."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


@cache
def snake(name: str) -> str:
    """asOf gives as_of."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: f"_{match[1].lower()}", name)
