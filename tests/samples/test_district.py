"""The district's own lists: what is published adds up, and every list agrees with the others."""

from collections import Counter

from wushe.samples.generator import thematic, upper
from wushe.samples.generator.county import TOWNS, UNITS, URBAN_COMMUNITIES
from wushe.samples.generator.tables import (
    Duty,
    Figure,
    Matter,
    MemberUnit,
    Need,
    Organization,
    Place,
    Society,
    Tenure,
    Tie,
)

from .conftest import Line, Sample

ASSUMED = "材料未列名，样例推定"
NAMED_CENTRES = {"区接诉即处中心", "区综治中心", "区公共法律服务中心", "区法治监督中心"}
UPDATE = "70-2024年9月更新.xlsx"
COMMITTEES = {f"{name}大党委" for name in URBAN_COMMUNITIES}


def called(sample: Sample, kind: str) -> dict[str, Line]:
    """The organisations of a kind by every name they bear."""
    rows = [line for line in sample.of(Organization) if line["类型"] == kind]
    return {name: line for line in rows for name in (line["名称"], *line.split("别名"))}


def below(sample: Sample, heading: str) -> list[Line]:
    """The matters right below a heading, in order."""
    return [line for line in sample.of(Matter) if line["上级事项"] == heading]


def pairs(sample: Sample, kind: str) -> list[tuple[str, str]]:
    """The two ends of every tie of a kind."""
    return [(line["甲方"], line["乙方"]) for line in sample.of(Tie) if line["关系"] == kind]


def test_nineteen_departments_send_forces(county: Sample) -> None:
    """Each has a head to call, and supports at least one of the grid services."""
    departments = called(county, "政府部门") | called(county, "党委部门")
    forces = {*upper.FORCES, *upper.OTHER_FORCES}
    services = {line["事项"] for line in below(county, "网格服务")}
    helping = {line["责任主体"] for line in county.of(Duty) if line["事项"] in services and line["角色"] == "协同"}
    assert len(forces) == 19
    assert forces <= departments.keys()
    assert forces <= {line["单位"] for line in county.of(Tenure)}
    assert forces <= helping


def test_seven_centres_under_one_roof(county: Sample) -> None:
    """Each with its own superior and a head; three say that the source does not name them."""
    centres = called(county, "中心")
    hosted = {end for start, end in pairs(county, "合署") if start == "区社会治理中心"}
    assert len(hosted) == 7
    assert hosted >= NAMED_CENTRES
    assert {name for name in hosted if centres[name].get("说明") == ASSUMED} == hosted - NAMED_CENTRES
    assert len({centres[name]["地址"] for name in hosted}) == 1
    assert all(centres[name]["上级组织"] for name in hosted)
    assert hosted <= {line["单位"] for line in county.of(Tenure)}


def test_the_joint_meetings_of_the_district(county: Sample) -> None:
    """One convener and several members each; the organisation department coordinates the mechanism."""
    for meeting in ("区党建联席会议", "党建引领基层治理协调机制"):
        rows = [line for line in county.of(Tie) if (line["关系"], line["乙方"]) == ("成员", meeting)]
        assert [line["甲方"] for line in rows if line["属性"] == "召集人"] == ["区委"]
        assert len(rows) >= 8
    assert ("区委组织部", "党建引领基层治理协调机制") in pairs(county, "统筹协调")


def test_the_committee_appraises_every_town(county: Sample) -> None:
    appraised = {end for start, end in pairs(county, "述职评议") if start == "区委"}
    assert appraised == {town.party for town in TOWNS}


def test_channels_studios_teams_and_windows(county: Sample) -> None:
    """Every channel feeds the one centre; five run teams are led by a body of the district and joined by firms."""
    channels = {line["名称"] for line in called(county, "诉求渠道").values()}
    assert {start for start, end in pairs(county, "归口") if end == upper.GRIEVANCES} == channels
    teams = {line["名称"]: line for line in called(county, "跑团").values()}
    assert teams.keys() == {f"{field}跑团" for field in ("法治", "招商引资", "农民工服务", "社会救助", "电力")}
    assert all(line["上级组织"] for line in teams.values())
    assert {end for _, end in pairs(county, "成员")} & teams.keys()
    studios = {line["名称"]: line.get("活动次数") for line in called(county, "工作室").values()}
    assert studios == {"张俊工作室": "124", "张海工作室": ""}
    windows = {line["名称"] for line in called(county, "专窗").values() if line["所在地"] == "恩阳区"}
    assert {f"{host}一件事一次办专窗" for host in ("区工业园区", "区人民医院", "区车管所")} <= windows


def test_headings_have_what_the_source_counts(county: Sample) -> None:
    """Nine services of a grid, five of a neighbour, seven steps, eight measures, four functions; all with a duty."""
    counts = {"网格服务": 9, "好邻居服务": 5, "接诉即处": 7, "接诉即处硬措施": 8, "社会治理中心职能": 4}
    borne = {line["事项"] for line in county.of(Duty)}
    for heading, count in counts.items():
        names = [line["事项"] for line in below(county, heading)]
        assert len(names) == count
        assert set(names) <= borne
    assert sum(line["说明"] == ASSUMED for line in below(county, "网格服务")) == 3
    assert all(line["说明"].endswith(ASSUMED) for line in below(county, "接诉即处硬措施"))


def test_every_step_is_accepted_led_and_supervised_in_time(county: Sample) -> None:
    steps = [line["事项"] for line in below(county, "接诉即处")]
    assert steps == ["首接响应", "精准派单", "认领处置", "工单督办", "统计分析", "考核考评", "结果运用"]
    limited = {(line["事项"], line["角色"]) for line in county.of(Duty) if line["时限小时"]}
    assert {(step, role) for step in steps for role in ("受理", "主责", "督办")} <= limited


def test_sixty_eight_units_and_their_heads(county: Sample) -> None:
    """A unit lies in its committee's community and keeps its own superior; nobody heads two."""
    rows = county.of(MemberUnit)
    units = called(county, "驻区单位") | called(county, "企业")
    assert len(rows) == len({line["成员单位"] for line in rows}) == len({line["联系电话"] for line in rows}) == 68
    assert {line["所属大党委"] for line in rows} == COMMITTEES
    for line in rows:
        unit = units[line["成员单位"]]
        assert f"{unit['所在地']}大党委" == line["所属大党委"]
        assert unit["上级组织"]
        assert "大党委" not in unit["上级组织"]
        assert line["可提供资源"]


def test_a_committees_secretary_is_its_communitys(county: Sample) -> None:
    """The same name and number in the town's file, and the community's Party organisation convenes."""
    secretaries = {
        line["单位"]: (line["姓名"], line["联系电话"])
        for line in county.of(Tenure)
        if line["岗位"] == "书记" and not line["终止日期"]
    }
    conveners = {end: start for start, end in pairs(county, "成员") if end in COMMITTEES}
    assert conveners.keys() == COMMITTEES
    assert all(secretaries[committee] == secretaries[party] for committee, party in conveners.items())


def test_societies_are_registered_or_filed(county: Sample) -> None:
    """Filed ones have no credit code and stand with their own town; some serve several units, some units have none."""
    rows = county.of(Society)
    offices = {unit.label: town.office for town in TOWNS for unit in town.units}
    served = {unit for line in rows for unit in line.split("服务社区")}
    assert len(rows) == len({line["组织名称"] for line in rows}) == 420
    for line in rows:
        filed = line["登记类型"] == "备案"
        assert filed != bool(line["统一社会信用代码"])
        assert line["登记机关"] == (offices[line["所在地"]] if filed else "区民政局")
    assert sum(len(line.split("服务社区")) > 1 for line in rows) >= 50
    assert served <= offices.keys()
    assert 20 <= len(offices.keys() - served) <= 100
    assert set(URBAN_COMMUNITIES) <= served


def test_cooperatives_add_up_to_the_published_totals(county: Sample) -> None:
    """Both of the source's counts, and its households, are exact."""
    rows = [line for line in county.of(Organization) if line["类型"] == "合作社"]
    yes = Counter(
        header for line in rows for header in ("规范建设", "成员账户", "成员权益保障") if line[header] == "是"
    )
    assert sum(int(line["成员户数"]) for line in rows) == 52_980
    assert (yes["规范建设"], yes["成员账户"]) == (271, 793)
    assert len(rows) > 793
    assert yes["成员权益保障"] / len(rows) >= 0.86
    assert {line[header] for line in rows for header in ("规范建设", "成员账户", "成员权益保障")} == {"是", "否"}
    assert all(line["规范建设"] == "否" or line["成员账户"] == "是" for line in rows)
    assert {line["单位"] for line in county.of(Tenure)} >= {line["名称"] for line in rows}


def test_households_are_enough_for_the_published_coverage(county: Sample) -> None:
    members = sum(int(line.get("成员户数") or 0) for line in county.of(Organization))
    assert 0.38 < members / sum(unit.households for unit in UNITS) < 0.39


def test_collectives_work_with_cooperatives_or_state_firms(county: Sample) -> None:
    """As the mode in their own row says."""
    modes = {line["名称"]: line["经营模式"] for line in county.of(Organization) if line["类型"] == "村集体"}
    cooperatives = {line["名称"]: line["经营模式"] for line in county.of(Organization) if line["类型"] == "合作社"}
    ties = [line for line in county.of(Tie) if line["机制"].startswith("村集体")]
    assert {line["机制"] for line in ties} == {"村集体+合作社+农户", "村集体+国企+农户"}
    for line in ties:
        assert modes[line["甲方"]] == line["机制"]
        assert (line["乙方"] in cooperatives) == ("合作社" in line["机制"])
    joined = {line["乙方"] for line in ties} & cooperatives.keys()
    assert joined == {name for name, mode in cooperatives.items() if mode}


def test_needs_are_listed_by_five_and_taken_by_members(county: Sample) -> None:
    """One matter each; most are taken by a unit of the community's own committee, some done, some left."""
    rows = county.of(Need)
    matters = {line["事项"] for line in county.of(Matter)}
    members = {(line["所属大党委"], line["成员单位"]) for line in county.of(MemberUnit)}
    assert len(rows) == len({(line["提出单位"], line["需求"]) for line in rows}) == 252
    assert {line["提出单位"] for line in rows} == set(URBAN_COMMUNITIES)
    for line in rows:
        assert line["事项"] in matters
        assert not line["认领单位"] or (f"{line['提出单位']}大党委", line["认领单位"]) in members
        days = [line[header] for header in ("提出日期", "认领日期", "办结日期") if line[header]]
        assert days == sorted(days)
    taken, done = (sum(bool(line[header]) for line in rows) for header in ("认领单位", "办结日期"))
    assert len(rows) / 2 < taken < len(rows)
    assert 0 < done < taken


def test_every_published_figure_is_listed(county: Sample) -> None:
    """With the value of the source, and both of its counts of cooperatives."""
    figures = {line["编码"]: float(line["数值"]) for line in county.of(Figure)}
    assert len(figures) == len(county.of(Figure)) == 35
    assert all("BZ24ZC109" in line["出处"] for line in county.of(Figure))
    published = {
        "party_committees": 47,
        "general_branches": 107,
        "branches": 843,
        "grids": 385,
        "grid_officers_party": 214,
        "grid_officers_college": 122,
        "enlarged_committee_unit_heads": 68,
        "cooperatives_standardised": 271,
        "cooperatives_with_accounts": 793,
        "cooperative_households": 52_980,
        "cooperative_coverage": 0.38,
        "platform_monthly_users": 3146,
        "platform_real_names": 32_000,
        "villages": 309,
    }
    assert {code: figures[code] for code in published} == published


def test_the_update_changes_one_thing_of_each(county: Sample) -> None:
    """A group moves to another grid, a bureau of the same code is renamed, a post has its third holder."""
    later = [line for line in county.lines if line.file == UPDATE]
    earlier = [line for line in county.lines if line.file != UPDATE]
    [group] = [line for line in later if line.table is Place]
    [before] = [line for line in earlier if line.table is Place and line["名称"] == group["名称"]]
    assert (group["上级"], group["户数"]) == (before["上级"], before["户数"])
    assert set(group.split("覆盖网格")).isdisjoint(before.split("覆盖网格"))
    [bureau] = [line for line in later if line.table is Organization]
    [known] = [line for line in earlier if line.get("统一社会信用代码") == bureau["统一社会信用代码"]]
    assert known["名称"] != bureau["名称"]
    post = [line for line in county.of(Tenure) if (line["单位"], line["岗位"]) == ("区住建局", "局长")]
    assert len({line["姓名"] for line in post}) == 3
    assert [line["起始日期"] for line in post if line.file == UPDATE and not line["终止日期"]] == ["2024-09-01"]


def test_the_update_says_when_it_was_filled_in(files: dict[str, bytes], county: Sample) -> None:
    """On its own day, later than all others."""
    assert max(files) == UPDATE
    filled = [cell for cell in county.cells if "填报时间" in cell]
    assert {cell[-10:].strip("：") for cell in filled} == {"2024年9月10日", "2024年7月15日"}


def test_lists_by_theme_are_drawn_alike_again(files: dict[str, bytes]) -> None:
    """From nothing, not from what is remembered."""
    thematic.holders.cache_clear()
    assert {name: make() for name, make in thematic.builders().items()} == {
        name: files[name] for name in thematic.builders()
    }
