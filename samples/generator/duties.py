"""The list of responsibilities, from `duties.txt`."""

from functools import cache

from wushe.samples.generator.matters import source_lines
from wushe.samples.generator.tables import Duty

BASIS = "恩阳区基层治理责任清单（样例）"
SOCIETY_WORK_SINCE = "2024-03-01"  # its bearer did not exist before


@cache
def duties() -> tuple[Duty, ...]:
    """Every line of the list, in the order of the source."""
    return tuple(_duty(line.split()) for line in source_lines("duties.txt"))


def _duty(fields: list[str]) -> Duty:
    matter, role, bearer, level, hours, *note = fields
    return Duty(
        matter=matter,
        role=role,
        bearer=bearer,
        level="" if level == "-" else level,
        hours=None if hours == "-" else int(hours),
        basis=BASIS + "".join(f"；{part}" for part in note),
        since=SOCIETY_WORK_SINCE if bearer == "区委社会工作部" else "2024-01-01",
    )
