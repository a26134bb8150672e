"""The day that a question speaks of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushe.errors import BadInputError
from wushe.queries.ask.days import find_day

TODAY = date(2024, 8, 1)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("2024年3月1日谁是书记", date(2024, 3, 1), "｜谁是书记"),
        ("2024-03-01的书记", date(2024, 3, 1), "｜的书记"),
        ("2023年2月谁是书记", date(2023, 2, 28), "｜谁是书记"),
        ("2023年12月谁是书记", date(2023, 12, 31), "｜谁是书记"),
        ("2019年的青木镇", date(2019, 12, 31), "｜的青木镇"),
        ("2024年的书记", TODAY, "｜的书记"),
        ("青木镇2020年以前下辖哪些村", date(2019, 12, 31), "青木镇｜下辖哪些村"),
        ("2020年镇村建制调整前，青木镇", date(2019, 12, 31), "｜，青木镇"),
        ("2023年登科寺社区前任书记", date(2023, 12, 31), "｜登科寺社区前任书记"),
        ("2023年前锋村书记", date(2023, 12, 31), "｜前锋村书记"),
        ("2020年前下辖哪些村", date(2019, 12, 31), "｜下辖哪些村"),
        ("2020年前，青木镇", date(2019, 12, 31), "｜，青木镇"),
        ("2020年青木镇调整前下辖", date(2019, 12, 31), "｜青木镇调整前下辖"),
        ("2020年前身是谁", date(2020, 12, 31), "｜前身是谁"),
        ("去年的书记", date(2023, 12, 31), "｜的书记"),
        ("昨天谁值班", date(2024, 7, 31), "｜谁值班"),
        ("现在归谁", None, "｜归谁"),
        ("8月1号谁是书记", date(2024, 8, 1), "｜谁是书记"),
        ("12月31日谁是书记", date(2023, 12, 31), "｜谁是书记"),
        ("义阳大道2024号找谁", None, "义阳大道2024号找谁"),
        ("登科寺社区矛盾纠纷找谁", None, "登科寺社区矛盾纠纷找谁"),
    ],
)
def test_days(text: str, day: date | None, rest: str) -> None:
    """Days, months and years; what is no date stays."""
    assert find_day(text, TODAY) == (day, rest)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_day_in_full_is_that_day(day: date) -> None:
    """In both ways to write it."""
    for text in (f"{day.year}年{day.month}月{day.day}日的书记", f"{day.isoformat()}的书记"):
        assert find_day(text, TODAY) == (day, "｜的书记")


@pytest.mark.parametrize(
    "text", ["2024年13月1日", "2023年2月30日", "2024-13-45", "2023-02-30", "2024年8月45日", "2月30日"]
)
def test_what_is_no_day(text: str) -> None:
    """It is said, and how to write one: today is not put in its place."""
    with pytest.raises(BadInputError, match=f"没有“{text}”这一天") as told:
        find_day(f"登科寺社区{text}书记是谁", TODAY)
    assert told.value.hint == "日期请写成 2024-08-01 或 2024年8月1日"


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Nothing is too odd, and nothing but words for a day is taken away."""
    try:
        day, rest = find_day(text, TODAY)
    except BadInputError as fault:
        assert "这一天" in str(fault)
    else:
        assert day is None or rest != text
