"""Every system of governance in the whole sample county, each asked over GraphQL for what only it can tell."""

from __future__ import annotations

from typing import Any

from tests.county.conftest import Ask

ORGANIZATIONS = """
query O($place: String, $kind: [String!], $text: String, $first: Int = 200, $after: String) {
  organizations(place: $place, kind: $kind, text: $text, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id name functional note kind { code } place { name } attributes { code value }
      posts(first: 100) { edges { node { name kind { code } tenures(first: 20) { edges { node { person { id name } status elected } } } } } } } } } }
"""
TIES = """
query T($body: ID!, $kinds: [String!], $direction: Direction, $axis: Axis) {
  node(id: $body) { ... on Body { ties(kinds: $kinds, direction: $direction, axis: $axis, first: 200) {
    totalCount
    edges { node { kind { code } axis primary role contribution mechanism { code label } text
      from { id name kind { code } place { name } } to { id name kind { code } place { name } } } } } } } }
"""
WHO = """
query W($matter: String!, $place: String!) { whoIsResponsible(matter: $matter, place: $place) {
  gap matter { name kind { code } emergency ordinal }
  responsible { role body { name kind { code } } post { kind { code } } holder { name masked } duty { timeLimitHours } }
  escalation { axis body { name kind { code } } post { kind { code } } } } }
"""
PLACES = """
query P($place: String, $kind: [String!]) { places(place: $place, kind: $kind, first: 200) { totalCount edges { node {
  id name households coveredBy { name parent { name } } parent { name kind { code } } ancestors { name }
  organizations(first: 50) { edges { node { name kind { code } } } } } } } }
"""


def organizations(ask: Ask, **filters: Any) -> list[dict[str, Any]]:
    """All organisations that pass."""
    page = ask(ORGANIZATIONS, **filters)["organizations"]
    found = [edge["node"] for edge in page["edges"]]
    if page["pageInfo"]["hasNextPage"]:
        found += organizations(ask, **filters | {"after": page["pageInfo"]["endCursor"]})
    return found


def one(ask: Ask, name: str, kind: str, place: str = "恩阳区") -> dict[str, Any]:
    """The one organisation of this name."""
    [found] = [o for o in organizations(ask, place=place, kind=[kind], text=name) if name in o["name"]]
    return found


def ties(ask: Ask, body: str, *kinds: str, direction: str | None = None) -> list[dict[str, Any]]:
    """The ties of a body."""
    page = ask(TIES, body=body, kinds=list(kinds), direction=direction)["node"]["ties"]
    assert page["totalCount"] == len(page["edges"])
    return [edge["node"] for edge in page["edges"]]


def who(ask: Ask, matter: str, place: str) -> dict[str, Any]:
    """Who is responsible."""
    answer: dict[str, Any] = ask(WHO, matter=matter, place=place)["whoIsResponsible"]
    return answer


def leaders(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """The bodies that lead in a matter, and the kinds of their posts."""
    return [
        (one["body"]["name"], one["post"] and one["post"]["kind"]["code"])
        for one in answer["responsible"]
        if one["role"] == "LEAD"
    ]


def test_1_the_four_levels_of_a_village(ask: Ask) -> None:
    """Party organisation, grid, group, good neighbour: each of the five services falls to the neighbour of the cell."""
    [cell, *_] = [edge["node"] for edge in ask(PLACES, place="登科寺社区", kind=["cell"])["places"]["edges"]]
    assert cell["parent"]["name"] == "登科寺社区"
    assert cell["coveredBy"] and 8 <= cell["households"] <= 12
    for service in ("难事搭把手", "急事牵个头", "要事提个醒", "日常报个信", "无事串个门"):
        answer = who(ask, service, cell["id"])
        assert answer["matter"]["kind"]["code"] == "neighbor_service"
        assert leaders(answer)[0] == (cell["name"], "good_neighbor")
        assert answer["responsible"][0]["holder"]["masked"]
        assert [step["post"]["kind"]["code"] for step in answer["escalation"]][:1] == ["grid_head"]
        assert answer["escalation"][-1]["body"]["name"] == "中共巴中市恩阳区委员会"


def test_2_joint_meetings_at_every_level(ask: Ask) -> None:
    """区, 镇街, 村社区, 小区: each has a convener and members, and none of them is led by the meeting."""
    meetings = organizations(ask, place="恩阳区", kind=["joint_meeting"])
    levels = {"恩阳区": 0, "登科街道": 0, "登科寺社区": 0, "义阳府第": 0}
    for meeting in meetings:
        members = ties(ask, meeting["id"], "MEMBER_OF")
        assert sum(tie["role"] == "convener" for tie in members) == 1
        assert len(members) >= 2
        assert not ties(ask, meeting["id"], "LEADS", direction="DOWN")
        for level in levels:
            levels[level] += meeting["name"].startswith(level)
    assert all(levels.values())
    assert any(meeting["place"]["name"] == "恩阳区" and "协调机制" in meeting["name"] for meeting in meetings)
    appraised = ties(
        ask, one(ask, "登科街道工作委员会", "party_working_committee")["id"], "APPRAISES", direction="DOWN"
    )
    assert len(appraised) == 16


def test_3_party_organisations(ask: Ask) -> None:
    """The branches under a committee; five enlarged committees whose members keep their own superiors."""
    committee = one(ask, "登科寺社区委员会", "party_committee", "登科寺社区")
    below = [tie["to"]["kind"]["code"] for tie in ties(ask, committee["id"], "LEADS", direction="DOWN")]
    assert below.count("party_branch") >= 3
    assert [tie["from"]["kind"]["code"] for tie in ties(ask, committee["id"], "LEADS", direction="UP")] == [
        "party_working_committee"
    ]
    enlarged = organizations(ask, place="恩阳区", kind=["enlarged_committee"])
    assert len(enlarged) == 5 and all(body["functional"] for body in enlarged)
    members = [tie for body in enlarged for tie in ties(ask, body["id"], "MEMBER_OF") if tie["role"] == "part-time"]
    assert len(members) == 68
    assert all(tie["contribution"] for tie in members)
    for tie in members[::10]:
        superiors = ties(ask, tie["from"]["id"], "LEADS", "GUIDES", direction="UP")
        assert superiors
        assert all(above["from"]["kind"]["code"] != "enlarged_committee" for above in superiors)


def test_4_grids_and_the_forces_in_them(ask: Ask) -> None:
    """Which departments' people work in this grid, and who looks for dangers in it."""
    forces = ties(ask, "place:511903001002-G01", "DISPATCHES", direction="UP")
    assert len(forces) >= 8
    assert {tie["axis"] for tie in forces} == {"LINE"}
    answer = who(ask, "安全隐患排查", "登科寺社区第1网格")
    assert answer["matter"]["kind"]["code"] == "grid_service"
    assert leaders(answer)[0] == ("登科寺社区第1网格", "grid_officer")


def test_5_group_leaders_are_elected(ask: Ask) -> None:
    """A group's leader: elected, a private citizen to strangers."""
    document = """{ places(place: "登科寺社区", kind: ["group"]) { edges { node { name posts { edges { node { kind { code }
      tenures { edges { node { elected person { name masked } } } } } } } } } } }"""
    groups = [edge["node"] for edge in ask(document)["places"]["edges"]]
    held = [t["node"] for g in groups for p in g["posts"]["edges"] for t in p["node"]["tenures"]["edges"]]
    assert len(groups) == len(held) == 6
    assert all(tenure["elected"] and tenure["person"]["masked"] for tenure in held)


def test_6_mass_organisations(ask: Ask) -> None:
    """Dual leadership with its primary side; heads who are village cadres; homes and studios."""
    for kind, second in (
        ("youth_league", "LEADS"),
        ("trade_union", "LEADS"),
        ("womens_federation", "GUIDES"),
        ("disabled_federation", "GUIDES"),
    ):
        [body] = organizations(ask, place="登科寺社区", kind=[kind])
        up = ties(ask, body["id"], "LEADS", "GUIDES", direction="UP")
        primary = [tie for tie in up if tie["primary"]]
        assert [tie["from"]["kind"]["code"] for tie in primary] == ["party_committee"]
        upper = [tie for tie in up if tie["from"]["kind"]["code"] == kind]
        assert [tie["kind"]["code"] for tie in upper] == [second]
        [tenure] = [t["node"] for p in body["posts"]["edges"] for t in p["node"]["tenures"]["edges"]]
        assert tenure["status"] == "CONCURRENT"
    studio = one(ask, "张俊工作室", "studio")
    assert {"code": "activities", "value": 124} in studio["attributes"]
    assert one(ask, "张海工作室", "studio")
    homes = {a["value"] for f in organizations(ask, place="登科寺社区", kind=["facility"]) for a in f["attributes"]}
    assert {"妇女儿童之家", "青年之家", "残疾人服务站"} <= {value for value in homes if isinstance(value, str)}


def test_7_the_five_societies(ask: Ask) -> None:
    """Three levels of stations, registered and filed organisations, teams, funds; and villages that lack some."""
    station = one(ask, "登科街道", "social_work_station")
    guided = ties(ask, station["id"], "GUIDES")
    assert any(tie["to"]["id"] == station["id"] for tie in guided)
    assert any(tie["from"]["id"] == station["id"] for tie in guided)
    society = organizations(ask, place="登科街道", kind=["social_organization"])
    authorities = {
        tie["kind"]["code"] for body in society for tie in ties(ask, body["id"], "REGISTERS", "FILED_WITH", "SERVES")
    }
    assert authorities == {"REGISTERS", "FILED_WITH", "SERVES"}
    for kind in ("social_work_station", "volunteer_team", "charity_fund", "social_organization"):
        with_it = {body["place"]["name"] for body in organizations(ask, place="玉山镇", kind=[kind])}
        assert 0 < len(with_it) < 40


def test_8_seven_centres_under_one_roof(ask: Ask) -> None:
    """Seven hosted, three of them marked as not named; who leads each."""
    centre = one(ask, "社会治理中心", "centre", "恩阳区")
    hosted = ties(ask, centre["id"], "HOSTS", direction="DOWN")
    assert len(hosted) == 7
    bodies = {body["id"]: body for body in organizations(ask, place="恩阳区", kind=["centre"])}
    assert sum(bool(bodies[tie["to"]["id"]]["note"]) for tie in hosted) == 3
    assert all(bodies[tie["to"]["id"]]["posts"]["edges"] for tie in hosted)
    assert leaders(who(ask, "风险研判预警", "恩阳区"))[0][0] == centre["name"]


def test_9_services_at_the_village_and_one_trip_windows(ask: Ask) -> None:
    """Where to pay for power in a village: its own centre."""
    answer = who(ask, "缴纳电费", "玉山镇青龙村")
    assert answer["responsible"][0]["body"]["kind"]["code"] == "service_centre"
    assert len(organizations(ask, place="恩阳区", kind=["service_centre"])) >= 309
    assert len(organizations(ask, place="恩阳区", kind=["service_window"])) >= 18


def test_10_the_seven_steps_of_a_complaint(ask: Ask) -> None:
    """Steps in their order, with a time limit and somebody who leads; every channel feeds one centre."""
    for number, step in enumerate(
        ("首接响应", "精准派单", "认领处置", "工单督办", "统计分析", "考核考评", "结果运用"), start=1
    ):
        answer = who(ask, step, "登科寺社区")
        assert answer["matter"]["kind"]["code"] == "grievance_step"
        assert answer["matter"]["ordinal"] == number
        assert leaders(answer)
        assert answer["responsible"][0]["duty"]["timeLimitHours"]
    centre = one(ask, "接诉即处中心", "centre")
    for channel in ("12345", "网络舆情", "上级转办"):
        fed = [tie["to"]["id"] for tie in ties(ask, one(ask, channel, "channel")["id"], "FEEDS", direction="DOWN")]
        assert fed == [centre["id"]]


def test_11_the_platform_in_every_village(ask: Ask) -> None:
    """川善治: whom a village has at its end of it."""
    [channel] = organizations(ask, place="玉山镇青龙村", kind=["channel"])
    assert {"code": "platform", "value": "川善治"} in channel["attributes"]
    [tenure] = [t["node"] for p in channel["posts"]["edges"] for t in p["node"]["tenures"]["edges"]]
    assert tenure["person"]["name"]


def test_12_needs_and_whistles(ask: Ask) -> None:
    """A need of a community, its matter, and the member unit that took it; whom a town may whistle for."""
    document = """{ needs(place: "登科寺社区", taken: true, first: 200) { totalCount edges { node { text matter { name }
      raisedBy { name } takenBy { id name } takenOn doneOn } } } }"""
    needs = [edge["node"] for edge in ask(document)["needs"]["edges"]]
    assert needs and all(need["raisedBy"]["name"] == "登科寺社区" for need in needs)
    [enlarged] = organizations(ask, place="登科寺社区", kind=["enlarged_committee"])
    members = {tie["from"]["id"] for tie in ties(ask, enlarged["id"], "MEMBER_OF")}
    assert {taker["id"] for need in needs for taker in need["takenBy"]} <= members
    office = one(ask, "登科街道办事处", "town_government")
    assert len(ties(ask, office["id"], "WHISTLES_TO", direction="DOWN")) >= 6


def test_13_built_together(ask: Ask) -> None:
    """The five mechanisms between committees, teams, shops and property firms."""
    found: set[str] = set()
    for community in ("登科寺社区", "白玉社区", "义阳社区", "元窝社区", "司城社区"):
        for body in organizations(
            ask, place=community, kind=["residents_committee", "volunteer_team", "property_firm"]
        ):
            found |= {tie["mechanism"]["code"] for tie in ties(ask, body["id"], "PARTNERS_WITH")}
    assert found >= {"points_incentive", "service_agreement", "joint_activity", "resource_exchange", "joint_investment"}


def test_14_self_government_and_estates(ask: Ask) -> None:
    """Seven councils in every village; ten or more people in the team of an estate, cadres among them."""
    assert len(organizations(ask, place="玉山镇青龙村", kind=["covenant_council"])) == 7
    team = one(ask, "义阳府第", "governance_team", "义阳府第")
    people = {t["node"]["person"]["id"] for p in team["posts"]["edges"] for t in p["node"]["tenures"]["edges"]}
    assert len(people) >= 10
    [estate] = [
        e["node"]
        for e in ask(PLACES, place="登科寺社区", kind=["estate"])["places"]["edges"]
        if e["node"]["name"] == "义阳府第"
    ]
    assert estate["coveredBy"]
    assert {o["node"]["kind"]["code"] for o in estate["organizations"]["edges"]} & {"party_branch", "estate_branch"}


def test_15_run_teams(ask: Ask) -> None:
    """Five teams, and the firms that joined them."""
    teams = organizations(ask, place="恩阳区", kind=["run_team"])
    assert len(teams) == 5
    joined = [tie["from"] for team in teams for tie in ties(ask, team["id"], "MEMBER_OF", direction="UP")]
    assert any(body["kind"]["code"] in {"enterprise", "stationed_unit"} for body in joined)
    assert all(ties(ask, team["id"], "LEADS", direction="UP") for team in teams)


def test_16_cooperatives_and_collectives(ask: Ask) -> None:
    """How a collective shares its income, and the modes in which it works with cooperatives and firms."""
    [collective] = organizations(ask, place="玉山镇青龙村", kind=["collective"])
    shares = {a["code"]: a["value"] for a in collective["attributes"]}
    assert (shares["reserveShare"], shares["publicShare"], shares["dividendShare"]) == (0.2, 0.2, 0.4)
    modes = set()
    for body in organizations(ask, place="玉山镇", kind=["collective"]):
        modes |= {tie["mechanism"]["code"] for tie in ties(ask, body["id"], "PARTNERS_WITH") if tie["mechanism"]}
    assert modes <= {"collective_cooperative_farmers", "collective_enterprise_farmers"} and modes
