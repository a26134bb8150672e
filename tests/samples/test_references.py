"""Every name in a cell is a real division, or stands in the same file or an earlier one."""

from samples.generator.tables import Duty, Matter, Organization, Place, Tenure, Tie
from samples.generator.territory import UNITS
from samples.generator.units import TOWN

from .conftest import Line, Sample

DIVISIONS = {"恩阳区", TOWN} | {unit.name for unit in UNITS} | {unit.code for unit in UNITS}
KIND_BEARERS = {"专职网格员", "党组织书记", "小组长", "好邻居", "属地镇街", "居委会", "村委会"}


def places(sample: Sample, order: int) -> set[str]:
    """Names of places known when the file of this order has loaded."""
    return DIVISIONS | {line["名称"] for line in sample.of(Place) if line.order <= order}


def organizations(sample: Sample, order: int) -> set[str]:
    """Names and aliases of organisations known when the file of this order has loaded."""
    known = [line for line in sample.of(Organization) if line.order <= order]
    return {name for line in known for name in (line["名称"], *line.split("别名"))}


def bodies(sample: Sample, line: Line) -> set[str]:
    """Everything that a row may name as a body."""
    return places(sample, line.order) | organizations(sample, line.order)


def test_places_lie_in_known_places(sample: Sample) -> None:
    for line in sample.of(Place):
        assert line["上级"].removeprefix("恩阳区").removeprefix(TOWN) in DIVISIONS
        assert set(line.split("覆盖网格")) <= places(sample, line.order)


def test_organizations_name_known_places_and_superiors(sample: Sample) -> None:
    for line in sample.of(Organization):
        assert line["所在地"] in places(sample, line.order)
        assert {*line.split("上级组织"), *line.split("业务指导")} <= organizations(sample, line.order)
        assert bool(line["上级组织"]) == bool(line["上级关系"])


def test_tenures_and_ties_name_known_bodies(sample: Sample) -> None:
    for line in sample.of(Tenure):
        assert line["单位"] in bodies(sample, line)
        assert line["所在地"] in {"", *places(sample, line.order)}
    for line in sample.of(Tie):
        assert {line["甲方"], line["乙方"]} <= bodies(sample, line)


def test_duties_name_known_matters_bearers_and_areas(sample: Sample) -> None:
    matters = {line["事项"]: line.order for line in sample.of(Matter)}
    for line in sample.of(Duty):
        assert matters[line["事项"]] <= line.order
        assert line["适用范围"] in DIVISIONS
        by_kind = line["责任主体"] in KIND_BEARERS
        assert by_kind == bool(line["层级"])
        assert by_kind or line["责任主体"] in organizations(sample, line.order)


def test_no_two_organizations_share_a_name_or_alias(sample: Sample) -> None:
    """Nor does one share a name with a place, except where a committee bears its division's listed name."""
    names = [name for line in sample.of(Organization) for name in (line["名称"], *line.split("别名"))]
    assert sorted(names) == sorted(set(names))
    assert set(names).isdisjoint(places(sample, 99))


def test_every_superior_row_comes_first(sample: Sample) -> None:
    """So that a reader may take the rows one by one."""
    seen: set[str] = set()
    for line in sample.of(Organization):
        assert set(line.split("上级组织")) <= seen
        seen |= {line["名称"], *line.split("别名")}
