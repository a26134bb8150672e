"""Cells: text, names, numbers, telephone numbers, codes."""

from __future__ import annotations

import pytest

from wushe.loaders.codes import valid_uscc
from wushe.loaders.holders import Named, people_of
from wushe.loaders.phones import parse_phones
from wushe.loaders.secret_numbers import holds_secret_number
from wushe.loaders.values import count_of, is_lossy, number_of, split_list, text_of
from wushe.schema import TenureStatus


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 张　三 ", "张三"),
        ("登科\u200b寺", "登科寺"),
        ("New  York", "New York"),
        (12.0, "12"),
        ("—", None),
        ("暂无", None),
        ("#REF!", None),
        ("=1+1", "=1+1"),
        (None, None),
    ],
)
def test_text(value: str | float | None, text: str | None) -> None:
    """One spelling; placeholders and a spreadsheet's errors are nothing."""
    assert text_of(value) == text


def test_people() -> None:
    """Notes give the status, several names are several people, 空缺 is nobody."""
    assert people_of("张三（代）") == [Named("张三", TenureStatus.ACTING)]
    assert people_of("李四(女)（挂职）") == [Named("李四", TenureStatus.SECONDED)]
    assert people_of("张三、李四/王五") == [Named("张三"), Named("李四"), Named("王五")]
    assert people_of("张三 李四") == [Named("张三"), Named("李四")]
    assert people_of("阿卜杜拉•买买提") == [Named("阿卜杜拉·买买提")]
    assert people_of("空缺") == people_of("待定") == people_of(None) == []


def test_lists_and_numbers() -> None:
    """Separators of every kind; thousands and units."""
    assert split_list("甲、乙，丙;丁、甲") == ["甲", "乙", "丙", "丁"]
    assert [count_of(text) for text in ("320", "1,352户", "910.0", "约300", "三百")] == [320, 1352, 910, None, None]
    assert [number_of(text) for text in ("48", "24小时", "3个工作日", "0.5", "尽快")] == [48.0, 24.0, 72.0, 0.5, None]


@pytest.mark.parametrize(
    ("text", "mobiles", "lines"),
    [
        ("12000000001", ["12000000001"], []),
        ("120 0000 0001", ["12000000001"], []),
        ("+86 120-0000-0001", ["12000000001"], []),
        ("12000000001.0", ["12000000001"], []),
        ("0827-0000002", [], ["0827-0000002"]),
        ("（0827）0000002", [], ["0827-0000002"]),
        ("08270000002", [], ["0827-0000002"]),
        ("010-00000002转801", [], ["010-00000002-801"]),
        ("0000002", [], ["0827-0000002"]),
        ("12345", [], ["12345"]),
        ("12000000001/0827-0000002", ["12000000001"], ["0827-0000002"]),
        ("12000000001 12000000002", ["12000000001", "12000000002"], []),
    ],
)
def test_phones(text: str, mobiles: list[str], lines: list[str]) -> None:
    """The shape tells a mobile from an office line."""
    phones = parse_phones(text, "0827")
    assert (phones.mobiles, phones.lines, phones.bad) == (mobiles, lines, 0)


def test_phones_without_area_code_and_bad_ones() -> None:
    """A bare landline stays bare and is counted; what is no number is dropped and counted."""
    assert parse_phones("0000002", None).bare == 1
    assert parse_phones("张三", "0827").bad == 1
    assert is_lossy("1.38E+10")
    assert is_lossy(5.1511903e17)
    assert not is_lossy(12000000001)


def test_credit_codes() -> None:
    """GB 32100, with two public codes."""
    assert valid_uscc("9144030071526726XG")
    assert valid_uscc("91330100799655058B")
    assert not valid_uscc("91330100799655058C")
    assert not valid_uscc("9133010079965505")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("000000190001010009", True),
        ("证号000000190001010009。", True),
        ("０００００0190001010009", True),
        ("000000 19000101 0009", True),
        ("000000190001010008", False),
        ("1000000190001010009", True),  # a number and a birthday inside a longer run: set too close to another
        ("1000000219901010009", False),
        ("511903001001001", False),
        ("0827-0375553 0375554", False),
        ("6222 0000 0000 0000", False),
        ("6200000000000000000", True),
    ],
)
def test_secret_numbers(text: str, secret: bool) -> None:
    """The check digit alone tells an identity number; cards by theirs."""
    assert holds_secret_number(text) is secret


@pytest.mark.parametrize("text", ["1201111", "13900001"])
def test_what_is_left_of_a_mobile_is_no_landline(text: str) -> None:
    """A number that a spreadsheet cut short is never published as an office line."""
    phones = parse_phones(text, "0827")
    assert (phones.mobiles, phones.lines, phones.bad) == ([], [], 1)
