"""Which field a column of an unknown roster seems to be: by its header, and by what its cells look like."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from wushe.loaders.shapes import LABELS, Shapes
from wushe.schema.kinds import Declaration
from wushe.schema.text import squeeze

LIKE = 0.6
"""How like a known header another must be to be taken for it."""
ENOUGH = 0.5
"""The score from which a field is proposed."""


class Role(Declaration):
    """What a column may be."""

    label: str
    words: tuple[str, ...]
    looks: str | None = None
    unit: str = ""
    vague: bool = False
    """Whether its words are also parts of the headers of other fields: 单位 of 配合单位."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A field for a column, how sure (0 to 1), and why."""

    column: int
    field: str
    score: float
    why: str


@cache
def roles() -> dict[str, Role]:
    """Everything a column may be, by field."""
    data = tomllib.loads(files("wushe.loaders").joinpath("proposal.toml").read_text("utf-8"))
    return {field: Role.model_validate(role) for field, role in data.items()}


def guesses(column: int, header: str, shapes: Shapes) -> Iterator[Guess]:
    """Every field that a column may be."""
    for field, role in roles().items():
        by_header, why = _header(squeeze(header.rsplit("/", maxsplit=1)[-1]), role)
        share = shapes.share(role.looks)
        if (
            role.looks
            and shapes.cells
            and share < 0.2
            and role.looks not in {"town", "village", "body", "matter", "post", "kind"}
        ):
            by_header *= 0.7
            why += f"，但内容不{_verb(role.looks)}"
        by_value = 0.55 * share if role.looks and share >= ENOUGH else 0.0
        if role.looks and share >= ENOUGH:
            why = "；".join(filter(None, (why, f"{share:.0%} 的内容{LABELS[role.looks]}")))
        score = min(1.0, by_header + by_value * (1 - by_header)) if by_header else by_value
        if score >= ENOUGH:
            yield Guess(column, field, round(score, 2), why)


def _verb(shape: str) -> str:
    return LABELS[shape].removeprefix("是")


def _header(header: str, role: Role) -> tuple[float, str]:
    words = [squeeze(word) for word in role.words]
    if header in words:
        return 0.9, "表头就是这一栏的常用名"
    inside = [word for word in words if len(word) > 1 and word in header]
    if inside:
        longest = max(inside, key=len)
        return round(0.7 + 0.02 * min(len(longest), 5) - 0.1 * role.vague, 2), f"表头里有“{longest}”"
    near = max(words, key=lambda word: SequenceMatcher(None, header, word).ratio())
    ratio = SequenceMatcher(None, header, near).ratio()
    return (round(0.8 * ratio, 2), f"表头和“{near}”相近") if ratio >= LIKE and header else (0.0, "")


def assigned(found: Sequence[Guess]) -> dict[int, Guess]:
    """One field for a column and one column for a field, the surest first, the leftmost of equals."""
    chosen: dict[int, Guess] = {}
    for guess in sorted(found, key=lambda guess: (-guess.score, guess.column)):
        if guess.column not in chosen and guess.field not in {one.field for one in chosen.values()}:
            chosen[guess.column] = guess
    return chosen
