"""A. Who is responsible."""

from __future__ import annotations

from tests.competency.books import Books
from tests.competency.model import Competency, Data, nodes, on
from wushe.samples.generator.tables import Tenure

ROLES = {"主责": "LEAD", "协同": "SUPPORT", "受理": "ACCEPT", "督办": "SUPERVISE"}
_CONTACTS = "edges { node { person { name } post { name } body { name } contact { officePhone } } }"


def people(data: Data) -> list[tuple[str, str]]:
    """Posts and who holds them."""
    return sorted((one["post"]["name"], one["person"]["name"]) for one in nodes(data, "contacts") if one["person"])


def bodies(data: Data) -> list[str]:
    """The bodies of a chain."""
    return sorted(step["body"]["name"] for step in data["chain"])


def _roles(data: Data) -> list[tuple[str, str]]:
    return sorted((one["role"], one["body"]["name"]) for one in data["whoIsResponsible"]["responsible"])


def _secretary(books: Books) -> list[tuple[str, str]]:
    [party] = books.organizations("党委", "党总支", place="登科寺社区")
    return [("书记", name) for name in books.holders(party["名称"], "书记")]


def _of_the_grid(books: Books) -> list[tuple[str, str]]:
    grid = "登科寺社区第1网格"
    heads = [("网格长", name) for name in books.holders(grid, "网格长")]
    return sorted([*heads, *(("专职网格员", name) for name in books.officers(grid))])


def _over_the_estate(books: Books) -> list[str]:
    """The grids that cover it, the places above, and what leads at each that has a Party organisation."""
    estate = books.place("义阳府第")
    own, home = "义阳府第", estate["上级"]
    [branch] = books.organizations("小区党支部", "小区综合党支部", place=own)
    [village] = books.organizations("党委", "党总支", place=home)
    grids = estate.split("覆盖网格")
    cells = [line["名称"] for grid in grids for line in books.organizations("网格党支部", place=grid)]
    town = books.official("登科街道党工委", branch.file)
    county = books.official("区委", branch.file)
    places = [own, *grids, home, "登科街道", "恩阳区", "巴中市", "四川省"]
    return sorted([*places, branch["名称"], *cells, village["名称"], town, county])


def _lamps(books: Books) -> list[tuple[str, str]]:
    """The nearest matter leads; each other role of the matter and the broader ones, each bearer once."""
    found: dict[tuple[str, str], None] = {}
    for matter in books.matters("路灯损坏"):
        for line in books.duties(matter):
            if line["层级"] not in {"", "镇街"} or (line["角色"] == "主责" and matter != "路灯损坏"):
                continue
            bearer = "明阳镇政府" if line["责任主体"] == "属地镇街" else line["责任主体"]
            found[ROLES[line["角色"]], books.official(bearer, "13-明阳镇.xlsx")] = None
    return sorted(found)


def _whistled(books: Books) -> list[tuple[str, str]]:
    """The departments that lead or support, and to which the town may whistle."""
    found = {
        (ROLES[line["角色"]], books.official(line["责任主体"], line.file))
        for line in books.duties("噪声扰民")
        if line["角色"] in {"主责", "协同"} and not line["层级"]
    }
    return sorted(found)


def _must_report(data: Data) -> list[tuple[str, str]]:
    return sorted((one["role"], one["body"]["name"]) for one in data["whistle"]["mustReport"] if one["role"] == "LEAD")


def _stand_in(data: Data) -> list[tuple[str, str | None]]:
    leads = [one for one in data["whoIsResponsible"]["responsible"] if one["role"] == "LEAD"]
    return [(one["post"]["name"], one["holder"] and one["holder"]["name"]) for one in leads]


def _vacant(books: Books) -> list[tuple[str, str | None]]:
    """Its officer left at the end of 2023 and the next came in June: the head of the grid answers."""
    grid = "古溪社区第1网格"
    assert any(line["单位"] == grid and line["终止日期"] == "2023-12-31" for line in books.of(Tenure))
    [head] = books.holders(grid, "网格长")
    return [("专职网格员", None), ("网格长", head)]


QUESTIONS = (
    Competency(
        1,
        "登科寺社区的党组织书记是谁？",
        on(f'{{ contacts(organization: "登科寺社区党委", post: ["书记"], asOf: $DAY) {{ {_CONTACTS} }} }}'),
        people,
        _secretary,
    ),
    Competency(
        2,
        "登科寺社区第1网格的专职网格员和网格长分别是谁？",
        on(
            '{ contacts(place: "登科寺社区第1网格", post: ["专职网格员", "网格长"], descendants: false, asOf: $DAY) '
            f"{{ {_CONTACTS} }} }}"
        ),
        people,
        _of_the_grid,
    ),
    Competency(
        3,
        "义阳府第归哪个网格、哪个社区、哪个党支部管？",
        on('{ chain(body: "义阳府第", asOf: $DAY) { depth parent body { id name } tie { kind { label } } } }'),
        bodies,
        _over_the_estate,
    ),
    Competency(
        4,
        "路灯损坏在明阳镇该找谁？",
        on(
            '{ whoIsResponsible(matter: "路灯损坏", place: "明阳镇", asOf: $DAY) '
            "{ gap responsible { role body { name } contact { officePhone } duty { timeLimitHours } } } }"
        ),
        _roles,
        _lamps,
    ),
    Competency(
        5,
        "明阳镇噪声扰民，镇街吹哨时谁必须报到？",
        on(
            '{ whistle(matter: "噪声扰民", place: "明阳镇", asOf: $DAY) { mustReport { role body { name } } why { text } } }'
        ),
        _must_report,
        lambda books: [one for one in _whistled(books) if one[0] == "LEAD"],
    ),
    Competency(
        6,
        "古溪社区第1网格没有专职网格员时，矛盾纠纷由谁兜底？",
        '{ whoIsResponsible(matter: "矛盾纠纷", place: "古溪社区第1网格", asOf: "2024-04-01") '
        "{ gap responsible { role standIn post { name } holder { name } } } }",
        _stand_in,
        _vacant,
        sentence="2024年4月1日古溪社区第1网格的矛盾纠纷由谁兜底？",
    ),
)
