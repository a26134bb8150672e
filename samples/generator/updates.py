"""What changed after the day of the sample: a redrawn grid, a renamed bureau, a post with its third holder."""

from dataclasses import replace
from datetime import date

from wushe.samples.generator.agencies import AGENCIES
from wushe.samples.generator.county import town_named, unit_named
from wushe.samples.generator.district import tenures as district_tenures
from wushe.samples.generator.making import OFFICE_HOURS
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Organization, Place, Tenure
from wushe.samples.generator.territory import places as town_places

FILLED = "2024年9月10日"
VERIFIED = date(2024, 9, 9)
COMMUNITY, GROUP, GRID = "白玉社区", 2, 2
RENAMED, NEW_NAME, NEW_SHORT = "区投资促进局", "巴中市恩阳区经济合作局", "区经济合作局"
CHANGED, POST = "区住建局", "局长"
LAST_DAY, FIRST_DAY = "2024-08-31", "2024-09-01"


def places() -> list[Place]:
    """A group that moved from the first grid of its community to the second."""
    unit = unit_named(COMMUNITY)
    name = unit.group_name(GROUP)
    before = next(row for row in town_places(town_named(unit.town), with_cells=False) if row.name == name)
    return [replace(before, grids=unit.grid_name(GRID))]


def organizations() -> list[Organization]:
    """A bureau under its new name: its credit code says which it is."""
    before = next(agency for agency in AGENCIES if agency.short == RENAMED).row()
    return [replace(before, name=NEW_NAME, aliases=NEW_SHORT, since="")]


def tenures(people: People) -> list[Tenure]:
    """The second head of a bureau left, and the third came."""
    before = next(row for row in district_tenures(people) if (row.body, row.post) == (CHANGED, POST) and not row.until)
    return [
        replace(before, until=LAST_DAY, verified=None),
        replace(
            before,
            name=people.get(f"{CHANGED}/新任").name,
            since=FIRST_DAY,
            hours=OFFICE_HOURS,
            verified=VERIFIED,
        ),
    ]
