"""任职 as rows: one for every time that somebody held a post, and one for a post that nobody ever held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from wushe.loaders.exporting.cells import Properties, Row, dates, plain, span
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.queries.exporting.posts import ExportedPost
from wushe.schema import FOREVER, Precision, TenureStatus
from wushe.schema.values import STATUS_LABELS


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Post by post, the earliest holder first."""
    held: dict[str, list[Properties]] = defaultdict(list)
    for post in snapshot.posts:
        for tenure in post.tenures:
            held[tenure["person"]["id"]].append(tenure)
    for post in snapshot.posts:
        if not post.tenures:
            yield _post(post) | dates(post.node) | {"name": VACANT}
        for tenure in sorted(post.tenures, key=lambda tenure: (tenure["since"], tenure["id"])):
            yield _tenure(post, tenure, held[tenure["person"]["id"]])


VACANT = "空缺"


def _tenure(post: ExportedPost, tenure: Properties, others: Sequence[Properties]) -> Row:
    """One tenure; `others` are all of the same person."""
    node, person, status = post.node, tenure["person"], TenureStatus(tenure["status"])
    elected = tenure.get("elected")
    noted = elected and status is not TenureStatus.SUBSTANTIVE
    return _post(post) | {
        "name": person["name"] + (f"（{STATUS_LABELS[status]}）" if noted else ""),
        "status": "选任" if elected else STATUS_LABELS[status],
        "phone": plain(tenure.get("phone")),
        "hours": plain(tenure.get("hours")),
        "verified_on": plain(tenure.get("verifiedOn")),
        "remark": plain(tenure.get("remark")),
        "id": person["id"],
        "term_ends": plain(tenure.get("termEnds")),
        "post_span": "" if _tells(post.tenures, node) else span(node),
        "post_hours": plain(node.get("hours")) if node.get("hours") != tenure.get("hours") else "",
        "person_span": "" if _tells(others, person) else span(person),
        "number": tail if (tail := str(tenure["id"]).rpartition(":")[2]).isdigit() else "",
        "disputed": plain(tenure.get("disputed") or None),
        "synthetic": plain(person.get("synthetic")),
        **dates(tenure),
    }


def _post(post: ExportedPost) -> Row:
    node = post.node
    return {
        "body": post.body or "",
        "post": node["name"],
        "office_phone": plain(node.get("officePhone")),
        "hours": plain(node.get("hours")),
        "post_id": node["id"],
    }


def _tells(tenures: Sequence[Properties], whole: Properties) -> bool:
    """Whether the earliest of these tenures tells since when the post, or the person, is known, and that it goes on."""
    if whole["until"] != FOREVER:
        return False
    earliest = min(_began(tenure) for tenure in tenures)
    said = {tenure["sincePrecision"] for tenure in tenures if _began(tenure) == earliest}
    return earliest == _began(whole) and said == {whole["sincePrecision"]}


def _began(properties: Properties) -> tuple[object, bool]:
    return properties["since"], properties["sincePrecision"] == Precision.ATTESTED
