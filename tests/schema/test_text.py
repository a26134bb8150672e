"""One spelling for the many that people use."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wushe.schema.ids import division_code, local_place_id
from wushe.schema.naming import full_forms, name_key, query_keys, same_numbered, short_name
from wushe.schema.text import chinese_number, ordinal_label, squeeze

UNITS = ("网格", "号网格", "格")


@pytest.mark.parametrize(
    "label",
    [
        "第一网格",
        "01网格",
        "1网格",
        "第1网格",
        "网格1",
        "１网格",
        "①网格",
        " 第 1 网格 ",
        "1号网格",
        "一格",
        "（一）网格",
        "第(1)网格",
    ],
)
def test_a_numbered_label_has_one_number(label: str) -> None:
    """However it is written, it is grid 1."""
    assert ordinal_label(label, UNITS) == 1
    assert local_place_id("place:511903001002", "grid", label) == "place:511903001002-G01"


@given(st.integers(1, 199))
def test_chinese_numbers_count(number: int) -> None:
    """Written in Chinese and read back."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = (digits[hundreds] + "百" if hundreds else "") + ("零" if hundreds and not tens and ones else "")
    text += ((digits[tens] if tens > 1 or hundreds else "") + "十" if tens else "") + (digits[ones] if ones else "")
    assert chinese_number(text) == number


@pytest.mark.parametrize(("text", "number"), [("一〇三", 103), ("二〇", 20), ("一二", 12), ("零五", 5), ("两百", 200)])
def test_numbers_written_digit_by_digit(text: str, number: int) -> None:
    """第一〇三网格 is grid 103, not grid 3."""
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("listed", "short", "key"),
    [
        ("登科寺社区居民委员会", "登科寺社区", "登科寺"),
        ("新场居民委员会", "新场社区", "新场"),
        ("青龙村民委员会", "青龙村", "青龙"),
        ("青龙村村民委员会", "青龙村", "青龙"),
        ("陈村村民委员会", "陈村", "陈村"),
    ],
)
def test_villages_have_a_short_name_and_a_stem(listed: str, short: str, key: str) -> None:
    """The forms of the national list."""
    assert (short_name("village", listed), name_key("village", listed)) == (short, key)
    assert key in query_keys(listed)
    assert key in query_keys(short)


def test_towns_keep_a_single_character() -> None:
    """九镇 is a town whose stem is one character; 登科街道办事处 is the listed form of a street in 2016."""
    assert name_key("town", "九镇") == "九镇"
    assert short_name("town", "登科街道办事处") == "登科街道"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("恩阳区", "恩阳"),
        ("三都水族自治县", "三都"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("莫力达瓦达斡尔族自治旗", "莫力达瓦"),
        ("东乡族自治县", "东乡族"),
    ],
)
def test_counties_are_found_without_their_nationalities(name: str, stem: str) -> None:
    """Whoever lives there, the stem is what people say."""
    assert name_key("county", name) == stem


def test_committee_names_are_full_names() -> None:
    """Every usual way to write the committee of a village."""
    assert {"青龙村委会", "青龙村村民委员会", "青龙村村委会"} <= full_forms("village", "青龙村民委员会")
    assert "青龙居委会" not in full_forms("village", "青龙村民委员会")


def test_numbered_units_need_the_same_parent() -> None:
    """登科寺01网格 is 登科寺社区第1网格, and neither grid 2 nor another community's."""
    assert same_numbered("grid", "登科寺01网格", "登科寺社区第1网格")
    assert not same_numbered("grid", "登科寺02网格", "登科寺社区第1网格")
    assert not same_numbered("grid", "石马01网格", "登科寺社区第1网格")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("511903000000", "511903"),
        ("510000", "51"),
        ("511900", "5119"),
        ("511903001002", "511903001002"),
        ("51190", None),
    ],
)
def test_zero_padded_codes_resolve(text: str, code: str | None) -> None:
    """A code is what its digits say without the padding."""
    assert division_code(text) == code


@given(st.text(max_size=30))
@example("A´")
def test_squeezing_is_idempotent(text: str) -> None:
    """Squeezing twice changes nothing."""
    assert squeeze(squeeze(text)) == squeeze(text)
