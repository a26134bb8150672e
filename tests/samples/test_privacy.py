"""Nobody in the sample exists, and no number in it can ring or identify anybody."""

import re
from collections.abc import Iterator
from itertools import pairwise

from wushe.samples.generator.codes import ALPHABET
from wushe.samples.generator.county import TOWNS, UNITS
from wushe.samples.generator.people import HOMONYMS
from wushe.samples.generator.tables import MemberUnit, Neighbour, Officer, Organization, Place, Society, Tenure

from .conftest import Line, Sample

MOBILE = re.compile(r"120\d{8}")
OFFICE = re.compile(r"0827-0\d{6}")
PHONE_LIKE = re.compile(r"(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)")
VACANT = "空缺"
MOBILES = {
    Tenure: ("姓名", "联系电话"),
    Officer: ("姓名", "手机号码"),
    Neighbour: ("好邻居姓名", "联系电话"),
    MemberUnit: ("委员姓名", "联系电话"),
    Society: ("负责人", "联系电话"),
}
"""The columns of a person's name and mobile number, by table."""


def people(sample: Sample) -> Iterator[tuple[Line, str, str]]:
    """Every row that names somebody, with the name and the number."""
    for table, (name, phone) in MOBILES.items():
        yield from ((line, line[name], line[phone]) for line in sample.of(table) if line[name] != VACANT)


def test_phones_have_shapes_that_cannot_ring(county: Sample) -> None:
    assert [phone for _, _, phone in people(county) if phone and not MOBILE.fullmatch(phone)] == []
    offices = [line["办公电话"] for line in county.of(Tenure, Officer)]
    offices += [line["电话"] for line in county.of(Organization)]
    assert [phone for phone in offices if phone and not OFFICE.fullmatch(phone)] == []


def test_no_other_cell_holds_a_phone(county: Sample) -> None:
    """Anywhere, remarks and titles too."""
    found = [number for cell in county.cells for number in PHONE_LIKE.findall(cell)]
    assert [number for number in found if not (MOBILE.fullmatch(number) or OFFICE.fullmatch(number))] == []


def test_no_cell_holds_an_identity_or_card_number(county: Sample) -> None:
    """No 16 to 19 digits in a row; the longest run is a grid's code of 15."""
    codes = {line["统一社会信用代码"] for line in county.of(Organization, Society)}
    secret = re.compile(r"\d{16}|\d{15}[\dXx](?![\dA-Z])")
    assert [cell for cell in county.cells - codes if secret.search(cell)] == []
    places = {line["编码"] for line in county.of(Place)}
    assert {cell for cell in county.cells - codes if re.search(r"\d{15}", cell)} <= places


def test_every_person_is_marked_synthetic(county: Sample) -> None:
    """In their row, or in the title of a list that has no remarks."""
    assert {line["备注"] for line in county.of(Tenure, Officer)} == {"合成数据"}
    titled = {title for title in county.cells if title.endswith("人员与电话均为合成）")}
    assert len(titled) > 18


def test_one_name_is_one_person_in_a_village(county: Sample) -> None:
    """In the files of its town, that is: elsewhere in the county somebody else may be called the same."""
    villages = sorted((unit.label for unit in UNITS), key=len, reverse=True)
    numbers: dict[tuple[str, str], set[str]] = {}
    for line, name, phone in people(county):
        if not any(town.name in line.file for town in TOWNS):
            continue
        place = line.get("所在地") or line.get("单位") or line.get("所在村(社区)") or line.get("村(社区)")
        village = next((label for label in villages if place.startswith(label)), "")
        if village:
            numbers.setdefault((village, name), set()).add(phone)
    assert len(numbers) > 15_000
    assert {key: phones for key, phones in numbers.items() if len(phones) > 1} == {}


def test_two_people_of_one_name_are_there_on_purpose(sample: Sample) -> None:
    """In two villages of the first town, with two numbers."""
    [name] = set(HOMONYMS.values())
    assert len({phone for _, called, phone in people(sample) if called == name}) == len(HOMONYMS) == 2


def test_no_two_people_share_a_mobile(county: Sample) -> None:
    """In the whole county: by a number one can tell who it is."""
    holders: dict[str, set[str]] = {}
    for _, name, phone in people(county):
        holders.setdefault(phone, set()).add(name)
    assert [names for phone, names in holders.items() if phone and len(names) > 1] == []
    assert len(holders) > 18_000


def test_credit_codes_have_the_right_check_character(county: Sample) -> None:
    """GB 32100, the other way round: the weighted sum with the check character leaves no remainder."""
    codes = [line["统一社会信用代码"] for line in county.of(Organization, Society) if line["统一社会信用代码"]]
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    assert all(3 * first % 31 == second for first, second in pairwise(weights))
    for code in codes:
        total = sum(ALPHABET.index(char) * weight for char, weight in zip(code, [*weights, 1], strict=True))
        assert total % 31 == 0
    assert len(codes) > 309
