"""Chains, ways to somebody, and what became of a place, in a line."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from wushe.api.context import Info
from wushe.api.speaking.words import SPOKEN
from wushe.api.types.answers import ChainResult
from wushe.api.types.chain import ChainStep
from wushe.api.types.lineage import Lineage, Succession
from wushe.api.types.linkage import Linkage
from wushe.queries.ask import Reading
from wushe.queries.chain import MOST
from wushe.schema import schema
from wushe.schema.values import CHANGE_LABELS, UPPER, ChangeKind


async def chain_line(info: Info, reading: Reading, answer: ChainResult) -> str:
    """Upward whoever leads or guides, step by step; downward the first of each level."""
    start, *steps = answer.steps
    name = await _name(info, start)
    if not steps:
        return f"没有登记{name}的{'下级' if reading.down else '上级'}"
    return await (_down if reading.down else _up)(info, name, steps)


async def _up(info: Info, name: str, steps: Sequence[ChainStep]) -> str:
    """A place: where it lies and which Party organisations are above it. An organisation: who leads whom, up to the top."""
    names = {step.row.body: await _name(info, step) for step in steps}
    places = [names[step.row.body] for step in steps if await _is_near(info, step)]
    parties = [step for step in steps if step.row.tie is None and step.row.body.startswith("org:")]
    tied = [_tied(names, name, step) for step in steps if step.row.tie is not None]
    trunk = [names[step.row.body] for step in sorted(parties, key=lambda step: step.depth)]
    said = [f"{name}属于{'、'.join(places)}"] if places else []
    said += tied
    said += [f"党组织依次是{'、'.join(trunk)}" if places else f"再往上是{'、'.join(trunk)}"] if trunk else []
    said += [f"{names[step.row.body]}这一级断开" for step in steps if step.broken]
    return "；".join(said)


async def _is_near(info: Info, step: ChainStep) -> bool:
    """Whether a step is a place that people name when they say where something lies."""
    return step.row.body.startswith("place:") and (await step.body(info)).row.kind not in UPPER


def _tied(names: Mapping[str, str], name: str, step: ChainStep) -> str:
    owner, above = names.get(step.parent or "", name), names[step.row.body]
    if (step.row.tie or "").startswith("leads:"):
        return f"{owner}由{above}领导{'' if step.primary else '（次要一方）'}"
    return f"{owner}业务上由{above}指导"


async def _down(info: Info, name: str, steps: Sequence[ChainStep]) -> str:
    levels: dict[int, list[ChainStep]] = defaultdict(list)
    for step in steps:
        levels[step.depth].append(step)
    last = max(levels) if len(steps) >= MOST - 1 else None
    said = [
        f"第 {depth} 级{'至少' if depth == last else ''} {len(level)} 个："
        + "、".join([await _name(info, step) for step in level[:SPOKEN]])
        + ("等" if len(level) > SPOKEN else "")
        for depth, level in sorted(levels.items())
    ]
    more = f"。只列到 {MOST} 步，更下面的请从下级再问" if last else ""
    return f"{name}向下 {len(levels)} 级。{'；'.join(said)}{more}"


async def _name(info: Info, step: ChainStep) -> str:
    return (await step.body(info)).spoken_name(info.context)


async def linkage_line(info: Info, reading: Reading, answer: Linkage) -> str:
    """The first path, else why there is none."""
    if answer.paths:
        return await answer.paths[0].text(info)
    return await answer.reason(info) or "没有找到路径"


async def lineage_line(info: Info, reading: Reading, answer: Lineage) -> str:
    """What became of a place, what it came from, and where its parts are now."""
    place = (await answer.place(info)).spoken_name(info.context)
    parts = [await _became(info, answer.successors), await _came(info, answer.predecessors)]
    if reading.as_of is not None:
        parts.append(await _parts(info, answer, reading.as_of))
    said = "；".join(part for part in parts if part)
    return f"{place}：{said}" if said else f"{place}没有沿革记录，名称和归属没有变过"


async def _became(info: Info, found: Sequence[Succession]) -> str:
    new = await asyncio.gather(*(one.to(info) for one in found))
    names = [to.spoken_name(info.context) for to in new if to is not None]
    return f"{found[0].on} 起{CHANGE_LABELS[found[0].kind]}，现在是{'、'.join(names)}" if names else ""


async def _came(info: Info, found: Sequence[Succession]) -> str:
    old = await asyncio.gather(*(one.from_(info) for one in found))
    names = [place.spoken_name(info.context) for place in old]
    return f"由{'、'.join(dict.fromkeys(names))}{CHANGE_LABELS[found[0].kind]}而来（{found[0].on}）" if names else ""


async def _parts(info: Info, answer: Lineage, day: date) -> str:
    """Where what lay in it on a day is now, by where."""
    page = await answer.children(info, as_of=day, first=200)
    nodes = [edge.node for edge in page.edges]
    if not nodes:
        return f"{day} 没有下辖单位的记录"
    homes = await asyncio.gather(*(_home(info, one) for one in nodes))
    now: dict[str, set[str]] = defaultdict(set)
    for home, one in zip(homes, nodes, strict=True):
        now[home].add(one.row.start)
    kinds = dict.fromkeys(place.row.kind for place in await asyncio.gather(*(one.from_(info) for one in nodes)))
    unit = "、".join(schema().places[kind].label for kind in kinds)
    ended = "" if ChangeKind.ENDED not in {one.kind for one in nodes} else "（有的已撤销）"
    more = "，这里只看前 200 条" if page.page_info.has_next_page else ""
    return (
        f"{day} 下辖 {len(set().union(*now.values()))} 个{unit}{more}，现在归"
        + "、".join(f"{k}（{len(units)} 个）" for k, units in now.items())
        + ended
    )


async def _home(info: Info, one: Succession) -> str:
    """What the successor lies in."""
    to = await one.to(info)
    above = await to.parent(info) if to else None
    return above.spoken_name(info.context) if above else "去向不明"
