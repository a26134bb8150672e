"""Every place and every organisation of the sample is found by each of its names, its code and its id, on several days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests.world import World
from wushe.graph import Graph
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.resolve import resolve, resolve_many
from wushe.schema import schema, statements
from wushe.schema.naming import stem_of
from wushe.schema.sounds import initials, syllables
from wushe.schema.text import squeeze

DAYS = [date(2018, 5, 1), date(2020, 1, 1), date(2024, 8, 1)]
BODY = ("Place", "Organization")
MOST = 20


@dataclass(frozen=True)
class Named:
    """A body of the day, as the graph in memory tells it: what it is called, and the places it lies in, from above."""

    id: str
    kind: str
    name: str
    full: str
    aliases: frozenset[str]
    code: str | None
    above: tuple[str, ...]
    places: frozenset[str]

    @property
    def is_place(self) -> bool:
        """Whether it is one."""
        return self.kind in schema().places

    @property
    def path(self) -> str:
        """All its names from the county down, that of its village once."""
        *upper, last = (*self.above, self.name)
        own = last.removeprefix(upper[-1]) if upper and self.kind in {"grid", "group", "cell"} else last
        return "".join(upper) + own


def bodies_of(graph: Graph, day: date) -> list[Named]:
    """The bodies of the day within the county, from every node and edge."""
    world = World.of(graph).on(day)
    names = defaultdict[str, list[dict[str, Any]]](list)
    rows = graph.read(lambda reader: reader.run(statements.all_nodes("Name")))
    known = {row["properties"]["id"]: row["properties"] for row in rows}
    for edge in graph.read(lambda reader: reader.run(statements.all_edges("NAMES"))):
        name = known[edge["start"]]
        if name["since"] <= day < name["until"]:
            names[edge["end"]].append(name)
    return [named for body in world.bodies.values() if (named := _named(world, body, names[body["id"]])) is not None]


def _named(world: World, body: dict[str, Any], names: list[dict[str, Any]]) -> Named | None:
    own = [name for name in names if name["form"] == "name"]
    if body.get("county") != "511903" or body.get("kind") not in {*schema().places, *schema().organizations} or not own:
        return None
    chain = list(_chain(world, body))
    above = [world.bodies[place]["name"] for place in reversed(chain) if place != body["id"]]
    upper = [world.bodies[place]["kind"] for place in reversed(chain) if place != body["id"]]
    return Named(
        body["id"],
        body["kind"],
        own[-1]["text"],
        own[-1]["full"],
        frozenset(name["text"] for name in names if name["form"] == "alias"),
        body.get("uscc") or body.get("code"),
        tuple(name for name, kind in zip(above, upper, strict=True) if kind not in {"province", "prefecture"}),
        frozenset(chain) - {body["id"]},
    )


def _chain(world: World, body: dict[str, Any]) -> Iterator[str]:
    place = body["id"] if body["kind"] in schema().places else next(iter(world.ends(body["id"], "LOCATED_IN")), None)
    while place is not None:
        yield place
        place = next(iter(world.ends(place, "PART_OF")), None)


@pytest.mark.parametrize("day", DAYS)
def test_every_body_is_found(sample: Graph, day: date) -> None:
    """Id, code, full name and path give it and nothing else before it; its short name gives it or is ambiguous with it in it."""
    bodies = bodies_of(sample, day)
    assert len(bodies) > 400
    places: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        if body.is_place:
            for text in (body.name, body.full, stem_of(body.kind, body.name), *body.aliases, *_offices(body)):
                places[squeeze(text)].add(body.id)
    expected = [(text, body, only) for body in bodies for text, only in _texts(body)]
    texts = list(dict.fromkeys(text for text, _, _ in expected))
    found = sample.read(lambda reader: resolve_many(reader, texts, Scope(("511903",), day), types=BODY), timeout=300)
    for text, body, only in expected:
        ids = [match.id for match in found[text]]
        if not body.is_place and places[squeeze(text)] & body.places:
            assert set(ids) & body.places, (text, ids)
        elif only:
            assert ids[:1] == [body.id], (text, body.id, ids)
        else:
            assert body.id in ids, (text, body.id, ids)


def _offices(body: Named) -> Iterable[str]:
    """The other ways to write the committee or office of a place, which mean the place."""
    stem = stem_of(body.kind, body.name)
    endings = ("居民委员会", "居委会", "村民委员会", "村委会", "街道办事处")
    return [base + ending for base in (stem, body.name) for ending in endings]


def _texts(body: Named) -> Iterator[tuple[str, bool]]:
    """What the body is asked for by, and whether that is its alone."""
    yield body.id, True
    if body.code:
        yield body.code, True
    if body.above:
        yield body.path, body.name not in body.above
    yield body.full, False
    yield body.name, False
    yield from ((alias, False) for alias in body.aliases)


@pytest.mark.parametrize("day", DAYS[-1:])
def test_every_body_is_found_by_letters(sample: Graph, day: date) -> None:
    """Pinyin and initials of its short name have it among the first twenty, unless more than twenty share them."""
    bodies = [body for body in bodies_of(sample, day) if len(squeeze(body.name)) < 12]
    shared = Counter(letters for body in bodies for letters in _letters(body))
    for body in bodies[:: max(1, len(bodies) // 250)]:
        for letters in _letters(body):
            if shared[letters] > MOST or not letters.isascii() or not letters.isalnum():
                continue
            found = _resolved(sample, letters, day)
            assert body.id in {match.id for match in found}, (body.name, letters, [match.name for match in found])


def _letters(body: Named) -> set[str]:
    sounds = syllables(squeeze(body.name).lower())
    return {"".join(sounds), initials(sounds)}


def _resolved(graph: Graph, letters: str, day: date) -> list[Match]:
    scope = Scope(("511903",), day)
    found = graph.read(lambda reader: resolve(reader, letters, scope, types=BODY, limit=MOST))
    assert {match.how for match in found} <= {MatchHow.PINYIN, MatchHow.INITIALS, MatchHow.SHORT_NAME, MatchHow.ALIAS}
    return found
