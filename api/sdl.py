"""The schema as text."""

from __future__ import annotations

from wushe.api.schema import SCHEMA


def sdl() -> str:
    """The SDL of everything that the API answers."""
    return SCHEMA.as_str() + "\n"
