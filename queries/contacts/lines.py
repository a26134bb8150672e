"""A telephone number as somebody types it, in the forms in which numbers are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wushe.schema.text import squeeze

_MOBILE = re.compile(r"(?:(?:\+|00)?86)?(1\d{10})")
_LINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")
_LOCAL = re.compile(r"[02-9]\d{6,7}")


def kept_forms(typed: str, area_codes: Iterable[str]) -> tuple[str, ...]:
    """How a number may be kept: a mobile by its digits, a line after its area code, or after those of the counties. Empty: no number."""
    digits = re.sub(r"[\s()（）\-–—]+", "", squeeze(typed))
    if mobile := _MOBILE.fullmatch(digits):
        return (mobile[1],)
    if line := _LINE.fullmatch(digits):
        return (f"{line[1]}-{line[2]}",)
    if _LOCAL.fullmatch(digits):
        return (digits, *(f"{code}-{digits}" for code in dict.fromkeys(area_codes)))
    return (digits,) if re.fullmatch(r"\d{3,6}|[48]00\d{7}", digits) else ()
