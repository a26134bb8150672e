"""A document for each question of the contract, written from the schema: all that it can be asked about, some steps deep."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
)
from graphql.type import is_required_argument

from wushe.api.documents import ASK
from wushe.api.sdl import sdl
from wushe.schema.statements import KEY_OF_PREFIX

SCHEMA = build_schema(sdl())
QUERY = SCHEMA.query_type
DEEP = 2
"""Steps from a node that is asked for by its id; from the nodes of lists one less, and none in lists of bodies."""
BODIES = ("Place", "Organization")
SHOWN = 3
"""Items of a list inside another; their whole number is told too."""
OF_NO_DAY = {
    ("Body", "names"): "every name it ever bore",
    ("Place", "names"): "every name it ever bore",
    ("Organization", "names"): "every name it ever bore",
    ("Provenance", "load"): "a load is of the day it was made",
    ("Need", "raisedBy"): "a need has days of its own: who raised and who took it is told for good",
    ("Need", "takenBy"): "as above",
    ("Need", "matter"): "as above",
}
"""Fields that speak of all days, and are not asked."""


def dated() -> set[str]:
    """The questions that take a day."""
    return {name for name, field in _roots().items() if "asOf" in field.args}


def undated() -> set[str]:
    """Those that take none."""
    return set(_roots()) - dated()


def document(name: str, given: dict[str, Any], deep: int = DEEP) -> str:
    """The document that asks one question with these arguments, and asOf where it takes a day."""
    if name == "ask":
        head = "query Ask($question: String!, $choice: Int, $asOf: Date)"
        return ASK.replace("query Ask($question: String!, $choice: Int)", head).replace(
            "choice: $choice)", "choice: $choice, asOf: $asOf)"
        )
    field = _roots()[name]
    names = [*given, *(["asOf"] if "asOf" in field.args else [])]
    variables = ", ".join(f"${one}: {field.args[one].type}" for one in names)
    arguments = ", ".join(f"{one}: ${one}" for one in names)
    writer = _Writer([kind_of(given["id"])] if name == "node" else BODIES, deep)
    body = writer.selection(field, 1 if name in {"places", "organizations"} else deep)
    return f"query Q({variables}) {{ {name}({arguments}) {body} }}\n{writer.fragments()}"


def kind_of(identifier: str) -> str:
    """The type of a node, told by its id."""
    kinds = {"place": "Place", "org": "Organization", "holds": "Tenure"}
    prefix = identifier.partition(":")[0]
    return kinds.get(prefix) or (prefix.capitalize() if prefix in KEY_OF_PREFIX else "Tie")


def _roots() -> dict[str, GraphQLField]:
    assert QUERY is not None
    fields: dict[str, GraphQLField] = QUERY.fields
    return fields


class _Writer:
    """Writes a selection, with a fragment for each type and depth; nodes asked for by id are of these kinds."""

    def __init__(self, kinds: Collection[str], deep: int) -> None:
        self._kinds = kinds
        self._deep = deep
        self._written: dict[str, str] = {}

    def fragments(self) -> str:
        """All that were used."""
        return "\n".join(self._written.values())

    def selection(self, field: GraphQLField, depth: int) -> str:
        """What to ask of a field's value."""
        kind = get_named_type(field.type)
        if isinstance(kind, GraphQLObjectType) and kind.name.endswith("Connection"):
            return self._page(kind, depth)
        if kind.name == "Node":
            kinds = [SCHEMA.type_map[one] for one in self._kinds] if depth == self._deep else []
            parts = [f"... on {one.name} {{ ...{self._fragment(one, depth)} }}" for one in kinds]
            return f"{{ __typename id {' '.join(parts)} }}"
        return f"{{ ...{self._fragment(kind, depth)} }}"

    def _page(self, kind: GraphQLObjectType, depth: int) -> str:
        edge = get_named_type(kind.fields["edges"].type)
        assert isinstance(edge, GraphQLObjectType)
        inner = self.selection(edge.fields["node"], max(depth - 1, 0))
        totals = ""
        if "totals" in kind.fields:
            totals = f"totals {self.selection(kind.fields['totals'], 0)}"
        return f"{{ totalCount {totals} edges {{ node {inner} }} }}"

    def _fragment(self, kind: GraphQLNamedType, depth: int) -> str:
        name = f"{kind.name}_{depth}"
        if name not in self._written:
            self._written[name] = ""
            assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
            fields = [text for one, field in kind.fields.items() if (text := self._field(kind, one, field, depth))]
            self._written[name] = f"fragment {name} on {kind.name} {{ __typename {' '.join(fields)} }}"
        return name

    def _field(self, owner: GraphQLNamedType, name: str, field: GraphQLField, depth: int) -> str:
        if (owner.name, name) in OF_NO_DAY or any(is_required_argument(arg) for arg in field.args.values()):
            return ""
        kind = get_named_type(field.type)
        if is_leaf_type(kind):
            return name
        if depth == 0 or isinstance(kind, GraphQLUnionType):
            return ""
        few = f"(first: {SHOWN})" if "first" in field.args else ""
        return f"{name}{few} {self.selection(field, depth - 1)}"
