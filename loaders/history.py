"""What held when, in one cell: 登科寺社区(2019-10-31至2020-06-29)、登科寺村(不晚于2016-07-31起). Read and written here.

A date is as exact as it is written: 2024-07-15, 2024-07, 2024. 不晚于 before it says that a document shows it and nothing
says since (or until) when; 约 that nobody knows how exact it is. The last date is the last day, as in 终止日期.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wushe.loaders.dates import PREFIXES, last_day, parse_date
from wushe.loaders.lines import Line, RowError, span_between
from wushe.loaders.names import Span
from wushe.loaders.values import placeholder
from wushe.schema import FOREVER, Precision

_DATE = r"(?:不晚于|约)?\s*\d{4}(?:-\d{2}(?:-\d{2})?)?"
_SPAN = re.compile(rf"(?P<since>{_DATE})\s*(?:起|至今|至\s*(?P<until>{_DATE}))")
_BRACKETED = re.compile(rf"(?P<text>.*?)\s*[(（](?P<span>{_DATE}\s*(?:起|至今|至\s*{_DATE}))[)）]", re.DOTALL)
_AGAIN = re.compile(r"(?P<text>.+)~(?P<day>\d{4}-\d{2}-\d{2})", re.DOTALL)
_ITEM = re.compile(r"(?:『(?:[^』]|』』)*』|[^『、，,;；\n])(?:『(?:[^』]|』』)*』|[^、，,;；\n])*")
_QUOTED = re.compile(r"『((?:[^』]|』』)*)』(.*)", re.DOTALL)
_SEPARATORS = re.compile(r"[、，,;；\n『』]")
_PREFIXES = {precision.value: word for word, precision in PREFIXES.items()}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list; without a `span` it held as long as what the row is about.

    `again` is the last listed day of an earlier time of the same thing: two times of one name are told apart by it.
    """

    text: str
    span: Span | None = None
    again: str = ""


def items_in(line: Line, name: str) -> list[Item]:
    """The items of a cell, each once."""
    return list(
        dict.fromkeys(
            _item(part[0], name) for part in _ITEM.finditer(line.text(name) or "") if not placeholder(part[0])
        )
    )


def _item(part: str, name: str) -> Item:
    text, again = part.strip(), ""
    if quoted := _QUOTED.fullmatch(text):
        text, rest = quoted[1].replace("』』", "』"), quoted[2].strip()
        again = rest[1:11] if rest.startswith("~") else ""
        dated = _BRACKETED.fullmatch(rest[11:] if again else rest)
        return Item(text, span_of(dated["span"], name) if dated else None, again)
    dated = _BRACKETED.fullmatch(text)
    if dated:
        text = dated["text"]
    if found := _AGAIN.fullmatch(text):
        text, again = found["text"], found["day"]
    return Item(text, span_of(dated["span"], name) if dated else None, again)


def span_in(line: Line, name: str) -> Span | None:
    """The span that a cell holds; None for an empty cell."""
    text = line.text(name)
    return span_of(text, name) if text else None


def span_of(text: str, name: str) -> Span:
    """不晚于2019-10-31至2020-06-29 as a span.

    Raises:
        RowError: it is none.
    """
    match = _SPAN.fullmatch(text.strip())
    since = parse_date(match["since"]) if match else None
    until = parse_date(match["until"]) if match and match["until"] else None
    if match is None or since is None or (match["until"] and until is None):
        raise RowError(f"“{text}”不是起止日期，请写成 2019-10-31至2020-06-29 或 2020-06-30起", name, refused=True)
    return span_between(since, until, name)


def written_date(day: date, precision: str) -> str:
    """A date that begins something."""
    exact = {Precision.MONTH: f"{day:%Y-%m}", Precision.YEAR: f"{day:%Y}"}.get(Precision(precision))
    text = f"{_PREFIXES.get(precision, '')}{day}"
    return exact if exact and parse_date(exact) == (day, Precision(precision)) else text


def written_end(until: date, precision: str) -> str:
    """A date that ends something, as its last day; empty where it has no end."""
    if until == FOREVER:
        return ""
    day = until - timedelta(days=1)
    exact = {Precision.MONTH: f"{day:%Y-%m}", Precision.YEAR: f"{day:%Y}"}.get(Precision(precision))
    whole = exact and (dated := parse_date(exact)) and last_day(dated) == day
    return exact if exact and whole else f"{_PREFIXES.get(precision, '')}{day}"


def written_span(since: date, until: date, since_precision: str, until_precision: str) -> str:
    """As `span_of` reads it."""
    end = written_end(until, until_precision)
    return written_date(since, since_precision) + (f"至{end}" if end else "起")


def written_items(items: Iterable[tuple[str, str, str]]) -> str:
    """A list of (text, written span or nothing, again) as `items_in` reads it."""
    return "、".join(_written(*item) for item in items)


def _written(text: str, span: str, again: str) -> str:
    doubtful = _SEPARATORS.search(text) or _BRACKETED.fullmatch(text) or _AGAIN.fullmatch(text) or placeholder(text)
    plain = f"『{text.replace('』', '』』')}』" if doubtful else text
    return plain + (f"~{again}" if again else "") + (f"({span})" if span else "")


def texts(items: Sequence[Item]) -> list[str]:
    """What the items are called."""
    return [item.text for item in items]
