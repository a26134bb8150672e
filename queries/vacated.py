"""Since when a post is empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Vacancy:
    """The first day without a holder, the day it is next known to be held, and what attests the post."""

    left: date | None
    next: date | None
    by: list[str]


def vacated(reader: Reader, post: str, as_of: date) -> Vacancy:
    """What is known of an empty post around the day."""
    return fetch(reader, "vacated", Vacancy, post=post, as_of=as_of)[0]
