"""Headers of the attributes that kinds of bodies declare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wushe.schema import schema
from wushe.schema.kinds import Attribute, BodyKind
from wushe.schema.registry import attributes_of
from wushe.schema.text import squeeze


@cache
def kinds_of(table: str) -> Mapping[str, BodyKind]:
    """The kinds that the rows of a table are of, where these may have attributes."""
    folders: dict[str, Mapping[str, BodyKind]] = {"places": schema().places, "organizations": schema().organizations}
    return folders.get(table, {})


@cache
def attribute_headers(table: str) -> dict[str, str]:
    """Every header under which a roster may give an attribute, to the attribute's code."""
    headers: dict[str, str] = {}
    for code, attribute in attributes_of(kinds_of(table)).items():
        for word in words_of(attribute):
            headers.setdefault(word, code)
    return headers


def words_of(attribute: Attribute) -> list[str]:
    """The headers of an attribute, in one spelling."""
    return [squeeze(word) for word in (attribute.label, *attribute.aliases)]
