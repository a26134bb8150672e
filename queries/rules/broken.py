"""The one twin of every query of a rule: all take the same parameters and give the same kind of row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.responsibility.candidates import joint_kinds
from wushe.queries.text import cypher
from wushe.schema import schema
from wushe.schema.kinds import Rule

Named = dict[str, str]
"""A node as {id, name}, its latest name."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A subject that breaks a rule: the bodies and the values for the sentence, and what attests the facts that break it."""

    subject: Named
    bodies: dict[str, Named | list[Named]]
    values: dict[str, Any]
    by: tuple[str, ...]


def broken(reader: Reader, rule: Rule, county: str, as_of: date) -> list[Broken]:
    """Every subject in a county (its six digits) that breaks a rule on the day, in the order of the query."""
    rows = reader.run(cypher(f"rules/{rule.code}"), **parameters(rule, county, as_of))
    return [Broken(row["subject"], row["bodies"], row["values"], tuple(dict.fromkeys(row["by"]))) for row in rows]


def parameters(rule: Rule, county: str, as_of: date) -> dict[str, Any]:
    """What every query of a rule may use.

    `starts` is what the ids of bodies of a county, and of organisations of the prefecture and province above it, begin
    with: ids of ties begin with those of their bodies, so that ties too are found as ranges of an index.
    """
    organizations = schema().organizations
    areas = (county, f"{county[:4]}:", f"{county[:2]}:")
    return {
        "county": county,
        "asOf": as_of,
        "kinds": list(rule.kinds),
        "functional": list(joint_kinds()),
        "local": [kind.code for kind in schema().places.values() if not kind.division],
        "starts": [f"place:{county}", *(f"org:{kind}:{area}" for kind in organizations for area in areas)],
    }
