"""Everything that breaks a rule in some counties on a day, said in Chinese, the gravest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures import Figure, figures_of
from wushe.queries.names_on import names_on
from wushe.queries.rules import Broken, Named, broken
from wushe.queries.whereabouts import whereabouts
from wushe.schema import schema
from wushe.schema.ids import place_code, place_id, scope_county
from wushe.schema.kinds import Rule
from wushe.schema.values import Severity

BATCH = 1000
COUNTY = 6
NONE = "无"
"""What a sentence says for an empty list."""
_BODY = ("place:", "org:")


@dataclass(frozen=True, slots=True)
class Finding:
    """What breaks a rule: the id is rule and subject, so it is the same after every load.

    `home` is the body that tells where it lies: itself, or that of a post; `by` attests the facts that break the rule.
    """

    rule: Rule
    subject: str
    name: str
    text: str
    home: str
    by: tuple[str, ...]

    @property
    def id(self) -> str:
        """The same after every load."""
        return f"gap:{self.rule.code}:{self.subject}"

    @property
    def node(self) -> str:
        """The node that it is about: a figure is of a place."""
        return self.home if self.rule.of == "figures" else self.subject

    @property
    def fix(self) -> str:
        """What to do about it."""
        return self.rule.fix


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and every published figure that it compared."""

    counties: tuple[str, ...]
    findings: tuple[Finding, ...]
    figures: tuple[Figure, ...]


def check(
    reader: Reader,
    counties: Collection[str],
    as_of: date,
    *,
    place: str | None = None,
    rules: Collection[str] | None = None,
    severity: str | None = None,
) -> Checked:
    """Apply rules to counties, or to a place (id) at any depth of one, on a day.

    All rules, or those of these codes, or of this severity.
    """
    within = _counties(counties, place)
    chosen = [rule for rule in schema().rules.values() if rules is None or rule.code in rules]
    chosen = [rule for rule in chosen if severity is None or rule.severity == severity]
    graph = [rule for rule in chosen if rule.of == "graph"]
    rows = [(rule, row) for county in within for rule in graph for row in broken(reader, rule, county, as_of)]
    findings = _findings(reader, rows, as_of)
    if place and len(place_code(place)) > COUNTY:
        findings = _inside(reader, findings, place, as_of)
    figures: list[Figure] = []
    for rule in chosen:
        if rule.of == "figures":
            for where in [place] if place else map(place_id, within):
                known = figures_of(reader, where, as_of, loaded=True)
                findings += _disagreeing(reader, rule, where, known, as_of)
                figures += known
    gravest = list(Severity)
    findings.sort(key=lambda finding: (gravest.index(finding.rule.severity), finding.rule.code))
    return Checked(tuple(within), tuple(findings), tuple(figures))


def _counties(counties: Collection[str], place: str | None) -> list[str]:
    """Those that a place lies in, or that lie in it; all without a place."""
    code = scope_county(place_code(place)) if place else ""
    return [code] if len(code) == COUNTY else [county for county in counties if county.startswith(code)]


def _findings(reader: Reader, rows: Sequence[tuple[Rule, Broken]], as_of: date) -> list[Finding]:
    """Rows with the names of the day."""
    names = {named["id"]: named["name"] for _, row in rows for named in _bodies(row)}
    for ids in _batches(sorted(names)):
        names |= names_on(reader, ids, as_of)
    return [_finding(rule, row, names) for rule, row in rows]


def _finding(rule: Rule, row: Broken, names: Mapping[str, str]) -> Finding:
    words = {**row.values, "name": names[row.subject["id"]]}
    for key, value in row.bodies.items():
        found = [value] if isinstance(value, dict) else value
        words[key] = "、".join(names[named["id"]] for named in found) or NONE
    text = rule.sentence.format(**words)
    return Finding(rule, row.subject["id"], rule.subject.format(**words), text, _home(row), row.by)


def _inside(reader: Reader, findings: Sequence[Finding], place: str, as_of: date) -> list[Finding]:
    """Those that lie in a place at any depth."""
    inside: set[str] = set()
    for ids in _batches(sorted({finding.home for finding in findings})):
        rows = whereabouts(reader, ids, as_of)
        inside |= {row.id for row in rows if any(where["id"] == place for where in row.places)}
    return [finding for finding in findings if finding.home in inside]


def _disagreeing(reader: Reader, rule: Rule, place: str, figures: Iterable[Figure], as_of: date) -> Iterator[Finding]:
    """Those of the published figures of a place that the graph does not bear out."""
    name = names_on(reader, [place], as_of).get(place, place)
    for figure in figures:
        if figure.agrees is False:
            words = {
                "body": name,
                "figure": figure.label,
                "reported": number(figure.reported),
                "computed": number(figure.computed),
                "unit": figure.unit or "",
            }
            subject, text = rule.subject.format(**words), rule.sentence.format(**words)
            yield Finding(rule, f"{place}:{figure.code}", subject, text, place, figure.by)


def number(value: float | None) -> str:
    """A number as people write it: 385 and 0.38."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _bodies(row: Broken) -> Iterator[Named]:
    """Every body that a row names."""
    yield row.subject
    for value in row.bodies.values():
        yield from [value] if isinstance(value, dict) else value


def _home(row: Broken) -> str:
    """The body that tells where the subject of a row lies: itself, or that of a post."""
    return next(named["id"] for named in _bodies(row) if named["id"].startswith(_BODY))


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
