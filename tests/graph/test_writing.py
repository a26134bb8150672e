"""Facts are written whole or not at all, once, and with every attestation."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushe.errors import RefusedError
from wushe.graph import Fact, Graph, LoadRecord, LoadResult, edge, fingerprint, node, write_load
from wushe.graph.writing import in_common, own
from wushe.schema import FOREVER, statements

DAY = date(2024, 7, 15)


def record(number: int, as_of: date = DAY) -> LoadRecord:
    """A load of its own."""
    return LoadRecord(f"load:{number}", f"source:{number}", f"{number}.xlsx", "0" * 64, as_of)


def village(load: int, name: str = "甲村", as_of: date = DAY, since: date | None = None) -> list[Fact]:
    """A town and a village in it."""
    by = (f"load:{load}#表!3",)
    return [
        node("Place", "place:1", {"kind": "town", "name": "甲镇", "county": "1"}, attested=as_of, by=by),
        node("Place", "place:2", {"kind": "village", "name": name, "county": "1"}, attested=as_of, by=by, since=since),
        edge("PART_OF", "place:2", "place:1", attested=as_of, by=by),
    ]


def state(graph: Graph, identifier: str = "place:2") -> dict[str, Any]:
    """The properties of a body."""
    rows = graph.read(lambda reader: reader.run(statements.nodes_by_id("Body"), ids=[identifier]))
    return dict(rows[0]["properties"])


def load(graph: Graph, number: int, facts: Sequence[Fact], as_of: date = DAY) -> LoadResult:
    """Write facts as one load."""
    return write_load(graph, record(number, as_of), lambda _: facts)


def test_the_same_load_twice_writes_nothing(graph: Graph) -> None:
    """The second time it is recognised by its id."""
    assert load(graph, 1, village(1)).added == 3
    before = fingerprint(graph)
    assert load(graph, 1, village(1)).already
    assert fingerprint(graph) == before


def test_another_load_of_the_same_facts_only_attests(graph: Graph) -> None:
    """Both documents stand behind the fact."""
    load(graph, 1, village(1))
    result = load(graph, 2, village(2))
    assert (result.added, result.changed, result.ended, result.attested) == (0, 0, 0, 3)
    assert state(graph)["by"] == ["load:1#表!3", "load:2#表!3"]
    assert state(graph)["load"] == "load:1"


def test_an_older_file_does_not_overwrite_the_present(graph: Graph) -> None:
    """It fills what is missing and moves an attested beginning back."""
    load(graph, 1, village(1, "新名"))
    earlier = date(2020, 1, 1)
    load(graph, 2, village(2, "旧名", earlier), earlier)
    assert state(graph)["name"] == "新名"
    assert state(graph)["since"] == earlier
    assert state(graph)["until"] == FOREVER


def test_a_firm_date_beats_an_attested_one(graph: Graph) -> None:
    """A date that a document gives is not moved by one that only attests."""
    load(graph, 1, village(1, since=date(2021, 3, 1)))
    load(graph, 2, village(2, as_of=date(2019, 1, 1)), date(2019, 1, 1))
    assert state(graph)["since"] == date(2021, 3, 1)
    assert state(graph)["sincePrecision"] == "DAY"


def test_whatever_goes_wrong_leaves_the_graph_as_it_was(graph: Graph) -> None:
    """An edge whose end does not exist refuses the whole load; the version is not raised either."""
    load(graph, 1, village(1))
    before = fingerprint(graph)
    facts = [*village(2, "乙村"), edge("PART_OF", "place:9", "place:1", attested=DAY, by=("load:2#表!4",))]
    with pytest.raises(RefusedError, match="PART_OF"):
        load(graph, 2, facts)
    assert fingerprint(graph) == before
    assert graph.read(lambda r: r.run(statements.nodes_by_id("Graph"), ids=["graph"]))[0]["properties"]["version"] == 1


def test_a_property_outside_the_schema_is_refused(graph: Graph) -> None:
    """The writer holds what Community Edition cannot."""
    facts = village(1)
    facts[1] = replace(facts[1], properties={**facts[1].properties, "身份证": "x"})
    with pytest.raises(RefusedError, match="模式"):
        load(graph, 1, facts)


def test_two_loads_at_once_follow_each_other(graph: Graph) -> None:
    """The second waits for the lock and sees what the first wrote."""
    started, results = threading.Barrier(2), []

    def run(number: int) -> None:
        started.wait()
        results.append(load(graph, number, village(number)))

    threads = [threading.Thread(target=run, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted((r.added, r.attested) for r in results) == [(0, 3), (3, 0)]
    assert len(state(graph)["by"]) == 2


def test_more_rows_than_a_statement_holds(graph: Graph) -> None:
    """25,000 facts go in three statements of one transaction."""
    facts = [
        node(
            "Place", f"place:{n}", {"kind": "group", "name": str(n), "county": "1"}, attested=DAY, by=(f"load:1#!{n}",)
        )
        for n in range(1, 25_001)
    ]
    seen: list[tuple[int, int]] = []
    result = write_load(graph, record(1), lambda _: facts, lambda done, total: seen.append((done, total)))
    assert result.added == 25_000
    assert seen == [(10_000, 25_000), (20_000, 25_000), (25_000, 25_000)]


def test_one_fact_in_several_batches(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier statement of the same load has written is there for the next: merged, not made again."""
    monkeypatch.setattr("wushe.graph.difference.BATCH", 1)
    again = [replace(fact, by=("load:1#表!4",)) for fact in village(1)]
    load(graph, 1, [*village(1), *again])
    whole = fingerprint(graph)
    assert state(graph)["by"] == ["load:1#表!3", "load:1#表!4"]
    graph.statement("MATCH (n) WHERE NOT n:Graph DETACH DELETE n")
    monkeypatch.setattr("wushe.graph.difference.BATCH", 10_000)
    load(graph, 1, [*village(1), *again])
    assert fingerprint(graph) == whole


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from((1, 1.0, True, None, "1")), max_size=3)))
def test_what_rows_have_in_common_is_told_once(rows: list[dict[str, Any]]) -> None:
    """With what is its own, every row is as it was, its very values: 1, 1.0 and True are three."""
    common = in_common(rows)
    for row in rows:
        again = common | own(row, common)
        assert {name: repr(value) for name, value in again.items()} == {
            name: repr(value) for name, value in row.items()
        }
