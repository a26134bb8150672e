"""The forty questions, in their order."""

from __future__ import annotations

from tests.competency import (
    chains,
    counted,
    coverage,
    history,
    joined,
    network,
    reached,
    reaching,
    responsible,
    societies,
)
from tests.competency.model import Competency

QUESTIONS: tuple[Competency, ...] = tuple(
    sorted(
        (
            *responsible.QUESTIONS,
            *reaching.QUESTIONS,
            *chains.QUESTIONS,
            *joined.QUESTIONS,
            *reached.QUESTIONS,
            *societies.QUESTIONS,
            *coverage.QUESTIONS,
            *counted.QUESTIONS,
            *history.QUESTIONS,
            *network.QUESTIONS,
        ),
        key=lambda one: one.number,
    )
)
