"""Write lists: each is weighed with every list known for its counties, under the lock, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wushe.errors import RefusedError
from wushe.graph import Attestation, Fact, Graph, LoadRecord, LoadResult, Reader, Sender, known_load
from wushe.graph.connection import WORK_TIMEOUT
from wushe.graph.difference import Change
from wushe.graph.memory import refuse_too_many
from wushe.graph.records import Recorder
from wushe.graph.writing import apply, preview, recorder_of, refuse_beside_another, save_record, widen_scope
from wushe.loaders.divisions.claims import Claim, Claims, counties_of, united
from wushe.loaders.divisions.counting import counted
from wushe.loaders.divisions.facts import division_facts
from wushe.loaders.divisions.forgetting import Forgetting, carry_out, forgetting
from wushe.loaders.divisions.history import histories
from wushe.loaders.divisions.known import known_claims, told_successions
from wushe.queries.county_divisions import county_divisions
from wushe.schema import statements
from wushe.schema.ids import scope_county


@dataclass(slots=True)
class Listing:
    """A list, or a part of one, about to be written. Parts of one list share the record and the total."""

    record: LoadRecord
    claims: Claims
    total: LoadResult = field(default_factory=LoadResult)
    last: bool = True


def write_listings(graph: Graph, listings: Sequence[Listing]) -> LoadResult:
    """Write these lists in one transaction; those the graph has already are passed over."""

    def work(reader: Sender) -> list[LoadResult]:
        locked = reader.run(statements.LOCK)[0]
        parts = [LoadResult(already=known_load(reader, listing.record.id)) for listing in listings]
        new = [(listing, part) for listing, part in zip(listings, parts, strict=True) if not part.already]
        refuse_beside_another(reader, *(listing.record.id for listing in listings))
        recorders = {listing.record.id: recorder_of(reader, listing.record.id) for listing, _ in new}
        weighed = _weigh(reader, new)
        refuse_too_many(graph, len(weighed.facts))
        carry_out(reader, weighed.forgotten)
        written = apply(reader, weighed.facts, None, _Shared(recorders))
        for listing, part in new:
            total = LoadResult()
            total.add(listing.total)
            total.add(part)
            listing.record.version = locked["version"]
            state = "ACTIVE" if listing.last else "APPLYING"
            save_record(reader, listing.record, total, state, recorders[listing.record.id])
        for listing in listings:
            widen_scope(reader, locked, listing.record)
        return [written, *parts]

    result, *parts = graph.write(work)
    for listing, part in zip(listings, parts, strict=True):
        listing.total.add(part)
    return result


@dataclass(frozen=True, slots=True)
class _Shared:
    """Gives each change to the last of several lists that says it."""

    recorders: Mapping[str, Recorder]

    def add(self, changes: Sequence[Change]) -> None:
        """Remember these changes with their lists."""
        mine: dict[str, list[Change]] = {load: [] for load in self.recorders}
        for change in changes:
            said = [load for by in change.fact.by if (load := Attestation.parse(by).load) in mine]
            if said:
                mine[said[-1]].append(change)
        for load, told in mine.items():
            self.recorders[load].add(told)


def preview_listings(graph: Graph, listings: Sequence[Listing]) -> list[Change]:
    """What `write_listings` would change, the removals of what a new list splits aside; nothing is written."""

    def work(reader: Sender) -> list[Change]:
        new = [listing for listing in listings if not known_load(reader, listing.record.id)]
        return preview(reader, _weigh(reader, [(listing, LoadResult()) for listing in new]).facts) if new else []

    return graph.read(work, timeout=WORK_TIMEOUT)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Where all lists together lead: the facts, and what no longer follows from any."""

    facts: list[Fact]
    forgotten: Forgetting


def _weigh(reader: Reader, listings: Sequence[tuple[Listing, LoadResult]]) -> _Weighed:
    """Work out the places from all that is known and these lists, one after the other."""
    rows = county_divisions(reader, {scope_county(code) for listing, _ in listings for code in listing.claims})
    claims = known_claims(reader, rows)
    told = told_successions(rows)
    facts = division_facts(histories(claims), told)
    for listing, part in listings:
        if _there(claims, listing):
            continue
        _agree(claims, listing)
        claims = united(claims, listing.claims)
        before, facts = facts, division_facts(histories(claims), told)
        part.add(counted(before, facts))
    return _Weighed(facts, forgetting(rows, facts))


def _there(known: Mapping[str, Sequence[Claim]], listing: Listing) -> bool:
    """Whether an earlier run that was cut off has already written this part."""
    counties = counties_of(listing.claims)
    units = (code for code in listing.claims if len(code) > 6 or not counties)
    return all(any(claim.load == listing.record.id for claim in known.get(code, ())) for code in units)


def _agree(known: Mapping[str, Sequence[Claim]], listing: Listing) -> None:
    """Two lists of one day must not give a code two names: which is right cannot be told.

    Raises:
        RefusedError: they do.
    """
    for code, said in listing.claims.items():
        for claim in said:
            for other in known.get(code, ()):
                if other.day == claim.day and None not in (other.row, claim.row) and other.name != claim.name:
                    raise RefusedError(
                        f"{listing.record.title} 第 {claim.row} 行的 {code} 与已载入的同一天（{claim.day}）名单名称不同",
                        hint="请先撤销那份名单，或改正日期后重试",
                    )
