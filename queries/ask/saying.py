"""What a reading needs to be whole, and how it is said in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wushe.queries.ask.model import Intent, Reading
from wushe.queries.five import LABELS
from wushe.schema import schema


def is_whole(reading: Reading) -> bool:
    """Whether everything that this intent needs was said."""
    return reading.denied is None and _NEEDS[reading.intent](reading)


def said(reading: Reading) -> str:
    """What was understood, in a line."""
    day = f"{reading.as_of}，" if reading.as_of else ""
    assumed = "（没有说地点，按全区县回答）" if reading.assumed else ""
    return f"{day}{_SAYINGS[reading.intent](reading)}{assumed}"


def _place(reading: Reading) -> str:
    if reading.place is None:
        return "没有听出的地点"
    return reading.place.name + (f"（{reading.place.landmark}）" if reading.place.landmark else "")


def _who(reading: Reading) -> str:
    return reading.subject.name if reading.subject else "没有听出的单位"


def _matter(reading: Reading) -> str:
    return f"“{reading.matter.name}”" if reading.matter else "没有听出的事项"


def _labels(folder: str, codes: Iterable[str]) -> str:
    return "、".join(getattr(schema(), folder)[code].label for code in codes)


def _responsible(reading: Reading) -> str:
    if reading.whistle:
        return f"{_place(reading)}为{_matter(reading)}吹哨，哪些部门必须报到"
    return f"{_place(reading)}的{_matter(reading)}由谁负责"


def _coverage(reading: Reading) -> str:
    return f"{_place(reading)}各{_labels('places', reading.levels[:1] or ('grid',))}的{_matter(reading)}由谁负责"


def _contact(reading: Reading) -> str:
    if reading.phone:
        return f"{reading.phone} 是谁的电话"
    about = _about(reading)
    return f"{about}{'' if about.endswith('的') else '的'}联系方式"


def _holder(reading: Reading) -> str:
    return f"{_about(reading)}是谁"


def _about(reading: Reading) -> str:
    where = f"{_who(reading)}的" if reading.subject or not reading.person else ""
    if reading.person:
        return f"{where}姓名为“{reading.person}”的任职人"
    level = f"各{_labels('places', reading.levels)}" if reading.levels else ""
    return f"{where}{level}{_labels('posts', reading.posts)}"


def _listed(reading: Reading) -> str:
    if reading.needs:
        return f"{_place(reading)}有哪些{_matter(reading)}的需求，由谁认领"
    if reading.ties:
        return f"{_who(reading)}的{_labels('ties', reading.ties)}关系"
    return f"{_place(reading)}有哪些{'双重领导的' if reading.dual else ''}{_kinds(reading) or '组织'}"


def _counted(reading: Reading) -> str:
    if reading.figures:
        return f"{_place(reading)}的{_labels('figures', reading.figures)}"
    return f"{_place(reading)}有多少{_kinds(reading) or _labels('posts', reading.posts)}"


def _kinds(reading: Reading) -> str:
    parts = (_labels("organizations", reading.kinds), _labels("places", reading.levels))
    return "、".join(part for part in parts if part)


def _societies(reading: Reading) -> str:
    having, lacking = ("、".join(LABELS[one] for one in some) for some in (reading.having, reading.lacking))
    parts = [
        f"有{having}" if having else "",
        f"没有{lacking}" if lacking else "",
        "五社不全" if reading.incomplete else "",
    ]
    told = "、".join(part for part in parts if part)
    return f"{told}的村(社区)" if told else "的五社"


def _linked(reading: Reading) -> str:
    return f"{_who(reading)}与{reading.other.name if reading.other else '没有听出的另一方'}怎样联系"


_SAYINGS: dict[Intent, Callable[[Reading], str]] = {
    Intent.RESPONSIBLE: _responsible,
    Intent.COVERAGE: _coverage,
    Intent.CONTACT: _contact,
    Intent.POST_HOLDER: _holder,
    Intent.CHAIN: lambda reading: f"{_who(reading)}的{'下级' if reading.down else '上级'}",
    Intent.LINKAGE: _linked,
    Intent.FIVE_SOCIETIES: lambda reading: f"{_place(reading)}{_societies(reading)}",
    Intent.GAPS: lambda reading: f"{_place(reading)}有哪些{_labels('rules', reading.rules) or '缺口'}",
    Intent.LINEAGE: lambda reading: f"{_place(reading)}的沿革",
    Intent.LIST: _listed,
    Intent.COUNT: _counted,
}


def _has_place(reading: Reading) -> bool:
    return reading.place is not None


def _has_place_and_matter(reading: Reading) -> bool:
    return reading.place is not None and reading.matter is not None


def _has_someone(reading: Reading) -> bool:
    return bool(reading.subject or reading.person or reading.phone)


def _has_a_list(reading: Reading) -> bool:
    if reading.needs:
        return _has_place_and_matter(reading)
    if reading.ties:
        return reading.subject is not None
    return _has_place(reading) and bool(reading.kinds or reading.levels or reading.dual)


_NEEDS: dict[Intent, Callable[[Reading], bool]] = {
    Intent.RESPONSIBLE: _has_place_and_matter,
    Intent.COVERAGE: _has_place_and_matter,
    Intent.CONTACT: _has_someone,
    Intent.POST_HOLDER: _has_someone,
    Intent.CHAIN: lambda reading: reading.subject is not None,
    Intent.LINKAGE: lambda reading: reading.subject is not None and reading.other is not None,
    Intent.FIVE_SOCIETIES: _has_place,
    Intent.GAPS: _has_place,
    Intent.LINEAGE: _has_place,
    Intent.LIST: _has_a_list,
    Intent.COUNT: lambda reading: (
        _has_place(reading) and bool(reading.figures or reading.kinds or reading.levels or reading.posts)
    ),
}
