"""How a spreadsheet shows its numbers, where that changes what they mean: dates, months, years, times, two decimals."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import Enum

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from wushe.loaders.reading.sheets import Value, plain


class Look(Enum):
    """What a number format makes of a number."""

    PLAIN = "as it is"
    DAY = "a day"
    MONTH = "a year and a month"
    YEAR = "a year"
    DURATION = "hours counted on"
    DECIMALS = "two decimals"


_MONTHS, _DAYS, _CLOCKS = 'yyyy"年"m"月"', 'm"月"d"日"', 'h"时"mm"分"'
CHINESE = (
    dict.fromkeys((27, 36, 50, 52, 57), _MONTHS)
    | dict.fromkeys((28, 29, 51, 53, 54, 58), _DAYS)
    | dict.fromkeys((32, 33, 34, 35, 55, 56), _CLOCKS)
    | {30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"'}
)
"""Formats that a Chinese spreadsheet names only by number (ECMA-376, 18.8.30)."""
NAMED = {
    "general date": Look.DAY,
    "short date": Look.DAY,
    "medium date": Look.DAY,
    "long date": Look.DAY,
    "short time": Look.DAY,
    "medium time": Look.DAY,
    "long time": Look.DAY,
    "fixed": Look.DECIMALS,
    "standard": Look.DECIMALS,
}
"""Formats that SpreadsheetML 2003 names by words."""

_ELAPSED = re.compile(r"\[(h+|m+|s+)\]")
_SILENT = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_CENTS = re.compile(r"[#,0]*0\.00(?![0?#%eE])")
_YEARS = range(1900, 2200)


def look_of(number: int, codes: dict[int, str]) -> Look:
    """The look of a format by its number; `codes` are the file's own."""
    return look(codes.get(number) or CHINESE.get(number) or BUILTIN_FORMATS.get(number) or "General")


def look(code: str) -> Look:
    """What a format's code does to a positive number."""
    code = code.lower()
    if code in NAMED:
        return NAMED[code]
    if _ELAPSED.search(code):
        return Look.DURATION
    shown = _SILENT.sub("", code).partition(";")[0].replace("general", "")
    units = {letter for letter in shown if letter in "ymdhs"}
    if not units:
        return Look.DECIMALS if _CENTS.match(shown) else Look.PLAIN
    if units == {"y", "m"}:
        return Look.MONTH
    return Look.YEAR if units == {"y"} else Look.DAY


def seen(number: float, look: Look, epoch: datetime = WINDOWS_EPOCH) -> Value:
    """A number as the value that a person sees: a day, the text of a month, year or time, else the number."""
    if look is Look.PLAIN:
        return plain(number)
    if look is Look.DECIMALS:
        return f"{number:.2f}" if _is_month(number) else plain(number)
    try:
        moment = from_excel(number, epoch, timedelta=look is Look.DURATION)
    except (OverflowError, ValueError):
        return plain(number)
    return shown_as(moment, look) if _is_possible(moment) else plain(number)


def shown_as(moment: date | time | timedelta, look: Look) -> Value:
    """A moment as exactly as its format shows it."""
    if isinstance(moment, date) and look is Look.MONTH:
        return f"{moment.year}年{moment.month}月"
    if isinstance(moment, date) and look is Look.YEAR:
        return f"{moment.year}年"
    return plain(moment)


def _is_month(number: float) -> bool:
    """1985.1 shown as 1985.10: a year and a month."""
    return number != int(number) and int(number) in _YEARS and 1 <= round(number % 1 * 100) <= 12


def _is_possible(moment: object) -> bool:
    """A number such as 202407 under a date's format was not typed as a day."""
    return not isinstance(moment, date) or moment.year in _YEARS
