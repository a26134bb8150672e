"""From the journal into the graph, unit after unit, each whole; from wherever an earlier run was cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from typing import Any

from wushe.errors import UnavailableError
from wushe.graph import Graph, LoadRecord, LoadResult, Sender
from wushe.graph.memory import refuse_too_many
from wushe.graph.writing import Progress, apply, recorder_of, refuse_beside_another, save_record, widen_scope
from wushe.loaders.build import Built, Frame, build
from wushe.loaders.identity import identity_key
from wushe.loaders.large.intake import plan_of, problems_of, reports_of
from wushe.loaders.large.journal import Journal, Kept, kept_of, line_of, rolled_from
from wushe.loaders.large.told import Told, problem_of
from wushe.loaders.quarantine import settle
from wushe.loaders.report import HeldRow, LoadReport, Problem, Severity, SheetReport
from wushe.schema import statements
from wushe.schema.ids import content_id
from wushe.settings import Settings

MOST_HELD = 15_000
"""Quarantined rows that go into a workbook: it is loaded in one transaction, however few rows a unit has."""


@dataclass(slots=True)
class Round:
    """One walk over the rows that have not come in yet: its first unit, how many it has, what became of their rows.

    `earlier` rows came in on the walks before it.
    """

    first: int
    units: int
    earlier: int = 0
    loaded: int = 0
    waiting: int = 0

    @property
    def end(self) -> int:
        """The unit after its last."""
        return self.first + self.units

    def goes_on(self) -> bool:
        """Whether rows that wait for others may come in on another walk."""
        return self.waiting > 0 and self.loaded > 0 and (self.first > 0 or self.units > 1)

    def next(self, size: int) -> Round:
        """The walk over what this one has left, in units of so many rows."""
        return Round(self.end, -(-self.waiting // size), self.earlier + self.loaded)


@dataclass(slots=True)
class Rolling:
    """A journal on its way into the graph."""

    graph: Graph
    settings: Settings
    journal: Journal
    record: LoadRecord = field(init=False)
    frame: Frame = field(init=False)

    def __post_init__(self) -> None:
        head = self.journal.head
        self.frame = Frame(self.journal.load, identity_key(self.settings), tuple(head["counties"]), head["place"])
        self.record = LoadRecord(
            id=self.journal.load,
            source=content_id("source", head["sha256"]),
            title=head["title"],
            sha256=head["sha256"],
            as_of=head["asOf"],
            synthetic=plan_of(self.journal, ()).synthetic,
            started=head["started"],
            read=sum(report.read for report in reports_of(self.journal)),
        )

    def run(self, progress: Progress | None = None) -> LoadReport:
        """Write what is not written yet; the last unit makes the load active, and the journal goes."""
        with rolled_from(self.journal, self.graph):
            walk, result = self._walk(progress)
        report = self._report(walk, result)
        held = list(islice(self._left_by(walk), MOST_HELD))
        settle(plan_of(self.journal, held), report, self.settings.home, self.frame.place)
        self.journal.remove()
        return report

    def _walk(self, progress: Progress | None) -> tuple[Round, LoadResult]:
        """Over all rows, and again over those that wait for others, as long as some of them come in."""
        done, result = self._position()
        walk, size = Round(0, self.journal.head["units"]), int(self.journal.head["size"])
        rows: Iterator[Sequence[Kept]] = map(self.journal.rows, range(walk.units))
        while True:
            for unit, kept in enumerate(rows, walk.first):
                if unit >= done:
                    result = self._write(walk, unit, kept)
                    if progress:
                        progress(min((unit + 1) * size, self.record.read), self.record.read)
                else:
                    self._count(walk, self._outcome(unit))
            if not walk.goes_on():
                return walk, result
            rows, walk = _units_of(self._left_by(walk), size), walk.next(size)

    def is_untold(self) -> bool:
        """Whether every unit is written from this journal, and the run that did so was cut off before its report."""
        said = self._said()
        units = said.get("unit", 0)
        return said.get("state") == "ACTIVE" and units >= self.journal.head["units"] and self._knows(units)

    def _said(self) -> dict[str, Any]:
        """What the Load node says, nothing of one that was taken back."""
        rows = self.graph.read(lambda reader: reader.run(statements.nodes_by_id("Load"), ids=[self.record.id]))
        said: dict[str, Any] = rows[0]["properties"] if rows else {}
        return said if said.get("state") in {"APPLYING", "ACTIVE"} else {}

    def _knows(self, units: int) -> bool:
        return all(self.journal.outcome(unit) is not None for unit in range(units))

    def _position(self) -> tuple[int, LoadResult]:
        """How many units are written; none when what became of them is not known here, and they are gone through again."""
        said = self._said()
        done = said.get("unit", 0)
        if not self._knows(done):
            done = 0
        return done, LoadResult(**{name: said.get(name, 0) for name in ("added", "changed", "ended")})

    def _write(self, walk: Round, unit: int, rows: Sequence[Kept]) -> LoadResult:
        """One unit in one transaction, with how far the load is."""
        outcome, result = self.graph.write(lambda reader: self._work(reader, walk, unit, rows))
        self._count(walk, outcome)
        return result

    def _work(self, reader: Sender, walk: Round, unit: int, rows: Sequence[Kept]) -> tuple[dict[str, Any], LoadResult]:
        locked = reader.run(statements.LOCK)[0]
        found = reader.run(statements.nodes_by_id("Load"), ids=[self.record.id])
        refuse_beside_another(reader, self.record.id)
        said = _applying(found)
        if unit and not said:
            raise UnavailableError(f"{self.record.title} 的载入已由别处完成或撤销", hint="请再运行一次")
        plan = plan_of(self.journal, rows)
        built = build(reader, plan, self.frame)
        refuse_too_many(self.graph, len(built.facts))
        self.record.version, recorder = locked["version"], recorder_of(reader, self.record.id)
        result = LoadResult(**{name: said.get(name, 0) for name in ("added", "changed", "ended")})
        result.add(apply(reader, built.facts, None, recorder))
        outcome = _outcome_of(built, rows)
        after = replace(walk)
        self._count(after, outcome)
        active = unit == walk.end - 1 and not after.goes_on()
        self._tell(built, after, unit, active)
        widen_scope(reader, locked, self.record)
        save_record(reader, self.record, result, "ACTIVE" if active else "APPLYING", recorder)
        self.journal.tell(unit, outcome)
        return outcome, result

    def _tell(self, built: Built, walk: Round, unit: int, active: bool) -> None:
        """What the Load node says: how far it is, and at the end what became of all rows."""
        record = self.record
        record.county, record.scope, record.area_codes = built.county, built.scope, built.area_codes
        record.series = {name or "": one.key for name, one in built.series.items()}
        record.unit = unit + 1
        record.units = walk.end
        sheets = list(reports_of(self.journal))
        record.loaded = walk.earlier + walk.loaded
        record.quarantined = sum(sheet.quarantined for sheet in sheets) + walk.waiting
        record.refused = record.read - record.loaded - record.quarantined if active else sum(s.refused for s in sheets)

    def _left_by(self, walk: Round) -> Iterator[Kept]:
        """The rows that a walk has left waiting."""
        for unit in range(walk.first, walk.end):
            yield from (kept_of(line[:3]) for line in self._outcome(unit)["waiting"])

    def _outcome(self, unit: int) -> dict[str, Any]:
        outcome = self.journal.outcome(unit)
        if outcome is None:
            raise UnavailableError(f"{self.record.title} 的载入记录不完整", hint="请重新载入这个文件")
        return outcome

    def _count(self, walk: Round, outcome: dict[str, Any]) -> None:
        walk.loaded += sum(sheet["loaded"] for sheet in outcome["sheets"])
        walk.waiting += len(outcome["waiting"])

    def _report(self, walk: Round, result: LoadResult) -> LoadReport:
        head, told = self.journal.head, Told(problems_of(self.journal))
        sheets = list(reports_of(self.journal))
        for unit in range(walk.end):
            outcome = self._outcome(unit)
            for sheet, said in zip(sheets, outcome["sheets"], strict=True):
                sheet.loaded += said["loaded"]
                sheet.refused += said["refused"]
                sheet.quarantined += said["waiting"] if unit >= walk.first else 0
            for number, row, _, reason in outcome["waiting"] if unit >= walk.first else ():
                sheets[number].held.append(HeldRow(row, reason))
            for said in (*outcome["problems"], *(outcome["stuck"] if unit >= walk.first else ())):
                told.append(problem_of(said))
        if sum(sheet.quarantined for sheet in sheets) > MOST_HELD:
            told.insert(0, Problem(Severity.WARNING, f"隔离簿里只有前 {MOST_HELD} 行，其余的请在原文件里改正"))
        return LoadReport(
            file=head["title"],
            as_of=head["asOf"],
            as_of_from=head["asOfFrom"],
            encoding=head["encoding"],
            load=self.journal.load,
            sheets=[*sheets, *(SheetReport(name) for name in head["skipped"])],
            problems=told.whole(),
            result=result,
        )


def _units_of(rows: Iterator[Kept], size: int) -> Iterator[Sequence[Kept]]:
    while unit := list(islice(rows, size)):
        yield unit


def _applying(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the Load node says of a load that is half done."""
    said = rows[0]["properties"] if rows else {}
    return said if said.get("state") == "APPLYING" else {}


def _outcome_of(built: Built, rows: Sequence[Kept]) -> dict[str, Any]:
    """What became of the rows of a unit: those quarantined wait for others that may come later in the file."""
    reasons = [{held.row: held.reason for held in sheet.held if not held.refused} for sheet in built.sheets]
    waiting = [kept for kept in rows if kept.row.number in reasons[kept.sheet]]
    held = {(built.sheets[kept.sheet].name, kept.row.number) for kept in waiting}
    stuck: list[Problem] = []
    problems: list[Problem] = []
    for problem in built.problems:
        (stuck if (problem.sheet, problem.row) in held else problems).append(problem)
    return {
        "sheets": [
            {"loaded": sheet.loaded, "refused": sheet.refused, "waiting": sheet.quarantined} for sheet in built.sheets
        ],
        "waiting": [[*line_of(kept), reasons[kept.sheet][kept.row.number]] for kept in waiting],
        "problems": [asdict(problem) for problem in problems],
        "stuck": [asdict(problem) for problem in stuck],
    }
