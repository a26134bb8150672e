"""The whole county: its totals are the published ones, and every village has what it must and lacks what it may."""

from collections import Counter, defaultdict

import pytest

from wushe.samples.generator.county import BARE_ESTATES, ESTATES, TOWNS, UNITS, URBAN_COMMUNITIES, Unit, unit_named
from wushe.samples.generator.tables import Neighbour, Officer, Organization, Place, Tenure, Tie
from wushe.samples.generator.upper import FORCES, OTHER_FORCES
from wushe.samples.generator.villages import COUNCILS, MECHANISMS

from .conftest import Line, Sample

TOPS = {"党委": 47, "党总支": 107, "党支部": 155}
BRANCHES = {"党支部", "网格党支部", "小区党支部"}
CADRES = ("团支部", "妇联", "工会联合会", "残协")


@pytest.fixture(scope="module")
def placed(county: Sample) -> dict[str, list[Line]]:
    """The bodies of each place."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in county.of(Organization):
        found[line["所在地"]].append(line)
    return found


@pytest.fixture(scope="module")
def holders(county: Sample) -> dict[tuple[str, str], list[Line]]:
    """Those who hold each post now, by body and title; the officers of the grids too."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in county.of(Tenure):
        if not line["终止日期"] and line["姓名"] != "空缺":
            found[line["单位"], line["岗位"]].append(line)
    return found


@pytest.fixture(scope="module")
def tied(county: Sample) -> dict[str, list[Line]]:
    """The ties by kind."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in county.of(Tie):
        found[line["关系"]].append(line)
    return found


def who(line: Line) -> tuple[str, str]:
    """A name and a number: together they are one person."""
    return line["姓名"], line["联系电话"]


def grids_of(unit: Unit) -> list[str]:
    """The names of its grids."""
    return [unit.grid_name(place) for place in range(1, len(unit.grids) + 1)]


def test_towns_and_units() -> None:
    """The official list: 18 towns, 309 units, and two villages of one name."""
    assert (len(TOWNS), len(UNITS)) == (18, 309)
    assert [unit.label for unit in UNITS if unit.name == "青龙村"] == ["玉山镇青龙村", "雪山镇青龙村"]
    assert len({unit.label for unit in UNITS}) == len({unit.code for unit in UNITS}) == 309


def test_party_organisations(placed: dict[str, list[Line]], holders: dict[tuple[str, str], list[Line]]) -> None:
    """47 committees and 107 general branches; 843 ordinary branches, those on top of 155 villages among them."""
    tops = Counter(line["类型"] for unit in UNITS for line in placed[unit.label] if unit.party_short == line["别名"])
    assert tops == TOPS
    assert all(len(holders[unit.party_short, "书记"]) == 1 for unit in UNITS)
    below = [*(unit.label for unit in UNITS), *(grid for unit in UNITS for grid in grids_of(unit))]
    below += [estate.name for estate in ESTATES]
    kinds = Counter(line["类型"] for place in below for line in placed[place])
    assert (kinds["党委"], kinds["党总支"], sum(kinds[kind] for kind in BRANCHES)) == (47, 107, 843)
    assert kinds["小区综合党支部"] == 17


def test_lower_branches_are_led_by_the_top_of_their_unit(placed: dict[str, list[Line]]) -> None:
    for unit in UNITS:
        for place in (unit.label, *grids_of(unit)):
            for line in placed[place]:
                if line["类型"] in BRANCHES and line["别名"] != unit.party_short:
                    assert line["上级组织"] == unit.party_short
                    assert unit.party != "党支部"


def test_grids_and_officers(county: Sample) -> None:
    """385 of each, one to one; 214 Party members, 122 with college or above."""
    grids = {line["名称"] for line in county.of(Place) if line["类型"] == "网格"}
    officers = county.of(Officer)
    assert len(grids) == len(officers) == 385
    assert {line["所在村(社区)"] + line["网格"] for line in officers} == grids
    assert sum("党员" in line["政治面貌"] for line in officers) == 214
    assert sum(line["学历"] in {"大专", "大学专科", "本科"} for line in officers) == 122
    assert len({line["手机号码"] for line in officers}) == 385


def test_households(county: Sample) -> None:
    """A village's are its grids' and its cells'; the county's are just under 139,000."""
    villages = {line["编码"]: int(line["户数"]) for line in county.of(Place) if line["类型"] == "村(社区)"}
    grids: Counter[str] = Counter()
    for line in county.of(Place):
        if line["类型"] == "网格":
            grids[line["编码"][:12]] += int(line["户数"])
    assert villages == dict(grids)
    assert 138_500 < sum(villages.values()) <= 139_000
    assert 0.38 < 52_980 / sum(villages.values()) < 0.385


def test_good_neighbours(county: Sample) -> None:
    """Each for eight to twelve households, about 13,900 in all, the cells numbered by village."""
    cells = {(line["村(社区)"], line["好邻居片"]): int(line["联系户数"]) for line in county.of(Neighbour)}
    first = [line for line in county.of(Place) if line["类型"] == "好邻居片"]
    sizes = [*cells.values(), *(int(line["户数"]) for line in first)]
    assert len(cells) == len(county.of(Neighbour))
    assert 13_850 <= len(sizes) <= 13_950
    assert (min(sizes), max(sizes)) == (8, 12)
    assert sum(sizes) == sum(unit.households for unit in UNITS)
    numbers: dict[str, list[int]] = defaultdict(list)
    for village, cell in cells:
        numbers[village].append(int(cell.removeprefix("第").removesuffix("好邻居片")))
    assert all(sorted(counted) == list(range(1, len(counted) + 1)) for counted in numbers.values())
    assert {line["组别"] for line in county.of(Neighbour)} >= {"", "第1组"}


def test_estates(county: Sample, placed: dict[str, list[Line]], tied: dict[str, list[Line]]) -> None:
    """46 with a Party organisation, 17 of them integrated branches; a few without; each served by a firm."""
    listed = {line["名称"] for line in county.of(Place) if line["类型"] == "小区"}
    assert listed == {estate.name for estate in (*ESTATES, *BARE_ESTATES)}
    assert {"义阳府第", "登科华府", "置信二期", "鸿锦茗城"} <= {estate.name for estate in ESTATES}
    kinds = {estate.name: {line["类型"] for line in placed[estate.name]} for estate in (*ESTATES, *BARE_ESTATES)}
    assert sum("小区综合党支部" in found for found in kinds.values()) == 17
    assert sum("小区党支部" in found for found in kinds.values()) == 29
    assert [name for name in kinds if kinds[name] == {"物业"}] == [estate.name for estate in BARE_ESTATES]
    assert len(BARE_ESTATES) >= 3
    served = {line["乙方"] for line in tied["服务"]}
    assert listed <= served


def test_estates_fit_into_their_grids() -> None:
    held: Counter[str] = Counter()
    for estate in (*ESTATES, *BARE_ESTATES):
        held[estate.grid] += estate.households
    sizes = {grid: unit.grids[place].households for unit in UNITS for place, grid in enumerate(grids_of(unit))}
    assert all(sizes[grid] > count for grid, count in held.items())


def test_governance_teams(county: Sample, holders: dict[tuple[str, str], list[Line]]) -> None:
    """Ten to thirteen different people, whom the village's other lists know, but for the public-welfare posts."""
    officers = {(line["姓名"], line["手机号码"]): line["所在村(社区)"] for line in county.of(Officer)}
    cadres = {who(line) for body, post in holders for line in holders[body, post] if post in {"书记", "主任", "副主任"}}
    neighbours = {(line["好邻居姓名"], line["联系电话"]) for line in county.of(Neighbour)}
    neighbours |= {who(line) for body, post in holders for line in holders[body, post] if post == "好邻居"}
    for estate in ESTATES:
        team = f"{estate.full_name}治理队伍"
        members = [*holders[team, "队长"], *holders[team, "队员"]]
        people = {who(line) for line in members}
        assert 10 <= len(people) == len(members) <= 13
        assert len(holders[team, "队长"]) == 1
        assert people & cadres
        assert people & officers.keys()
        assert len(people & neighbours) >= 2
        assert {officers[person] for person in people & officers.keys()} == {estate.unit.label}


def test_every_village_has_its_bodies(placed: dict[str, list[Line]]) -> None:
    """Committees, mass organisations, councils, centre, collective and a page on 川善治."""
    for unit in UNITS:
        kinds = Counter(line["类型"] for line in placed[unit.label])
        assert kinds["一约七会"] == len(COUNCILS) == 7
        for kind in (*CADRES[:2], *CADRES[3:], "工会联合会", "便民服务中心", "村集体", "诉求渠道"):
            assert kinds[kind] == 1
        assert kinds["村委会"] + kinds["居委会"] == 1
        types = {line.get("阵地类型") for line in placed[unit.label] if line["类型"] == "阵地"}
        assert types >= {"妇女儿童之家", "青年之家", "残疾人服务站", "党群服务站"}
        assert ("邻聚空间" in types) == (unit.name in URBAN_COMMUNITIES)


def test_attributes_of_bodies(placed: dict[str, list[Line]]) -> None:
    """The rule of distribution, the services, the platform."""
    for unit in UNITS:
        by_kind = {line["类型"]: line for line in placed[unit.label]}
        collective = by_kind["村集体"]
        shares = [collective.get(header) for header in ("公积公益金比例", "公益事业比例", "分红福利比例")]
        assert shares == ["0.2", "0.2", "0.4"]
        assert collective.get("经营模式") in {"村集体+合作社+农户", "村集体+国企+农户"}
        assert by_kind["便民服务中心"].get("服务项目").split("、") == ["银行", "供水", "供电", "供气"]
        assert by_kind["诉求渠道"].get("平台") == "川善治"


def test_mass_organisations_are_headed_by_cadres(holders: dict[tuple[str, str], list[Line]]) -> None:
    """The same person, with the same name and number, beside their own post; a few posts are empty."""
    vacant = []
    for unit in UNITS:
        own = {
            who(line)
            for body in (unit.party_short, unit.committee)
            for post in ("书记", "副书记", "主任", "副主任", "委员")
            for line in holders[body, post]
        }
        for what, post in zip(CADRES, ("团支部书记", "妇联主席", "工会主席", "残协主席"), strict=True):
            heads = holders[unit.label + what, post]
            vacant += [] if heads else [unit.label + what]
            assert {who(line) for line in heads} <= own
            assert all(line["任职方式"] == "兼任" for line in heads)
    assert 0 < len(vacant) < 20


def test_group_leaders_are_elected(county: Sample) -> None:
    """All but a few, among them the one that the documentation asks about."""
    leaders = [line for line in county.of(Tenure) if line["岗位"] == "小组长"]
    groups = {line["名称"] for line in county.of(Place) if line["类型"] == "村(居)民小组"}
    vacant = {line["单位"] for line in leaders if line["姓名"] == "空缺"}
    assert {line["单位"] for line in leaders if line["任职方式"] != "选任"} == vacant
    assert {line["单位"] for line in leaders} == groups
    assert "五台山村第4组" in vacant
    assert 5 < len(vacant) < 40


def test_the_five_societies_have_gaps(placed: dict[str, list[Line]]) -> None:
    """Urban communities have all; of the others some lack a team, most a fund; two towns have no station."""
    kinds = {unit.label: {line["类型"] for line in placed[unit.label]} for unit in UNITS}
    for name in URBAN_COMMUNITIES:
        assert kinds[name] >= {"志愿服务队", "社工室", "慈善基金"}
    counts = Counter(kind for found in kinds.values() for kind in found)
    assert 250 < counts["志愿服务队"] < 309
    assert 60 < counts["社工室"] < 200
    assert 60 < counts["慈善基金"] < 200
    without = [town for town in TOWNS if "社工站" not in {line["类型"] for line in placed[town.name]}]
    assert [town.name for town in without] == ["群乐镇", "尹家镇"]
    assert not any("社工室" in kinds[unit.label] for town in without for unit in town.units)


def test_every_town_has_its_bodies(placed: dict[str, list[Line]]) -> None:
    for town in TOWNS:
        kinds = Counter(line["类型"] for line in placed[town.name])
        assert kinds["党工委" if town.is_street else "镇党委"] == 1
        assert kinds["街道办事处" if town.is_street else "镇政府"] == 1
        assert kinds["派出机构"] == 3
        for kind in (
            "团委",
            "妇联",
            "工会联合会",
            "残联",
            "中心",
            "便民服务中心",
            "专窗",
            "志愿服务队",
            "党建联席会议",
        ):
            assert kinds[kind] == 1


def test_forces_of_nineteen_departments(tied: dict[str, list[Line]]) -> None:
    """Eight in every grid, each of the other eleven in some."""
    assert len({*FORCES, *OTHER_FORCES}) == 19
    sunk: dict[str, set[str]] = defaultdict(set)
    for line in tied["下沉"]:
        sunk[line["乙方"]].add(line["甲方"])
    assert sunk.keys() == {grid for unit in UNITS for grid in grids_of(unit)}
    assert all(set(FORCES) < forces for forces in sunk.values())
    spread = Counter(force for forces in sunk.values() for force in forces)
    assert all(0 < spread[force] < 385 for force in OTHER_FORCES)


def test_joint_meetings(tied: dict[str, list[Line]]) -> None:
    """In every town and in every community with estates: one convener, several members."""
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    conveners: dict[str, str] = {}
    for line in tied["成员"]:
        roles[line["乙方"]][line["属性"]] += 1
        if line["属性"] == "召集人":
            conveners[line["乙方"]] = line["甲方"]
    for town in TOWNS:
        assert conveners[f"{town.name}党建联席会议"] == town.party
    for unit in {estate.unit.label for estate in ESTATES}:
        assert conveners[f"{unit}党建联席会议"] == unit_named(unit).party_short
    assert all(count["召集人"] == 1 and count["成员"] >= 2 for joint, count in roles.items() if "联席会议" in joint)


def test_ties_between_town_and_villages(tied: dict[str, list[Line]]) -> None:
    pairs = {kind: {(line["甲方"], line["乙方"]) for line in lines} for kind, lines in tied.items()}
    for town in TOWNS:
        assert ("区委", town.party) in pairs["述职评议"]
        assert sum(source == town.office for source, _ in pairs["吹哨"]) == 6
        for unit in town.units:
            assert (town.party, unit.party_short) in pairs["述职评议"]
            assert (unit.committee, town.office) in pairs["协助"]
            assert (f"{unit.label}川善治", "区接诉即处中心") in pairs["归口"]


def test_mechanisms_of_working_together(tied: dict[str, list[Line]]) -> None:
    """All five in every urban community, between residents, volunteers, shops and firms."""
    for name in URBAN_COMMUNITIES:
        unit = unit_named(name)
        firms = {estate.firm for estate in ESTATES if estate.unit.name == name}
        own = [line for line in tied["共建"] if name in line["甲方"]]
        assert {line["机制"] for line in own} == set(MECHANISMS)
        ends = {line[end] for line in own for end in ("甲方", "乙方")}
        assert {unit.committee, f"恩义先锋{name}志愿服务队", *firms} <= ends
        assert sum("（样例）" in end for end in ends) >= 3


def test_a_post_with_three_holders(county: Sample) -> None:
    """One after the other, without a day between."""
    terms = [
        (line["姓名"], line["起始日期"], line["终止日期"])
        for line in county.of(Tenure)
        if (line["单位"], line["岗位"]) == (unit_named("高岸社区").party_short, "书记")
    ]
    assert [(since, until) for _, since, until in terms] == [
        ("2021年1月", "2022-03-31"),
        ("2022-04-01", "2023-06-30"),
        ("2023-07-01", ""),
    ]
    assert len({name for name, _, _ in terms}) == 3
