"""Who holds posts of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Holding:
    """A tenure, and the code of the place that its post's body is or belongs to."""

    tenure: str
    code: str


def holders_of_kind(reader: Reader, kind: str, county: str, code: str, as_of: date) -> list[Holding]:
    """The tenures that hold on the day, in bodies whose code begins with `code`."""
    return fetch(reader, "holders_of_kind", Holding, kind=kind, county=county, code=code, as_of=as_of)
