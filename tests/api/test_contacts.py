"""Whom to call as GraphQL tells it: by place, post, body, matter, name and number, and what a stranger must not learn."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Question, paged
from wushe.api.view import Viewer
from wushe.graph import Graph, LoadRecord, node, write_load
from wushe.settings import Settings

DOCUMENT = """
query Contacts($place: String, $post: [String!], $organization: String, $matter: String, $text: String, $phone: String,
    $descendants: Boolean! = true, $level: String, $first: Int, $after: String, $asOf: Date) {
  contacts(place: $place, post: $post, organization: $organization, matter: $matter, text: $text, phone: $phone,
      descendants: $descendants, level: $level, first: $first, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { person { name masked } post { name kind { code } } body { name } place { name } status
      contact { phone officePhone masked } provenance { row } } }
  }
}
"""
SHORT = "edges { node { person { id name } post { id } body { id } contact { phone officePhone } } }"


@pytest.fixture
def contacts(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "contacts", DOCUMENT)


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of a page."""
    return [edge["node"] for edge in found["edges"]]


def test_all_secretaries_of_a_street(contacts: Question) -> None:
    """Each with a name and a number, the same on one page and on many, by the kind's code or its name."""
    whole = contacts(place="登科街道", post=["书记"], first=200)
    assert whole["totalCount"] == len(rows(whole)) > 16
    assert rows(whole) == rows(contacts(place="登科街道", post=["secretary"], first=200))
    assert paged(lambda after: contacts(place="登科街道", post=["书记"], first=9, after=after)) == rows(whole)
    assert {row["post"]["kind"]["code"] for row in rows(whole)} == {"secretary"}
    assert {"登科寺社区", "登科街道"} <= {row["place"]["name"] for row in rows(whole)}
    assert all(row["contact"] and row["provenance"] for row in rows(whole) if row["person"])


def test_the_secretaries_of_its_communities(contacts: Question) -> None:
    """One of each, and none of a branch, an estate or the street; a cursor goes on with the level."""
    asked = {"place": "登科街道", "post": ["书记"], "level": "村"}
    whole = contacts(**asked, first=200)
    assert whole["totalCount"] == len(rows(whole)) == 16
    assert len({row["place"]["name"] for row in rows(whole)} - {"登科街道"}) == 16
    after = contacts(**asked, first=5)["pageInfo"]["endCursor"]
    assert rows(contacts(place="登科街道", first=200, after=after)) == rows(whole)[5:]


def test_the_heads_of_the_mass_organisations_of_a_street(contacts: Question) -> None:
    """At the street itself, not in its villages."""
    posts = ["妇联主席", "团支书", "工会主席", "残协主席"]
    found = rows(contacts(place="登科街道", post=posts, descendants=False, first=50))
    assert {row["post"]["kind"]["code"] for row in found} == {
        "womens_chair",
        "youth_secretary",
        "union_chair",
        "disabled_chair",
    }
    assert {row["place"]["name"] for row in found} == {"登科街道"}
    assert len(rows(contacts(place="登科街道", post=posts, first=200))) > len(found)


def test_the_line_of_a_centre(contacts: Question) -> None:
    """By the body, in a name that is one only within the place."""
    found = rows(contacts(place="登科街道", organization="登科街道综治中心"))
    assert found
    assert {row["body"]["name"] for row in found} == {"登科街道社会治安综合治理中心"}
    assert any(row["contact"]["officePhone"] for row in found)


def test_by_matter(contacts: Question) -> None:
    """Those who answer for it in the place, each by name or by kind."""
    found = rows(contacts(place="登科寺社区", matter="矛盾纠纷", first=200))
    assert {row["post"]["kind"]["code"] for row in found} >= {"grid_officer", "secretary"}
    assert {row["place"]["name"] for row in found} == {"登科寺社区"}


def test_by_name_of_a_body(contacts: Question) -> None:
    """A text in the name of a body finds whoever has a post there; in that of a post, whoever holds one."""
    found = rows(contacts(place="登科街道", text="派出所", first=50))
    assert found
    assert all("派出所" in row["body"]["name"] for row in found)
    assert {row["post"]["kind"]["code"] for row in rows(contacts(place="登科寺社区", text="网格员"))} == {
        "grid_officer"
    }


def test_homonyms(contacts: Question) -> None:
    """Everybody who bears the name, each in every post held."""
    somebody = rows(contacts(place="登科街道", post=["书记"], first=1))[0]["person"]["name"]
    found = rows(contacts(text=somebody, first=200))
    assert found
    assert all(somebody in row["person"]["name"] for row in found if not row["person"]["masked"])


def test_a_page_goes_on_by_its_cursor_alone(contacts: Question) -> None:
    """Filters that the question leaves out are those of the cursor."""
    first = contacts(place="登科街道", organization="登科街道办", first=1)
    assert first["pageInfo"]["hasNextPage"]
    after = first["pageInfo"]["endCursor"]
    rest = contacts(place="登科街道", first=200, after=after)
    assert rows(rest) == rows(contacts(place="登科街道", organization="登科街道办", first=200, after=after))
    assert rest["totalCount"] == 1 + len(rows(rest))


def test_nothing_is_asked_for(ask: Ask) -> None:
    """Whoever asks for nobody is asked for whom."""
    (error,) = ask("{ contacts(first: 5) { totalCount } }")["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    (error,) = ask('{ contacts(post: ["书记"], level: "village") { totalCount } }')["errors"]
    assert (error["extensions"]["code"], "level" in error["message"]) == ("BAD_INPUT", True)
    (error,) = ask('{ contacts(post: ["皇帝"]) { totalCount } }')["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"


def asked(ask: Ask, arguments: str, viewer: Viewer = Viewer.STRANGER) -> list[dict[str, Any]]:
    """The entries of the small town."""
    answer = ask(f"{{ contacts({arguments}) {{ totalCount {SHORT} }} }}", viewer)
    assert "errors" not in answer, answer["errors"]
    found = [edge["node"] for edge in answer["data"]["contacts"]["edges"]]
    assert answer["data"]["contacts"]["totalCount"] == len(found)
    return found


def test_no_name_of_a_private_citizen_is_found(ask: Ask) -> None:
    """Not by the name, nor by a part of it; the machine itself finds it. Listed by post the name is masked, without a number."""
    for text in ("组某丁", "某丁", "组某"):
        assert asked(ask, f'text: "{text}"') == []
    assert [row["person"]["id"] for row in asked(ask, 'text: "组某丁"', Viewer.LOCAL)] == ["person:leader"]
    (leader,) = asked(ask, 'post: ["小组长"]')
    assert (leader["person"]["name"], leader["contact"]) == ("组**", None)


def test_no_number_is_found_by_a_text(ask: Ask) -> None:
    """A name of the committee and the hours of a post hold a mobile: no search tells whether."""
    assert asked(ask, f'text: "{t.MOBILES[4][:7]}"') == []
    assert asked(ask, f'text: "{t.MOBILES[4][:7]}"', Viewer.LOCAL)


def test_whose_number_it_is(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    """Told to those alone who see numbers whole, however it is typed, each time with a line in the log that has no number."""
    caplog.set_level(logging.INFO, "wushe.api")
    (error,) = ask(f'{{ contacts(phone: "{t.MOBILES[1]}") {{ totalCount }} }}')["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    (other,) = ask('{ contacts(phone: "12000000000") { totalCount } }')["errors"]
    assert (other["message"], other["extensions"]) == (error["message"], error["extensions"]), "no oracle"
    (officer,) = asked(ask, f'phone: "{t.MOBILES[1][:3]} {t.MOBILES[1][3:7]} {t.MOBILES[1][7:]}"', Viewer.LOCAL)
    assert (officer["person"]["id"], officer["post"]["id"]) == ("person:second", t.OFFICER)
    both = asked(ask, f'phone: "{t.MOBILES[2]}"', Viewer.LOCAL)
    assert {row["post"]["id"] for row in both} == {t.SECRETARY, t.HEAD}, "one person in two posts"
    assert asked(ask, f'phone: "{t.MOBILES[0]}"', Viewer.LOCAL) == [], "of who left"
    assert [row["post"]["id"] for row in asked(ask, f'phone: "{t.LINE}"', Viewer.LOCAL)] == [t.OFFICER]
    assert [row["body"]["id"] for row in asked(ask, 'phone: "0827-0286606"', Viewer.LOCAL)] == [t.PARTY]
    assert len([one for one in caplog.records if "looked up" in one.message]) == 5
    assert not any(number in caplog.text for number in (*t.MOBILES, t.LINE))
    (wrong,) = ask('{ contacts(phone: "nobody") { totalCount } }', Viewer.LOCAL)["errors"]
    assert wrong["extensions"]["code"] == "BAD_INPUT"


def test_a_vacant_post_with_a_line(ask: Ask, town: Graph) -> None:
    """Its line answers; a vacant post without one is no entry."""
    assert [row["post"]["id"] for row in asked(ask, f'place: "{t.EMPTY_GRID}"')] == []
    record = LoadRecord("load:line", "source:line", "电话.csv", "1", t.TODAY, county="511903")
    properties = {"kind": "grid_officer", "name": "专职网格员", "county": "511903", "officePhone": "0827-0183117"}
    write_load(town, record, lambda _: [node("Post", t.VACANT, properties, attested=t.TODAY, since=t.DAY, by=t.BY)])
    (entry,) = asked(ask, f'place: "{t.EMPTY_GRID}"')
    assert (entry["person"], entry["contact"]["officePhone"]) == (None, "0827-0183117")


def test_before_and_after_a_change(ask: Ask) -> None:
    """Who held the post on the day."""
    for day, person in (("2023-12-31", "person:first"), ("2024-01-01", "person:second")):
        (entry,) = asked(ask, f'place: "{t.GRID}", post: ["grid_officer"], asOf: "{day}"')
        assert entry["person"]["id"] == person
