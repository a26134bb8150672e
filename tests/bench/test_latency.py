"""How long each question takes on the whole sample county, asked in process with arguments drawn by chance. `make bench`.

A measurement, not a test of speed: what is held is that every answer is an answer.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.county.home import County
from tests.time.documents import dated, document
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Reader
from wushe.schema import schema

pytestmark = pytest.mark.bench
TODAY = date(2024, 8, 1)
DEEP = 1
"""Every field of an answer, and of what it names: what a page or a person asks."""
TIMES = int(os.environ.get("WUSHE_BENCH_ASKED", "1000"))
ANSWERS = {"AMBIGUOUS", "NOT_FOUND", "BAD_INPUT"}
"""Errors that answer a question drawn by chance: a name of several or of nothing, a place or a matter that it cannot be asked of."""
DRAWN = "MATCH (n:{label} {{county: $county}}) RETURN n.id AS id, n.name AS name, n.kind AS kind ORDER BY id"
Arguments = dict[str, Any]


@dataclass(frozen=True)
class Drawing:
    """Draws what to ask about, every kind of thing as often as any other."""

    rng: Random
    found: dict[str, dict[str, list[tuple[str, str]]]]
    """By label and kind: id and name."""

    @classmethod
    def of(cls, reader: Reader, seed: int) -> Drawing:
        """What the county has."""
        found: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for label, county in (
            ("Place", "511903"),
            ("Organization", "511903"),
            ("Post", "511903"),
            ("Matter", "matters"),
        ):
            for row in reader.run(DRAWN.format(label=label), county=county):
                found.setdefault(label, {}).setdefault(row["kind"], []).append((row["id"], row["name"]))
        return cls(Random(seed), found)  # noqa: S311 - seeded, so that a run can be repeated

    def one(self, *labels: str) -> tuple[str, str]:
        """One thing of one of these labels."""
        kinds = self.found[self.rng.choice(labels)]
        return self.rng.choice(kinds[self.rng.choice(sorted(kinds))])

    def id(self, *labels: str) -> str:
        """Its id."""
        return self.one(*labels)[0]

    def of_kind(self, kind: str) -> str:
        """The id of a place of a kind."""
        return self.rng.choice(self.found["Place"][kind])[0]

    def text(self) -> str:
        """A name as people write it: whole, cut short, with a slip, or among others."""
        name = self.one("Place", "Organization", "Matter")[1]
        at = self.rng.randrange(len(name))
        return self.rng.choice((name, name, name[: max(2, at)], name[:at] + "口" + name[at + 1 :], f"恩阳区{name}"))

    def days(self) -> Arguments:
        """Two days of the five years before today, the earlier first."""
        back = sorted(self.rng.sample(range(5 * 365), 2), reverse=True)
        return dict(zip(("from", "to"), ((TODAY - timedelta(days=one)).isoformat() for one in back), strict=True))

    def sentence(self) -> str:
        """A question in plain Chinese."""
        place, matter = self.one("Place")[1], self.one("Matter")[1]
        body, post = self.one("Organization")[1], self.rng.choice(list(schema().posts.values())).label
        forms = (
            f"{place}{matter}找谁", f"{matter}归谁管 {place}", f"{place}的{post}是谁", f"{body}电话", f"{place}五社",
            f"{body}的上级是谁", f"{place}有几个网格", f"{place}{matter}哪些网格没人管", f"{place}和{body}怎么联系",
        )  # fmt: skip
        return self.rng.choice(forms)


Draw = Callable[[Drawing], Arguments]
ASKED: dict[str, Draw] = {
    "node": lambda d: {"id": d.id("Place", "Organization", "Post", "Matter")},
    "nodes": lambda d: {"ids": [d.id("Place", "Organization") for _ in range(5)]},
    "resolve": lambda d: {"text": d.text()},
    "whoIsResponsible": lambda d: {"matter": d.id("Matter"), "place": d.id("Place")},
    "ask": lambda d: {"question": d.sentence()},
    "chain": lambda d: {"body": d.id("Place", "Organization"), "direction": d.rng.choice(["UP", "DOWN"])},
    "linkage": lambda d: {"from": d.id("Place", "Organization", "Post"), "to": d.id("Place", "Organization", "Post")},
    "interlocks": lambda d: {"from": d.id("Place", "Organization"), "to": d.id("Place", "Organization")},
    "fiveSocieties": lambda d: {"place": d.id("Place")},
    "coverage": lambda d: {"place": d.id("Place"), "matter": d.id("Matter")},
    "gaps": lambda d: {"place": d.id("Place")},
    "contacts": lambda d: {"place": d.id("Place")},
    "whistle": lambda d: {"place": d.of_kind("town"), "matter": d.id("Matter")},
    "figures": lambda d: {"place": d.id("Place")},
    "places": lambda d: {"place": d.id("Place")},
    "organizations": lambda d: {"place": d.id("Place")},
    "people": lambda d: {"place": d.id("Place")},
    "duties": lambda d: {"place": d.id("Place")},
    "changes": lambda d: {"place": d.id("Place"), **d.days()},
}
LINEAGE = "query L($place: String!, $asOf: Date!) { lineage(place: $place) { successors { on kind to { name } } \
predecessors { on kind from { name } } children(asOf: $asOf) { totalCount edges { node { on kind to { name } } } } } }"


@dataclass
class Taken:
    """What one question took."""

    seconds: list[tuple[float, str]] = field(default_factory=list)
    errors: int = 0

    def at(self, share: float) -> float:
        """The time within which this share of the answers came, in milliseconds."""
        times = sorted(seconds for seconds, _ in self.seconds)
        return 1000 * times[min(len(times) - 1, int(share * len(times)))]

    def line(self, name: str) -> str:
        """A line of the table."""
        worst, given = max(self.seconds)
        return (
            f"| {name} | {len(self.seconds):,} | {self.at(0.5):.0f} | {self.at(0.99):.0f} | {1000 * worst:.0f} "
            f"| {self.errors} | {given} |"
        )


@pytest.fixture(scope="module")
def drawing(county: County) -> Drawing:
    """What is drawn from, the same in every run."""
    return county.graph.read(lambda reader: Drawing.of(reader, 20240801))


def test_every_question_is_measured() -> None:
    """Each that takes a day, and what is asked between two; the lineage stands by itself."""
    assert set(ASKED) == dated() | {"changes"}


@pytest.mark.parametrize("name", [*ASKED, "lineage"])
def test_what_a_question_takes(county: County, drawing: Drawing, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The median, the hundredth, the worst and what it was asked, and how many were answered with an error."""
    settings = county.settings.model_copy(update={"today": TODAY})
    taken = Taken()
    draw = ASKED.get(name, ASKED["places"])
    for number in range(TIMES + 1):
        given = draw(drawing)
        text = LINEAGE if name == "lineage" else document(name, given, DEEP)
        started = time.perf_counter()
        answer = execute(county.graph, settings, text, {**given, "asOf": TODAY.isoformat()}, Viewer.STRANGER)
        seconds = time.perf_counter() - started
        codes = {error["extensions"]["code"] for error in answer.get("errors", [])}
        assert codes <= ANSWERS, (given, answer)
        assert codes or answer["data"][name] is not None
        # The first makes the plan, and is left out.
        if number:
            taken.errors += bool(codes)
            taken.seconds.append((seconds, " ".join(map(str, given.values()))))
    with capsys.disabled():
        print("\n" + taken.line(name))  # noqa: T201 - the measurement
