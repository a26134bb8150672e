"""A question in plain Chinese, answered by the field of the contract that it means."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

from wushe.api.asking.calls import Call, call_of
from wushe.api.context import Info
from wushe.api.speaking import spoken, unclear
from wushe.api.types.answers import Answer, AnswerResult, ChainResult, FigureResult, understanding
from wushe.api.types.node import the_body
from wushe.api.view import text
from wushe.errors import BadInputError
from wushe.queries.any_matter import any_matter
from wushe.queries.ask import LONGEST_QUESTION, Intent, Reading, is_whole, understand
from wushe.queries.responsibility.say import EMERGENCY


async def ask(root: Any, info: Info, question: str, as_of: date, choice: int | None) -> Answer:
    """The answer to a question in plain Chinese; `root` has the fields of the contract, `choice` is which reading is meant.

    Raises:
        BadInputError: there is no question, or no such reading.
    """
    if not 0 < len(question.strip()) <= LONGEST_QUESTION:
        raise BadInputError(f"问题要有 1 到 {LONGEST_QUESTION} 个字", hint="例如：某某社区路灯坏了找谁")
    context = info.context
    scope = await context.scope(as_of)
    readings = _chosen(await context.read(understand, question, scope), choice)
    reading = readings[0]
    clear = len(readings) == 1 and is_whole(reading) and (choice is not None or not reading.guessed)
    day = reading.as_of or as_of
    call = call_of(reading, day) if clear else None
    result = await _result(root, info, reading, call, day) if call else None
    seen = await asyncio.gather(*(understanding(context, one, as_of) for one in readings))
    if result:
        line = await spoken(info, reading, result)
    else:
        line = unclear(readings, matters=await context.read(any_matter))
    if reading.urgent and EMERGENCY not in line:
        line = f"{EMERGENCY}。{line}"
    return Answer(
        question=text(context.viewer, question.strip()),
        as_of=day,
        text=text(context.viewer, line),
        understood=seen[0],
        result=result,
        readings=[] if result else list(seen),
        graphql=text(context.viewer, call.graphql) if call else None,
    )


def _chosen(readings: list[Reading], choice: int | None) -> list[Reading]:
    """The reading that was chosen, counted from 1; all where none was."""
    if choice is None:
        return readings
    if not 1 <= choice <= len(readings):
        raise BadInputError(f"这句话只有 {len(readings)} 种理解，没有第 {choice} 种", hint="choice 从 1 数起")
    return [readings[choice - 1]]


async def _result(root: Any, info: Info, reading: Reading, call: Call, day: date) -> AnswerResult:
    """What the field gives; lists in the shape in which an answer has them."""
    owner = root if call.body is None else await the_body(info.context, call.body, day)
    arguments = {name: list(v) if isinstance(v, tuple) else v for name, v in call.arguments.items()}
    found = await getattr(owner, call.field)(info, **arguments)
    if reading.intent is Intent.CHAIN:
        return ChainResult(steps=found)
    if reading.intent is Intent.COUNT and reading.figures:
        return FigureResult(figures=[figure for figure in found if figure.code in reading.figures])
    result: AnswerResult = found
    return result
