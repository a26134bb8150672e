"""Everything that breaks a rule in some counties on a day, said in Chinese, the gravest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.graph.difference import batches
from wushe.queries.figures import Figure, figures_of
from wushe.queries.names_on import names_on
from wushe.queries.rules import Broken, Named, broken, chain_breaks, lacking_societies
from wushe.queries.rules.ground import Ground, grounds
from wushe.schema import schema
from wushe.schema.ids import place_id
from wushe.schema.kinds import Rule
from wushe.schema.values import Severity

BATCH = 1000
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
    within = grounds(reader, counties, place, as_of)
    findings: list[Finding] = []
    figures: list[Figure] = []
    for rule in chosen(rules, severity):
        found, compared = applied(reader, rule, within, place, as_of)
        findings += found
        figures += compared
    gravest = list(Severity)
    findings.sort(key=lambda finding: (gravest.index(finding.rule.severity), finding.rule.code))
    return Checked(tuple(one.county for one in within), tuple(findings), tuple(figures))


def chosen(rules: Collection[str] | None, severity: str | None) -> list[Rule]:
    """All rules, or those of these codes, or of this severity."""
    return [
        rule
        for rule in schema().rules.values()
        if (rules is None or rule.code in rules) and (severity is None or rule.severity == severity)
    ]


def applied(
    reader: Reader, rule: Rule, within: Collection[Ground], place: str | None, as_of: date
) -> tuple[list[Finding], list[Figure]]:
    """What one rule finds at the bodies of these grounds, each subject once, and the published figures that it compared."""
    if rule.of != "figures":
        rows = [(rule, row, one) for one in within for row in _broken(reader, rule, one, as_of)]
        return list({finding.id: finding for finding in _findings(reader, rows, as_of)}.values()), []
    findings: list[Finding] = []
    figures: list[Figure] = []
    for where in [place] if place else [place_id(one.county) for one in within]:
        known = figures_of(reader, where, as_of, loaded=True)
        findings += _disagreeing(reader, rule, where, known, as_of)
        figures += known
    return findings, figures


def _broken(reader: Reader, rule: Rule, ground: Ground, as_of: date) -> list[Broken]:
    """What breaks a rule at the bodies of a ground. Matters are of no county: they are looked at with a whole one."""
    bodies = ground.of(rule)
    if rule.of == "chain":
        return chain_breaks(reader, bodies, as_of)
    if rule.of == "five":
        return lacking_societies(reader, bodies, as_of)
    if not bodies or (rule.of == "matters" and not ground.whole):
        return []
    return broken(reader, rule, bodies, ground.county, as_of)


def _findings(reader: Reader, rows: Sequence[tuple[Rule, Broken, Ground]], as_of: date) -> list[Finding]:
    """Rows with the names of the day."""
    names = {named["id"]: named["name"] for _, row, _ in rows for named in _bodies(row)}
    for ids in batches(sorted(names), BATCH):
        names |= names_on(reader, ids, as_of)
    return [_finding(rule, row, names, ground) for rule, row, ground in rows]


def _finding(rule: Rule, row: Broken, names: Mapping[str, str], ground: Ground) -> Finding:
    words = {**row.values, "name": names[row.subject["id"]]}
    for key, value in row.bodies.items():
        found = [value] if isinstance(value, dict) else value
        words[key] = "、".join(names[named["id"]] for named in found) or NONE
    text = rule.sentence.format(**words)
    return Finding(rule, row.subject["id"], rule.subject.format(**words), text, _home(row, ground), row.by)


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


def _home(row: Broken, ground: Ground) -> str:
    """The body that tells where the subject of a row lies: itself, or that of a post; the county of what lies nowhere."""
    bodies = (named["id"] for named in _bodies(row) if named["id"].startswith(_BODY))
    return next(bodies, place_id(ground.county))
