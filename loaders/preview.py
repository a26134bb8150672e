"""What a load would write, row by row, in words: the facts that people know a row by, not the threads between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wushe.graph import Attestation, Reader
from wushe.graph.difference import BOOKKEEPING, Change, Effect
from wushe.graph.merging import declaration
from wushe.schema import FOREVER, schema, statements

VERBS = {Effect.ADDED: "新增", Effect.CHANGED: "改变", Effect.ENDED: "终止"}
THREADS = frozenset(
    {"Name", "NAMES", "IN", "FOR", "WITHIN", "BEARS", "RAISES", "TAKES", "Person", "LOCATED_IN", "PART_OF"}
)
"""Types that come with others when these are added; their changes and endings are told."""
TECHNICAL = frozenset({"county", "sincePrecision", "untilPrecision", "kind", "body", "landmarks"})
"""Properties that a person would not ask about."""
_DATES = {"since": "起始日期", "until": "终止日期"}


@dataclass(frozen=True, slots=True)
class Told:
    """One fact that a load would add, change or end, and the row that says so."""

    effect: Effect
    target: str
    text: str
    fields: Mapping[str, tuple[Any, Any]]
    sheet: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        where = f"工作表“{self.sheet}”" if self.sheet else ""
        where += f"第 {self.row} 行" if self.row else ""
        return f"{VERBS[self.effect]}  {self.text}" + (f"（{where}）" if where else "")

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        fields = [{"field": n, "old": _plain(old), "new": _plain(new)} for n, (old, new) in self.fields.items()]
        return {
            "effect": self.effect.value,
            "target": self.target,
            "text": self.text,
            "sheet": self.sheet,
            "row": self.row,
            "fields": fields,
        }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def told(reader: Reader, changes: Sequence[Change]) -> list[Told]:
    """The changes that people would ask about, in the order of the rows."""
    kept = [change for change in changes if _is_told(change)]
    names = _names(reader, changes, kept)
    return sorted((_told(change, names) for change in kept), key=lambda one: (one.sheet or "", one.row or 0))


def _is_told(change: Change) -> bool:
    if change.effect is Effect.ATTESTED:
        return False
    return change.effect is not Effect.ADDED or change.fact.type not in THREADS


def _told(change: Change, names: Mapping[str, str]) -> Told:
    own = Attestation.parse(change.fact.by[-1])
    fields = {name: values for name, values in change.fields.items() if name not in BOOKKEEPING}
    text = _named(change, names)
    if change.effect is Effect.ENDED:
        text += f"，到 {change.after['until'] - timedelta(days=1)} 为止"
    elif change.effect is Effect.CHANGED:
        text += "：" + "；".join(_differences(change, fields, names))
    return Told(change.effect, change.fact.id, text, {} if change.before is None else fields, own.sheet, own.row)


def _named(change: Change, names: Mapping[str, str]) -> str:
    fact = change.fact
    label = declaration(fact.type).label_zh
    if fact.is_edge:
        return f"{label} {names.get(fact.start or '', '')} → {names.get(fact.end or '', '')}"
    return f"{label} {names.get(fact.id, fact.id)}"


def _differences(change: Change, fields: Mapping[str, tuple[Any, Any]], names: Mapping[str, str]) -> Iterator[str]:
    declared = schema().properties(declaration(change.fact.type))
    shown = {name: values for name, values in fields.items() if name not in TECHNICAL} or dict(fields)
    for name, (old, new) in shown.items():
        label = _DATES.get(name) or (declared[name].label if name in declared else name)
        yield f"{label} {_written(name, old, names)} 改为 {_written(name, new, names)}"


def _written(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value is None or value == FOREVER:
        return "无"
    if name == "until":
        return str(value - timedelta(days=1))
    return names.get(value, value) if isinstance(value, str) else str(value)


def _names(reader: Reader, changes: Sequence[Change], kept: Sequence[Change]) -> dict[str, str]:
    """How to call the things that the changes are about: as the file calls them, else as the graph does."""
    nodes = {change.fact.id: change.after for change in changes if not change.fact.is_edge}
    wanted = {end for change in kept for end in (change.fact.id, change.fact.start, change.fact.end) if end}
    wanted |= {change.after[name] for change in kept for name in ("matter", "within", "place") if name in change.after}
    wanted |= {_body(one) for one in wanted if one.startswith("post:")}
    missing = {one for one in wanted - nodes.keys() if one.partition(":")[0] in statements.KEY_OF_PREFIX}
    nodes |= _found(reader, missing)
    return {one: _called(one, nodes) for one in wanted if one in nodes}


def _found(reader: Reader, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    by_label: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        by_label[statements.key_label(one)].append(one)
    rows = (row for label, mine in by_label.items() for row in reader.run(statements.nodes_by_id(label), ids=mine))
    return {row["properties"]["id"]: row["properties"] for row in rows}


def _called(one: str, nodes: Mapping[str, Mapping[str, Any]]) -> str:
    properties = nodes[one]
    if one.startswith("post:"):
        return f"{nodes.get(_body(one), {}).get('name', '')}{properties.get('name', '')}"
    if one.startswith("duty:"):
        matter, place = (nodes.get(properties.get(name, ""), {}).get("name", "") for name in ("matter", "within"))
        return f"{matter} {place}".strip()
    return str(properties.get("name") or properties.get("title") or properties.get("text") or one)


def _body(post: str) -> str:
    """The body of a post, from its id."""
    return post.removeprefix("post:").rpartition(":")[0]
