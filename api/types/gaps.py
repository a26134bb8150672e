"""What breaks a rule: the findings of `wushe check`, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import strawberry

from wushe.api.connections import Connection, checked_first, cut, read_cursor
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.node import LazyPlace, Node, load_body
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import text
from wushe.errors import BadInputError
from wushe.queries.check import Finding, applied, chosen
from wushe.queries.rules.ground import grounds
from wushe.schema import schema
from wushe.schema.ids import place_id
from wushe.schema.values import Severity

_GRAVEST = list(Severity)


@strawberry.type(
    description="不合规则之处；标识为规则加对象，每次载入后不变。A finding of a rule: the id is rule + subject."
)
class Gap(Node):
    """A finding of a rule."""

    finding: strawberry.Private[Finding]
    as_of: strawberry.Private[date]
    rule: str = strawberry.field(description="规则代码。Code of the rule.")
    severity: Severity
    fix: str = strawberry.field(description="怎么办。What to do about it.")

    @described("一句话。In a sentence.")
    def text(self, info: Info) -> str:
        """What is wrong."""
        return text(info.context.viewer, self.finding.text)

    @described("对象。What it is about.")
    async def subject(self, info: Info) -> Node:
        """What it is about."""
        from wushe.api.nodes import load_node  # noqa: PLC0415

        found = await load_node(info.context, self.finding.node, self.as_of)
        if found is None:
            raise LookupError("the subject of a finding is missing")
        return found

    @described("所在的区划。The division it lies in.")
    async def place(self, info: Info) -> LazyPlace | None:
        """The division it lies in."""
        body = await load_body(info.context, self.finding.home, self.as_of)
        return await body.place(info) if body else None

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests the facts that break the rule."""
        return await provenance(info.context, self.finding.by)


@strawberry.type
class GapEdge:
    """A finding in a list."""

    node: Gap
    cursor: str


@strawberry.type(description="不合规则之处的一页，最严重的在前。A page of findings, the gravest first.")
class GapConnection(Connection):
    """A page of findings."""

    edges: list[GapEdge]


async def gaps_in(
    context: Context,
    place: str,
    as_of: date,
    first: int | None,
    after: str | None,
    *,
    rules: Sequence[str] | None,
    severity: Severity | None,
) -> GapConnection:
    """The findings in a place (id) at any depth.

    Raises:
        BadInputError: there is no such rule, or the cursor or `first` cannot be used.
    """
    size = checked_first(first)
    asked = Where("gaps", place, as_of, {"rules": _rules(rules), "severity": severity.value if severity else None})
    seen = read_cursor(after, asked, {}) if after is not None else None
    where = seen.place if seen else asked
    found: dict[str, Finding] = {}
    for grave in _severities(where, seen.key if seen else ""):
        found |= {_key(finding): finding for finding in await _findings(context, where, grave)}
        if sum(1 for key in found if seen is None or key > seen.key) > size:
            break
    pairs, info = cut(found, where, seen, size)
    edges = [GapEdge(node=_gap(finding, where.as_of), cursor=cursor) for cursor, finding in pairs]

    async def count() -> int:
        return sum([len(await _findings(context, where, grave)) for grave in _severities(where)])

    return GapConnection(edges=edges, page_info=info, count=count)


async def load_gap(context: Context, identifier: str, as_of: date) -> Gap | None:
    """A finding by id: its rule is applied again."""
    rule = identifier.removeprefix("gap:").partition(":")[0]
    if rule not in schema().rules:
        return None
    counties = (await context.state()).counties
    wheres = [Where("gaps", place_id(county), as_of, {"rules": (rule,), "severity": None}) for county in counties]
    grave = schema().rules[rule].severity
    found = [finding for where in wheres for finding in await _findings(context, where, grave)]
    return next((_gap(finding, as_of) for finding in found if finding.id == identifier), None)


def _severities(where: Where, after: str = "") -> list[Severity]:
    """Those that are asked about, the gravest first; none before the one of a key that was seen."""
    asked = where.filters["severity"]
    return [
        severity
        for number, severity in enumerate(_GRAVEST)
        if severity.value == (asked or severity.value) and str(number) >= after[:1]
    ]


async def _findings(context: Context, where: Where, severity: Severity) -> tuple[Finding, ...]:
    """All of one severity, as kept for this version of the graph: one read a rule, none of them long."""
    counties, rules = (await context.state()).counties, where.filters["rules"]
    place, day = where.owner, where.as_of

    async def make() -> tuple[Finding, ...]:
        within = await context.once(
            ("grounds", counties, place, day), lambda reader: grounds(reader, counties, place, day)
        )
        found = [await context.read(applied, rule, within, place, day) for rule in chosen(rules, severity)]
        return tuple(finding for findings, _ in found for finding in findings)

    return await context.keep(("findings", counties, place, day, rules, severity), make)


def _rules(rules: Sequence[str] | None) -> tuple[str, ...] | None:
    if unknown := [rule for rule in rules or () if rule not in schema().rules]:
        raise BadInputError(f"没有这条规则：{'、'.join(unknown)}", hint=f"可以是 {'、'.join(schema().rules)}")
    return None if rules is None else tuple(rules)


def _key(finding: Finding) -> str:
    """The gravest first, then by rule and subject."""
    return f"{_GRAVEST.index(finding.rule.severity)}|{finding.id}"


def _gap(finding: Finding, as_of: date) -> Gap:
    rule = finding.rule
    identifier = strawberry.ID(finding.id)
    return Gap(id=identifier, finding=finding, as_of=as_of, rule=rule.code, severity=rule.severity, fix=rule.fix)
