"""Codes and telephone numbers, made from a key: well formed, and nobody's."""

from collections.abc import Iterable
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def number(key: str, below: int) -> int:
    """A number in 0 … below-1 that depends on the key alone."""
    return int.from_bytes(sha256(key.encode()).digest()[:8]) % below


def office_phone(key: str) -> str:
    """A landline with a local number that begins with 0: no exchange connects it."""
    return f"0827-0{number('座机/' + key, 10**6):06d}"


SLOTS = 20


def mobile_phone(key: str, slot: int) -> str:
    """Eleven digits in the 120 range, which is no mobile prefix; numbers of two slots are never the same."""
    drawn = number("手机/" + key, 10**8)
    return f"120{drawn - drawn % SLOTS + slot:08d}"


def uscc(prefix: str, key: str) -> str:
    """A 统一社会信用代码 (GB 32100) of Enyang with right check characters, its organisation part made up.

    `prefix` is authority and kind: 11 for an organ, 12 for an institution, 91 for a firm.
    """
    body = prefix + "511903" + _organization_code("MB" + f"{number('代码/' + key, 10**6):06d}")
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return body + ALPHABET[-total % 31]


def usccs(prefix: str, keys: Iterable[str]) -> dict[str, str]:
    """A code for each key, no two the same: where two would be, the later key draws again."""
    taken: set[str] = set()
    codes: dict[str, str] = {}
    for key in keys:
        drawn = (uscc(prefix, again) for again in (key, *(f"{key}#{turn}" for turn in range(1, 100))))
        codes[key] = next(code for code in drawn if code not in taken)
        taken.add(codes[key])
    return codes


def _organization_code(body: str) -> str:
    """Eight characters and the check character of GB 11714."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(
        ORGANIZATION_ALPHABET.index(character) * weight for character, weight in zip(body, weights, strict=True)
    )
    return body + "0123456789X0"[-total % 11]
