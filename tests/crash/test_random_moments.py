"""Loader or server killed at random moments of a load: the graph is as before or as after it, or after whole units of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crash.commands import DONE, ran
from tests.crash.dying import CHECK, COMMIT, COMMITTED, LOCK, READ
from tests.crash.homes import Kept, kept, opened, shown, skeleton
from tests.crash.killing import SEEN, START, VICTIMS, WRITE, Killing, Life, Moment, Struck
from tests.crash.rosters import AS_OF, OPTIONS, grids
from wushe.graph import Graph, Reader, fingerprint
from wushe.loaders.large.journal import journals
from wushe.loaders.load import load_file, load_paths
from wushe.loaders.undo import undo
from wushe.schema import statements
from wushe.settings import Settings

TOWN = "03-登科街道.xlsx"
BEFORE_TOWN = ("01-恩阳区.xlsx", "02-事项.csv")
BEFORE, AFTER = "before", "after"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Kept]:
    """A home with all that comes before the sample's first town."""

    def fill(graph: Graph, settings: Settings) -> None:
        skeleton(graph)
        load_paths(graph, [samples / name for name in BEFORE_TOWN], settings, OPTIONS)

    with kept(tmp_path_factory.mktemp("district"), fill) as made:
        yield made


def seeded(seed: int) -> random.Random:
    """Chance that is the same every time."""
    return random.Random(seed)  # noqa: S311


@dataclass
class Whole:
    """A file of one transaction, and the fingerprints before and after it."""

    killing: Killing
    before: str
    after: str

    def killed(self, moment: Moment) -> tuple[Struck, str]:
        """The kill, and how the graph then is."""
        struck = self.killing.killed(moment)
        outcomes = {self.before: BEFORE, self.after: AFTER}
        found = shown(self.killing.settings)
        assert found in outcomes, struck
        self.killing.is_fresh = outcomes[found] == BEFORE
        return struck, outcomes[found]

    def completed(self, outcome: str) -> None:
        """The same load again: it says whether there was anything left to do, and leads to the graph after it."""
        self.killing.is_fresh = False
        again = ran(self.killing.settings, *self.killing.load)
        assert again.code == DONE, again.said
        assert ("已经载入过" in again.out) is (outcome == AFTER), again.said
        assert shown(self.killing.settings) == self.after


def taken_back(settings: Settings, file: Path, before: str) -> None:
    """Undo a load; the graph is as before it."""
    with opened(settings) as graph:
        undo(graph, file.name, settings)
        assert fingerprint(graph) == before


def test_killed_again_and_again(county_home: Settings, samples: Path) -> None:
    """A load killed early, while it writes, with its server, and when others see it; in the end all of it is there."""
    file, rng = samples / BEFORE_TOWN[0], seeded(4)
    before = shown(county_home)
    with opened(county_home) as graph:
        added = load_file(graph, file, county_home, OPTIONS).result.added
        after = fingerprint(graph)
    load = Whole(Killing(county_home, file, lambda: taken_back(county_home, file, before), AS_OF), before, after)
    moments = (
        Moment("loader", seconds=rng.uniform(0, 3)),
        Moment("loader", str(rng.randint(1, added))),
        Moment("server", str(rng.randint(1, added))),
        Moment("loader", SEEN),
    )
    assert [load.killed(moment)[1] for moment in moments] == [BEFORE, BEFORE, BEFORE, AFTER]
    load.completed(AFTER)


@pytest.mark.bench
def test_fifty_moments_of_a_town(district: Kept, samples: Path) -> None:
    """Every time before or after, and each of them with either victim; the load again leads to after."""
    killing = Killing(district.settings, samples / TOWN, district.restore, AS_OF)
    life, after = killing.undisturbed()
    print(f"\na load of {life.counted} facts, undisturbed: {life}", flush=True)  # noqa: T201 - the study's table
    load, told = Whole(killing, district.fingerprint, after), list[tuple[Struck, str]]()
    for moment in moments_of(life, seeded(50)):
        struck, outcome = load.killed(moment)
        print(f"{len(told) + 1:3}  {struck}  {outcome}", flush=True)  # noqa: T201
        load.completed(outcome)
        told.append((struck, outcome))
    counts = Counter(f"{struck.moment.victim}: {outcome}" for struck, outcome in told)
    print(f"{len(told)} kills: {dict(counts)}; at {dict(Counter(struck.step for struck, _ in told))}")  # noqa: T201
    assert len(told) == 50
    assert len(counts) == 4, "either victim, either outcome"
    assert {struck.step for struck, _ in told} == {START, READ, CHECK, LOCK, WRITE, COMMIT, COMMITTED}


def moments_of(life: Life, rng: random.Random) -> Iterator[Moment]:
    """Half of them over the whole life of a load, the others some time after each of its steps, so that none is left out."""
    for number in range(26):
        yield Moment(VICTIMS[number % 2], START, (number + rng.random()) / 26 * life.duration)
    for step, times in ((READ, 2), (CHECK, 2), (LOCK, 4), (COMMIT, 6), (COMMITTED, 2)):
        for number in range(times):
            later = rng.uniform(0, 0.2) if step == COMMITTED else rng.uniform(0, life.lasts(step))
            yield Moment(VICTIMS[number % 2], step, later)
    for number in range(4):
        yield Moment(VICTIMS[number % 2], str(rng.randint(1, life.counted)))
    for number in range(4):
        yield Moment(VICTIMS[number % 2], SEEN, rng.uniform(0, 0.05))


@dataclass(frozen=True, slots=True)
class Left:
    """What a load by units has left that was killed: when, how many units are in, and whether there is a journal."""

    struck: Struck
    units: int
    journal: bool


@dataclass
class ByUnits:
    """A file in units: the fingerprints after none, one, two … of them; and another file, small, with that after both."""

    killing: Killing
    sequence: list[str]
    other: Path
    after_both: str = ""

    @classmethod
    def of(cls, killing: Killing, before: str, other: Path) -> ByUnits:
        """With an undisturbed load in this process, looked at after each unit."""
        killing.restore()
        killing.is_fresh = False
        found = cls(killing, [before], other)
        with opened(killing.settings) as graph:

            def look(*_: int) -> None:
                found.sequence.append(fingerprint(graph))

            load_file(graph, killing.file, killing.settings, OPTIONS, look)
            load_file(graph, other, killing.settings, OPTIONS)
            found.after_both = fingerprint(graph)
        return found

    @property
    def units(self) -> int:
        """How many there are."""
        return len(self.sequence) - 1

    def killed(self, moment: Moment) -> Left:
        """Whole units only are in, and whoever asks is told."""
        struck = self.killing.killed(moment)
        settings, file = self.killing.settings, self.killing.file.name
        with opened(settings) as graph:
            graph.write(lambda reader: reader.run(statements.LOCK))
            found, (state, units) = fingerprint(graph), self.killing.state(graph)
        assert found == self.sequence[units], (struck, state, units)
        assert (state == "ACTIVE") is (units == self.units)
        asked = ran(settings, "who", "矛盾纠纷", "登科寺社区第1网格")
        warned = f"{file}（第 {units}/" in asked.err and "没有载入完，运行 wushe load --resume 接着载完" in asked.err
        assert warned is (state == "APPLYING"), asked.said
        return Left(struck, units, bool(journals(settings)))

    def completed(self, left: Left, by: str) -> None:
        """The next command completes what there is a journal of, before all else."""
        settings, file = self.killing.settings, self.killing.file
        then = ran(settings, *self._command(by))
        assert then.code == DONE, then.said
        assert (f"先接着载完：{file.name}" in then.err) is left.journal, then.said
        if left.journal:
            assert shown(settings) == (self.after_both if by == "other" else self.sequence[-1])
            assert not journals(settings)
        if left.journal and by == "other":
            with opened(settings) as graph:
                assert graph.read(_in_order)[-2:] == [file.name, self.other.name]

    def whole(self, left: Left, by: str) -> None:
        """Both files again: what is in says so, and in the end the graph is as after both."""
        there = {by, "same"} if left.journal or left.units == self.units else {by}
        for command in ("same", "other"):
            ended = ran(self.killing.settings, *self._command(command))
            assert ended.code == DONE, ended.said
            assert ("已经载入过" in ended.out) is (command in there), ended.said
        assert shown(self.killing.settings) == self.after_both

    def _command(self, by: str) -> tuple[str, ...]:
        commands = {"resume": ("load", "--resume"), "other": ("load", str(self.other), *AS_OF)}
        return commands.get(by, self.killing.load)


def _in_order(reader: Reader) -> list[str]:
    """The files in the order in which they were completed."""
    return [row["title"] for row in reader.run("MATCH (l:Load) RETURN l.title AS title ORDER BY l.version")]


def test_units_are_whole(county_home: Settings, tmp_path: Path) -> None:
    """Loader and server killed once each, somewhere in a load of eight units; the next command completes it."""
    settings, rng = county_home.model_copy(update={"unit_rows": 4}), seeded(2)
    file, other = grids(tmp_path / "网格.csv", 1, 30), grids(tmp_path / "另一份.csv", 31, 1)
    before = shown(settings)

    def put_back() -> None:
        with opened(settings) as graph:
            for path in (other, file):
                undo(graph, path.name, settings)
            assert fingerprint(graph) == before

    load = ByUnits.of(Killing(settings, file, put_back, AS_OF, is_fresh=True), before, other)
    assert load.units == 8
    for victim, by in zip(VICTIMS, ("other", "resume"), strict=True):
        left = load.killed(Moment(victim, str(rng.randint(1, 20)), rng.uniform(0, 0.1)))
        assert (0 < left.units < load.units, left.journal) == (True, True)
        load.completed(left, by)


@pytest.mark.bench
def test_ten_moments_of_a_town_by_units(district: Kept, samples: Path, tmp_path: Path) -> None:
    """Every time whole units only; whatever is run next completes the load before anything else."""
    settings = district.settings.model_copy(update={"unit_rows": 200})
    killing = Killing(settings, samples / TOWN, district.restore, AS_OF)
    load = ByUnits.of(killing, district.fingerprint, grids(tmp_path / "另一份.csv", 99, 1))
    life, after = killing.undisturbed()
    assert after == load.sequence[-1]
    print(f"\na load of {load.units} units, undisturbed: {life}", flush=True)  # noqa: T201 - the study's table
    found = []
    for number, moment in enumerate(moments_of_units(life, seeded(10))):
        by = ("resume", "other", "same")[number % 3]
        left = load.killed(moment)
        print(f"{number + 1:3}  {left.struck}  {left.units:2} units  then {by}", flush=True)  # noqa: T201
        load.completed(left, by)
        load.whole(left, by)
        found.append(left.units)
    print(f"{len(found)} kills: of {load.units} units there were {sorted(found)}")  # noqa: T201
    assert len(found) == 10
    assert len([units for units in found if 0 < units < load.units]) > 4


def moments_of_units(life: Life, rng: random.Random) -> Iterator[Moment]:
    """Four over the whole life of a load by units, six from the end of a random unit to the middle of the next but one."""
    units = life.times(COMMITTED)
    for number in range(4):
        yield Moment(VICTIMS[number % 2], START, (number + rng.random()) / 4 * life.duration)
    for number in range(6):
        later = rng.uniform(0, 1.5) * (units[-1] - units[0]) / len(units)
        yield Moment(VICTIMS[number % 2], str(rng.randint(1, life.counted)), later)
