"""Every name in a cell is a real division, or stands in the same file or an earlier one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from wushe.samples.generator.county import COUNTY, TOWNS, UNITS
from wushe.samples.generator.tables import (
    Duty,
    Matter,
    MemberUnit,
    Neighbour,
    Officer,
    Organization,
    Place,
    Row,
    Society,
    Tenure,
    Tie,
)

from .conftest import Line, Sample

DIVISIONS = {
    COUNTY,
    *(town.name for town in TOWNS),
    *(form for unit in UNITS for form in (unit.label, unit.code)),
}
KIND_BEARERS = {
    "专职网格员",
    "党组织书记",
    "小组长",
    "好邻居",
    "属地镇街",
    "居委会",
    "村委会",
    "社区大党委",
    "便民服务中心",
    "专窗",
}


class Known:
    """The names of what the files have brought so far."""

    def __init__(self) -> None:
        self.places = set(DIVISIONS)
        self.bodies = set(DIVISIONS)

    def learn(self, lines: Iterable[Line]) -> None:
        """What a file brings."""
        for line in lines:
            match line.table:
                case table if table is Place:
                    self._place(line["名称"], *line.split("别名"))
                case table if table is Neighbour:
                    self._place(line["村(社区)"] + line["好邻居片"])
                case table if table is Organization:
                    self.bodies |= {line["名称"], *line.split("别名")}
                case table if table is Society:
                    self.bodies.add(line["组织名称"])

    def _place(self, *names: str) -> None:
        self.places |= set(names)
        self.bodies |= set(names)


def each_file(sample: Sample) -> Iterator[tuple[Known, dict[type[Row], list[Line]]]]:
    """What is known when a file has loaded, and its rows by table, file after file."""
    known = Known()
    for _, group in groupby(sample.lines, lambda line: line.order):
        lines = list(group)
        known.learn(lines)
        tables: dict[type[Row], list[Line]] = {}
        for line in lines:
            tables.setdefault(line.table, []).append(line)
        yield known, tables


def test_places_lie_in_known_places(county: Sample) -> None:
    for known, tables in each_file(county):
        for line in tables.get(Place, []):
            parent = line["上级"]
            assert DIVISIONS & {parent, parent.removeprefix(COUNTY), parent.removeprefix(COUNTY)[4:]}
            assert set(line.split("覆盖网格")) <= known.places


def test_rosters_name_known_grids(county: Sample) -> None:
    for known, tables in each_file(county):
        for line in tables.get(Officer, []):
            assert line["所在村(社区)"] + line["网格"] in known.places
        for line in tables.get(Neighbour, []):
            village = line["村(社区)"]
            assert village + line["所属网格"] in known.places
            assert not line["组别"] or village + line["组别"] in known.places
        for line in tables.get(MemberUnit, []):
            assert {line["所属大党委"], line["成员单位"]} <= known.bodies


def test_organizations_name_known_places_and_superiors(county: Sample) -> None:
    for known, tables in each_file(county):
        for line in tables.get(Organization, []):
            assert line["所在地"] in known.places
            assert {*line.split("上级组织"), *line.split("业务指导")} <= known.bodies
            assert bool(line["上级组织"]) == bool(line["上级关系"])


def test_tenures_and_ties_name_known_bodies(county: Sample) -> None:
    for known, tables in each_file(county):
        for line in tables.get(Tenure, []):
            assert line["单位"] in known.bodies
            assert line["所在地"] in {"", *known.places}
        for line in tables.get(Tie, []):
            assert {line["甲方"], line["乙方"]} <= known.bodies


def test_duties_name_known_matters_bearers_and_areas(county: Sample) -> None:
    matters = {line["事项"]: line.order for line in county.of(Matter)}
    for known, tables in each_file(county):
        for line in tables.get(Duty, []):
            assert matters[line["事项"]] <= line.order
            assert line["适用范围"] in DIVISIONS
            by_kind = line["责任主体"] in KIND_BEARERS
            assert by_kind == bool(line["层级"])
            assert by_kind or line["责任主体"] in known.bodies


def test_no_two_organizations_share_a_name_or_alias(county: Sample) -> None:
    """Nor does one share a name with a place, except where a committee bears its division's listed name."""
    seen: dict[str, Line] = {}
    for line in county.of(Organization):
        for name in (line["名称"], *line.split("别名")):
            before = seen.setdefault(name, line)
            assert before is line or before["统一社会信用代码"] == line["统一社会信用代码"] != ""
    assert seen.keys().isdisjoint(list(each_file(county))[-1][0].places)


def test_every_superior_row_comes_first(county: Sample) -> None:
    """So that a reader may take the rows one by one."""
    seen: set[str] = set()
    for line in county.of(Organization):
        assert set(line.split("上级组织")) <= seen
        seen |= {line["名称"], *line.split("别名")}
