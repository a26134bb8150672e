"""From what a user typed to the code of a county, or an error that names the likely ones."""

from __future__ import annotations

from collections.abc import Iterable

from wushe.errors import BadInputError, Candidate, NotFoundError
from wushe.loaders.divisions.claims import COUNTY
from wushe.loaders.divisions.packaged import atlas, path_of
from wushe.schema.ids import division_code, place_id

NEAREST = 5
SHOWN = 12


def county_code(text: str) -> str:
    """The six-digit code of a county of the national list; zero-padded forms are read too.

    Raises:
        BadInputError: a code of another level; the counties it contains, or lies in, are its candidates.
        NotFoundError: no such code; the nearest counties are its candidates.
    """
    written = text.strip()
    if written[:COUNTY] in _counties() and not written[COUNTY:].strip("0"):
        return written[:COUNTY]
    code = division_code(written)
    if code is None:
        raise _not_found(written, _named(written))
    if len(code) > COUNTY and code[:COUNTY] in atlas():
        county = code[:COUNTY]
        raise BadInputError(
            f"{written} 不是区县代码，它属于 {county} {path_of(county)}",
            hint=f"请用 {county}",
            candidates=_candidates([county]),
        )
    if code in atlas():
        raise _too_high(written, code)
    raise _not_found(written, _nearest(code[:COUNTY]))


def _too_high(written: str, code: str) -> BadInputError:
    inside = [county for county in _counties() if county.startswith(code)]
    shown = "、".join(f"{county} {atlas()[county].name}" for county in inside[:SHOWN])
    more = f" 等 {len(inside)} 个区县" if len(inside) > SHOWN else ""
    return BadInputError(
        f"{written} 是{atlas()[code].name}的代码，不是区县代码",
        hint=f"它包含 {shown}{more}，请用其中一个六位代码",
        candidates=_candidates(inside),
    )


def _not_found(written: str, near: Iterable[str]) -> NotFoundError:
    candidates = _candidates(near)
    listed = "、".join(f"{c.id.removeprefix('place:')} {c.path}" for c in candidates)
    hint = f"您是不是要找：{listed}" if listed else "请用六位区县代码，如 511903"
    return NotFoundError(f"没有区县代码“{written}”", hint=hint, candidates=candidates)


def _counties() -> list[str]:
    return [code for code in atlas() if len(code) == COUNTY]


def _nearest(code: str) -> list[str]:
    """Counties that differ in the fewest digits, then by the least number."""
    padded = code.ljust(COUNTY, "0")

    def distance(county: str) -> tuple[int, int]:
        return sum(a != b for a, b in zip(county, padded, strict=True)), abs(int(county) - int(padded))

    return sorted(_counties(), key=distance)[:NEAREST]


def _named(text: str) -> list[str]:
    """Counties whose name is or begins with a text: somebody typed the name instead of the code."""
    return [code for code in _counties() if len(text) > 1 and atlas()[code].name.startswith(text)][:NEAREST]


def _candidates(codes: Iterable[str]) -> tuple[Candidate, ...]:
    return tuple(Candidate(place_id(code), atlas()[code].name, "county", path_of(code)) for code in codes)
