"""What a fact does to what the graph already has: pure functions from old properties and a fact to new ones."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from wushe.errors import RefusedError
from wushe.graph.facts import Fact
from wushe.schema import FOREVER, Precision, schema
from wushe.schema.kinds import EdgeType, NodeType

Properties = dict[str, Any]
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "float": (float, int),
    "boolean": bool,
    "date": date,
    "datetime": datetime,
    "strings": list,
    "bytes": bytes,
}


@cache
def declaration(fact_type: str) -> NodeType | EdgeType:
    """The declaration of a node label or an edge type."""
    nodes = schema().nodes
    return nodes[fact_type] if fact_type in nodes else schema().all_edges[fact_type]


@cache
def declared_types(fact_type: str) -> dict[str, type | tuple[type, ...]]:
    """The Python types of everything that a node or an edge of this type may carry."""
    return {name: _TYPES[p.type] for name, p in schema().properties(declaration(fact_type)).items()}


@cache
def required(fact_type: str) -> frozenset[str]:
    """What a node or an edge of this type must carry."""
    return frozenset(name for name, p in schema().properties(declaration(fact_type)).items() if p.required)


def fresh(fact: Fact) -> Properties:
    """The properties of a fact that the graph does not have yet."""
    properties: Properties = {
        **fact.properties,
        "id": fact.id,
        "load": fact.by[0].partition("#")[0],
        "by": list(fact.by),
        "attestedOn": fact.attested,
    }
    if declaration(fact.type).dated:
        properties |= {
            "since": fact.since,
            "until": fact.until,
            "sincePrecision": fact.since_precision.value,
            "untilPrecision": fact.until_precision.value,
        }
    return properties


def merged(old: Properties, fact: Fact) -> Properties:
    """Old properties with a fact added: attestations are united, an older file fills only what is missing."""
    newer = fact.attested >= old["attestedOn"]
    properties = {**old, **fact.properties} if newer else {**fact.properties, **old}
    properties["by"] = list(dict.fromkeys((*old["by"], *fact.by)))
    properties["attestedOn"] = max(old["attestedOn"], fact.attested)
    if declaration(fact.type).dated:
        properties |= _since(old, fact) | _until(old, fact)
    return properties


def _since(old: Properties, fact: Fact) -> Properties:
    if fact.widen:
        earlier = (fact.since, fact.since_precision is Precision.ATTESTED) < (
            old["since"],
            old["sincePrecision"] == Precision.ATTESTED,
        )
        return {"since": fact.since, "sincePrecision": fact.since_precision.value} if earlier else {}
    firm, was_firm = fact.since_precision is not Precision.ATTESTED, old["sincePrecision"] != Precision.ATTESTED
    if fact.exact or (firm and (not was_firm or fact.attested >= old["attestedOn"])):
        return {"since": fact.since, "sincePrecision": fact.since_precision.value}
    if not firm and not was_firm and fact.since < old["since"]:
        return {"since": fact.since}
    return {}


def _until(old: Properties, fact: Fact) -> Properties:
    ends = {"until": fact.until, "untilPrecision": fact.until_precision.value}
    if fact.exact:
        return ends
    if fact.until != FOREVER:
        newer, still_open = fact.attested >= old["attestedOn"], old["until"] == FOREVER
        return ends if newer or (still_open and fact.until > old["attestedOn"]) else {}
    renewed = old["until"] != FOREVER and fact.attested >= old["until"]
    return ends if renewed else {}


def check(properties: Properties, fact_type: str) -> None:
    """Community Edition has no existence or type constraints, so the writer holds them.

    Raises:
        RefusedError: an undeclared property, one of the wrong type, or one that is missing.
    """
    declared = declared_types(fact_type)
    for name, value in properties.items():
        if name not in declared or not isinstance(value, declared[name]):
            raise RefusedError(f"{fact_type}.{name} 不在模式中或类型不符", hint="请改正 schema/ 或载入器")
    if missing := required(fact_type) - properties.keys():
        raise RefusedError(f"{fact_type} 缺少 {'、'.join(sorted(missing))}", hint="请改正载入器")
