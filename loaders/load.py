"""Load a file whole or not at all: read, recognise, build the facts under the graph's lock, write them in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from wushe.errors import BadInputError, RefusedError, WusheError
from wushe.graph import Fact, Graph, LoadRecord, LoadResult, Reader, Sender, write_load
from wushe.graph.connection import WORK_TIMEOUT
from wushe.graph.writing import Progress, preview, refuse_beside_another
from wushe.loaders.build import Built, Frame, build, survey
from wushe.loaders.divisions import is_division_list, load_list, preview_list
from wushe.loaders.divisions.listing import report_of
from wushe.loaders.identity import identity_key
from wushe.loaders.large.intake import is_long, take_in
from wushe.loaders.large.owner import in_turn, owning
from wushe.loaders.large.rolling import Rolling
from wushe.loaders.layouts.known import tables_of
from wushe.loaders.plan import Plan, plan_file
from wushe.loaders.preview import Told, told
from wushe.loaders.privacy import shown
from wushe.loaders.progress import CHECKING, READING, tell
from wushe.loaders.quarantine import settle
from wushe.loaders.quarantine_mark import Mark
from wushe.loaders.report import LoadReport, Problem, Severity, SheetReport
from wushe.schema import statements
from wushe.schema.ids import content_id
from wushe.settings import Settings

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".csv.gz", ".tsv", ".txt")
WHOLE, FACTS = 5, 20
"""Units of rows, and facts for each row of a unit, up to which a file is one transaction: 25,000 and 100,000."""
COUNTS = ("read", "loaded", "quarantined", "refused")


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load: the day and the place the file speaks for, and whether one bad row refuses it all.

    `dry_run` works out what would be written and writes nothing. `complete`: the file is the whole list for its scope,
    what it no longer has is ended; `allow_shrink` is the share of that list (0 to 1) that may end.
    """

    as_of: date | None = None
    place: str | None = None
    strict: bool = False
    dry_run: bool = False
    complete: bool = False
    allow_shrink: float | None = None
    mapping: Path | None = None
    """A layout of the roster, instead of those that are known."""


class WholeFileError(RefusedError):
    """A file refused as a whole for something in it; `report` says what."""

    def __init__(self, report: LoadReport, message: str, hint: str) -> None:
        super().__init__(f"{report.file} {message}", hint=hint)
        self.report = report


class StrictError(WholeFileError):
    """A file refused because something of it would have been left out."""

    def __init__(self, report: LoadReport) -> None:
        problems = [problem for problem in report.problems if problem.severity is not Severity.NOTICE]
        hint = "；".join(str(problem) for problem in problems[:3])
        super().__init__(report, f"有 {len(problems)} 处问题，按 --strict 没有载入", hint)


def load_file(
    graph: Graph,
    path: Path,
    settings: Settings,
    options: LoadOptions | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Load one workbook or text table.

    Raises:
        RefusedError: the file as a whole; the graph is as it was.
        BadInputError: no such file, or no such `--place`.
    """
    options = options or LoadOptions()
    tell(progress, READING, shown(path.name))
    tables, whole = tables_of(settings.home, options.mapping), WHOLE * settings.unit_rows
    plan = plan_file(path, options.as_of, settings.default_day, tables, long=whole)
    if plan.mark is not None:
        options = _as_marked(options, plan.mark)
    tell(progress, CHECKING, f"{sum(len(sheet.rows) for sheet in plan.sheets)} 行")
    return _Loading(graph, plan, settings, options).run(progress)


def _as_marked(options: LoadOptions, mark: Mark) -> LoadOptions:
    """How a quarantine workbook is loaded: for the place its file was; it is never a whole list."""
    if options.complete:
        raise BadInputError("隔离簿不是整份名单，不能加 --complete", hint="请去掉 --complete")
    return replace(options, place=options.place or mark.place)


def _mapping(options: LoadOptions) -> list[str]:
    return [sha256(options.mapping.read_bytes()).hexdigest()] if options.mapping else []


class _Loading:
    """One file on its way into the graph."""

    def __init__(self, graph: Graph, plan: Plan, settings: Settings, options: LoadOptions) -> None:
        self._graph = graph
        self._plan = plan
        self._settings = settings
        self._options = options
        self._key = identity_key(settings)
        how = ("complete",) if options.complete else ()
        self._load = content_id(
            "load", plan.document.sha256, plan.as_of.isoformat(), options.place or "", *how, *_mapping(options)
        )
        self._built = Built([], [], [])

    def run(self, progress: Progress | None = None) -> LoadReport:
        """Load, in one transaction if the file is not too long for that; a quarantine workbook never is."""
        if self._plan.mark is None and is_long(self._plan, WHOLE * self._settings.unit_rows):
            return self.run_by_units(progress)
        try:
            report = self.run_whole(progress)
        except _TooLong:
            return self.run_by_units(progress)
        if not self._options.dry_run:
            settle(self._plan, report, self._settings.home, self._options.place)
        return report

    def run_whole(self, progress: Progress | None = None) -> LoadReport:
        """Load, unless this very file is in the graph already and nothing more of it can be."""
        if self._options.dry_run:
            return self._tried()
        known = self._graph.read(self._recorded)
        if known is not None:
            if _came_in_whole(known) and self._plan.mark is None:
                self._built = survey(self._plan)
                return self._report(LoadResult(already=True))
            self._graph.read(self._build)
            if self._built.total("loaded") <= known["loaded"]:
                return self._report(LoadResult(already=True))
            self._load = content_id("load", self._load, str(self._built.total("loaded")))
        record = self._record()

        def work(reader: Reader) -> list[Fact]:
            facts = self._build(reader)
            self._count(record)
            if not facts:
                raise _NothingToWrite
            if self._plan.mark is None and len(facts) > FACTS * self._settings.unit_rows:
                raise _TooLong
            return facts

        try:
            return self._report(write_load(self._graph, record, work, progress))
        except _NothingToWrite:
            return self._report(LoadResult())

    def run_by_units(self, progress: Progress | None = None) -> LoadReport:
        """Load a file that is too long for one transaction, unless it is in the graph already.

        Raises:
            RefusedError: what is asked for needs the whole file at once.
        """
        options = self._options
        if options.strict or options.dry_run or options.complete:
            raise RefusedError(
                f"{shown(self._plan.path.name)} 太长，只能分批载入，不能用 --strict、--dry-run 或 --complete",
                hint=f"请分成每个不超过 {WHOLE * self._settings.unit_rows} 行的几个文件",
            )
        known = self._graph.read(self._recorded)
        if known is not None and known["state"] == "ACTIVE":
            sheet = SheetReport(None, self._plan.sheets[0].table.code, **{name: known[name] for name in COUNTS})
            self._built.sheets.append(sheet)
            return self._report(LoadResult(already=True))
        with owning(self._settings, self._graph):
            self._graph.read(lambda reader: refuse_beside_another(reader, self._load))
            journal = take_in(self._plan, self._settings, self._load, options.place)
            return Rolling(self._graph, self._settings, journal).run(progress)

    def _recorded(self, reader: Reader) -> dict[str, Any] | None:
        rows = reader.run(statements.nodes_by_id("Load"), ids=[self._load])
        known = dict(rows[0]["properties"]) if rows else {"state": "UNDONE"}
        return known if known["state"] != "UNDONE" else None

    def _tried(self) -> LoadReport:
        """What loading would do, by a reader that the server holds to reading."""

        def work(reader: Sender) -> tuple[LoadResult, list[Told]]:
            known = self._recorded(reader)
            if known is not None and _came_in_whole(known):
                self._built = survey(self._plan)
                return LoadResult(already=True), []
            facts = self._build(reader)
            if known is not None and self._built.total("loaded") <= known["loaded"]:
                return LoadResult(already=True), []
            changes = preview(reader, facts)
            result = LoadResult()
            result.count(changes)
            return result, told(reader, changes)

        result, changes = self._graph.read(work, timeout=WORK_TIMEOUT)
        report = self._report(result)
        report.preview = changes
        return report

    def _build(self, reader: Reader) -> list[Fact]:
        options = self._options
        counties = self._settings.counties
        frame = Frame(self._load, self._key, counties, options.place, options.complete, options.allow_shrink)
        self._built = build(reader, self._plan, frame)
        report = self._report(LoadResult())
        if refusal := self._built.refusal:
            raise WholeFileError(report, refusal.message, refusal.hint)
        if self._options.strict and report.partial:
            raise StrictError(report)
        return self._built.facts

    def _record(self) -> LoadRecord:
        plan = self._plan
        return LoadRecord(
            id=self._load,
            source=content_id("source", plan.document.sha256),
            title=shown(plan.path.name),
            sha256=plan.document.sha256,
            as_of=plan.as_of,
            synthetic=plan.synthetic,
            complete=self._options.complete,
        )

    def _count(self, record: LoadRecord) -> None:
        record.county, record.scope = self._built.county, self._built.scope
        record.area_codes = self._built.area_codes
        record.series = {name or "": one.key for name, one in self._built.series.items()}
        for count in COUNTS:
            setattr(record, count, self._built.total(count))

    def _report(self, result: LoadResult) -> LoadReport:
        plan = self._plan
        return LoadReport(
            file=shown(plan.path.name),
            as_of=plan.as_of,
            as_of_from=plan.as_of_from,
            encoding=plan.document.encoding,
            load=self._load,
            sheets=self._built.sheets,
            problems=self._built.problems,
            result=result,
        )


def _came_in_whole(known: dict[str, Any]) -> bool:
    """Whether a load left nothing of its file out, so that there is nothing to be said or done about it again."""
    return not known["quarantined"] and not known["refused"]


class _TooLong(Exception):  # noqa: N818 - not an error
    """More facts than one transaction should hold: the file goes in by units."""


class _NothingToWrite(Exception):  # noqa: N818 - not an error
    """No row came through: the transaction is given up, and no load is recorded that a better graph could not repeat."""


def load_paths(
    graph: Graph,
    paths: Iterable[Path],
    settings: Settings,
    options: LoadOptions | None = None,
    progress: Progress | None = None,
) -> list[LoadReport]:
    """Load files and the tables in folders, in the order of their names; a refused file does not stop the next."""
    loader = partial(_load_one, graph, settings, options or LoadOptions(), progress)
    return [loader(path) for path in files_of(paths)]


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files meant: those named, and in folders every table, by name, but for what programs leave lying about."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.name.lower().endswith(SUFFIXES) and p.name[0] not in ".~")
            if not found:
                raise BadInputError(f"{shown(str(path))} 里没有 .xlsx、.xls 或 .csv 文件", hint="请检查路径")
            files += found
        else:
            files.append(path)
    return files


def _load_one(
    graph: Graph, settings: Settings, options: LoadOptions, progress: Progress | None, path: Path
) -> LoadReport:
    try:
        if is_division_list(path):
            return in_turn(settings, graph, lambda: _load_divisions(graph, path, settings, options, progress))
        return in_turn(settings, graph, lambda: load_file(graph, path, settings, options, progress))
    except WholeFileError as error:
        error.report.error, error.report.error_code = str(error), error.exit_code
        return error.report
    except WusheError as error:
        problem = Problem(Severity.REFUSED, str(error))
        return LoadReport(shown(path.name), error=str(error), error_code=error.exit_code, problems=[problem])


def _load_divisions(
    graph: Graph, path: Path, settings: Settings, options: LoadOptions, progress: Progress | None
) -> LoadReport:
    if options.complete or options.mapping or options.place:
        raise BadInputError(
            f"{shown(path.name)} 是区划名单，不用 --complete、--mapping 和 --place",
            hint="名单本来就说明它那一天的全部，地点看编码；请去掉后重试",
        )
    day, strict = options.as_of, options.strict
    if not options.dry_run:
        return report_of(load_list(graph, path, as_of=day, progress=progress, settings=settings, strict=strict))
    found, planned = preview_list(graph, path, settings, as_of=day, strict=strict)
    report = report_of(found)
    report.preview = graph.read(lambda reader: told(reader, planned), timeout=WORK_TIMEOUT)
    return report
