"""What is missing from a question, or that it may mean several things."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.queries.ask import MOST_READINGS, Intent, Reading, said


def unclear(readings: Sequence[Reading], *, matters: bool) -> str:
    """What to say, and what to ask next; `matters`: whether any is loaded."""
    if len(readings) > 1:
        number = f"有 {len(readings)} 种" if len(readings) < MOST_READINGS else f"至少有 {len(readings)} 种"
        return f"这句话{number}理解，请选一种，或写明镇街、村(社区)再问：{'；'.join(map(said, readings))}"
    reading = readings[0]
    if reading.guessed:
        return f"没有叫这个名字的。您是不是要问：{said(reading)}？"
    if reading.denied:
        return f"听出了“{reading.denied}”，这样还查不了；请问有什么：“某某社区书记是谁”，或问“某某街道有哪些缺口”"
    if reading.intent in {Intent.RESPONSIBLE, Intent.COVERAGE} and not matters:
        where = f"听出了地点“{reading.place.name}”，但" if reading.place else ""
        return f"{where}还没有载入事项和责任清单，还答不出该找谁；请先载入这两张表"
    if reading.intent in {Intent.RESPONSIBLE, Intent.COVERAGE}:
        return _where_and_what(reading)
    return _MISSING.get(reading.intent, f"听出来问的是“{said(reading)}”，还缺地点或单位；请补上再问")


_MISSING = {
    Intent.CONTACT: "没有听出是哪里或哪个单位；请像这样问：“某某社区书记电话”“某某镇综治中心电话”",
    Intent.POST_HOLDER: "没有听出是哪里或哪个单位；请像这样问：“某某社区书记是谁”",
    Intent.LINKAGE: "没有听出是哪两家；请像这样问：“某某社区居委会怎么联系到区住建局”",
}


def _where_and_what(reading: Reading) -> str:
    if reading.place and not reading.matter and not reading.assumed:
        return f"听出了地点“{reading.place.name}”，没有听出是什么事；请再说一件事，如“{reading.place.name}矛盾纠纷找谁”"
    if reading.matter and not reading.place:
        return (
            f"听出了事项“{reading.matter.name}”，没有听出在哪里；请再说一个地点，如“某某社区{reading.matter.name}找谁”"
        )
    return "没有听出地点和事项；请像这样问：“某某社区路灯坏了找谁”“某某社区书记电话”"
