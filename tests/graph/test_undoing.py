"""A load taken back leaves the graph as it was before it; what later loads changed or stand on is not pulled away."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Fact, Graph, LoadRecord, edge, fingerprint, node, write_load
from wushe.graph.records import Write, packed, unpacked
from wushe.graph.undoing import one_each, undo_load, writes_of
from wushe.schema import FOREVER, statements

DAY = date(2024, 7, 15)
WHERE = {"kind": "residents_committee", "place": "place:1"}


def committee(number: int, day: date = DAY, *, name: str = "居委会", until: date = FOREVER) -> list[Fact]:
    """A village and its committee as one file has them."""
    by = (f"load:{number}#表!{number + 1}",)
    kind = {"kind": "village", "name": "甲社区", "county": "1"}
    place = node("Place", "place:1", kind, attested=day, by=by)
    body = node(
        "Organization",
        "org:c:1:x",
        {"kind": "residents_committee", "name": name, "county": "1"},
        attested=day,
        by=by,
        until=until,
    )
    return [place, body, edge("LOCATED_IN", body.id, place.id, WHERE, attested=day, by=by)]


def load(graph: Graph, number: int, facts: Sequence[Fact], day: date = DAY) -> None:
    """One file."""
    title = f"{number}.xlsx"
    write_load(graph, LoadRecord(f"load:{number}", f"source:{number}", title, "0" * 64, day), lambda _: facts)


def emptied(graph: Graph) -> None:
    """Nothing but the graph's own node."""
    graph.statement("MATCH (n) WHERE NOT n:Graph DETACH DELETE n")


def test_the_only_load(graph: Graph) -> None:
    """Everything it made goes, its source with it; the load itself is remembered as undone, without what it wrote."""
    before = fingerprint(graph)
    load(graph, 1, committee(1))
    undone = undo_load(graph, "load:1")
    assert (undone.removed, undone.restored, undone.kept) == (3, 0, 0)
    assert fingerprint(graph) == before
    left = graph.read(lambda r: r.run("MATCH (n) WHERE NOT n:Graph RETURN labels(n) AS labels, n.state AS state"))
    assert left == [{"labels": ["Load"], "state": "UNDONE"}]
    load(graph, 1, committee(1))
    assert fingerprint(graph) != before


def test_changes_are_set_back(graph: Graph) -> None:
    """A renaming and an ending by a newer file are undone to the letter, attestations and dates too."""
    load(graph, 1, committee(1))
    before = fingerprint(graph)
    later = DAY + timedelta(days=30)
    load(graph, 2, committee(2, later, name="居民委员会", until=later), later)
    undone = undo_load(graph, "load:2")
    assert (undone.removed, undone.restored, undone.kept) == (0, 1, 2)
    assert fingerprint(graph) == before


def test_what_others_attest_stays(graph: Graph) -> None:
    """The first of two files is taken back: the facts stay as the second file saw them, on its day."""
    later = DAY + timedelta(days=30)
    load(graph, 1, committee(1))
    load(graph, 2, committee(2, later), later)
    undone = undo_load(graph, "load:1")
    assert (undone.removed, undone.restored, undone.kept) == (0, 0, 3)
    left = fingerprint(graph)
    emptied(graph)
    load(graph, 2, committee(2, later), later)
    assert fingerprint(graph) == left


def test_a_later_change_stops_it(graph: Graph) -> None:
    """The message names the later load; nothing is written."""
    load(graph, 1, committee(1))
    load(graph, 2, committee(2, DAY + timedelta(days=1), name="新名"), DAY + timedelta(days=1))
    before = fingerprint(graph)
    with pytest.raises(RefusedError, match=r"2\.xlsx（load:2）又改了其中 1 条"):
        undo_load(graph, "load:1")
    assert fingerprint(graph) == before


def test_what_a_newer_file_says_again_stops_it(graph: Graph) -> None:
    """Set back, a name would be what no file of that day says; an older file says nothing of it."""
    second, third = DAY + timedelta(days=10), DAY + timedelta(days=20)
    load(graph, 1, committee(1))
    load(graph, 2, committee(2, second, name="新名"), second)
    load(graph, 3, committee(3, DAY))
    load(graph, 4, committee(4, third, name="新名"), third)
    before = fingerprint(graph)
    with pytest.raises(RefusedError, match=r"也写明.*4\.xlsx（load:4）"):
        undo_load(graph, "load:2")
    assert fingerprint(graph) == before
    undo_load(graph, "load:4")
    assert undo_load(graph, "load:2").restored == 1
    (left,) = graph.read(lambda r: r.run("MATCH (o:Organization) RETURN o.name AS name"))
    assert left["name"] == "居委会"


def test_what_stands_on_it_stops_it(graph: Graph) -> None:
    """A later file's edge hangs on a node that would go."""
    load(graph, 1, committee(1))
    by = ("load:2#!2",)
    team = {"kind": "volunteer_team", "name": "队", "county": "1"}
    added = [node("Organization", "org:t:1:y", team, attested=DAY, by=by)]
    load(graph, 2, [*added, edge("LOCATED_IN", added[0].id, "place:1", WHERE, attested=DAY, by=by)])
    before = fingerprint(graph)
    with pytest.raises(RefusedError, match=r"依托.*2\.xlsx（load:2）"):
        undo_load(graph, "load:1")
    assert fingerprint(graph) == before
    undo_load(graph, "load:2")
    undo_load(graph, "load:1")


def test_only_loads_in_force(graph: Graph) -> None:
    """An unknown load, and one that was undone already."""
    with pytest.raises(BadInputError, match="没有这次载入"):
        undo_load(graph, "load:9")
    load(graph, 1, committee(1))
    undo_load(graph, "load:1")
    with pytest.raises(BadInputError, match="已经撤销过"):
        undo_load(graph, "load:1")


def test_every_write_is_kept(graph: Graph) -> None:
    """What was there, what came, and the row that said so."""
    load(graph, 1, committee(1))
    load(graph, 2, committee(2, DAY + timedelta(days=1), name="新名"), DAY + timedelta(days=1))
    made = graph.read(lambda reader: list(writes_of(reader, "load:1")))
    assert [(w.type, w.target, w.made, w.sheet, w.row) for w in made] == [
        ("Organization", "org:c:1:x", True, "表", 2),
        ("Place", "place:1", True, "表", 2),
        ("LOCATED_IN", made[2].target, True, "表", 2),
    ]
    changed = graph.read(lambda reader: list(writes_of(reader, "load:2")))
    assert [w.told for w in changed] == [{"name": ("居委会", "新名")}, {}, {}]


def test_a_fact_written_in_turn_by_parts_of_a_load() -> None:
    """What it was before the first of them is what it goes back to; what they made stays made."""
    writes = [
        Write("Post", "post:1", False, {"name": ("甲", "乙"), "hours": (None, "8:00")}),
        Write("Post", "post:2", True, {}),
        Write("Post", "post:1", False, {"name": ("乙", "丙"), "until": (FOREVER, DAY)}),
        Write("Post", "post:2", False, {"name": ("丁", "戊")}),
    ]
    assert one_each(writes) == [
        Write("Post", "post:1", False, {"name": ("甲", "丙"), "hours": (None, "8:00"), "until": (FOREVER, DAY)}),
        Write("Post", "post:2", True, {}),
    ]


DAYS = st.integers(0, 3).map(lambda n: DAY + timedelta(days=10 * n))
FILES = st.lists(
    st.tuples(
        DAYS, st.sampled_from(["居委会", "新名", "旧名"]), st.sampled_from([FOREVER, DAY, DAY + timedelta(days=99)])
    ),
    min_size=1,
    max_size=4,
)


@hypothesis_settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_back_through_any_history(graph: Graph, files: list[tuple[date, str, date]]) -> None:
    """Loads in any order of days, taken back from the last to the first: each time the graph is what it was."""
    emptied(graph)
    graph.statement(statements.SET_SCHEMA_VERSION)
    before = []
    for number, (day, name, until) in enumerate(files, start=1):
        before.append(fingerprint(graph))
        load(graph, number, committee(number, day, name=name, until=until), day)
    for number in range(len(files), 0, -1):
        undo_load(graph, f"load:{number}")
        assert fingerprint(graph) == before[number - 1]


VALUES = st.none() | st.text(max_size=5) | st.integers() | st.booleans() | st.dates() | st.lists(st.text(max_size=3))


@given(st.lists(st.dictionaries(st.text(max_size=5), st.tuples(VALUES, VALUES), max_size=3), max_size=3))
def test_pages_give_back_what_was_put_in(fields: list[dict[str, tuple[object, object]]]) -> None:
    """Dates stay dates, texts texts."""
    writes = [Write("Place", f"place:{n}", not f, f, None, n) for n, f in enumerate(fields)]
    assert unpacked(packed(writes)) == writes
