"""The Cypher that follows from the declarations: constraints, indexes, merges, look-ups by id, fingerprints.

Labels and property names come from the declarations only; every value is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterator

from wushe.schema.registry import SCHEMA_VERSION, schema

GRAPH_ID = "graph"
FULLTEXT = "name_text"
LANDMARKS = "place_landmarks"
KEY_OF_PREFIX = {
    "place": "Body",
    "org": "Body",
    "post": "Post",
    "person": "Person",
    "matter": "Matter",
    "duty": "Duty",
    "need": "Need",
    "figure": "Figure",
    "tally": "Tally",
    "name": "Name",
    "source": "Source",
    "load": "Load",
    "writes": "WritePage",
}


def key_label(identifier: str) -> str:
    """The label under which this id is unique, told by its prefix; `KeyError` for an id that is not one of ours."""
    return KEY_OF_PREFIX[identifier.partition(":")[0]]


def constraints() -> Iterator[str]:
    """One unique id on every node superlabel and on every kind of edge."""
    for label in sorted({declared.key_label for declared in schema().nodes.values()}):
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for kind in sorted(schema().all_edges):
        yield f"CREATE CONSTRAINT {kind.lower()}_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"


def indexes() -> Iterator[str]:
    """The declared indexes of nodes and edges, the full text of names for suggestions, and landmarks, each as a whole."""
    for node in schema().nodes.values():
        for properties in node.indexes:
            yield _index(node.label, properties, f"(n:{node.label})")
    for edge in schema().all_edges.values():
        for properties in edge.indexes:
            yield _index(edge.type, properties, f"()-[n:{edge.type}]-()")
    yield (
        f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:Name) ON EACH [n.text, n.county] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )
    yield (
        f"CREATE FULLTEXT INDEX {LANDMARKS} IF NOT EXISTS FOR (n:Place) ON EACH [n.landmarks, n.county] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}"
    )


def _index(owner: str, properties: tuple[str, ...], pattern: str) -> str:
    columns = ", ".join(f"n.{p}" for p in properties)
    return f"CREATE INDEX {'_'.join((owner, *properties)).lower()} IF NOT EXISTS FOR {pattern} ON ({columns})"


AWAIT_INDEXES = "CALL db.awaitIndexes(120)"
SCHEMA_VERSION_OF = f"MATCH (g:Graph {{id: '{GRAPH_ID}'}}) RETURN g.schemaVersion AS version"
SET_SCHEMA_VERSION = (
    f"MERGE (g:Graph {{id: '{GRAPH_ID}'}}) ON CREATE SET g.version = 0, g.scope = [], g.areaCodes = [] "
    f"SET g.schemaVersion = {SCHEMA_VERSION}"
)
WITHOUT_LANDMARKS = (
    "MATCH (p:Place) WHERE p.scope IS NOT NULL AND p.landmarks IS NULL RETURN p.id AS id, p.scope AS scope LIMIT $limit"
)
SET_LANDMARKS = "UNWIND $rows AS row MATCH (p:Body {id: row.id}) SET p.landmarks = row.landmarks"
LOCK = (
    f"MERGE (g:Graph {{id: '{GRAPH_ID}'}}) SET g.version = coalesce(g.version, 0) + 1 "
    "RETURN g.version AS version, coalesce(g.scope, []) AS scope, coalesce(g.areaCodes, []) AS areaCodes"
)
SET_SCOPE = f"MATCH (g:Graph {{id: '{GRAPH_ID}'}}) SET g.scope = $scope, g.areaCodes = $areaCodes"

BLOCKED = (
    "SHOW TRANSACTIONS YIELD status, metaData WHERE metaData.wushe = $mark AND status STARTS WITH 'Blocked' "
    "RETURN count(*) AS blocked"
)
TERMINATE = (
    "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.wushe = $mark "
    "TERMINATE TRANSACTIONS id YIELD message RETURN message"
)

MEMORY_LIMITS = ("db.memory.transaction.max", "db.memory.transaction.total.max", "dbms.memory.transaction.total.max")
MEMORY_ASKED = (*MEMORY_LIMITS, "server.memory.heap.max_size")
MEMORY = "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value"
APPLYING = "MATCH (l:Load {state: 'APPLYING'}) WHERE NOT l.id IN $ids RETURN l.id AS id, l.title AS title LIMIT 1"


SCOPE = f"MATCH (g:Graph {{id: '{GRAPH_ID}'}}) RETURN g.scope AS scope, g.areaCodes AS areaCodes"
LISTS_OF_COUNTY = (
    "MATCH (l:Load {county: $county}) WHERE l.id STARTS WITH 'load:divisions' AND l.state <> 'UNDONE' RETURN l.id AS id"
)
PAGES_OF = "MATCH (p:WritePage {load: $load}) RETURN p.attested AS attested, p.content AS content ORDER BY p.ordinal"
PAGE_COUNT_OF = "MATCH (p:WritePage {load: $load}) RETURN count(p) AS pages"
DELETE_PAGES_OF = "MATCH (p:WritePage {load: $load}) DELETE p"
LATER_LOADS = (
    "MATCH (l:Load) WHERE l.version > $version AND l.state <> 'UNDONE' "
    "RETURN l.id AS id, l.title AS title ORDER BY l.version"
)
DAYS_OF_LOADS = "UNWIND $ids AS id MATCH (l:Load {id: id}) RETURN id, l.asOf AS asOf"
DELETE_UNUSED_SOURCE = "MATCH (s:Source {id: $source}) WHERE NOT EXISTS { MATCH (l:Load) WHERE l.source = s.id AND l.state <> 'UNDONE' } DELETE s"


def merge_nodes(label: str) -> str:
    """Rows are whole property maps with their id; their number comes back."""
    declared = schema().nodes[label]
    extra = f", n:{label}" if declared.also else ""
    return f"UNWIND $rows AS row MERGE (n:{declared.key_label} {{id: row.id}}) SET n = row{extra} RETURN count(n) AS written"


def create_nodes(label: str) -> str:
    """As `merge_nodes`, of nodes that are known not to be there; `$common` is what all of them have besides.

    Their number comes back.
    """
    declared = schema().nodes[label]
    extra = f":{label}" if declared.also else ""
    return f"UNWIND $rows AS row CREATE (n:{declared.key_label}{extra}) SET n = $common, n += row RETURN count(n) AS written"


def create_edges(kind: str, start: str, end: str) -> str:
    """As `merge_edges`, of edges that are known not to be there; `$common` is what all of them have besides."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
        f"CREATE (a)-[r:{kind}]->(b) SET r = $common, r += row.properties RETURN count(r) AS written"
    )


def merge_edges(kind: str, start: str, end: str) -> str:
    """Rows are {start, end, properties}; the number of rows that found both ends comes back."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
        f"MERGE (a)-[r:{kind} {{id: row.properties.id}}]->(b) SET r = row.properties RETURN count(r) AS written"
    )


def set_attestations(kind: str) -> str:
    """Rows are {id, by, load} of nodes of a label, or edges of a type; with attestedOn where that changes too."""
    return (
        f"UNWIND $rows AS row WITH row, row.id AS id {_by_id(kind)} "
        "SET x.by = row.by, x.load = row.load, x.attestedOn = coalesce(row.attestedOn, x.attestedOn)"
    )


def replace_by_id(kind: str) -> str:
    """Rows are whole property maps, with their id, of nodes of a label or edges of a type that are there."""
    return f"UNWIND $rows AS row WITH row, row.id AS id {_by_id(kind)} SET x = row"


def delete_by_id(kind: str) -> str:
    """Delete the nodes of a label with their edges, or the edges of a type, among `$ids`."""
    return f"UNWIND $ids AS id {_by_id(kind)} {'DETACH DELETE' if kind in schema().nodes else 'DELETE'} x"


def _by_id(kind: str) -> str:
    if kind in schema().nodes:
        return f"MATCH (x:{schema().nodes[kind].key_label} {{id: id}})"
    return f"MATCH ()-[x:{kind} {{id: id}}]->()"


def edges_at(label: str) -> str:
    """Every edge at the nodes among `$ids`: its id and attestations."""
    return f"UNWIND $ids AS id {_by_id(label)} MATCH (x)-[r]-() RETURN DISTINCT r.id AS id, r.by AS by"


def nodes_by_id(label: str) -> str:
    """The properties of the nodes among `$ids`."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN properties(n) AS properties"


def edges_by_id(kind: str) -> str:
    """The properties of the edges among `$ids`."""
    return f"UNWIND $ids AS id MATCH ()-[r:{kind} {{id: id}}]->() RETURN properties(r) AS properties"


def all_nodes(label: str) -> str:
    """Every node of a superlabel with its labels, by id, for the fingerprint."""
    return f"MATCH (n:{label}) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id"


def all_edges(kind: str) -> str:
    """Every edge of a type with its ends, by id, for the fingerprint."""
    return f"MATCH (a)-[r:{kind}]->(b) RETURN a.id AS start, b.id AS end, properties(r) AS properties ORDER BY r.id"
