"""The day that a question speaks of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wushe.errors import BadInputError

_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d{2})", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<d>3[01]|[12]\d|0?[1-9])"
_EVENT = "(?:镇村|乡镇|行政|区划|建制|机构|体制)*(?:调整|改革|合并|撤并|划转|变更|更名|换届|成立|组建)(?:以|之)?前"
_BEFORE = (
    rf"(?P<before>(?:以|之)前|{_EVENT}|(?=[^，。？?｜]{{1,12}}{_EVENT})"
    r"|前(?![\u4e00-\u9fff])|前(?=的|下|有|属|归|由|叫|是|谁|哪))?"
)
_DATES = (
    re.compile(rf"(?<!\d){_YEAR}年(?:底|末)?(?:{_MONTH}月(?:份|底)?(?:{_DAY}[日号])?)?{_BEFORE}"),
    re.compile(rf"(?<!\d){_YEAR}[-/.]{_MONTH}(?:[-/.]{_DAY})?(?!\d){_BEFORE}"),
)
_OF_THE_YEAR = re.compile(rf"(?<![年\d]){_MONTH}月(?:份)?{_DAY}[日号]")
_MORE = re.compile(r"(?:\d{1,2}[月日])+")
"""A month or a day that no year has, left where a date was read."""
_LIKE_A_DATE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:年\d{1,2}月|[-/.]\d{1,2}[-/.])\d{0,2}[日号]?")
_SPOKEN = {"前年": -2, "去年": -1}
_NOW = re.compile("今天|现在|目前|当前|如今|眼下")


def find_day(text: str, today: date) -> tuple[date | None, str]:
    """The day of a question, None where it speaks of today; and the text with a bar in the place of the words for it.

    A month or a year is its last day, but not one to come; 2020年以前 and 2020年建制调整前 are the day before 2020;
    前任 and 前锋村 say nothing of a day. 8月1日 without a year is the last one that was.

    Raises:
        BadInputError: what looks like a date is none: 2024-02-30.
    """
    text = _NOW.sub("｜", text)
    if found := next((hit for pattern in _DATES if (hit := pattern.search(text))), None):
        if more := _MORE.match(text, found.end()):
            raise _no_date(f"{found[0]}{more[0]}")
        return _day_of(found, today), f"{text[: found.start()]}｜{text[found.end() :]}"
    if found := _LIKE_A_DATE.search(text):
        raise _no_date(found[0])
    if found := _OF_THE_YEAR.search(text):
        return _last(found, today), f"{text[: found.start()]}｜{text[found.end() :]}"
    for word, years in _SPOKEN.items():
        if word in text:
            return date(today.year + years, 12, 31), text.replace(word, "｜", 1)
    if "昨天" in text:
        return today - timedelta(days=1), text.replace("昨天", "｜", 1)
    return None, text


def _no_date(words: str) -> BadInputError:
    return BadInputError(f"没有“{words}”这一天", hint="日期请写成 2024-08-01 或 2024年8月1日")


def _last(found: re.Match[str], today: date) -> date:
    """The last such day of a year up to today."""
    try:
        day = date(today.year, int(found["m"]), int(found["d"]))
        return day if day <= today else day.replace(year=today.year - 1)
    except ValueError as fault:
        raise _no_date(found[0]) from fault


def _day_of(found: re.Match[str], today: date) -> date:
    year, month, day = int(found["y"]), int(found["m"] or 0), int(found["d"] or 0)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as fault:
        raise _no_date(found[0]) from fault
    if found["before"] is not None:
        return first - timedelta(days=1)
    if day:
        return first
    after = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    return min(after - timedelta(days=1), max(today, first))
