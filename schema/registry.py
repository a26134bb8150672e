"""All declarations, read once from the TOML files beside this module and checked against each other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeVar

from wushe.schema.kinds import (
    Attribute,
    BodyKind,
    Declaration,
    EdgeType,
    FigureKind,
    Kind,
    MatterKind,
    NodeType,
    OrganizationKind,
    PlaceKind,
    PostKind,
    Property,
    Rule,
    Table,
    TallyKind,
    TieKind,
)

SCHEMA_VERSION = 4

COMMON: dict[str, Property] = {
    "id": Property(required=True, type="string", label="稳定的标识"),
    "load": Property(type="string", label="首次载入"),
    "by": Property(required=True, type="strings", label="所有佐证:载入#工作表!行"),
    "attestedOn": Property(required=True, type="date", label="最近一次佐证的日期"),
}
DATED: dict[str, Property] = {
    "since": Property(required=True, type="date", label="起始日期(含)"),
    "until": Property(required=True, type="date", label="终止日期(不含);9999-12-31 为至今"),
    "sincePrecision": Property(required=True, type="string", label="起始日期的精度"),
    "untilPrecision": Property(required=True, type="string", label="终止日期的精度"),
}
TIE_PROPERTIES: dict[str, Property] = {
    "axis": Property(type="string", label="LINE 条、BLOCK 块、JOINT 联"),
    "primary": Property(type="boolean", label="双重领导中的主要一方"),
    "role": Property(type="string", label="召集人、成员、兼职"),
    "mechanism": Property(type="string", label="机制"),
    "contribution": Property(type="string", label="可提供的资源"),
    "basis": Property(type="string", label="依据"),
    "inferred": Property(type="boolean", label="推断得出"),
    "rule": Property(type="string", label="推断所依的规则"),
}

D = TypeVar("D", bound=Declaration)


def _read(folder: str, model: type[D], key: str | None) -> dict[str, D]:
    found: dict[str, D] = {}
    for entry in sorted(files("wushe.schema").joinpath(folder).iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".toml"):
            continue
        data: dict[str, Any] = tomllib.loads(entry.read_text(encoding="utf-8"))
        stem = entry.name.removesuffix(".toml")
        if key is None:
            data["code"] = stem
        declared = model.model_validate(data)
        found[str(getattr(declared, key or "code"))] = declared
    return found


@dataclass(frozen=True)
class Schema:
    """Every declaration by its code; nodes by label, edges by type."""

    places: dict[str, PlaceKind]
    organizations: dict[str, OrganizationKind]
    posts: dict[str, PostKind]
    ties: dict[str, TieKind]
    matters: dict[str, MatterKind]
    nodes: dict[str, NodeType]
    edges: dict[str, EdgeType]
    tables: dict[str, Table]
    mechanisms: dict[str, Kind]
    tallies: dict[str, TallyKind]
    rules: dict[str, Rule]
    figures: dict[str, FigureKind]

    @cached_property
    def by_word(self) -> dict[str, dict[str, str]]:
        """For each folder of kinds, every word (label, code, alias) to its code."""
        folders: dict[str, dict[str, Any]] = {
            "places": self.places,
            "organizations": self.organizations,
            "posts": self.posts,
            "ties": self.ties,
            "matters": self.matters,
            "mechanisms": self.mechanisms,
        }
        words: dict[str, dict[str, str]] = {}
        for folder, kinds in folders.items():
            table: dict[str, str] = {}
            for kind in kinds.values():
                for word in kind.words:
                    if table.setdefault(word, kind.code) != kind.code:
                        raise ValueError(f"schema/{folder}: {word} names both {table[word]} and {kind.code}")
            words[folder] = table
        return words

    @cached_property
    def all_edges(self) -> dict[str, EdgeType]:
        """The structural edges and, for every kind of tie, an edge between bodies."""
        ties = {
            tie.code: EdgeType(
                type=tie.code,
                label_zh=tie.label,
                description=f"{tie.label}({tie.label_en})",
                start="Body",
                end="Body",
                dated=True,
                properties=TIE_PROPERTIES,
                traversable=tie.traversable,
                phrase=tie.phrase,
                axis=tie.axis,
            )
            for tie in self.ties.values()
        }
        return self.edges | ties

    @property
    def templates(self) -> list[Table]:
        """The tables that people fill in, in the order in which they are read."""
        filled = (table for table in self.tables.values() if not table.extension)
        return sorted(filled, key=lambda table: table.order)

    def kind(self, code: str) -> Kind:
        """The kind of this code in any folder; `KeyError` when there is none."""
        for kinds in (self.places, self.organizations, self.posts, self.ties, self.matters):
            if code in kinds:
                kind: Kind = kinds[code]
                return kind
        raise KeyError(code)

    def properties(self, declared: NodeType | EdgeType) -> dict[str, Property]:
        """Everything a node or an edge of this type may carry."""
        return COMMON | (DATED if declared.dated else {}) | declared.properties


def attributes_of(kinds: Mapping[str, BodyKind]) -> dict[str, Attribute]:
    """The attributes of all these kinds by code; two kinds may share one if they say the same of it.

    Raises:
        ValueError: two kinds declare one attribute differently.
    """
    found: dict[str, Attribute] = {}
    for kind in kinds.values():
        for code, attribute in kind.attributes.items():
            if found.setdefault(code, attribute) != attribute:
                raise ValueError(f"schema: {kind.code} declares {code} otherwise than another kind")
    return found


def _with_attributes(node: NodeType, kinds: Mapping[str, BodyKind]) -> NodeType:
    """A node type that may also carry what its kinds declare."""
    return node.model_copy(update={"properties": node.properties | attributes_of(kinds)})


@cache
def schema() -> Schema:
    """The declarations of this program, read once."""
    places = _read("places", PlaceKind, None)
    organizations = _read("organizations", OrganizationKind, None)
    nodes = _read("nodes", NodeType, "label")
    nodes["Place"] = _with_attributes(nodes["Place"], places)
    nodes["Organization"] = _with_attributes(nodes["Organization"], organizations)
    return Schema(
        places=places,
        organizations=organizations,
        posts=_read("posts", PostKind, None),
        ties={
            code.upper(): tie.model_copy(update={"code": code.upper()})
            for code, tie in _read("ties", TieKind, None).items()
        },
        matters=_read("matters", MatterKind, None),
        nodes=nodes,
        edges=_read("edges", EdgeType, "type"),
        tables=_read("tables", Table, None),
        mechanisms=_read("mechanisms", Kind, None),
        tallies=_read("tallies", TallyKind, None),
        rules=_read("rules", Rule, None),
        figures=_read("figures", FigureKind, None),
    )
