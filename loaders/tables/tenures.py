"""任职: posts, who holds them, and which are vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from wushe.loaders.context import Context, attempt
from wushe.loaders.dates import last_day
from wushe.loaders.history import span_in
from wushe.loaders.lines import Line
from wushe.loaders.names import Span
from wushe.loaders.people import identify_people
from wushe.loaders.plan import SYNTHETIC
from wushe.loaders.tables.claims import settle_claims
from wushe.loaders.tables.endings import Existing, Numbers, end_tenures
from wushe.loaders.tables.owners import give_to_owners
from wushe.loaders.tables.posts import Post, PostRow, Tenure, read_row
from wushe.loaders.tallies import Counted, town_of
from wushe.queries.post_tenures import post_tenures
from wushe.schema import TenureStatus, statements


def build_tenures(context: Context, lines: Sequence[Line]) -> None:
    """Read every row, see who has held its posts, identify the people, then write."""
    rows: list[PostRow] = []
    for line in lines:
        attempt(line, partial(_read, context, rows))
    give_to_owners(context, rows)
    existing: Existing = defaultdict(list)
    for old in post_tenures(context.reader, sorted({post.id for row in rows for post in row.posts})):
        existing[old.post].append(old)
    tenures = [tenure for row in rows for tenure in row.tenures]
    identify_people(context, tenures, [old for olds in existing.values() for old in olds])
    for row in rows:
        for post in row.posts:
            _post(context, row, post)
    attested = _attested(context, {tenure.post.id for tenure in tenures})
    numbers, disputed = Numbers(existing), settle_claims(context, tenures, existing, attested)
    for tenure in tenures:
        attempt(tenure.line, partial(_tenure, context, tenure, numbers, tenure.post.id in disputed))
    end_tenures(context, rows, existing)
    _count(context, tenures)


def _attested(context: Context, posts: set[str]) -> dict[str, date]:
    """The last day on which each of these posts was known, of those that the graph has."""
    rows = context.reader.run(statements.nodes_by_id("Post"), ids=sorted(posts))
    return {row["properties"]["id"]: row["properties"]["attestedOn"] for row in rows}


def _count(context: Context, tenures: Sequence[Tenure]) -> None:
    """Add up what rows of one person say of their holders on the file's day."""
    people: dict[int, set[str]] = defaultdict(set)
    for tenure in tenures:
        people[id(tenure.line.origin)].add(tenure.identifier)
    for tenure in tenures:
        line, span, post = tenure.line, tenure.span, tenure.post
        current = (span.since or context.as_of) <= context.as_of < span.until
        if current and len(people[id(line.origin)]) == 1:
            row, holder, place = context.by(line)[0], (tenure.identifier, post.id), town_of(post.body.places)
            context.counted += (
                Counted(row, holder, place, post.kind, what, has) for what, has in line.origin.traits.items()
            )


def _read(context: Context, rows: list[PostRow], line: Line) -> None:
    rows.append(read_row(context, line))


def _post(context: Context, row: PostRow, post: Post) -> None:
    """The post itself: as old as the first that any row says of it, and open as long as nobody abolishes it."""
    properties = {
        "kind": post.kind,
        "name": post.name,
        "county": post.county,
        "seats": post.seats,
        "officePhone": row.office,
        "hours": row.line.text("post_hours") or row.line.text("hours"),
    }
    context.node(row.line, "Post", post.id, properties, row.span, widen=True)
    context.edge(row.line, "IN", post.id, post.body.id, row.span, widen=True)


def _tenure(context: Context, tenure: Tenure, numbers: Numbers, disputed: bool, _: Line) -> None:
    line, span = tenure.line, tenure.span
    remark = line.text("remark")
    said = f"{remark or ''}{line.titles}"
    synthetic = context.synthetic or line.text("synthetic") == "是" or any(word in said for word in SYNTHETIC)
    person = {"name": tenure.person.name, "county": tenure.post.county, "synthetic": synthetic or None}
    lived = span_in(line, "person_span") or Span(span.since, since_precision=span.since_precision)
    context.node(line, "Person", tenure.identifier, person, lived, widen=True)
    held = {
        "status": tenure.status.value,
        "elected": tenure.elected,
        "phone": tenure.mobile or None,
        "hours": line.text("hours"),
        "verifiedOn": line.day("verified_on"),
        "remark": remark,
        "termEnds": _term_ends(line),
        "disputed": line.text("disputed") == "是"
        if "disputed" in line.headers
        else disputed and tenure.status is TenureStatus.SUBSTANTIVE,
    }
    number = numbers.of(tenure, context.as_of)
    context.edge(line, "HOLDS", tenure.identifier, tenure.post.id, span, properties=held, number=number)


def _term_ends(line: Line) -> date | None:
    """The last day of the term: a tenure goes on until somebody ends it."""
    dated = line.dated("term_ends")
    return last_day(dated) if dated else None
