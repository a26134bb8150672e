"""The rule over the graph and the reference, written apart from the same text, give the same answers."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from wushe.graph import Graph

from .asking import from_graph
from .county import County, write
from .reference import who
from .strategies import Question, counties, questions

QUESTIONS = 8


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # shrinking writes hundreds of counties; the county is small already
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(county=counties(), data=st.data())
def test_the_graph_answers_as_the_reference_does(graph: Graph, county: County, data: st.DataObject) -> None:
    """Random counties, several questions to each: gaps, winners, stand-ins, other roles, escalation and the rest."""
    some: list[Question] = data.draw(st.lists(questions(county), min_size=QUESTIONS, max_size=QUESTIONS))
    write(graph, county)
    for question, answer in zip(some, from_graph(graph, some), strict=True):
        note(f"asked: {question}")
        assert answer == who(county, *question)
