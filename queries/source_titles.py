"""What has been loaded."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class TitleRow:
    """The title of a source."""

    title: str
    division_list: bool


def source_titles(reader: Reader) -> list[TitleRow]:
    """The titles of what has been loaded; at most 1,000."""
    return fetch(reader, "source_titles", TitleRow)
