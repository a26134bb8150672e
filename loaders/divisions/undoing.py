"""Take a list of divisions back: the places are worked out anew from the lists that remain."""

from __future__ import annotations

from wushe.graph import Graph, Reader, Sender
from wushe.graph.merging import Properties
from wushe.graph.undoing import Undone, close, load_in_force, refuse_bearing
from wushe.graph.writing import apply, refuse_beside_another
from wushe.loaders.divisions.claims import Claims
from wushe.loaders.divisions.facts import division_facts
from wushe.loaders.divisions.forgetting import Forgetting, carry_out, forgetting
from wushe.loaders.divisions.history import histories
from wushe.loaders.divisions.known import known_claims, told_successions
from wushe.queries.attested_counties import attested_counties
from wushe.queries.county_divisions import county_divisions
from wushe.schema import statements


def undo_list(graph: Graph, identifier: str) -> Undone:
    """Take a list back, in one transaction.

    Raises:
        BadInputError: no such load, or it is not in force.
        RefusedError: other loads stand on places that it alone attests.
    """

    def work(reader: Sender) -> Undone:
        locked = reader.run(statements.LOCK)[0]
        load = load_in_force(reader, identifier)
        refuse_beside_another(reader, identifier)
        undone = _without(reader, load)
        close(reader, load, locked["version"])
        if load.get("county"):
            _narrow_scope(reader, load["county"])
        return undone

    return graph.write(work)


def _without(reader: Sender, load: Properties) -> Undone:
    rows = county_divisions(reader, attested_counties(reader, f"{load['id']}#"))
    others = {code: [c for c in said if c.load != load["id"]] for code, said in known_claims(reader, rows).items()}
    claims: Claims = {code: said for code, said in others.items() if said}
    facts = division_facts(histories(claims), told_successions(rows))
    found = forgetting(rows, facts)
    _redate(reader, found)
    refuse_bearing(reader, found.removed)
    carry_out(reader, found)
    result = apply(reader, facts, None)
    removed, touched = (sum(map(len, part.values())) for part in (found.removed, found.changed))
    restored = result.changed + result.ended
    return Undone(load["id"], load["title"], removed, restored, max(touched - restored, 0))


def _redate(reader: Reader, found: Forgetting) -> None:
    """What stays was last attested by the latest of the loads that remain, so that they may say anew how it is."""
    rows = [row for rows in found.changed.values() for row in rows]
    loads = sorted({by.partition("#")[0] for row in rows for by in row["by"]})
    days = {row["id"]: row["asOf"] for row in reader.run(statements.DAYS_OF_LOADS, ids=loads)}
    for row in rows:
        known = [days[load] for by in row["by"] if (load := by.partition("#")[0]) in days]
        row["attestedOn"] = max(known, default=None)


def _narrow_scope(reader: Reader, county: str) -> None:
    """A county of which no list is left leaves the scope, with its area code."""
    if reader.run(statements.LISTS_OF_COUNTY, county=county):
        return
    graph = reader.run(statements.SCOPE)[0]
    scope = [code for code in graph["scope"] if code != county]
    codes = [item for item in graph["areaCodes"] if not item.startswith(f"{county}=")]
    reader.run(statements.SET_SCOPE, scope=scope, areaCodes=codes)
