"""Nobody in the sample exists, and no number in it can ring or identify anybody."""

import re
from itertools import pairwise

from samples.generator.codes import ALPHABET
from samples.generator.tables import Organization, Place, Tenure

from .conftest import Sample

MOBILE = re.compile(r"120\d{8}")
OFFICE = re.compile(r"0827-0\d{6}")
PHONE_LIKE = re.compile(r"(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)")


def test_phones_have_shapes_that_cannot_ring(sample: Sample) -> None:
    for line in sample.of(Tenure):
        assert line["联系电话"] == "" or MOBILE.fullmatch(line["联系电话"])
        assert line["办公电话"] == "" or OFFICE.fullmatch(line["办公电话"])
    assert all(OFFICE.fullmatch(line["电话"]) for line in sample.of(Organization))


def test_no_other_cell_holds_a_phone(sample: Sample) -> None:
    """Anywhere, remarks and titles too."""
    found = [number for cell in sample.cells for number in PHONE_LIKE.findall(cell)]
    assert [number for number in found if not (MOBILE.fullmatch(number) or OFFICE.fullmatch(number))] == []


def test_no_cell_holds_an_identity_or_card_number(sample: Sample) -> None:
    """No 16 to 19 digits in a row; the longest run is a grid's code of 15."""
    assert [cell for cell in sample.cells if re.search(r"\d{16}|\d{15}[\dXx](?![\dA-Z])", cell)] == []
    codes = {line["编码"] for line in sample.of(Place)}
    assert {cell for cell in sample.cells if re.search(r"\d{15}", cell)} <= codes


def test_every_person_is_marked_synthetic(sample: Sample) -> None:
    assert {line["备注"] for line in sample.of(Tenure)} == {"合成数据"}


def test_one_name_is_one_person_except_the_homonyms(sample: Sample) -> None:
    """A name with two numbers is two people: only the pair that is there on purpose."""
    numbers: dict[str, set[str]] = {}
    for line in sample.of(Tenure):
        if line["姓名"] != "空缺":
            numbers.setdefault(line["姓名"], set()).add(line["联系电话"])
    assert {name: len(phones) for name, phones in numbers.items() if len(phones) > 1} == {"陈志强": 2}


def test_no_two_people_share_a_mobile(sample: Sample) -> None:
    holders: dict[str, set[str]] = {}
    for line in sample.of(Tenure):
        holders.setdefault(line["联系电话"], set()).add(line["姓名"])
    assert [names for phone, names in holders.items() if phone and len(names) > 1] == []


def test_credit_codes_have_the_right_check_character(sample: Sample) -> None:
    """GB 32100, the other way round: the weighted sum with the check character leaves no remainder."""
    codes = [line["统一社会信用代码"] for line in sample.of(Organization) if line["统一社会信用代码"]]
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    assert all(3 * first % 31 == second for first, second in pairwise(weights))
    for code in codes:
        total = sum(ALPHABET.index(char) * weight for char, weight in zip(code, [*weights, 1], strict=True))
        assert total % 31 == 0
    assert len(codes) == len(set(codes))
