"""事项: the tree of matters and what people call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from wushe.loaders.changing import ATTESTED
from wushe.loaders.context import Context, attempt
from wushe.loaders.history import items_in, texts
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Naming
from wushe.loaders.references import MATTER
from wushe.loaders.registry import target
from wushe.loaders.values import count_of
from wushe.loaders.words import kind_of
from wushe.queries.matches import Match, MatchHow
from wushe.schema import ANYWHERE, schema
from wushe.schema.ids import matter_id
from wushe.schema.text import squeeze

Tree = dict[str, tuple[Line, Match]]


def build_matters(context: Context, lines: Sequence[Line]) -> None:
    """Identify every matter, then hang it where it belongs.

    Its ordinal is its place among the rows under the same broader matter. A row that gives no broader matter to one that
    the graph has says nothing new of its kind and its place.
    """
    tree: Tree = {}
    for line in lines:
        attempt(line, partial(_identify, context, tree))
    broader: dict[str, Match] = {}
    for line, matter in tree.values():
        attempt(line, partial(_broader, context, broader, matter))
    alone = {matter.id for _, matter in tree.values() if matter.id not in broader}
    context.references.ask(MATTER, alone)
    places: Counter[str] = Counter()
    for line, matter in tree.values():
        rooted, upper = _rooted(matter, tree, broader), broader.get(matter.id)
        known = context.references.in_graph(matter.id, MATTER) if upper is None else []
        if known:
            kept = rooted if rooted.kind == "emergency" else replace(rooted, kind=known[0].kind)
            attempt(line, partial(_facts, context, None, kept))
        elif not line.failed:
            places[upper.id if upper else ""] += 1
            attempt(line, partial(_facts, context, places[upper.id if upper else ""], rooted))


def _identify(context: Context, tree: Tree, line: Line) -> None:
    name = line.required("name")
    code = line.text("code")
    identifier = _given(line) or _known(context, name, code) or _new(context, name, code)
    matter = target(identifier, "Matter", "service", name)
    if identifier in tree:
        raise RowError(f"与第 {tree[identifier][0].row} 行是同一事项，请合并", "name")
    context.references.registry.add(matter, (code, *texts(items_in(line, "aliases"))))
    tree[identifier] = (line, matter)


def _given(line: Line) -> str | None:
    text = line.text("id")
    return text if text and text.startswith("matter:") else None


def _known(context: Context, name: str, code: str | None) -> str | None:
    """The id of a matter that is there under this name; one with another code is another matter."""
    found = [m.id for m in context.references.in_graph(name, MATTER) if m.how is MatchHow.FULL_NAME]
    if code is not None:
        found = [identifier for identifier in found if identifier == matter_id(name, None)]
    return found[0] if len(found) == 1 else None


def _new(context: Context, name: str, code: str | None) -> str:
    """The id of a matter of this code, which must not be another's: matters are common to all counties."""
    others = context.references.in_graph(code, MATTER) if code else []
    for other in others:
        if other.how is MatchHow.CODE and squeeze(other.name) != squeeze(name):
            raise RowError(f"编码 {code} 已经是“{other.name}”的，请换一个编码；要改名请填写标识 {other.id}", "code")
    return matter_id(name, code)


def _broader(context: Context, broader: dict[str, Match], matter: Match, line: Line) -> None:
    text = line.text("broader")
    if text is None:
        return
    uppers = _uppers(context, line)
    if matter.id in {upper.id for upper in uppers}:
        raise RowError("上级事项是它自己，请核对", "broader")
    broader[matter.id] = uppers[0]


def _uppers(context: Context, line: Line) -> list[Match]:
    """The broader matter; an export writes several as 『甲』、『乙』."""
    text = line.required("broader")
    several = texts(items_in(line, "broader")) if text.startswith("『") else [text]
    return [context.references.one(line, "broader", MATTER, (), one) for one in several]


def _rooted(matter: Match, tree: Tree, broader: dict[str, Match]) -> Match:
    """The matter, as an emergency where it or one above it is."""
    seen: set[str] = set()
    step: Match | None = matter
    while step is not None and step.id not in seen:
        seen.add(step.id)
        line = tree[step.id][0] if step.id in tree else None
        words = {squeeze(word) for word in (step.name, *(texts(items_in(line, "aliases")) if line else ()))}
        if step.kind == "emergency" or is_emergency(words):
            return replace(matter, kind="emergency")
        step = broader.get(step.id)
    heading = broader.get(matter.id)
    return replace(matter, kind=_headed(heading.name) if heading else matter.kind)


def _headed(heading: str) -> str:
    """The kind of what stands right below a matter of this name."""
    headings = {squeeze(word): kind.code for kind in schema().matters.values() for word in kind.headings}
    return headings.get(squeeze(heading), "service")


def is_emergency(words: set[str]) -> bool:
    """Whether one of these names is that of an emergency."""
    signs = schema().matters["emergency"].signs
    return bool(words & set(signs)) or any(kind_of("matters", word) == "emergency" for word in words)


def _facts(context: Context, order: int | None, matter: Match, line: Line) -> None:
    written = count_of(line.text("ordinal") or "")
    kind = kind_of("matters", line.text("kind")) or matter.kind
    properties = {
        "kind": kind,
        "name": matter.name,
        "code": line.text("code"),
        "ordinal": order if "ordinal" not in line.headers else written,
        "note": line.text("note"),
        "emergency": kind == "emergency",
        "county": ANYWHERE,
    }
    context.node(line, "Matter", matter.id, properties, ATTESTED)
    _names(context, matter, kind, line)
    for upper in _uppers(context, line) if line.text("broader") else ():
        context.edge(line, "BROADER", matter.id, upper.id, ATTESTED)


def _names(context: Context, matter: Match, kind: str, line: Line) -> None:
    """Its name, or all its names with their times (名称沿革), and what else people call it."""
    span = line.span(context.as_of)
    items = items_in(line, "names")
    for item in items:
        context.name(line, Naming(matter.id, ANYWHERE, kind, item.text), item.span or span)
    if squeeze(matter.name) not in {squeeze(item.text) for item in items}:
        context.name(line, Naming(matter.id, ANYWHERE, kind, matter.name), ATTESTED if items else span)
    for item in items_in(line, "aliases"):
        if item.span or squeeze(item.text) != squeeze(matter.name):
            context.name(line, Naming(matter.id, ANYWHERE, kind, item.text, form="alias"), item.span or span)
