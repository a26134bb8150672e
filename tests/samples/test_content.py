"""The sample shows what it is there to show."""

from collections import Counter

from wushe.samples.generator.county import town_named
from wushe.samples.generator.tables import Duty, Matter, Officer, Organization, Place, Tenure

from .conftest import Line, Sample

UNITS = town_named("登科街道").units
UNANSWERED = {"宠物走失", "失物寻找"}


def posts(sample: Sample, body: str, post: str) -> list[Line]:
    """The tenure rows of one post."""
    return [line for line in sample.of(Tenure) if (line["单位"], line["岗位"]) == (body, post)]


def test_groups_estates_and_cells_are_covered_by_grids_of_their_unit(sample: Sample) -> None:
    """Many to many: one group lies in two grids."""
    grids = {line["名称"]: line["上级"] for line in sample.of(Place) if line["类型"] == "网格"}
    covered = [line for line in sample.of(Place) if line["类型"] not in {"网格", "村(社区)"}]
    for line in covered:
        assert {grids[grid] for grid in line.split("覆盖网格")} == {line["上级"]}
    assert any(len(line.split("覆盖网格")) == 2 for line in covered)


def test_the_office_never_leads_a_committee(sample: Sample) -> None:
    """Its Party organisation leads it; the street office only guides."""
    committees = [line for line in sample.of(Organization) if line["类型"] in {"居委会", "村委会"}]
    assert len(committees) == len(UNITS)
    for line in committees:
        assert line["上级关系"] == "领导"
        assert "党" in line["上级组织"]
        assert line["业务指导"] == "登科街道办事处"


def test_every_grid_has_an_officer_and_a_head(sample: Sample) -> None:
    """One officer is acting; two grids have had another officer, one of them for a while none."""
    grids = [line["名称"] for line in sample.of(Place) if line["类型"] == "网格"]
    officers = {line["所在村(社区)"] + line["网格"]: line for line in sample.of(Officer)}
    assert list(officers) == grids
    assert Counter(line["任职方式"] for line in officers.values()) == {"正式": len(grids) - 1, "代理": 1}
    earlier = {grid: row["终止日期"] for grid in grids for row in posts(sample, grid, "专职网格员")}
    assert earlier == {"登科寺社区第2网格": "2023-08-31", "古溪社区第1网格": "2023-12-31"}
    assert officers["古溪社区第1网格"]["任职时间"] == "2024-06-01"
    assert all(len(posts(sample, grid, "网格长")) == 1 for grid in grids)


def test_the_first_grid_can_be_called(sample: Sample) -> None:
    """The grid that the documentation asks about."""
    [named] = [line for line in sample.of(Officer) if line["姓名"] == "侯文斌"]
    assert (named["所在村(社区)"], named["网格"], named["任职方式"]) == ("登科寺社区", "第1网格", "正式")
    assert named["手机号码"]
    assert named["办公电话"]


def test_some_secretaries_are_also_directors(sample: Sample) -> None:
    """一肩挑, with one number in both rows."""
    secretaries = {(line["姓名"], line["联系电话"]) for line in sample.of(Tenure) if line["岗位"] == "书记"}
    both = [
        line for line in sample.of(Tenure) if line["岗位"] == "主任" and line["姓名"] in {n for n, _ in secretaries}
    ]
    assert len([line for line in both if (line["姓名"], line["联系电话"]) in secretaries]) >= 5


def test_no_tenure_begins_before_its_body(sample: Sample) -> None:
    """Compared by year: the finer forms differ from row to row."""
    began = {
        name: line["起始日期"][:4]
        for table in (Place, Organization)
        for line in sample.of(table)
        for name in (line["名称"], *line.split("别名"))
    }
    late = [line for line in sample.of(Tenure) if line["起始日期"] and line["起始日期"][:4] < began[line["单位"]]]
    assert late == []


def test_matters_form_a_tree_of_three_levels(sample: Sample) -> None:
    """Parents first, and the code's prefix is the parent's."""
    codes: dict[str, str] = {}
    for line in sample.of(Matter):
        parent = codes[line["上级事项"]] if line["上级事项"] else ""
        assert line["编码"][:-2] == parent
        codes[line["事项"]] = line["编码"]
    assert len(codes) >= 60
    assert {len(code) for code in codes.values()} == {2, 4, 6}


def test_no_two_matters_share_a_name_or_alias(sample: Sample) -> None:
    names = [name for line in sample.of(Matter) for name in (line["事项"], *line.split("别名"))]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_the_nine_grid_services_are_the_officers(sample: Sample) -> None:
    """Six that are named in public and three that are assumed, which their basis says."""
    led = [line for line in sample.of(Duty) if (line["责任主体"], line["角色"]) == ("专职网格员", "主责")]
    below = {line["事项"] for line in sample.of(Matter) if line["上级事项"] == "网格服务"}
    services = [line for line in led if line["事项"] in below]
    assert len(services) == 9
    assert sum("推定" in line["依据"] for line in services) == 3


def test_every_leaf_is_answered_at_the_district_but_the_two_left_out(sample: Sample) -> None:
    """By a duty that names its bearer, on the matter or a broader one."""
    broader = {line["事项"]: line["上级事项"] for line in sample.of(Matter)}
    named = {line["事项"] for line in sample.of(Duty) if line["角色"] == "主责" and not line["层级"]}
    leaves = broader.keys() - set(broader.values())

    def answered(matter: str) -> bool:
        return bool(matter) and (matter in named or answered(broader[matter]))

    assert {leaf for leaf in leaves if not answered(leaf)} == UNANSWERED


def test_disputes_are_led_at_every_level(sample: Sample) -> None:
    led = {line["层级"] for line in sample.of(Duty) if (line["事项"], line["角色"]) == ("矛盾纠纷", "主责")}
    assert led == {"网格", "村(社区)", "镇街", ""}


def test_eight_departments_bear_duties(sample: Sample) -> None:
    departments = {
        alias for line in sample.of(Organization) if line["类型"] == "政府部门" for alias in line.split("别名")
    }
    assert len({line["责任主体"] for line in sample.of(Duty)} & departments) >= 8


def test_every_bearer_by_name_has_a_head(sample: Sample) -> None:
    """So that a responsibility always ends with somebody to call."""
    bearers = {line["责任主体"] for line in sample.of(Duty) if not line["层级"]}
    assert bearers <= {line["单位"] for line in sample.of(Tenure)}
