"""Texts of people inside Lucene queries."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')


def escaped(text: str) -> str:
    """A text in which no character means anything to Lucene."""
    return _SPECIAL.sub(r"\\\1", text).replace("AND", "and").replace("OR", "or").replace("NOT", "not")


def quoted(text: str) -> str:
    """A text as one phrase."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
