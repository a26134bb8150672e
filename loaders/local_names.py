"""Names of grids, groups, estates and cells: their parent's name and their own label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wushe.loaders.words import kind_within
from wushe.queries.matches import Match
from wushe.schema import schema
from wushe.schema.naming import NUMBERED, full_forms, stem_of
from wushe.schema.text import ordinal_label, split_ordinal, squeeze

HEADER_KINDS = {"网格名称": "grid", "小组名称": "group", "小区名称": "estate"}
_DIGITS = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class LocalName:
    """The label that goes into the id, and the name that people read."""

    label: str
    name: str


def infer_kind(text: str, header: str | None) -> str | None:
    """The kind of a place whose row does not say: by its column, its number, or the last word of its name."""
    numbered = (kind for kind in NUMBERED if split_ordinal(text, schema().places[kind].units))
    return HEADER_KINDS.get(header or "") or next(numbered, None) or kind_within("places", text)


def local_name(kind: str, written: str, parent: Match) -> LocalName:
    """登科寺社区第一网格, 第一网格 and 01网格 of 登科寺社区 are its 第1网格; estates keep their own name."""
    declared = schema().places[kind]
    own = without_parent(written, parent)
    if kind == "estate":
        return LocalName(own, own)
    number = ordinal_label(own, declared.units)
    if number is None and _DIGITS.fullmatch(squeeze(own)):
        number = int(squeeze(own))
    label = f"第{number}{declared.units[0]}" if number is not None and declared.units else own
    return LocalName(label, f"{parent.name}{label}")


def parent_in(kind: str, written: str) -> str | None:
    """The parent that a numbered name begins with: 登科寺社区 of 登科寺社区第1网格."""
    split = split_ordinal(written, schema().places[kind].units)
    return split[0] or None if split else None


def without_parent(written: str, parent: Match) -> str:
    """A name without the names of the places before it; a name that is nothing else stays."""
    plain = written.strip()
    above = "".join(parent.path[:-1])
    heads = {parent.name, stem_of(parent.kind, parent.name), *full_forms(parent.kind, parent.name)}
    prefixes = {f"{prefix}{head}" for head in heads for prefix in ("", *_endings(parent.path[:-1]), above)}
    for prefix in sorted(prefixes, key=len, reverse=True):
        rest = plain.removeprefix(prefix).strip()
        if rest and rest != plain and _stands_alone(rest, prefix, parent):
            return rest
    return plain


def _endings(path: tuple[str, ...]) -> list[str]:
    return ["".join(path[start:]) for start in range(len(path))]


def _stands_alone(rest: str, prefix: str, parent: Match) -> bool:
    """Whether a rest is a label by itself: after the bare stem only a number is (登科华府 is not 华府 of 登科)."""
    bare = prefix.endswith(stem_of(parent.kind, parent.name)) and not prefix.endswith(parent.name)
    units = tuple(unit for kind in NUMBERED for unit in schema().places[kind].units)
    return not bare or ordinal_label(rest, units) is not None
