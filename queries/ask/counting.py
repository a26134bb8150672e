"""What is counted where somebody asks how many there are: a number that was published, else the things themselves."""

from __future__ import annotations

from dataclasses import replace

from wushe.graph import Reader
from wushe.queries.ask.model import Reading
from wushe.queries.figures.answer import published_codes
from wushe.queries.matches import Scope


def countable(reader: Reader, reading: Reading, scope: Scope) -> Reading:
    """The reading without figures that nobody published for its place, where its words say what can be counted instead."""
    if not reading.figures or reading.place is None or not (reading.kinds or reading.levels):
        return reading
    known = published_codes(reader, reading.place.id, scope.as_of)
    return reading if known.intersection(reading.figures) else replace(reading, figures=())
