"""A. Who is responsible."""

from __future__ import annotations

from tests.competency.books import Books
from tests.competency.model import Competency, Data, Sentence, nodes, on
from wushe.samples.generator.tables import Tenure

BRANCHES = ("小区党支部", "小区综合党支部", "网格党支部")
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


def over(books: Books, name: str) -> list[str]:
    """A place below a village, its grids and the places above, and what leads at each that has a Party organisation."""
    place = books.place(name)
    home = books.place(place["上级"])
    village, town = home["名称"], home["上级"]
    grids = place.split("覆盖网格")
    below = [line["名称"] for at in (name, *grids) for line in books.organizations(*BRANCHES, place=at)]
    [leads] = [line["名称"] for line in books.organizations("党委", "党总支", place=village)]
    heads = [books.official(above, home.file) for above in (f"{town}党工委", "区委")]
    return sorted([name, *grids, village, town, "恩阳区", "巴中市", "四川省", *below, leads, *heads])


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
    """The departments that lead in the matter, those that support in it or a broader one, and the offices of each in the town."""
    found: dict[str, str] = {}
    for matter in books.matters("噪声扰民"):
        for line in books.duties(matter):
            if line["层级"] or line["角色"] not in {"主责", "协同"} or (line["角色"] == "主责" and found):
                continue
            found.setdefault(books.official(line["责任主体"], line.file), ROLES[line["角色"]])
    offices = {
        line["名称"]: found[books.official(line["上级组织"], line.file)]
        for line in books.organizations("派出机构", town="明阳镇")
        if books.official(line["上级组织"], line.file) in found
    }
    return sorted((role, body) for body, role in {**found, **offices}.items())


def _must_report(data: Data) -> list[tuple[str, str]]:
    return sorted((one["role"], one["body"]["name"]) for one in data["whistle"]["mustReport"])


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
        Sentence("POST_HOLDER"),
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
        Sentence("POST_HOLDER"),
    ),
    Competency(
        3,
        "义阳府第归哪个网格、哪个社区、哪个党支部管？",
        on('{ chain(body: "义阳府第", asOf: $DAY) { depth parent body { id name } tie { kind { label } } } }'),
        bodies,
        lambda books: over(books, "义阳府第"),
        Sentence("CHAIN"),
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
        Sentence("RESPONSIBLE"),
    ),
    Competency(
        5,
        "明阳镇的噪声扰民由哪个部门主办，镇街吹哨时谁必须报到？",
        on(
            '{ whistle(matter: "噪声扰民", place: "明阳镇", asOf: $DAY) { mustReport { role body { name } } why { text } } }'
        ),
        _must_report,
        _whistled,
        Sentence("RESPONSIBLE"),
    ),
    Competency(
        6,
        "古溪社区第1网格没有专职网格员时，矛盾纠纷由谁兜底？",
        '{ whoIsResponsible(matter: "矛盾纠纷", place: "古溪社区第1网格", asOf: "2024-04-01") '
        "{ gap responsible { role standIn post { name } holder { name } } } }",
        _stand_in,
        _vacant,
        Sentence("RESPONSIBLE", "2024年4月1日古溪社区第1网格的矛盾纠纷由谁兜底？"),
    ),
)
