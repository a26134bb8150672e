"""The lists that come with the program: the whole country, and dated lists of some counties."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY, chain
from wushe.loaders.divisions.reading import ListFile, day_in_name, read_bytes, read_list, sha256
from wushe.schema.values import FOREVER

DATA = Path(__file__).parent / "data"
NATIONAL = DATA / "china_2023-06-30.csv.gz"
NOMINAL = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Names of prefectures that exist in codes only; they are left out of paths that people read."""


class Division(NamedTuple):
    """A county or what lies above one, as the national list has it."""

    code: str
    name: str
    row: int


@dataclass(frozen=True, slots=True)
class Packaged:
    """One packaged list of a county; `part` is the county when the list is a slice of the national one."""

    file: ListFile
    day: date
    part: str


@cache
def atlas() -> dict[str, Division]:
    """Every province, prefecture and county of the national list, by code."""
    found: dict[str, Division] = {}
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            code, name = line.split(",", 2)[:2]
            if code.isdigit() and len(code) > COUNTY:
                break
            if number > 1:
                found[code] = Division(code, name, number)
    return found


def known_above(code: str) -> bool:
    """Whether a code is a county or above in the national list."""
    return code in atlas()


def packaged_lists(county: str) -> list[Packaged]:
    """Every packaged list of a county, the earliest first."""
    dated = [
        Packaged(read_list(path, known_above), day_in_name(path.name) or FOREVER, "")
        for path in sorted(DATA.glob(f"{county}_*.csv"))
    ]
    return sorted([*dated, national_slice(county)], key=lambda item: item.day)


def national_slice(county: str) -> Packaged:
    """The rows of the national list that are a county, what lies in it and what lies above it."""
    data = read_bytes(NATIONAL)
    above, prefix = set(chain(county)), county.encode()
    rows: list[Row] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.startswith(prefix) or line[:5].split(b",")[0].decode("ascii", "ignore") in above:
            code, name, level, parent = line.decode().strip().split(",")
            rows.append(Row(code, name, level, parent, number, None))
    return Packaged(ListFile(NATIONAL.name, sha256(data), rows), national_day(), county)


def national_day() -> date:
    """The day the national list speaks for."""
    return day_in_name(NATIONAL.name) or FOREVER


def path_of(county: str) -> str:
    """四川省 / 巴中市 / 恩阳区: without the nominal levels, and 东莞市 once."""
    names = [atlas()[code].name for code in reversed(chain(county))]
    shown = [name for name in names if name not in NOMINAL]
    return " / ".join(dict.fromkeys(shown))
