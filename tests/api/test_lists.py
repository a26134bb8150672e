"""The lists that start from a place or from nowhere: what lies within, on the day, page by page, as the viewer may see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import ANYWHERE, schema
from wushe.schema.ids import matter_id, post_id
from wushe.settings import Settings

OFFICE = "org:town_government:511903001:某某街道办事处"
TEAM = "org:volunteer_team:511903101200:青龙志愿队"
LIST = "{{ list: {0} {{ totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{ id }} }} }} }}"
TAKEN, OPEN_NEED, FAR_NEED = "need:1", "need:2", "need:3"


def more() -> Iterator[Fact]:
    """An office that was renamed, a team that was disbanded, needs, and a matter below another."""
    for identifier, kind, place in ((OFFICE, "town_government", t.TOWN), (TEAM, "volunteer_team", t.OTHER)):
        until = t.CHANGED if identifier == TEAM else date.max
        properties = {"kind": kind, "name": identifier.rpartition(":")[2], "county": "511903"}
        yield node("Organization", identifier, properties, attested=t.DAY, since=t.DAY, until=until, by=t.BY)
        located = {"place": place, "kind": kind}
        yield edge("LOCATED_IN", identifier, place, located, attested=t.DAY, since=t.DAY, until=until, by=t.BY)
    for name, span in (("城关乡政府", Span(t.DAY, t.CHANGED)), ("某某街道办事处", Span(t.CHANGED))):
        naming = Naming(OFFICE, "511903", "town_government", name)
        yield from name_facts(naming, span, attested=t.DAY, by=t.BY)
    for identifier, raiser, words in (
        (TAKEN, t.VILLAGE, "装路灯"), (OPEN_NEED, t.PARTY, f"电话 {t.MOBILES[4]} 找人"), (FAR_NEED, t.OTHER, "清淤"),
    ):  # fmt: skip
        properties = {"text": words, "county": "511903"}
        yield node("Need", identifier, properties, attested=t.DAY, since=t.DAY, by=t.BY)
        yield edge("RAISES", raiser, identifier, attested=t.DAY, since=t.DAY, by=t.BY)
    yield edge("TAKES", OFFICE, TAKEN, attested=t.DAY, since=t.DAY, by=t.BY)
    yield edge("CONCERNS", TAKEN, t.LAMP, attested=t.DAY, since=t.DAY, by=t.BY)
    below = matter_id("邻里纠纷", "0301")
    properties = {"kind": "service", "name": "邻里纠纷", "code": "0301", "county": ANYWHERE}
    yield node("Matter", below, properties, attested=t.DAY, by=t.BY)
    yield from name_facts(Naming(below, ANYWHERE, "service", "邻里纠纷"), Span(t.DAY), attested=t.DAY, by=t.BY)
    yield edge("BROADER", below, t.DISPUTE, attested=t.DAY, by=t.BY)


@pytest.fixture
def town(town: Graph) -> Graph:
    """The small town with more in it."""
    record = LoadRecord("load:more", "source:more", f"补充 {t.MOBILES[4]}.xlsx", "1", t.TODAY, county="511903")
    write_load(town, record, lambda _: list(more()))
    return town


def page(ask: Ask, root: str, viewer: Viewer = Viewer.STRANGER) -> dict[str, Any]:
    """One page of a list."""
    answer = ask(LIST.format(root), viewer)
    assert "errors" not in answer, answer["errors"]
    found: dict[str, Any] = answer["data"]["list"]
    return found


def ids(ask: Ask, root: str, viewer: Viewer = Viewer.STRANGER) -> list[str]:
    """The ids of a list's first page, which is the whole list in most tests."""
    return [one["node"]["id"] for one in page(ask, root, viewer)["edges"]]


def refused(ask: Ask, root: str) -> dict[str, Any]:
    """The error of a list that is not given; the rest of the answer is null."""
    answer = ask(LIST.format(root))
    assert answer["data"] == {"list": None}
    error: dict[str, Any] = answer["errors"][0]
    return error


def test_places_within_a_place(ask: Ask) -> None:
    """At any depth, without the place itself; all of the scope without one."""
    assert ids(ask, 'places(place: "某某区", kind: ["town", "village"])') == [
        t.TOWN, t.VILLAGE, t.TOWN_2, t.OTHER, t.TWIN,
    ]  # fmt: skip
    assert ids(ask, 'places(place: "别处镇")') == [t.OTHER]
    assert ids(ask, 'places(kind: ["county"])') == [t.COUNTY]
    assert ids(ask, 'places(place: "某某区", kind: ["county"])') == []
    assert ids(ask, f'places(place: "{t.VILLAGE}", kind: ["grid"])') == [t.GRID, t.EMPTY_GRID]
    assert page(ask, 'places(place: "某某街道", first: 1)')["totalCount"] == 2 + 2 + 1 + 30


def test_kinds_are_said_by_code_or_by_word(ask: Ask) -> None:
    """In every list."""
    for code, word in (
        ('places(kind: ["grid"])', 'places(kind: ["网格"])'),
        ('people(post: ["secretary"])', 'people(post: ["书记"])'),
    ):
        assert ids(ask, code) == ids(ask, word) != []


def test_organizations_within_a_place(ask: Ask) -> None:
    """Where they are located decides, on the day."""
    assert ids(ask, 'organizations(place: "某某区")') == [t.PARTY, OFFICE]
    assert ids(ask, 'organizations(place: "某某街道")') == [t.PARTY, OFFICE]
    assert ids(ask, 'organizations(place: "登科寺社区")') == [t.PARTY]
    assert ids(ask, 'organizations(place: "别处镇")') == []
    assert ids(ask, 'organizations(place: "别处镇", asOf: "2023-06-01")') == [TEAM]
    assert ids(ask, 'organizations(asOf: "2023-06-01", kind: ["volunteer_team"])') == [TEAM]


def test_organizations_of_a_sector(ask: Ask) -> None:
    """By what their kinds declare, together with kinds."""
    assert ids(ask, 'organizations(sector: "党")') == [t.PARTY]
    assert ids(ask, 'organizations(sector: "政")') == [OFFICE]
    assert ids(ask, 'organizations(sector: "政", kind: ["party_committee"])') == []


def test_texts_match_names_of_the_day(ask: Ask) -> None:
    """The old name while it was borne, the new one since."""
    assert ids(ask, 'organizations(text: "街道办")') == [OFFICE]
    assert ids(ask, 'organizations(text: "城关乡")') == []
    assert ids(ask, 'organizations(text: "城关乡", asOf: "2023-06-01")') == [OFFICE]
    assert ids(ask, 'places(text: "青龙", place: "别处镇")') == [t.OTHER]
    assert ids(ask, 'places(text: "青 龙 村")') == [t.OTHER, t.TWIN]
    assert ids(ask, 'matters(text: "路灯")') == [t.LAMP]


def test_people_who_hold_posts_on_the_day(ask: Ask) -> None:
    """By place and kind of post; the predecessor on an earlier day."""
    assert ids(ask, 'people(place: "某某区")') == ["person:head", "person:leader", "person:second"]
    assert ids(ask, 'people(place: "登科寺社区", post: ["grid_officer"])') == ["person:second"]
    assert ids(ask, 'people(post: ["grid_officer"], asOf: "2023-06-01")') == ["person:first"]
    assert ids(ask, 'people(place: "别处镇")') == []
    assert ids(ask, f'people(place: "{t.GRID}")') == ["person:head", "person:second"]


def test_names_in_a_list_are_masked(ask: Ask) -> None:
    """A stranger gets the first character of a private citizen's name."""
    document = '{ people(post: ["group_leader"]) { edges { node { name masked } } } }'
    assert ask(document)["data"]["people"]["edges"] == [{"node": {"name": "组**", "masked": True}}]
    assert ask(document, Viewer.LOCAL)["data"]["people"]["edges"][0]["node"]["name"] == "组某丁"


@pytest.mark.parametrize("place", ["", 'place: "某某区",', 'place: "登科寺社区",'])
def test_no_search_finds_a_private_citizen_by_name(ask: Ask, place: str) -> None:
    """Neither by the whole name nor by the character that is shown."""
    for words in ("组某丁", "组", "丁"):
        assert ids(ask, f'people({place} text: "{words}")') == []
        assert ids(ask, f'people({place} text: "{words}")', Viewer.LOCAL) == ["person:leader"]
    assert ids(ask, f'people({place} text: "某乙")') == ["person:second"]


def test_search_and_masking_agree(ask: Ask, town: Graph) -> None:
    """A name is found exactly where it is shown whole, whatever posts somebody holds today or held on the day."""
    past, now = date(2021, 1, 1), date(2024, 1, 1)
    kinds = [*schema().posts]
    holders: dict[str, tuple[str, str | None]] = {}
    facts: list[Fact] = []
    for number, kind in enumerate(kinds):
        for today in (None, "group_leader", "secretary"):
            person = f"person:{number:02d}{today or 'none'}"
            holders[person] = (kind, today)
            properties = {"name": f"查{number:02d}{today or 'none'}", "county": "511903", "synthetic": True}
            facts.append(node("Person", person, properties, attested=t.DAY, since=t.DAY, by=t.BY))
            posts = [(kind, past, now), *([(today, now, date.max)] if today else [])]
            for turn, (held, since, until) in enumerate(posts, 1):
                body = f"{t.OTHER}-C{number:02d}"
                post = post_id(body, held, held)
                facts += [
                    node("Place", body, {"kind": "cell", "name": body, "county": "511903"}, attested=t.DAY, by=t.BY),
                    edge("PART_OF", body, t.OTHER, attested=t.DAY, by=t.BY, since=t.DAY),
                    node("Post", post, {"kind": held, "name": held, "county": "511903"}, attested=t.DAY, by=t.BY),
                    edge("IN", post, body, attested=t.DAY, by=t.BY, since=t.DAY),
                    edge(
                        "HOLDS", person, post, {"status": "SUBSTANTIVE"}, attested=t.DAY, by=t.BY,
                        since=since, until=until, number=turn,
                    ),
                ]  # fmt: skip
    write_load(town, LoadRecord("load:all", "source:all", "all", "2", t.TODAY), lambda _: facts)
    for place in ("某某区", "别处镇"):
        root = f'people(place: "{place}", asOf: "2022-01-01", first: 200'
        listed = ask(f"{{ people: {root}) {{ edges {{ node {{ id masked }} }} }} }}")["data"]["people"]["edges"]
        whole = {one["node"]["id"] for one in listed if not one["node"]["masked"]} & set(holders)
        assert {one["node"]["id"] for one in listed} >= set(holders)
        assert 0 < len(whole) < len(holders)
        assert set(ids(ask, f'{root}, text: "查")')) == whole


def test_masked_numbers_are_not_searched(ask: Ask) -> None:
    """What a stranger sees as stars cannot be guessed by searching for it."""
    hidden = t.MOBILES[4][3:7]
    for root, found in (("organizations", t.PARTY), ("needs", OPEN_NEED), ("sources", "source:more")):
        assert ids(ask, f'{root}(text: "{hidden}")') == []
        assert ids(ask, f'{root}(text: "{hidden}")', Viewer.LOCAL) == [found]


def test_matters(ask: Ask) -> None:
    """All of them, or those right below one."""
    assert len(ids(ask, "matters")) == 3
    assert ids(ask, 'matters(broader: "矛盾纠纷")') == ["matter:0301"]
    assert ids(ask, 'matters(kind: ["emergency"])') == []
    assert ids(ask, "matters(orderBy: { by: CODE, direction: DESC })") == ["matter:0301", t.DISPUTE, t.LAMP]
    assert ids(ask, "matters(orderBy: { by: CODE })") == [t.LAMP, t.DISPUTE, "matter:0301"]


def test_duties(ask: Ask) -> None:
    """Within a place or a part of it, for a matter, in a role, borne by name."""
    assert len(ids(ask, 'duties(place: "某某区")')) == 2
    assert ids(ask, 'duties(place: "某某街道")') == []
    assert len(ids(ask, 'duties(matter: "矛盾纠纷", role: LEAD)')) == 2
    assert ids(ask, 'duties(matter: "路灯损坏")') == ids(ask, "duties(role: SUPPORT)") == []
    assert ids(ask, 'duties(body: "某某社区党委")') == []
    assert ids(ask, 'duties(asOf: "2019-06-01")') == []


def test_needs(ask: Ask) -> None:
    """By who raised them, taken or not, by matter and text."""
    assert ids(ask, "needs") == [TAKEN, OPEN_NEED, FAR_NEED]
    assert ids(ask, 'needs(place: "登科寺社区")') == [TAKEN, OPEN_NEED]
    assert ids(ask, 'needs(place: "别处镇")') == [FAR_NEED]
    assert (ids(ask, "needs(taken: true)"), ids(ask, "needs(taken: false)")) == ([TAKEN], [OPEN_NEED, FAR_NEED])
    assert ids(ask, 'needs(matter: "路灯损坏")') == ids(ask, 'needs(text: "装路灯")') == [TAKEN]


def test_sources_and_loads(ask: Ask) -> None:
    """Documents by a text of their title; loads in a state, the newest first."""
    assert ids(ask, "sources") == ["source:more", "source:town"]
    assert ids(ask, 'sources(text: "街道")') == ["source:town"]
    assert ids(ask, "loads") == ids(ask, "loads(state: ACTIVE)") == ["load:more", "load:town"]
    assert ids(ask, "loads(state: REFUSED)") == []


LISTS = (
    "places(%s)",
    'places(place: "某某区", %s)',
    'places(place: "登科寺社区", %s)',
    "places(orderBy: { by: NAME, direction: DESC }, %s)",
    'places(place: "登科寺社区", orderBy: { by: SINCE }, %s)',
    "organizations(%s)",
    'organizations(place: "某某街道", %s)',
    "people(%s)",
    'people(place: "某某街道", %s)',
    "matters(%s)",
    "duties(%s)",
    "needs(%s)",
    "sources(%s)",
    "loads(%s)",
)


@pytest.mark.parametrize("root", LISTS)
@pytest.mark.parametrize("size", [1, 7])
def test_pages_follow_each_other(ask: Ask, root: str, size: int) -> None:
    """Every item once, in the order of the whole list, whose length each page tells."""
    whole = ids(ask, root % "first: 200")
    seen: list[str] = []
    after = ""
    while True:
        found = page(ask, root % f"first: {size}{after}")
        seen += [one["node"]["id"] for one in found["edges"]]
        assert found["totalCount"] == len(whole)
        if not found["pageInfo"]["hasNextPage"]:
            break
        after = f', after: "{found["pageInfo"]["endCursor"]}"'
    assert seen == whole
    assert len(set(seen)) == len(seen) > 1


def test_pages_are_stable_while_data_changes(ask: Ask, town: Graph) -> None:
    """What is added before the cursor moves nothing after it."""
    root = 'places(kind: ["cell"], first: 5%s)'
    first = page(ask, root % "")
    early = f"{t.VILLAGE}-C00"
    added = [
        node("Place", early, {"kind": "cell", "name": "新片", "county": "511903"}, attested=t.DAY, by=t.BY),
        edge("PART_OF", early, t.VILLAGE, attested=t.DAY, since=t.DAY, by=t.BY),
    ]
    write_load(town, LoadRecord("load:new", "source:new", "new", "3", t.TODAY), lambda _: added)
    second = page(ask, root % f', after: "{first["pageInfo"]["endCursor"]}"')
    assert [one["node"]["id"][-3:] for one in second["edges"]] == ["C06", "C07", "C08", "C09", "C10"]
    assert (first["totalCount"], second["totalCount"]) == (30, 31)


def test_a_cursor_carries_filters_order_and_day(ask: Ask) -> None:
    """The next page says the place and the cursor, and goes on in the same way."""
    asked = 'place: "某某区", kind: ["village", "town"], orderBy: { by: NAME, direction: DESC }'
    whole = ids(ask, f"places({asked})")
    cursor = page(ask, f'places({asked}, first: 2, asOf: "2024-02-01")')["pageInfo"]["endCursor"]
    assert ids(ask, f'places(place: "某某区", after: "{cursor}")') == whole[2:]


@pytest.mark.parametrize(
    "other",
    [
        'organizations(after: "%s")', 'people(after: "%s")', 'places(place: "某某街道", after: "%s")',
        'places(kind: ["grid"], after: "%s")', 'places(text: "青龙", after: "%s")', 'needs(after: "%s")',
    ],
)  # fmt: skip
def test_a_cursor_of_another_list_is_refused(ask: Ask, other: str) -> None:
    """Of another list, another place, other filters."""
    cursor = page(ask, 'places(kind: ["cell"], first: 1)')["pageInfo"]["endCursor"]
    assert refused(ask, other % cursor)["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize(
    ("root", "code", "told"),
    [
        ('places(kind: ["grids"])', "BAD_INPUT", "village"),
        ('organizations(kind: ["grid"])', "BAD_INPUT", "party_branch"),
        ('organizations(sector: "军")', "BAD_INPUT", "自治"),
        ('people(post: ["boss"])', "BAD_INPUT", "secretary"),
        ('matters(kind: ["x"])', "BAD_INPUT", "emergency"),
        ('places(text: " ")', "BAD_INPUT", "text"),
        (f'needs(text: "{"长" * 101}")', "BAD_INPUT", "100"),
        ("places(first: 201)", "BAD_INPUT", "200"),
        ('places(place: "没有这个村")', "NOT_FOUND", "没有这个村"),
        ('organizations(place: "青龙村")', "AMBIGUOUS", "青龙村"),
        ('duties(matter: "没有的事")', "NOT_FOUND", "没有的事"),
        ('duties(body: "没有的单位")', "NOT_FOUND", "没有的单位"),
    ],
)
def test_what_cannot_be_asked(ask: Ask, root: str, code: str, told: str) -> None:
    """One line that says what is wrong and what there is."""
    error = refused(ask, root)
    assert error["extensions"]["code"] == code
    assert told in error["message"] + str(error["extensions"])


def test_a_narrowed_scope(town: Graph, day_settings: Settings) -> None:
    """`WUSHE_COUNTY` narrows lists as it narrows names."""
    other = {"kind": "county", "name": "别的县", "county": "511921", "code": "511921", "fullName": "别的县"}
    record = LoadRecord("load:other", "source:other", "other", "4", t.DAY, county="511921", scope=("511921",))
    write_load(town, record, lambda _: [node("Place", "place:511921", other, attested=t.DAY, since=t.DAY, by=t.BY)])
    document = LIST.format('places(kind: ["county"])')

    def counties(**narrowed: str) -> list[str]:
        settings = day_settings.model_copy(update=narrowed)
        answer = execute(town, settings, document, {}, Viewer.STRANGER)
        return [one["node"]["id"] for one in answer["data"]["list"]["edges"]]

    assert counties() == [t.COUNTY, "place:511921"]
    assert counties(county="511921") == ["place:511921"]


def test_a_place_that_moved_is_found_where_it_is(ask: Ask, town: Graph) -> None:
    """Ids are made of codes, but the edges of the day decide."""
    moved = [
        edge("PART_OF", t.GROUP, t.VILLAGE, attested=t.TODAY, since=t.DAY, until=t.CHANGED, by=t.BY),
        edge("PART_OF", t.GROUP, t.OTHER, attested=t.TODAY, since=t.CHANGED, by=t.BY),
    ]
    write_load(town, LoadRecord("load:moved", "source:moved", "moved", "5", t.TODAY), lambda _: moved)
    group = 'places(kind: ["group"], place: "%s"%s)'
    assert ids(ask, group % ("别处镇", "")) == [t.GROUP]
    assert ids(ask, group % ("登科寺社区", "")) == []
    assert ids(ask, group % ("登科寺社区", ', asOf: "2023-06-01"')) == [t.GROUP]
    assert ids(ask, group % ("某某区", "")) == [t.GROUP]
