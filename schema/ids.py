"""Stable ids made from natural keys: the same thing has the same id in every graph and after every load."""

from __future__ import annotations

import hashlib
import hmac
import re

from wushe.schema.registry import schema
from wushe.schema.text import ordinal_label, squeeze


def place_id(code: str) -> str:
    """The id of a division of this statistical code."""
    return f"place:{code}"


def place_code(identifier: str) -> str:
    """`place:511903001002-G01` gives `511903001002-G01`; a lapsed code keeps its `~` mark."""
    return identifier.removeprefix("place:")


def local_place_id(parent: str, kind: str, label: str) -> str:
    """The id of a grid, group, estate or cell: its parent's id, the kind's letter and its number or label."""
    declared = schema().places[kind]
    number = ordinal_label(label, declared.units)
    tail = f"{number:02d}" if number is not None else f"-{squeeze(label)}"
    return f"{parent}-{declared.marker or kind}{tail}"


def organization_id(kind: str, place: str, name: str) -> str:
    """The id of an organisation of this kind and name at a place (given by its id)."""
    return f"org:{kind}:{place_code(place)}:{squeeze(name)}"


def organization_kind(identifier: str) -> str:
    """The kind of an organisation, which its id holds."""
    return identifier.split(":")[1]


def organization_place(identifier: str) -> str:
    """The id of the place for which an organisation was first known, which its id holds."""
    return place_id(identifier.split(":")[2]) if identifier.startswith("org:") else identifier


def post_id(body: str, kind: str, label: str) -> str:
    """The id of a post of a body; kinds without a name of their own are told apart by their label."""
    return f"post:{body}:{squeeze(label) if kind == 'other' else kind}"


def person_id(key: bytes, name: str, village: str, phone: str) -> str:
    """A keyed hash of name, village and phone: it never gives a masked person away."""
    digest = hmac.new(key, "\x1f".join((squeeze(name), village, phone)).encode(), hashlib.sha256)
    return f"person:{digest.hexdigest()[:24]}"


def matter_id(name: str, code: str | None) -> str:
    """The id of a matter: its code, else its name."""
    return f"matter:{code or squeeze(name)}"


def duty_id(matter: str, role: str, bearer: str, within: str) -> str:
    """The id of one line of a responsibility list."""
    return f"duty:{matter.removeprefix('matter:')}:{role}:{bearer}:{place_code(within)}"


def tally_id(place: str, post: str, attribute: str) -> str:
    """The id of a sum over a town (given by its id), of one attribute of the holders of one kind of post."""
    return f"tally:{place_code(place)}:{post}:{attribute}"


def edge_id(kind: str, start: str, end: str, number: int | None = None) -> str:
    """The id of an edge: its type and endpoints, and a number where the same two may be joined again."""
    tail = "" if number is None else f":{number}"
    return f"{kind.lower()}:{start}:{end}{tail}"


def name_id(node: str, form: str, text: str) -> str:
    """The id of a name of a node."""
    return f"name:{node}:{form}:{squeeze(text)}"


def named_by(identifier: str) -> str:
    """The id of the node that a name is of."""
    found = re.match(r"name:(.+?):(?:name|alias):", identifier)
    return found[1] if found else ""


def content_id(prefix: str, *parts: bytes | str) -> str:
    """An id that is a hash of content: of a source (its bytes), of a load (content, date, options)."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
        digest.update(b"\x1f")
    return f"{prefix}:{digest.hexdigest()[:16]}"


DIVISION_CODE = re.compile(r"\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?")


def division_code(text: str) -> str | None:
    """A statistical code as listed (2, 4, 6, 9 or 12 digits) from any zero-padded form; None if it is none.

    Zero-padded forms give the longest reading, so 511903000000 is 511903; 12 digits that end in a unit stay.
    """
    digits = text.strip()
    if not DIVISION_CODE.fullmatch(digits) or not digits.strip("0"):
        return None
    for full, part in ((12, 9), (9, 6), (6, 4), (4, 2)):
        if len(digits) == full and set(digits[part:]) == {"0"}:
            digits = digits[:part]
    return digits


def scope_county(code: str) -> str:
    """The six-digit county of a code, or the code itself above a county."""
    return code[:6]
