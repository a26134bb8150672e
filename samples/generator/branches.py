"""The Party branches below the committees and general branches, so that the ordinary ones are 843 in all."""

from dataclasses import dataclass
from functools import cache

from wushe.samples.generator.county import ESTATES, TOPS, UNITS, Unit, shared
from wushe.samples.generator.making import body, held
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Organization, Tenure

BRANCHES = 843
FOUNDED = "2022-07-01"
NUMERALS = "一二三四五六七八九十"
WEIGHTS = {"党委": 12, "党总支": 7}


@dataclass(frozen=True)
class Branch:
    """A branch below a unit's top Party organisation, and where it is."""

    name: str
    unit: Unit
    place: str
    kind: str


@cache
def _counts() -> dict[str, int]:
    """How many each unit has below its top organisation, by the unit's code."""
    uppers = [unit for unit in UNITS if unit.party in WEIGHTS]
    ordinary = sum(estate.kind == "支部" for estate in ESTATES)
    total = BRANCHES - TOPS["党支部"] - ordinary
    counts = shared(total, [WEIGHTS[unit.party] for unit in uppers])
    return {unit.code: count for unit, count in zip(uppers, counts, strict=True)}


def branches(unit: Unit) -> list[Branch]:
    """A committee's are built on its grids first, then numbered; a general branch's are numbered."""
    count = _counts().get(unit.code, 0)
    on_grids = len(unit.grids) if unit.party == "党委" else 0
    grids = [
        Branch(f"{unit.label}第{numeral}网格党支部", unit, unit.grid_name(place), "网格党支部")
        for place, numeral in enumerate(NUMERALS[:on_grids], start=1)
    ]
    rest = [
        Branch(f"{unit.label}第{numeral}党支部", unit, unit.label, "党支部") for numeral in NUMERALS[: count - on_grids]
    ]
    return [*grids, *rest]


def organizations(unit: Unit) -> list[Organization]:
    """Their rows, under the top organisation."""
    return [
        body(branch.name, branch.kind, branch.place, superior=unit.party_short, since=FOUNDED)
        for branch in branches(unit)
    ]


def tenures(people: People, unit: Unit) -> list[Tenure]:
    """Their secretaries."""
    return [
        held(
            people.get(f"{branch.name}/书记", unit.label),
            branch.name,
            "书记",
            "选任",
            place=branch.place,
            since=FOUNDED,
        )
        for branch in branches(unit)
    ]
