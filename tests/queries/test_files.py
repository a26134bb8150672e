"""Every `.cypher` has its twin, takes parameters, is bounded, reads only, knows the schema, and lets no hop escape the day."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

from wushe.graph import Graph
from wushe.queries.text import camel, cypher, written
from wushe.schema import schema

QUERIES = Path(str(files("wushe.queries")))
FILES = sorted(path.relative_to(QUERIES).with_suffix("").as_posix() for path in QUERIES.rglob("*.cypher"))
NAMES = [name for name in FILES if not name.startswith("parts/")]
UNDATED_LABELS = {label for n in schema().nodes.values() if not n.dated for label in [n.label]}
UNDATED_EDGES = {edge.type for edge in schema().edges.values() if not edge.dated}
WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DETACH|DROP|LOAD CSV|FOREACH)\b")
BEYOND_THE_DAY = {
    # Questions about names, identity or history, whose answer says for each row when it held.
    "changes/bodies_changed", "changes/bodies_during", "changes/edges_changed", "changes/first_listed", "changes/successions_during",
    "changes/tenures_changed", "lineage/bodies_ended", "lineage/succession_rows", "names", "names_by_pinyin", "names_by_sound", "name_suggestions", "nodes_by_key", "place_on", "successions", "vacated",
    # An invariant of every instant.
    "rules/two_primary_leaders",
    # What loaders read to work out a difference: the whole history of what a file speaks of.
    "body_states", "county_divisions", "open_edges", "place_forms", "post_tenures",
    # Nodes by id, whose rows carry their own dates for the reader.
    "bodies", "matters", "needs", "people", "posts", "tenures",
}  # fmt: skip


def function_of(name: str) -> ast.FunctionDef:
    """The function of the twin that bears the query's name."""
    tree = ast.parse((QUERIES / f"{name}.py").read_text(encoding="utf-8"))
    return next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name.rpartition("/")[2])


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("rules/")])
def test_a_twin_takes_what_the_query_takes(name: str) -> None:
    """The function's arguments are the query's `$parameters`; the rules have one twin together (tests/rules)."""
    declared = function_of(name).args
    arguments = {camel(a.arg) for a in (*declared.args, *declared.kwonlyargs) if a.arg != "reader"}
    assert arguments == set(re.findall(r"\$(\w+)", cypher(name)))


@pytest.mark.parametrize("name", NAMES)
def test_a_query_only_reads(name: str) -> None:
    """No write clause."""
    assert not WRITES.search(written(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_bounded(name: str) -> None:
    """No variable-length step without an upper limit."""
    text = written(name)
    assert not re.search(r"\*(?!\d*\.\.\d)", re.sub(r"count\(\*\)|\{\.\*", "", text))
    assert not re.search(r"\)\s*[+]\s*\(", text)
    assert not re.search(r"\{\d+,\}", text)


@pytest.mark.parametrize("name", NAMES)
def test_labels_and_edges_exist(name: str) -> None:
    """Nothing is asked of a label or an edge that the schema does not declare."""
    text = re.sub(r"'[^']*'", "''", written(name))
    labels = {label for node in schema().nodes.values() for label in (node.label, node.also) if label}
    edges = set(schema().all_edges)
    used = set(re.findall(r"[(:|]:?([A-Z][A-Za-z]+)(?=[\s){|:])", text))
    assert used <= labels | edges | {"WHERE", "IN", "NULL", "EXISTS", "DISTINCT"}, used - labels - edges
    for types in re.findall(r"\[\w*:([A-Z_|]+)", text):
        assert set(types.split("|")) <= edges


@pytest.mark.parametrize("name", [n for n in NAMES if n not in BEYOND_THE_DAY])
def test_no_hop_escapes_the_day(name: str) -> None:
    """Every dated edge is named and carries the day inside its pattern."""
    for pattern in re.findall(r"\[([^\]]*:[A-Z_|]+[^\]]*)\]", written(name)):
        types = set(re.findall(r":([A-Z_|]+)", pattern)[0].split("|"))
        if not types <= UNDATED_EDGES:
            assert re.search(r"(VALID|KNOWN)\(", pattern), pattern


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_looked_up_under_the_label_that_has_their_index(name: str) -> None:
    """A place or an organisation is found by id as a Body; under its own label that would be a scan."""
    keyed = {node.key_label for node in schema().nodes.values()}
    for label in re.findall(r"\(\w*:(\w+) \{id:", written(name)):
        assert label in keyed


@pytest.mark.parametrize("name", NAMES)
def test_the_server_takes_it(name: str, server: Graph) -> None:
    """It parses and plans against the declared schema."""
    server.read(lambda reader: reader.run("EXPLAIN " + cypher(name)))


@pytest.mark.parametrize("name", [name for name in FILES if name not in NAMES])
def test_a_part_is_used(name: str) -> None:
    """By several queries: what one of them asks stands in it."""
    word = name.rpartition("/")[2].upper()
    texts = [(QUERIES / f"{one}.cypher").read_text(encoding="utf-8") for one in NAMES]
    assert sum(f"{word}(" in text for text in texts) > 1


def test_no_cypher_elsewhere() -> None:
    """Cypher lives in `queries/*.cypher` and in what `schema/statements.py` generates."""
    root = Path(__file__).parents[2]
    for folder in ("api", "loaders", "queries", "schema", "src/wushe/cli", "src/wushe/graph", "src/wushe/server"):
        modules = [path for path in (root / folder).rglob("*.py") if path.name != "statements.py"]
        assert modules, folder
        for path in modules:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\bMATCH\s*\(|\bMERGE\s*\(|\bUNWIND\s+\$", text), path
