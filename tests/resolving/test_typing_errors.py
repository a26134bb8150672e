"""A wrong character gives suggestions, the likeliest first, and never an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.resolving.conftest import Meant
from wushe.errors import NotFoundError
from wushe.graph import Graph
from wushe.queries.likeness import distance, likeness
from wushe.queries.matches import Match, MatchHow


@pytest.mark.parametrize(
    ("kind", "written", "name"),
    [
        ("sounds alike", "等科司社区", "登科寺社区"),
        ("sounds alike", "凳可四", "登科寺社区"),
        ("sounds alike", "尸子衫村", "狮子山村"),
        ("sounds alike", "青聋村", "青龙村"),
        ("one wrong", "登科寺杜区", "登科寺社区"),
        ("one wrong", "登利寺社区", "登科寺社区"),
        ("one wrong", "狮王山村", "狮子山村"),
        ("one wrong", "青农村", "青龙村"),
        ("one wrong", "玉出镇", "玉山镇"),
        ("changed about", "登寺科社区", "登科寺社区"),
        ("changed about", "子狮山村", "狮子山村"),
        ("changed about", "龙青村", "青龙村"),
        ("missing", "登寺社区", "登科寺社区"),
        ("missing", "狮山村", "狮子山村"),
        ("missing", "青村", "青龙村"),
        ("too many", "登科科寺社区", "登科寺社区"),
        ("too many", "狮子子山村", "狮子山村"),
        ("too many", "青小龙村", "青龙村"),
    ],
)
def test_what_was_meant_is_suggested_first(county: Graph, meant: Meant, kind: str, written: str, name: str) -> None:
    """Sound-alikes, one character wrong, changed about, missing or too many."""
    found = meant(written, types=())
    assert found, kind
    assert found[0].name == name
    assert {match.how for match in found} == {MatchHow.SUGGESTION}
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(match.path for match in found)


def test_a_suggestion_is_no_answer(county: Graph, one: Callable[[str], Match]) -> None:
    """Whoever asks for one place is told what it may be."""
    with pytest.raises(NotFoundError, match="没有找到地点“登可寺社区”") as error:
        one("登可寺社区")
    assert "登科寺社区" in error.value.hint


def test_what_is_like_nothing_gives_nothing(county: Graph, meant: Meant) -> None:
    """No suggestion for the sake of one."""
    assert meant("？？？") == []
    assert meant("哈哈哈哈哈哈") == []
    assert meant("x" * 300) == []
    assert meant("") == []


def test_signs_that_mean_something_to_a_search_are_only_characters(county: Graph, meant: Meant) -> None:
    """Lucene's own signs inside a text break nothing."""
    for text in (
        '登科"寺',
        "登科寺*",
        "登科~寺?",
        "(登科",
        "登科寺 AND",
        "county:511903",
        "\\",
        "登[科}寺",
        "AND OR NOT",
        "/登科/",
    ):
        assert isinstance(meant(text), list), text


@pytest.mark.parametrize(
    ("one_text", "other", "far"),
    [("甲乙", "甲乙", 0), ("甲乙", "甲丙", 1), ("甲乙", "乙甲", 0.8), ("甲乙", "甲", 1), ("", "甲乙", 2)],
)
def test_distances(one_text: str, other: str, far: float) -> None:
    """Changes of one character, and two neighbours changed about."""
    assert distance(one_text, other) == pytest.approx(far)
    assert distance(other, one_text) == pytest.approx(far)


def test_names_are_compared_without_the_words_for_their_kind() -> None:
    """登科司 is as like 登科寺社区 as it is like 登科寺; more so than anything with one character in common."""
    assert likeness("登科司", "登科寺社区") > likeness("登科司", "登科司法所") > likeness("登科司", "雪山镇")
    assert likeness("登科寺社区", "登科寺社区") == pytest.approx(0.92, abs=0.1)
