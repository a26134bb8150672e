"""The one twin of every query of a rule: all take the same parameters and give the same kind of row."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from wushe.graph import Reader
from wushe.queries.responsibility.candidates import joint_kinds
from wushe.queries.text import cypher
from wushe.schema import schema
from wushe.schema.kinds import Rule
from wushe.schema.values import ROLE_LABELS

Named = dict[str, str]
"""A node as {id, name}, its latest name."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A subject that breaks a rule: the bodies and the values for the sentence, and what attests the facts that break it."""

    subject: Named
    bodies: dict[str, Named | list[Named]]
    values: dict[str, Any]
    by: tuple[str, ...]


def broken(reader: Reader, rule: Rule, bodies: Collection[str], county: str, as_of: date) -> list[Broken]:
    """Every subject at these bodies (ids), of a county (six digits), that breaks a rule on the day, as its query orders them."""
    rows = reader.run(cypher(f"rules/{rule.code}"), **parameters(rule, bodies, county, as_of))
    return [Broken(row["subject"], row["bodies"], row["values"], tuple(sorted(set(row["by"])))) for row in rows]


def parameters(rule: Rule, bodies: Collection[str], county: str, as_of: date) -> dict[str, Any]:
    """What every query of a rule may use.

    `levels` are the levels of place at which a duty by kind may stand and reach a grid, `ranks` those of all, `labels` the words
    for kinds and roles.
    """
    places = schema().places
    ranks = {kind.code: kind.rank for kind in places.values()}
    return {
        "bodies": list(bodies),
        "county": county,
        "asOf": as_of,
        "kinds": list(rule.kinds),
        "limit": rule.limit,
        "functional": list(joint_kinds()),
        "levels": [code for code, rank in ranks.items() if rank <= ranks["grid"]],
        "ranks": ranks,
        "labels": _labels(),
    }


@cache
def _labels() -> dict[str, str]:
    folders = (schema().places, schema().organizations, schema().posts)
    labels = {kind.code: kind.label for folder in folders for kind in folder.values()}
    return labels | {role.value: label for role, label in ROLE_LABELS.items()}
