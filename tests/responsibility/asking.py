"""Ask the graph and the reference, and see that they agree."""

from __future__ import annotations

from datetime import date

from wushe.graph import Graph
from wushe.queries.responsibility import Responsibility, who_is_responsible

from .county import County, write
from .reference import GRAVITY, Answer, who


def from_graph(graph: Graph, questions: list[tuple[str, str, date]]) -> list[Answer]:
    """What the graph answers to each (matter, place, day), in the reference's form."""
    return graph.read(lambda reader: [as_answer(who_is_responsible(reader, *question)) for question in questions])


def ask(graph: Graph, county: County, matter: str, place: str, day: date) -> Answer:
    """Write the county and ask one question; the graph and the reference must agree."""
    write(graph, county)
    answer = from_graph(graph, [(matter, place, day)])[0]
    assert answer == who(county, matter, place, day)
    return answer


def as_answer(found: Responsibility) -> Answer:
    """An answer of the graph in the reference's form."""
    shown = [(r.role or "", r.body, r.post, r.holder, r.stand_in, r.duty) for r in found.responsible]
    answer = Answer(
        gaps=sorted((gap.value for gap in found.gaps), key=GRAVITY.index),
        leading=[line for line in shown if line[0] == "LEAD"],
        others=[line for line in shown if line[0] != "LEAD"],
        escalation=[(r.body, r.post or "", r.holder or "") for r in found.escalation],
        considered={(c.body, c.duty or "") for c in found.considered},
        narrower=found.narrower,
        finer=found.finer,
    )
    assert shown == answer.leading + answer.others, "those who lead come first"
    assert (found.gap.value if found.gap else None) == next(iter(answer.gaps), None), "the gravest gap is the gap"
    return answer
