"""Callers give an address and never a grid's name: roads, buildings and landmarks of 范围说明."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.loaders.conftest import Book, Load
from tests.resolving.conftest import ESTATE, G1, G2, G3, GROUND, HEADERS, SCOPE, VILLAGE, Meant
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.errors import AmbiguousError, NotFoundError
from wushe.graph import Graph
from wushe.graph.fingerprint import fingerprint
from wushe.graph.prepare import prepare
from wushe.loaders.undo import undo
from wushe.queries.ask import understand
from wushe.queries.matches import Match, MatchHow
from wushe.queries.resolve import resolve_many
from wushe.schema.registry import SCHEMA_VERSION
from wushe.settings import Settings

LION = "place:511903001234-G01"
JADE, SNOW = "place:511903101200-G01", "place:511903120200-G01"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("登科路12号", [G1]),
        ("登科路120号", [G2]),
        ("登科路十二号", [G1]),
        ("登科路12号附2号对面", [G1]),
        ("登科路", [G1, G2]),
        ("城南路", [G1, G2]),
        ("城南路5号", [G1, G2]),
        ("城南路菜市场旁边", [G1, G2]),
        ("恩阳大道12号", [LION]),
        ("恩阳大道13号", [G3]),
        ("恩阳大道", [G3, LION]),
        ("登科寺广场", [G1]),
        ("登科寺广场旁边", [G1]),
        ("登科街道登科寺广场附近", [G1]),
        ("恩阳区登科街道登科寺社区登科路12号", [G1]),
        ("登科寺社区第1网格登科路12号", [G1]),
        ("登科路 12 号", [G1]),
        ("登科路１２号", [G1]),
        ("义阳大道12号", [G2]),
        ("义阳大道东段12号", [G2]),
        ("义阳大道58号", [ESTATE]),
        ("义阳府第", [ESTATE]),
        ("义阳府第3栋", [ESTATE]),
        ("义阳府第5幢2单元501室", [ESTATE]),
        ("义阳府第门口", [ESTATE]),
        ("义阳府第3幢1单元", [f"{VILLAGE}-C01"]),
        ("登科寺社区附近", [VILLAGE]),
        ("古镇桥头", [G3]),
        ("玉山镇农贸市场", [JADE]),
        ("农贸市场", [JADE, SNOW]),
        ("雪山镇青龙村农贸市场对面", [SNOW]),
    ],
)
def test_an_address_gives_every_place_that_it_fits(ground: Graph, meant: Meant, text: str, places: list[str]) -> None:
    """Numbers, words for near it and the names above do not spoil it; what a text says of numbers decides."""
    found = meant(text)
    assert sorted(match.id for match in found) == sorted(places)
    assert all(match.how is not MatchHow.SUGGESTION for match in found)


def test_why_it_matched(ground: Graph, meant: Meant) -> None:
    """The landmark, the breadcrumb, and a score below that of any name."""
    [found] = meant("登科路12号")
    assert (found.how, found.matched, found.landmark) == (MatchHow.ALIAS, "登科路", "登科路")
    assert found.path == ("恩阳区", "登科街道", "登科寺社区", "登科寺社区第1网格")
    [by_name] = meant("登科寺")
    assert by_name.landmark == ""
    assert found.score < by_name.score


def test_a_name_is_never_made_ambiguous_by_a_landmark(ground: Graph, meant: Meant) -> None:
    """义阳府第 is an estate, though a grid has its blocks."""
    [found] = meant("义阳府第", types=())
    assert (found.id, found.how, found.landmark) == (ESTATE, MatchHow.SHORT_NAME, "")


def test_a_number_that_no_text_gives_is_only_suggested(
    ground: Graph, meant: Meant, one: Callable[[str], Match]
) -> None:
    """The road is known, the number is not: nobody is guessed."""
    found = meant("登科路500号")
    assert {match.id for match in found} == {G1, G2}
    assert {match.how for match in found} == {MatchHow.SUGGESTION}
    with pytest.raises(NotFoundError) as error:
        one("登科路500号")
    assert {candidate.id for candidate in error.value.candidates} == {G1, G2}


def test_one_place_or_candidates(ground: Graph, one: Callable[[str], Match]) -> None:
    """One that is meant is answered; a road through two grids gives both."""
    assert one("恩阳大道12号").id == LION
    with pytest.raises(AmbiguousError) as error:
        one("登科路")
    assert {candidate.id for candidate in error.value.candidates} == {G1, G2}


def test_an_address_elsewhere_is_no_match(ground: Graph, meant: Meant) -> None:
    """What stands before must be where it lies; `within` and `types` hold."""
    assert all(match.how is MatchHow.SUGGESTION for match in meant("玉山镇登科路12号"))
    assert [match.id for match in meant("农贸市场", within="place:511903120200")] == [SNOW]
    assert all(match.how is MatchHow.SUGGESTION for match in meant("农贸市场", types=("Organization",)))


def test_loaders_never_take_an_address(ground: Graph) -> None:
    """A roster names places; an address is for people who can choose."""
    found = ground.read(lambda reader: resolve_many(reader, ["登科路12号", "登科寺广场"], SCOPE, types=("Place",)))
    assert found == {"登科路12号": [], "登科寺广场": []}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("登科路12号路灯坏了找谁", [G1]),
        ("登科街道登科寺广场旁边噪声扰民", [G1]),
        ("义阳府第3栋漏水", [ESTATE]),
        ("义阳府第3幢1单元漏水", [f"{VILLAGE}-C01"]),
        ("城南路菜市场旁边有人占道", [G1, G2]),
        ("登科寺社区路灯坏了", [VILLAGE]),
    ],
)
def test_an_address_in_a_sentence(ground: Graph, text: str, places: list[str]) -> None:
    """The landmark, with its number and the names above, is the place of the question; several are readings."""
    readings = ground.read(lambda reader: understand(reader, text, SCOPE))
    assert sorted(reading.place.id for reading in readings if reading.place) == sorted(places)


def test_another_text_replaces_the_landmarks(
    ground: Graph, book: Book, load: Load, meant: Meant, home: Settings
) -> None:
    """What no longer is in the 范围说明 is not found any more; a row without one changes nothing; undone, all is back."""
    before = fingerprint(ground)
    rows = [HEADERS, ["第1网格", "网格", "登科寺社区", "广场路"]]
    report = load(book("改.xlsx", 地点=rows), as_of=date(2024, 7, 20))
    assert report.exit_code == 0
    assert [match.id for match in meant("广场路3号")] == [G1]
    assert all(match.how is MatchHow.SUGGESTION for match in meant("登科寺广场旁的登科路12号"))
    load(
        book("空.xlsx", 地点=[[*HEADERS, "户数"], ["第1网格", "网格", "登科寺社区", None, 3]]), as_of=date(2024, 7, 21)
    )
    assert [match.id for match in meant("广场路3号")] == [G1]
    load(book("旧.xlsx", 地点=[HEADERS, ["第1网格", "网格", "登科寺社区", "老路"]]), as_of=date(2024, 7, 1))
    assert [match.id for match in meant("广场路3号")] == [G1]
    assert all(match.id != G1 or match.how is MatchHow.SUGGESTION for match in meant("老路"))
    for name in ("旧.xlsx", "空.xlsx", "改.xlsx"):
        undo(ground, name, home)
    assert fingerprint(ground) == before
    assert [match.id for match in meant("登科路12号")] == [G1]


def test_a_graph_of_an_earlier_version_gets_its_landmarks(ground: Graph, meant: Meant) -> None:
    """Places that were loaded without them are found once the schema is brought up to date."""
    before = fingerprint(ground)
    ground.statement("MATCH (p:Place) REMOVE p.landmarks")
    ground.statement(f"MATCH (g:Graph) SET g.schemaVersion = {SCHEMA_VERSION - 1}")
    assert all(match.how is MatchHow.SUGGESTION for match in meant("登科路12号"))
    prepare(ground)
    assert [match.id for match in meant("登科路12号")] == [G1]
    assert fingerprint(ground) == before


def test_a_place_that_is_over_comes_after_one_that_is_there(
    ground: Graph, book: Book, load: Load, meant: Meant
) -> None:
    """A grid that ended keeps its text, and gives way to the one that has the road now."""
    rows = [[*HEADERS, "终止日期"], ["第1网格", "网格", "登科寺社区", "登科路1号至88号", "2024-07-25"]]
    assert load(book("并.xlsx", 地点=rows), as_of=date(2024, 7, 30)).exit_code == 0
    [old] = meant("登科路12号")
    assert (old.id, old.valid) == (G1, False)
    rows = [HEADERS, ["第4网格", "网格", "登科寺社区", "登科路1号至88号"]]
    assert load(book("新.xlsx", 地点=rows), as_of=date(2024, 7, 31)).exit_code == 0
    assert [(match.id, match.valid) for match in meant("登科路12号")] == [(f"{VILLAGE}-G04", True)]


def test_the_rows_of_this_test_have_an_extent() -> None:
    """Every place of the ground is found by something."""
    assert all(row[3] for row in GROUND)


def test_over_graphql(ground: Graph, home: Settings) -> None:
    """The match says by which landmark; the answer's first reason is the text, with its row; several are candidates."""
    document = """query Q($text: String!) {
      resolve(text: $text) { node { id } how matched landmark path score valid } }"""
    [found] = execute(ground, home, document, {"text": "登科路12号"}, Viewer.STRANGER)["data"]["resolve"]
    assert found.pop("score") < 0.5
    assert found == {
        "node": {"id": G1},
        "how": "ALIAS",
        "matched": "登科路",
        "landmark": "登科路",
        "path": "恩阳区 / 登科街道 / 登科寺社区 / 登科寺社区第1网格",
        "valid": True,
    }
    [named] = execute(ground, home, document, {"text": "登科寺"}, Viewer.STRANGER)["data"]["resolve"]
    assert named["landmark"] is None


def test_who_is_responsible_at_an_address(ground: Graph, home: Settings, book: Book, load: Load) -> None:
    """One grid is answered for, with the reason why it is that one; several are AMBIGUOUS."""
    load(book("事项.xlsx", 事项=[["事项", "编码", "上级事项"], ["噪声扰民", "0301", None]]))
    document = """query W($place: String!) {
      whoIsResponsible(matter: "噪声扰民", place: $place) { place { id } why { text provenance { sheet row } } } }"""
    answer = execute(ground, home, document, {"place": "登科路12号"}, Viewer.STRANGER)["data"]["whoIsResponsible"]
    assert answer["place"] == {"id": G1}
    first = answer["why"][0]
    assert first["text"] == "“登科路”写在登科寺社区第1网格的范围说明里"
    assert first["provenance"] == [{"sheet": "地点", "row": 2}]
    [error] = execute(ground, home, document, {"place": "登科路"}, Viewer.STRANGER)["errors"]
    assert error["extensions"]["code"] == "AMBIGUOUS"
    assert {candidate["id"] for candidate in error["extensions"]["candidates"]} == {G1, G2}
    ask = "query A($q: String!) { ask(question: $q) { text understood { place { id } text ignored } } }"
    said = execute(ground, home, ask, {"q": "登科路12号噪声扰民找谁"}, Viewer.STRANGER)["data"]["ask"]
    assert said["understood"]["place"] == {"id": G1}
    assert said["understood"]["text"] == "登科寺社区第1网格（登科路）的“噪声扰民”由谁负责"
    assert said["understood"]["ignored"] == []


def test_without_matters_that_is_what_is_said(ground: Graph, home: Settings) -> None:
    """Nobody is asked to say a matter again where none is loaded."""
    ask = "query A($q: String!) { ask(question: $q) { text result { __typename } } }"
    said = execute(ground, home, ask, {"q": "登科路12号噪声扰民找谁"}, Viewer.STRANGER)["data"]["ask"]
    assert said["result"] is None
    assert said["text"] == "听出了地点“登科寺社区第1网格”，但还没有载入事项和责任清单，还答不出该找谁；请先载入这两张表"
