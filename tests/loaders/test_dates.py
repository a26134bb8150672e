"""Dates as rosters write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from wushe.loaders.dates import day_after, parse_date, title_date
from wushe.schema import Precision

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2024-07-15", date(2024, 7, 15), DAY),
        ("2024/7/15", date(2024, 7, 15), DAY),
        ("2024.7.15", date(2024, 7, 15), DAY),
        ("2024年7月15日", date(2024, 7, 15), DAY),
        ("２０２４年７月１５日", date(2024, 7, 15), DAY),
        ("2024-07-15 00:00:00", date(2024, 7, 15), DAY),
        ("20240715", date(2024, 7, 15), DAY),
        (datetime(2024, 7, 15), date(2024, 7, 15), DAY),
        (45488, date(2024, 7, 15), DAY),
        ("2024年7月", date(2024, 7, 1), MONTH),
        ("2024.7", date(2024, 7, 1), MONTH),
        ("85.6", date(1985, 6, 1), MONTH),
        ("2021.03", date(2021, 3, 1), MONTH),
        ("2024.7", date(2024, 7, 1), MONTH),
        ("85.6", date(1985, 6, 1), MONTH),
        ("2024年7月至今", date(2024, 7, 1), MONTH),
        ("二〇二三年七月", date(2023, 7, 1), MONTH),
        ("2024", date(2024, 1, 1), YEAR),
        (2024, date(2024, 1, 1), YEAR),
        ("2024年", date(2024, 1, 1), YEAR),
    ],
)
def test_forms(value: object, day: date, precision: Precision) -> None:
    """Every form gives its first day and how exact it is."""
    assert parse_date(value) == (day, precision)


@pytest.mark.parametrize(
    "value", ["去年", "2024-13-01", "2024-02-30", "2023.7-2026.7", "7月15日", True, "12345", "12000000001"]
)
def test_no_dates(value: object) -> None:
    """What is no date is none; nothing is guessed."""
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2023-08-31", date(2023, 9, 1)),
        ("2024年2月", date(2024, 3, 1)),
        ("2023年", date(2024, 1, 1)),
        ("9999-12-31", None),
    ],
)
def test_last_days(text: str, until: date | None) -> None:
    """The last day counts; a month and a year end on theirs."""
    dated = parse_date(text)
    assert (day_after(dated) if dated else None) == until


@pytest.mark.parametrize(
    ("title", "day"),
    [
        (
            "登科街道2024年专职网格员花名册\n填报单位：登科街道党工委  填报时间：2024.7.15  填报人：某",
            date(2024, 7, 15),
        ),
        ("登科街道2024年网格员花名册（更新至2024年7月）", date(2024, 7, 1)),
        ("2021年责任清单", date(2021, 1, 1)),
        ("巴恩委发〔2023〕5号", None),
        ("网格台账", None),
    ],
)
def test_titles(title: str, day: date | None) -> None:
    """The date called 填报时间 wins, then the most exact."""
    found = title_date(title)
    assert (found[0] if found else None) == day
