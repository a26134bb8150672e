"""Read back from the graph what earlier lists said, so that a new list can be weighed with all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from wushe.graph import Attestation, Reader
from wushe.loaders.divisions.claims import Claim, Claims, is_division_attestation
from wushe.queries.county_divisions import DivisionRow, Listed
from wushe.schema import statements


def known_claims(reader: Reader, rows: Collection[DivisionRow]) -> Claims:
    """The claims of every list that attests these places; attestations of other loads are left out."""
    days = _days(reader, rows)
    claims: Claims = {}
    for row in rows:
        claims.setdefault(row.code, []).extend(_claims(row, days))
    return claims


def told_successions(rows: Iterable[DivisionRow]) -> set[str]:
    """Ids of the successions among these places that something other than a list states."""
    edges = (edge for row in rows for edge in row.successors)
    return {edge.id for edge in edges if not all(map(is_division_attestation, edge.by))}


def _days(reader: Reader, rows: Iterable[DivisionRow]) -> dict[str, date]:
    loads = {Attestation.parse(text).load for row in rows for text in row.by if is_division_attestation(text)}
    found = reader.run(statements.nodes_by_id("Load"), ids=sorted(loads)) if loads else []
    return {row["properties"]["id"]: row["properties"]["asOf"] for row in found}


def _claims(row: DivisionRow, days: Mapping[str, date]) -> Iterator[Claim]:
    names, parents = _by_attestation(row.names), _by_attestation(row.parents)
    for text in row.by:
        if is_division_attestation(text) and text in names:
            said = Attestation.parse(text)
            yield Claim(days[said.load], said.load, said.row, names[text], parents.get(text))


def _by_attestation(listed: Iterable[Listed]) -> dict[str, str]:
    return {text: item.value for item in listed for text in item.by}
