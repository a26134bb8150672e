"""From what lists say to places and dates: no database, the smallest lists that show each rule."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from wushe.loaders.divisions.claims import Claim, Claims
from wushe.loaders.divisions.history import History, histories
from wushe.schema import FOREVER

TOWN, VILLAGE = "990101100", "990101100201"
DAYS = [date(year, 6, 30) for year in (2016, 2018, 2020, 2022)]


def lists(*contents: dict[str, str]) -> Claims:
    """One list a year; each gives codes their names."""
    claims: Claims = {}
    for day, content in zip(DAYS, contents, strict=False):
        for row, (code, name) in enumerate(content.items(), 2):
            parent = code[:9] if len(code) > 9 else code[:6]
            claims.setdefault(code, []).append(Claim(day, f"load:divisions:{day}", row, name, parent))
    return claims


def spans(place: History) -> list[tuple[str, date, date]]:
    return [(run.value, run.since, run.until) for run in place.names]


def by_id(claims: Claims) -> dict[str, History]:
    return {place.id: place for place in histories(claims)}


def test_a_code_in_every_list_is_one_place_without_an_end() -> None:
    """Its beginning is the day of the first list, which is all that is known."""
    place = by_id(lists(*[{TOWN: "明阳镇"}] * 3))[f"place:{TOWN}"]
    assert (place.since, place.until, place.attested) == (DAYS[0], FOREVER, DAYS[2])
    assert spans(place) == [("明阳镇", DAYS[0], FOREVER)]
    assert [run.value for run in place.parents] == ["place:990101"]


def test_a_rename_gives_one_place_two_dated_names() -> None:
    """The same code in consecutive lists is the same place, whatever it is called."""
    places = by_id(lists({TOWN: "关公乡"}, {TOWN: "关公乡"}, {TOWN: "关公镇"}))
    assert list(places) == [f"place:{TOWN}"]
    assert spans(places[f"place:{TOWN}"]) == [("关公乡", DAYS[0], DAYS[2]), ("关公镇", DAYS[2], FOREVER)]


def test_a_code_that_returns_under_another_name_is_two_places() -> None:
    """合治寨 and 付家寨 never were the same village."""
    other = {"990101100202": "陈村村民委员会"}
    places = by_id(lists({VILLAGE: "合治寨村民委员会", **other}, other, {VILLAGE: "付家寨村民委员会", **other}))
    first, second = places[f"place:{VILLAGE}~{DAYS[0]}"], places[f"place:{VILLAGE}"]
    assert (first.since, first.until) == (DAYS[0], DAYS[1])
    assert (second.since, second.until) == (DAYS[2], FOREVER)
    assert len(first.by) == len(second.by) == 1


def test_a_code_that_returns_under_the_same_name_is_one_place() -> None:
    """村民委员会 or 村村民委员会: the short name decides."""
    other = {"990101100202": "陈村村民委员会"}
    places = by_id(lists({VILLAGE: "青龙村民委员会", **other}, other, {VILLAGE: "青龙村村民委员会", **other}))
    place = places[f"place:{VILLAGE}"]
    assert (place.since, place.until, len(places)) == (DAYS[0], FOREVER, 2)


def test_a_unit_ends_with_the_first_later_list_that_lacks_it() -> None:
    """Its name and its place in the chain end on the same day."""
    place = by_id(lists({TOWN: "明阳镇", "990101104": "青木镇"}, {TOWN: "明阳镇"}, {TOWN: "明阳镇"}))["place:990101104"]
    assert (place.until, place.names[0].until, place.parents[0].until) == (DAYS[1],) * 3


def test_a_list_of_towns_alone_does_not_end_villages() -> None:
    """Only a list that has some unit of a level in the county shows that another is gone."""
    claims = lists({TOWN: "明阳镇", VILLAGE: "青龙村民委员会"}, {TOWN: "明阳镇"})
    assert by_id(claims)[f"place:{VILLAGE}"].until == FOREVER


def test_a_name_borne_twice_has_two_spans_with_ids_of_their_own() -> None:
    """A, B, A: the earlier span of A is told apart by its last list."""
    place = by_id(lists({TOWN: "甲镇"}, {TOWN: "乙镇"}, {TOWN: "甲镇"}))[f"place:{TOWN}"]
    assert [(run.value, run.again) for run in place.names] == [("甲镇", str(DAYS[0])), ("乙镇", ""), ("甲镇", "")]


def test_a_village_is_part_of_the_town_that_bore_the_code_that_day() -> None:
    """A town's code that lapses and returns under another name has two towns, each with its own villages."""
    other = {"990101105": "陈镇", "990101105201": "陈村村民委员会"}
    early = {TOWN: "旧镇", VILLAGE: "青龙村民委员会", **other}
    late = {TOWN: "新镇", VILLAGE: "青龙村民委员会", **other}
    runs = by_id(lists(early, other, late))[f"place:{VILLAGE}"].parents
    assert [(run.value, run.since) for run in runs] == [
        (f"place:{TOWN}~{DAYS[0]}", DAYS[0]),
        (f"place:{TOWN}", DAYS[2]),
    ]


def test_an_implied_county_bears_the_name_that_a_list_states() -> None:
    """Early lists of a county without the county itself still show that it was there."""
    claims = {
        "990101": [
            Claim(DAYS[0], "load:divisions:a", None, "甲县", "9901"),
            Claim(DAYS[1], "load:divisions:b", 7, "乙区", "9901"),
        ]
    }
    place = by_id(claims)["place:990101"]
    assert spans(place) == [("乙区", DAYS[0], FOREVER)]
    assert place.by == ("load:divisions:a#!", "load:divisions:b#!7")


contents = st.lists(
    st.dictionaries(st.sampled_from([TOWN, VILLAGE, "990101100202"]), st.sampled_from(["甲村", "乙村", "丙村"])),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(contents, st.randoms())
def test_the_order_of_claims_does_not_matter_and_spans_fit(said: list[dict[str, str]], random: Random) -> None:
    """Names and parents of a place follow each other without a gap, within its own time; every claim is used once."""
    claims = lists(*said)
    shuffled = list(claims)
    random.shuffle(shuffled)
    places = histories(claims)
    assert histories({code: random.sample(claims[code], len(claims[code])) for code in shuffled}) == places
    assert sum(len(place.by) for place in places) == sum(map(len, claims.values()))
    for place in places:
        for runs in (place.names, place.parents):
            assert (runs[0].since, runs[-1].until) == (place.since, place.until)
            assert all(before.until == after.since for before, after in pairwise(runs))
            assert tuple(text for run in runs for text in run.by) == place.by
