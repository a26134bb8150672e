"""From recognised sheets to facts: look everything up at once, take the tables in their order, leave out what fails."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Fact, Reader
from wushe.loaders.beside import beside_other_lists
from wushe.loaders.complete import SHRINK
from wushe.loaders.context import Context, county_of
from wushe.loaders.expand import expanded
from wushe.loaders.lines import Line, RowError
from wushe.loaders.plan import Plan, reporter
from wushe.loaders.privacy import shown
from wushe.loaders.references import BODY, FIELDS, PLACE, References
from wushe.loaders.report import Problem, SheetReport
from wushe.loaders.rows import lines_of
from wushe.loaders.series import AllSeries, series_of
from wushe.loaders.standing import Standing
from wushe.loaders.tables import BUILDERS
from wushe.loaders.tallies import sums
from wushe.loaders.totals import check_totals
from wushe.loaders.wholeness import check_scopes, not_whole, quarantine_strangers
from wushe.queries.body_states import body_states
from wushe.queries.matches import Match, Scope
from wushe.queries.posts import posts
from wushe.queries.scope import graph_state
from wushe.schema.text import squeeze

_ORGAN = re.compile(
    r"(党工委|工作委员会|党委|办事处|街道办|人民政府|政府|党支部|党总支|居委会|村委会|居民委员会|村民委员会|"
    r"社会治理办公室|党建办|办公室)+$"
)


@dataclass(slots=True)
class Built:
    """What a file comes to: facts, and a report on every sheet and row."""

    facts: list[Fact]
    sheets: list[SheetReport]
    problems: list[Problem]
    county: str | None = None
    scope: tuple[str, ...] = ()
    """Counties that the file brings into the scope of questions."""
    area_codes: dict[str, str] = field(default_factory=dict)
    series: AllSeries = field(default_factory=dict)
    refusal: RefusedError | None = None
    """Why the file cannot be the whole list that it is said to be."""

    def total(self, count: str) -> int:
        """A count of rows over all sheets."""
        return sum(getattr(sheet, count) for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a file is loaded under: the id of its load, the key of ids, the counties asked for, the place told; whether
    it is the whole list of that place, and the share of the list that may end then."""

    load: str
    key: bytes
    counties: tuple[str, ...] = ()
    place: str | None = None
    complete: bool = False
    allow_shrink: float | None = None

    @property
    def shrink(self) -> float | None:
        """The share of a whole list that may end; None for a list that is not whole."""
        allowed = SHRINK if self.allow_shrink is None else self.allow_shrink
        return allowed if self.complete else None


def build(reader: Reader, plan: Plan, frame: Frame) -> Built:
    """The facts of a file against the graph as it is."""
    state = graph_state(reader, frame.counties)
    references = References(reader, Scope(state.counties, plan.as_of))
    context = Context(
        reader, frame.load, plan.as_of, frame.key, references, dict(state.area_codes), synthetic=plan.synthetic
    )
    built = Built([], [], list(plan.problems))
    lines = _lines(plan, built)
    reporters = [text for sheet in plan.sheets if (text := reporter(sheet.titles))]
    references.ask(BODY, [form for text in reporters for form in _forms(text)])
    _settle_home(context, plan, frame.place)
    _settle_titles(context, plan)
    built.series = series_of(context, plan)
    if frame.complete:
        check_scopes(plan, built.series)
    for code, builder in BUILDERS.items():
        mine = [line for line in lines if line.table == code and not line.failed]
        references.fetch(mine, FIELDS[code])
        builder(context, mine)
    if frame.complete:
        quarantine_strangers(context, lines, built.series)
    built.facts = _sound(context, lines)
    for sheet, report in zip(plan.sheets, built.sheets, strict=False):
        built.problems += check_totals(sheet, report, lines)
    built.scope, built.area_codes = tuple(context.scope), context.brought_codes
    built.county = county_of(context.home) if context.home else next(iter((*state.counties, *built.scope)), None)
    if frame.complete:
        built.refusal = not_whole(built.sheets, built.problems)
    if built.refusal is None and built.county:
        found = beside_other_lists(context, built.series, built.county, built.facts, frame.shrink)
        built.facts, built.refusal = found.facts, found.refusal
        built.problems += found.problems
    lost = {context.by(line)[0] for line in lines if line.failed}
    standing = Standing(reader, built.facts, context.as_of, frame.complete)
    counted = sums([one for one in context.counted if one.row not in lost], context.load, context.as_of)
    built.facts += list(standing.decide(counted))
    built.problems += standing.problems
    _count(built)
    return built


def survey(plan: Plan) -> Built:
    """What can be said of a file without the graph."""
    built = Built([], [], list(plan.problems))
    _lines(plan, built)
    _count(built)
    return built


def _count(built: Built) -> None:
    for sheet in built.sheets:
        sheet.loaded = sheet.read - sheet.quarantined - sheet.refused


def _lines(plan: Plan, built: Built) -> list[Line]:
    lines: list[Line] = []
    for sheet in plan.sheets:
        report = SheetReport(
            shown(sheet.sheet.name) if sheet.sheet.name else None,
            sheet.table.code,
            kept=[column.header for column in sheet.columns],
            dropped=[*sheet.dropped, *sheet.unread],
            refused_columns=list(sheet.refused),
            counted=[column.header for column in sheet.counted],
        )
        built.sheets.append(report)
        for line in lines_of(sheet, report, built.problems):
            lines += expanded(sheet, line)
    built.sheets += [SheetReport(name) for name in plan.skipped]
    return lines


def _settle_home(context: Context, plan: Plan, place: str | None) -> None:
    """The places that the file (as told, else by its first title) and its sheets are about."""
    for sheet in plan.sheets:
        text = reporter(sheet.titles)
        home = _home(context, text) if text else None
        if home is not None:
            context.homes[shown(sheet.sheet.name) if sheet.sheet.name else None] = home
    context.home = next(iter(context.homes.values()), None)
    if place is not None:
        found = context.references.candidates(place, PLACE)
        if len(found) != 1:
            raise BadInputError(
                f"--place {shown(place)} 不是范围内的一个地点", hint="请写区划代码，或先用 wushe init 建立区划"
            )
        context.home = found[0]
        context.homes.clear()


def _settle_titles(context: Context, plan: Plan) -> None:
    """The place with which the title of each sheet begins, written as fully as it is."""
    titles = {shown(sheet.sheet.name) if sheet.sheet.name else None: squeeze(sheet.titles) for sheet in plan.sheets}
    plain = {name: _YEAR.sub("", title) for name, title in titles.items() if title}
    begins = {name: [title[:cut] for cut in range(TITLED, 1, -1)] for name, title in plain.items()}
    context.references.ask(PLACE, list({form for forms in begins.values() for form in forms}))
    for name, forms in begins.items():
        found = next((found for form in forms if (found := context.references.in_graph(form, PLACE))), [])
        if len(found) == 1:
            context.titled[name] = found[0]


_YEAR = re.compile(r"^(?:19|20)\d{2}年?度?")
TITLED = 24
"""Characters at the beginning of a title in which a place is looked for."""


def _forms(text: str) -> Iterable[str]:
    """The body as written, and without the words for its office."""
    return dict.fromkeys((text, _ORGAN.sub("", text) or text))


def _home(context: Context, text: str) -> Match | None:
    for form in _forms(text):
        places = {match.places[0] for match in context.references.in_graph(form, BODY) if match.places}
        if len(places) == 1:
            return next(iter(context.references.in_graph(places.pop(), PLACE)), None)
    return None


@dataclass(slots=True)
class _Ledger:
    """Which facts stand on which rows."""

    lines: dict[str, Line]
    facts: list[Fact] = field(default_factory=list)

    def stands(self, fact: Fact) -> bool:
        return not any(self.lines[by].failed for by in fact.by if by in self.lines)


def _sound(context: Context, lines: list[Line]) -> list[Fact]:
    """The facts of the rows that did not fail; rows that rest on one that did fail with it."""
    ledger = _Ledger({context.by(line)[0]: line for line in lines}, context.facts)
    while lost := _lost(context, ledger):
        leaning = [fact for fact in ledger.facts if ledger.stands(fact) and lost & _ends(fact)]
        if not leaning:
            break
        for fact in leaning:
            ledger.lines[fact.by[0]].fail(RowError("所依据的另一行没有载入；改正那一行后一起重新载入"))
    return [fact for fact in ledger.facts if ledger.stands(fact)]


def _lost(context: Context, ledger: _Ledger) -> set[str]:
    """Nodes that only failed rows bring and the graph does not have."""
    nodes = [fact for fact in ledger.facts if not fact.is_edge]
    missing = {fact.id for fact in nodes if not ledger.stands(fact)} - {f.id for f in nodes if ledger.stands(f)}
    known = set(body_states(context.reader, [node for node in missing if node.startswith(("place:", "org:"))]))
    known |= {row.id for row in posts(context.reader, [m for m in missing if m.startswith("post:")], context.as_of)}
    return missing - known - {m for m in missing if m.startswith("matter:") and _matter_known(context, m)}


def _ends(fact: Fact) -> set[str]:
    return {end for end in (fact.start, fact.end) if end}


def _matter_known(context: Context, identifier: str) -> bool:
    return bool(context.references.in_graph(identifier, ("Matter",)))
