"""Every figure's query exists and is asked what it takes; every query is used; every kind and property it names is declared."""

from __future__ import annotations

import inspect
from importlib.resources import files
from pathlib import Path

import pytest

from wushe.queries.figures.recomputed import QUERIES
from wushe.queries.text import cypher
from wushe.schema import schema
from wushe.schema.kinds import FigureKind, Recomputation

FOLDER = Path(str(files("wushe.queries"))) / "figures"
GIVEN = {"reader", "place", "area", "as_of"}


def asked(figure: FigureKind) -> list[Recomputation]:
    """What a figure asks the graph."""
    return [one for one in (figure.count, figure.per) if one]


ASKED = [(code, one) for code, figure in schema().figures.items() for one in asked(figure)]


def test_the_figures_of_the_source_are_declared() -> None:
    """Thirty-five, each with both labels and a unit; those without a query say why."""
    figures = schema().figures
    assert len(figures) == 35
    for figure in figures.values():
        assert figure.label and figure.label_en and figure.unit
        assert figure.count or "无法重算" in figure.note
        assert figure.count or not figure.per


def test_counts_that_differ_in_the_source_are_explained() -> None:
    """271 and 793 are two counts of cooperatives; both figures say so."""
    for code in ("cooperatives_standardised", "cooperatives_with_accounts"):
        assert "271" in schema().figures[code].note and "793" in schema().figures[code].note


@pytest.mark.parametrize(("code", "one"), ASKED)
def test_a_figure_asks_what_its_query_takes(code: str, one: Recomputation) -> None:
    """The query is there, and its arguments are those it takes beside the place and the day."""
    parameters = inspect.signature(QUERIES[one.query]).parameters
    needed = {name for name, p in parameters.items() if p.default is p.empty} - GIVEN
    assert needed <= set(one.arguments) <= set(parameters) - GIVEN


@pytest.mark.parametrize(("code", "one"), ASKED)
def test_a_figure_names_what_is_declared(code: str, one: Recomputation) -> None:
    """Kinds of places, organisations, posts and matters; attributes of those kinds; tallies."""
    declared = schema()
    kinds = {*declared.places, *declared.organizations, *declared.matters}
    for name, value in one.arguments.items():
        words = {value} if isinstance(value, str) else set(value)
        known = {
            "kinds": kinds, "hosts": kinds, "levels": set(declared.places), "posts": set(declared.posts),
            "heads": set(declared.posts), "post": set(declared.posts), "attribute": words,
        }[name]  # fmt: skip
        assert words <= known
    if "attribute" in one.arguments:
        assert one.arguments["attribute"] in attributes_for(one)


def attributes_for(one: Recomputation) -> set[str]:
    """The attributes that the query's nodes may have."""
    if "post" in one.arguments:
        return set(schema().tallies)
    kinds = [{**schema().places, **schema().organizations}[kind] for kind in one.arguments["kinds"]]
    own = {code for kind in kinds for code in kind.attributes}
    return own | (set(schema().nodes["Place"].properties) if kinds[0].code in schema().places else set())


def test_every_query_is_used() -> None:
    """No file in the folder but those that figures ask, and the list of what was published."""
    stems = {path.stem for path in FOLDER.glob("*.cypher")}
    assert stems == set(QUERIES) | {"published"} == {one.query for _, one in ASKED} | {"published"}


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_no_recomputation_reads_what_was_published(name: str) -> None:
    """Neither the number nor its node."""
    text = cypher(f"figures/{name}")
    assert "reported" not in text
    assert "Figure" not in text
