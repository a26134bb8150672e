"""Dates as rosters write them, with how exact they are."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from wushe.schema import FOREVER, Precision
from wushe.schema.text import chinese_number, squeeze

EPOCH = date(1899, 12, 30)
SERIALS = range(20_000, 60_000)
"""Day numbers of spreadsheets for 1954 to 2064: what a date cell without its format holds."""
YEARS = range(1900, 2200)
OPEN = frozenset({"至今", "今", "现在", "长期", "在任", "现任", "永久"})
"""Words that stand where an end would: there is none."""

_PARTS = re.compile(r"(\d{4})(?:年|[-/.])?(?:(\d{1,2})(?:月|[-/.])?(?:(\d{1,2})日?)?)?")
_SHORT = re.compile(r"(\d{2})(年|[-/.])(\d{1,2})(?:(?:月|[-/.])(?:(\d{1,2})日?)?)?")
_CENTURY = 50
"""Two digits from here on are of the last century: 85.6 is June 1985, 23.7 July 2023."""
_UNTIL = re.compile(r"至|到|[~～—–―－]+|--+")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_CLOCK = re.compile(r"[T日]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_HAN_DIGITS = str.maketrans("〇○◯零一二三四五六七八九", "0000123456789")
_HAN = re.compile(
    r"([〇○◯零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月)?(?:([一二三四五六七八九十]{1,3})日)?"
)

Dated = tuple[date, Precision]


PREFIXES = {"不晚于": Precision.ATTESTED, "约": Precision.UNKNOWN}
"""Words before a day that only bounds, or only comes near, what it dates; an export writes them."""


def parse_date(value: object) -> Dated | None:
    """The first day of what is written and its precision; None when it is not a date."""
    for word, precision in PREFIXES.items():
        if isinstance(value, str) and squeeze(value).startswith(word):
            dated = _written(squeeze(value).removeprefix(word))
            return (dated[0], precision) if dated and dated[1] is Precision.DAY else None
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return (value, Precision.DAY) if value.year in YEARS else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) and int(value) in SERIALS:
        return EPOCH + timedelta(days=int(value)), Precision.DAY
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _written(squeeze(str(value)))


@lru_cache(maxsize=4096, typed=True)
def parse_period(value: object) -> tuple[Dated, Dated | None] | None:
    """The first and the last day of a period (2023.7-2026.7, 2023年7月至今, 2023年); None when it is not one."""
    if (whole := parse_date(value)) or not isinstance(value, str):
        return (whole, None) if whole else None
    text = squeeze(value)
    for cut in [*_UNTIL.finditer(text), *re.finditer("-", text)]:
        first, last = _written(text[: cut.start()]), text[cut.end() :]
        if first and (last in OPEN or not last):
            return first, None
        if first and (ended := _written(last)) and len(last) > 3 and ended[0] >= first[0]:
            return first, ended
    return None


def short_year(value: object) -> bool:
    """Whether a date is written with two digits of its year, so that the century is ours to tell."""
    return isinstance(value, str | float) and bool(_SHORT.fullmatch(squeeze(str(value))))


def _written(text: str) -> Dated | None:
    text = text.removesuffix("至今").removesuffix("起").removesuffix("止").rstrip(".")
    if re.fullmatch(r"\d{5}", text) and int(text) in SERIALS:
        return EPOCH + timedelta(days=int(text)), Precision.DAY
    if short := _SHORT.fullmatch(text):
        year = int(short[1]) + (1900 if int(short[1]) >= _CENTURY else 2000)
        return _dated(year, int(short[3]), int(short[4]) if short[4] else None)
    if han := _HAN.fullmatch(text):
        month, day = (chinese_number(part) if part else None for part in han.groups()[1:])
        return _dated(int(han[1].translate(_HAN_DIGITS)), month, day)
    if solid := _SOLID.fullmatch(text):
        return _dated(int(solid[1]), int(solid[2]), int(solid[3]) if solid[3] else None)
    match = _PARTS.fullmatch(_without_clock(text))
    if match is None:
        return None
    month, day = (int(part) if part else None for part in match.groups()[1:])
    return _dated(int(match[1]), month, day)


def _without_clock(text: str) -> str:
    """2024-07-1500:00:00, as a date with a time looks once its spaces are gone, is 2024-07-15."""
    dashed = re.match(r"\d{4}[-/]\d{2}[-/]\d{2}(?=T?\d{1,2}:)", text)
    return dashed[0] if dashed and _CLOCK.search(text) else text


def _dated(year: int, month: int | None, day: int | None) -> Dated | None:
    precision = Precision.DAY if day is not None else Precision.MONTH if month is not None else Precision.YEAR
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return (first, precision) if year in YEARS else None


def last_day(dated: Dated) -> date:
    """The last day of the day, month or year that was written."""
    first, precision = dated
    if precision is Precision.YEAR:
        return date(first.year, 12, 31)
    if precision is Precision.MONTH:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def day_after(dated: Dated) -> date:
    """The `until` of something whose last day was written: a month or a year ends on its last day."""
    return min(last_day(dated) + timedelta(days=1), FOREVER)


_TITLE = re.compile(
    r"(?P<label>填报(?:时间|日期)|更新至|截至|截止|制表(?:时间|日期)|日期)?[：:\s为]*"
    r"(?P<date>(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月|[-/.]\d{1,2}(?!\d)|年))"
)


def title_date(titles: str) -> Dated | None:
    """The date that titles give: one that is called so first, then the most exact."""
    found = [(match["label"] is None, parse_date(match["date"])) for match in _TITLE.finditer(titles)]
    order = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}
    dated = [(unlabelled, order[date_[1]], date_) for unlabelled, date_ in found if date_]
    return min(dated, key=lambda item: item[:2])[2] if dated else None
