"""What a stranger may see of people: never a whole mobile, never the whole name of a private citizen."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

import pytest
from graphql import GraphQLObjectType, build_schema, is_leaf_type

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.api.execute import execute
from wushe.api.sdl import sdl
from wushe.api.view import Viewer, numbers, person_visibility, text
from wushe.graph import Graph
from wushe.queries.people import PersonRow
from wushe.schema import Visibility, schema, statements
from wushe.settings import Settings

WHOLE = re.compile(r"(?<!\d)1\d{10}(?!\d)")
SCHEMA = build_schema(sdl())
PERSON = "query P($id: ID!) { node(id: $id) { ... on Person { name masked tenures(history: true) { edges { node { contact { phone officePhone masked } } } } } } }"


def person(now: list[str], then: list[str], ever: list[str]) -> PersonRow:
    """A person with posts of these kinds."""
    return PersonRow("person:1", "张某某", True, now, then, ever)


@pytest.mark.parametrize(
    ("row", "level"),
    [
        (person(["group_leader", "secretary"], [], []), Visibility.PUBLIC),
        (person(["group_leader"], ["secretary"], ["secretary", "group_leader"]), Visibility.RESTRICTED),
        (person([], ["grid_officer"], ["grid_officer", "group_leader"]), Visibility.INTERNAL),
        (person([], [], ["secretary"]), Visibility.PUBLIC),
        (person([], [], []), Visibility.RESTRICTED),
    ],
)
def test_a_name_follows_the_most_public_current_post(row: PersonRow, level: Visibility) -> None:
    """Today's posts decide; without any, those of the day asked about, then those ever held."""
    assert person_visibility(row) is level


@pytest.mark.parametrize(
    ("written", "shown"),
    [("电话12043049636。", "电话120****9636。"), ("+86 138 0013 8000", "138****8000"), ("511903001002", "511903001002"),
     ("0827-0183116", "0827-0183116"), ("86-13800138000", "138****8000")],
)  # fmt: skip
def test_mobiles_in_a_text(written: str, shown: str) -> None:
    """A mobile in any spelling is masked; codes and office lines are not."""
    assert text(Viewer.STRANGER, written) == shown
    assert text(Viewer.LOCAL, written) == written


def test_numbers_are_told_by_their_shape() -> None:
    """A landline that stands among mobiles is an office line, and the other way about."""
    found = numbers(Viewer.STRANGER, ["0827-0183116、12043049636", None])
    assert found is not None
    assert (found.phone, found.office_phone, found.masked) == ("120****9636", "0827-0183116", True)
    assert numbers(Viewer.STRANGER, ["0827-0183116"], Visibility.RESTRICTED) is None
    assert numbers(Viewer.LOCAL, ["12043049636"], Visibility.RESTRICTED) is not None


def test_a_private_citizen(ask: Ask) -> None:
    """First character and two stars, no phone at all; the machine itself sees all."""
    leader = ask(PERSON, id="person:leader")["data"]["node"]
    assert leader == {"name": "组**", "masked": True, "tenures": {"edges": [{"node": {"contact": None}}]}}
    whole = ask(PERSON, Viewer.LOCAL, id="person:leader")["data"]["node"]
    assert whole["name"] == "组某丁"
    assert whole["tenures"]["edges"][0]["node"]["contact"]["phone"] == t.MOBILES[3]


def test_a_name_of_a_private_citizen_is_not_found(ask: Ask) -> None:
    """No search leads from the name to the person."""
    assert "person:" not in json.dumps(ask('{ resolve(text: "组某丁") { node { id } } }'))
    assert "组某丁" not in json.dumps(ask('{ ask(question: "矛盾纠纷找谁") { text } }'), ensure_ascii=False)


def test_an_address_with_a_number_in_it(ask: Ask) -> None:
    """Texts are masked too."""
    address = ask("query A($id: ID!) { node(id: $id) { ... on Body { address } } }", id=t.PARTY)["data"]["node"][
        "address"
    ]
    assert address == "样例路1号，值班 120****9640"


def selection(of: Any, depth: int) -> str:
    """Every field of a type that needs no argument, and of what it leads to."""
    parts = ["__typename"]
    for name, field in of.fields.items():
        kind = field.type
        while hasattr(kind, "of_type"):
            kind = kind.of_type
        if is_leaf_type(kind):
            parts.append(name)
        elif depth and isinstance(kind, GraphQLObjectType):
            arguments = "(history: true)" if name == "tenures" else ""
            parts.append(f"{name}{arguments} {{ {selection(kind, depth - 1)} }}")
        elif depth:
            parts.append(f"{name} {{ __typename ... on Body {{ name contact {{ phone officePhone masked }} }} }}")
    return " ".join(parts)


def everything(graph: Graph) -> list[str]:
    """Every id in the graph that `node` takes."""
    inner = {"Graph", "Name", "Figure", "Tally", "WritePage"}
    labels = sorted({declared.key_label for declared in schema().nodes.values()} - inner)
    texts = [statements.all_nodes(label) for label in labels]
    texts += [statements.all_edges(kind) for kind in ("HOLDS", *schema().ties)]
    rows = graph.read(lambda reader: [row for query in texts for row in reader.run(query)])
    return [row["properties"]["id"] for row in rows]


def without_hashes(text: str) -> str:
    """A text without the hashes in ids: eleven figures in a row may stand in one by chance, and are no phone."""
    return re.sub(r"[0-9a-f]{16,}", "", text)


def crawl(graph: Graph, settings: Settings) -> dict[str, Any]:
    """What a stranger gets of every node, with every field and every field of what it leads to, by id."""
    kinds = "query Kinds($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }"
    by_type: dict[str, list[str]] = defaultdict(list)
    for node in asked(graph, settings, kinds, everything(graph)):
        by_type[node["__typename"]].append(node["id"])
    found: dict[str, Any] = {}
    for name, ids in by_type.items():
        fields = selection(SCHEMA.type_map[name], 1)
        document = f"query Crawl($ids: [ID!]!) {{ nodes(ids: $ids) {{ id ... on {name} {{ {fields} }} }} }}"
        found |= {node["id"]: node for node in asked(graph, settings, document, ids)}
    return found


def asked(graph: Graph, settings: Settings, document: str, ids: list[str]) -> list[dict[str, Any]]:
    """The nodes of all these ids, as a stranger gets them."""
    nodes: list[dict[str, Any]] = []
    for start in range(0, len(ids), 200):
        answer = execute(graph, settings, document, {"ids": ids[start : start + 200]}, Viewer.STRANGER)
        assert "errors" not in answer, answer["errors"][:2]
        nodes += answer["data"]["nodes"]
    assert None not in nodes
    return nodes


def test_no_whole_mobile_anywhere(town: Graph, day_settings: Settings) -> None:
    """Every node of the small town, every field, two steps deep."""
    told = without_hashes(json.dumps(crawl(town, day_settings), ensure_ascii=False))
    assert not WHOLE.search(told)
    assert "组某丁" not in told
    assert "家里电话" not in told


def test_no_whole_mobile_in_the_sample(sample: Graph, day_settings: Settings) -> None:
    """Every node of the committed sample, by `node`, as a stranger."""
    found = crawl(sample, day_settings)
    told = without_hashes(json.dumps(found, ensure_ascii=False))
    assert len(found) > 1500
    assert not WHOLE.search(told)
    masked = [n for n in found.values() if n["__typename"] == "Person" and n["masked"]]
    assert len(masked) > 50
    assert all(re.fullmatch(r".\*\*", one["name"]) for one in masked)
