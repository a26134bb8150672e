"""Whatever is exposed and named in the contract has exactly the contract's type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
)

from wushe.api.sdl import sdl

CONTRACT = build_schema((Path(__file__).parent / "contract.graphql").read_text(encoding="utf-8"))
OURS = build_schema(sdl())
SHARED = sorted(name for name in OURS.type_map if name in CONTRACT.type_map and not name.startswith("__"))


@pytest.mark.parametrize("name", SHARED)
def test_a_type_is_as_in_the_contract(name: str) -> None:
    """Same kind of type; fields, arguments and their defaults as there; the same interfaces, values and members."""
    ours: Any = OURS.type_map[name]
    theirs: Any = CONTRACT.type_map[name]
    assert type(ours) is type(theirs)
    if isinstance(ours, GraphQLEnumType):
        assert set(ours.values) == set(theirs.values)
    elif isinstance(ours, GraphQLUnionType):
        assert {t.name for t in ours.types} >= {t.name for t in theirs.types}
    elif isinstance(ours, GraphQLObjectType | GraphQLInterfaceType):
        assert {i.name for i in theirs.interfaces} <= {i.name for i in ours.interfaces}
        for field, expected in theirs.fields.items():
            assert str(ours.fields[field].type) == str(expected.type), field
            for argument, wanted in expected.args.items():
                found = ours.fields[field].args[argument]
                assert (str(found.type), found.default_value) == (str(wanted.type), wanted.default_value), argument
    elif isinstance(ours, GraphQLInputObjectType):
        assert {n: (str(f.type), f.default_value) for n, f in ours.fields.items()} == {
            n: (str(f.type), f.default_value) for n, f in theirs.fields.items()
        }


def fields_of_query() -> list[str]:
    """The questions."""
    assert OURS.query_type is not None
    return list(OURS.query_type.fields)


def test_everything_is_described() -> None:
    """Every type has a description in Chinese and English, edges apart."""
    bare = [
        n
        for n, t in OURS.type_map.items()
        if isinstance(t, GraphQLObjectType | GraphQLInterfaceType | GraphQLEnumType)
        and not n.startswith("__")
        and not n.endswith("Edge")
        and not t.description
    ]
    assert bare == []


def test_the_questions_are_there() -> None:
    """The fields that the command line and the page ask."""
    assert {"node", "nodes", "resolve", "whoIsResponsible", "ask", "kinds"} <= set(fields_of_query())
