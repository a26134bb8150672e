"""Name nodes: what a thing is called and when, with the key, pinyin and initials under which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Fact, edge, node
from wushe.schema import FOREVER, Precision
from wushe.schema.ids import name_id
from wushe.schema.naming import name_key
from wushe.schema.sounds import initials, syllables


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of one node. `kind` is the node's kind code, `full` the listed form where it differs."""

    node: str
    county: str
    kind: str
    text: str
    full: str | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Span:
    """When a fact holds and how exactly that is known; `exact` replaces whatever dates are there."""

    since: date | None = None
    until: date = FOREVER
    since_precision: Precision | None = None
    until_precision: Precision = Precision.UNKNOWN
    exact: bool = False


def name_facts(
    naming: Naming, span: Span, *, attested: date, by: tuple[str, ...], again: str = ""
) -> tuple[Fact, Fact]:
    """The Name node and the edge to what it names. `again` tells an earlier time of the same name apart."""
    identifier = name_id(naming.node, naming.form, naming.full or naming.text) + (f"~{again}" if again else "")
    key = name_key(naming.kind, naming.text)
    pinyin = syllables(key)
    properties = {
        "text": naming.text,
        "full": naming.full or naming.text,
        "key": key,
        "form": naming.form,
        "pinyin": "".join(pinyin),
        "initials": initials(pinyin),
        "county": naming.county,
    }
    when = {
        "since": span.since,
        "until": span.until,
        "since_precision": span.since_precision,
        "until_precision": span.until_precision,
        "exact": span.exact,
        "attested": attested,
        "by": by,
    }
    return (
        node("Name", identifier, properties, **when),  # type: ignore[arg-type]
        edge("NAMES", identifier, naming.node, **when),  # type: ignore[arg-type]
    )
