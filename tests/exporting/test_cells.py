"""What is written into cells is read from them as it was."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wushe.loaders.dates import day_after, last_day, parse_date
from wushe.loaders.escaping import escaped, unescaped
from wushe.loaders.exporting.cells import number
from wushe.loaders.history import Item, items_in, span_of, written_items, written_span
from wushe.loaders.lines import Line
from wushe.loaders.names import Span
from wushe.loaders.report import SheetReport
from wushe.loaders.values import number_of, text_of
from wushe.schema import FOREVER, Precision

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
TEXTS = st.text("甲乙（）()~『』、，;2020-06-29至起 ab", min_size=1, max_size=12).map(text_of).filter(bool)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans as files give them: months and years begin on their first day and end after their last."""
    since, precision = draw(DAYS), draw(st.sampled_from(Precision))
    if precision is Precision.MONTH:
        since = since.replace(day=1)
    if precision is Precision.YEAR:
        since = since.replace(month=1, day=1)
    if draw(st.booleans()):
        return Span(since, FOREVER, precision, Precision.UNKNOWN)
    ended = draw(st.sampled_from((Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.ATTESTED)))
    last = last_day((since + timedelta(days=draw(st.integers(0, 9000))), ended))
    return Span(since, day_after((last, ended)), precision, ended)


@given(spans())
def test_spans(span: Span) -> None:
    """Every date with how exact it is."""
    written = written_span(span.since or FOREVER, span.until, span.since_precision or "", span.until_precision)
    assert span_of(written, "since") == span


@given(st.lists(st.tuples(TEXTS, st.none() | spans(), st.just("") | DAYS.map(str)), max_size=4, unique=True))
def test_lists(items: list[tuple[str, Span | None, str]]) -> None:
    """Whatever signs stand in a text."""
    told = [
        (
            text,
            written_span(s.since or FOREVER, s.until, s.since_precision or "", s.until_precision) if s else "",
            again,
        )
        for text, s, again in items
    ]
    line = Line(None, 1, "places", {"names": written_items(told)}, {}, {}, "", SheetReport(None), [])
    assert items_in(line, "names") == [Item(text, span, again) for text, span, again in items]


@given(st.text("'=+-@合计注：甲1", max_size=8))
def test_escapes(text: str) -> None:
    """No cell begins a formula or a foot, and every text comes back."""
    assert unescaped(escaped(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "合计", "注："))


@given(st.floats(0, 1e12, allow_nan=False))
def test_numbers(value: float) -> None:
    """In plain figures, without an exponent."""
    assert "e" not in number(value).lower()
    assert float(number(value)) == value


def test_hours_come_back() -> None:
    """Of a duty's time limit, halves too."""
    assert number_of(number(1.5)) == 1.5


def test_a_day_that_is_the_first_of_its_month_stays_a_day() -> None:
    """It is not read as the month."""
    assert parse_date("2024-07-01") == (date(2024, 7, 1), Precision.DAY)
