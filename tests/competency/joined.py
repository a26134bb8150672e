"""D. Working together across bodies."""

from __future__ import annotations

from tests.competency.books import Books, is_current
from tests.competency.joint import joint, network
from tests.competency.model import Competency, Data, Sentence, nodes, on
from wushe.samples.generator.tables import MemberUnit, Organization, Society, Tenure, Tie

ENLARGED, UNIT, GRID = "登科寺社区大党委", "登科寺供电所", "登科寺社区第1网格"
CENTRE = "巴中市恩阳区社会治理中心"
ONE, TWO = "登科寺社区", "白玉社区"


def _ties(data: Data) -> list[Data]:
    """The ties of the one body asked about."""
    if "node" in data:
        return list(nodes(data["node"], "ties"))
    [body] = nodes(data, "places" if "places" in data else "organizations")
    return list(nodes(body, "ties"))


def _members(data: Data) -> list[tuple[str, str, str | None]]:
    return sorted((tie["from"]["name"], tie["role"], tie["contribution"]) for tie in _ties(data))


def _units(books: Books) -> list[tuple[str, str, str | None]]:
    """The list of member units, and the convener by a row of 联动关系."""
    found: list[tuple[str, str, str | None]] = [
        (line["成员单位"], "part-time", line["可提供资源"])
        for line in books.of(MemberUnit)
        if line["所属大党委"] == ENLARGED
    ]
    roles = {"召集人": "convener", "成员": "member"}
    for line in books.of(Tie):
        if line["关系"] == "成员" and line["乙方"] == ENLARGED:
            found.append((books.official(line["甲方"], line.file), roles[line["属性"]], None))
    return sorted(found)


def _joined(data: Data) -> list[str]:
    return sorted(tie["to"]["name"] for tie in _ties(data))


def _shared(data: Data) -> list[str]:
    kinds = {"stationed_unit", "social_organization", "volunteer_team", "enterprise", "government_department"}
    found = (one["body"] for one in data["interlocks"]["sharedBodies"])
    return sorted(body["name"] for body in found if body["kind"]["code"] in kinds)


def _of_both(books: Books) -> list[str]:
    """Whatever works with both: with the community, or with what is located in it."""
    sides = []
    tied = network((one, two) for kind, one, two in joint(books) if kind != "MEMBER_OF")
    for place in (ONE, TWO):
        here = {place} | {line["名称"] for line in books.organizations(place=place)}
        here |= {line["组织名称"] for line in books.of(Society) if line["所在地"] == place}
        sides.append((here, set().union(*(tied.get(name, set()) for name in here))))
    (first, near), (second, other) = sides
    named = {line["名称"] for line in books.of(Organization)} | {line["组织名称"] for line in books.of(Society)}
    return sorted(((near | first) & (other | second)) & named)


Hosted = tuple[str, list[str], list[str]]
"""A centre, who leads it, and its head."""


def _hosted(data: Data) -> list[Hosted]:
    found = []
    for tie in _ties(data):
        centre = tie["to"]
        heads = [held["person"]["name"] for post in nodes(centre, "posts") for held in nodes(post, "tenures")]
        found.append((centre["name"], [up["from"]["name"] for up in nodes(centre, "ties")], sorted(heads)))
    return sorted(found)


def _seven(books: Books) -> list[Hosted]:
    found = []
    for line in books.of(Tie):
        if line["关系"] == "合署" and books.official(line["甲方"], line.file) == CENTRE:
            name = books.official(line["乙方"], line.file)
            heads = [one["姓名"] for one in books.of(Tenure) if books.official(one["单位"], one.file) == name]
            led, _ = books.above(name, line.file)
            found.append((name, [led], sorted(heads)))
    return sorted(found)


def _departments(books: Books) -> list[str]:
    return sorted(
        books.official(line["甲方"], line.file)
        for line in books.of(Tie)
        if line["关系"] == "下沉" and line["乙方"] == GRID and is_current(line)
    )


QUESTIONS = (
    Competency(
        19,
        "登科寺社区大党委有哪些成员单位、兼职委员，各出什么资源？",
        on(
            '{ organizations(place: "登科寺社区", kind: ["enlarged_committee"], asOf: $DAY) { edges { node { name '
            'ties(kinds: ["MEMBER_OF"], direction: UP, first: 100) '
            "{ edges { node { from { name } role contribution } } } } } } }"
        ),
        _members,
        _units,
        Sentence("LIST"),
    ),
    Competency(
        20,
        f"{UNIT}参加了哪些社区的大党委、联席会议？",
        on(
            f'{{ organizations(place: "登科寺社区", text: "{UNIT}", asOf: $DAY) {{ edges {{ node {{ name '
            'ties(kinds: ["MEMBER_OF"], direction: DOWN) { edges { node { to { name } } } } } } } }'
        ),
        _joined,
        lambda books: sorted(
            [two for kind, one, two in joint(books) if kind == "MEMBER_OF" and one == UNIT],
        ),
        Sentence("LIST"),
    ),
    Competency(
        21,
        f"{ONE}和{TWO}共有哪些驻区单位、社会组织、志愿队？",
        on(
            f'{{ interlocks(from: "{ONE}", to: "{TWO}", asOf: $DAY) {{ people {{ person {{ name }} }} '
            "jointBodies { body { name } } sharedBodies { body { name kind { code } } } } }"
        ),
        _shared,
        _of_both,
    ),
    Competency(
        22,
        "区社会治理中心合署的七个中心分别由谁主管、谁负责？",
        on(
            f'{{ organizations(place: "恩阳区", kind: ["centre"], text: "{CENTRE}", asOf: $DAY) {{ edges {{ node {{ '
            'ties(kinds: ["HOSTS"], direction: DOWN) { edges { node { to { name address '
            'ties(kinds: ["LEADS"], direction: UP) { edges { node { from { name } } } } '
            "posts { edges { node { tenures { edges { node { person { name } } } } } } } } } } } } } } }"
        ),
        _hosted,
        _seven,
        Sentence(
            "LIST", "区社会治理中心合署的有哪些？", heard=_joined, part=lambda expected: [one[0] for one in expected]
        ),
    ),
    Competency(
        23,
        f"{GRID}有哪些部门的力量下沉？",
        on(
            f'{{ places(place: "登科寺社区", kind: ["grid"], text: "{GRID}", asOf: $DAY) {{ edges {{ node {{ name '
            'ties(kinds: ["DISPATCHES"], direction: UP, first: 100) { edges { node { from { name } } } } } } } }'
        ),
        lambda data: sorted(tie["from"]["name"] for tie in _ties(data)),
        _departments,
        Sentence("LIST"),
    ),
)
