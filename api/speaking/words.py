"""Pieces that every line is made of."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.api.types.basics import Contact
from wushe.schema.text import post_of

SPOKEN = 3
"""Items of a list that are read out before the rest is counted."""


def phone_of(contact: Contact | None) -> str:
    """The number to call: an office line before a mobile, and only one that can be dialled."""
    if contact is None:
        return ""
    if contact.office_phone:
        return f"办公电话 {contact.office_phone}"
    return f"手机 {contact.phone}" if contact.phone and not contact.masked else ""


def called(body: str, post: str | None, person: str | None, contact: Contact | None) -> str:
    """Somebody in a post, with the number."""
    phone = phone_of(contact)
    who = (post_of(body, post) if post else body) + (person or "")
    return who + (f"，{phone}" if phone else "")


def listed(items: Sequence[str], total: int, mark: str = "、", unit: str = "条") -> str:
    """The first items of a list, and how many there are in all, by the word by which they are counted."""
    shown = mark.join(items[:SPOKEN])
    return shown if total <= len(items[:SPOKEN]) else f"{shown}等，共 {total} {unit}"
