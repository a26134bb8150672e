"""B. How to reach somebody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from tests.competency.books import Books, is_current
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.competency.villages import Villages
from tests.samples.conftest import Line
from wushe.api.view import Viewer
from wushe.samples.generator.tables import MemberUnit, Officer, Organization, Society, Tenure

PRIVATE = ("会长", "小组长", "好邻居", "队长", "队员", "团长")
"""Posts of private citizens: nobody may look up their names."""
MASS = ("妇联主席", "团委书记", "工会主席", "残联理事长")
PHONE = "0827-0286606"
_NODE = "person { name } post { name } body { name } contact { officePhone phone masked }"

_SECRETARY = re.compile("中共文治街道.+(?:社区|村)(?:委员会|总支部委员会|支部委员会)")


def _list(arguments: str) -> str:
    return on(f"{{ contacts({arguments}, asOf: $DAY, first: 200) {{ totalCount edges {{ node {{ {_NODE} }} }} }} }}")


def holders(data: Data) -> list[tuple[str, str, str]]:
    """Who, in which post, of which body."""
    return sorted(
        (one["person"]["name"], one["post"]["name"], one["body"]["name"])
        for one in nodes(data, "contacts")
        if one["person"]
    )


def _rows(books: Books, wanted: Callable[[Line], bool]) -> list[tuple[str, str, str]]:
    """The rows of 任职 that are wanted, as `holders` tells them."""
    return sorted(
        (line["姓名"], line["岗位"], books.official(line["单位"], line.file))
        for line in books.of(Tenure)
        if line["姓名"] != "空缺" and is_current(line) and wanted(line)
    )


def _lines(data: Data) -> list[str]:
    return sorted({one["contact"]["officePhone"] for one in nodes(data, "contacts")})


def _office(books: Books) -> list[str]:
    centre = "玉山镇综治中心"
    [body] = [line["电话"] for line in books.of(Organization) if centre in line.split("别名")]
    found = [line["办公电话"] for line in books.of(Tenure) if line["单位"] == centre and is_current(line)]
    return sorted({office or body for office in found})


NAME = "曾国平"
"""A name that several holders of open posts bear."""


def _by_name(books: Books) -> list[tuple[str, str, str]]:
    """Every post of those who hold an open one; rows of one name in one place are of one person."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in books.of(Tenure):
        if NAME in line["姓名"] and is_current(line):
            body = books.official(line["单位"], line.file)
            found[books.home(line)].append((line["姓名"], line["岗位"], body))
    for line in books.of(Officer):
        if NAME in line["姓名"]:
            home = line["所在村(社区)"]
            found[home].append((line["姓名"], "专职网格员", home + line["网格"]))
    for line in books.of(Society):
        if NAME in line["负责人"]:
            found[line["所在地"]].append((line["负责人"], "负责人", line["组织名称"]))
    assert not any(NAME in line["委员姓名"] for line in books.of(MemberUnit))
    return sorted(one for rows in found.values() if any(is_open(row[1]) for row in rows) for one in rows)


def is_open(post: str) -> bool:
    """Whether anybody may see who holds a post."""
    return post not in PRIVATE


def _led(data: Data) -> list[tuple[str, str]]:
    """Of a town's chain the villages' Party organisations: who heads them, and the office line."""
    heads = [step["head"] for step in data["chain"] if step["depth"] and _SECRETARY.fullmatch(step["body"]["name"])]
    return sorted((head["holder"]["name"], head["contact"]["officePhone"]) for head in heads)


def _secretaries_heard(data: Data) -> list[tuple[str, str]]:
    return sorted((one["person"]["name"], one["contact"]["officePhone"]) for one in nodes(data, "contacts"))


def _secretaries(books: Books) -> list[tuple[str, str]]:
    villages = Villages(books)
    top = [villages.top_party(village) for village in villages.all if village[0] == "文治街道"]
    names = {line["名称"] for line in top if line}
    assert len(names) == len(top)
    return sorted(
        (line["姓名"], line["办公电话"])
        for line in books.tenures("书记")
        if books.official(line["单位"], line.file) in names
    )


def _captain(data: Data) -> list[tuple[str, str | None]]:
    return [(one["person"]["name"], one["contact"] and one["contact"]["phone"]) for one in nodes(data, "contacts")]


def _masked(books: Books) -> list[tuple[str, str | None]]:
    """A private citizen: no name, no number."""
    [name] = books.holders("恩义先锋登科寺社区志愿服务队", "队长")
    assert not any(
        one[0] == name and is_open(one[1]) for one in _rows(books, lambda line: line["所在地"] == "登科寺社区")
    )
    return [(f"{name[0]}**", None)]


def _whose(books: Books) -> list[tuple[str, str, str]]:
    """Whose own line it is; and who has none, in a body that has this line."""
    lines = {line["名称"]: line["电话"] for line in books.of(Organization)}

    def reached(line: Line) -> bool:
        return (line["办公电话"] or lines.get(books.official(line["单位"], line.file))) == PHONE

    units = ((line["委员姓名"], line["所属大党委"]) for line in books.of(MemberUnit))
    return sorted([*_rows(books, reached), *((name, "兼职委员", body) for name, body in units if lines[body] == PHONE)])


QUESTIONS = (
    Competency(
        7,
        "玉山镇综治中心的值班电话是多少？",
        on(
            '{ contacts(organization: "玉山镇综治中心", asOf: $DAY) '
            "{ edges { node { post { name } contact { officePhone hours } } } } }"
        ),
        _lines,
        _office,
        Sentence("CONTACT"),
    ),
    Competency(
        8,
        f"按姓名“{NAME}”查：是哪个组织的什么职务，怎么联系？",
        _list(f'text: "{NAME}"'),
        holders,
        _by_name,
        Sentence("CONTACT"),
    ),
    Competency(
        9,
        "列出文治街道全部社区书记的姓名和工作电话",
        on(
            '{ chain(body: "文治街道党工委", direction: DOWN, maxDepth: 1, asOf: $DAY) '
            "{ depth body { name } head { holder { name } contact { officePhone } } } }"
        ),
        _led,
        _secretaries,
        Sentence("CONTACT", heard=_secretaries_heard),
    ),
    Competency(
        10,
        "渔溪镇妇联、团委、工会、残联负责人各是谁？",
        _list('place: "渔溪镇", post: ["妇联主席", "团委书记", "工会主席", "残联理事长"], descendants: false'),
        holders,
        lambda books: _rows(
            books, lambda line: line["岗位"] in MASS and line["所在地"] == "渔溪镇" and line.file.startswith("15-")
        ),
        Sentence("POST_HOLDER"),
    ),
    Competency(
        11,
        "恩义先锋登科寺社区志愿服务队的队长是谁，怎么联系？",
        _list('organization: "恩义先锋登科寺社区志愿服务队", post: ["队长"]'),
        _captain,
        _masked,
        Sentence("CONTACT"),
    ),
    Competency(
        12,
        f"{PHONE} 是谁的电话？",
        _list(f'phone: "{PHONE}"'),
        holders,
        _whose,
        Sentence("CONTACT"),
        viewer=Viewer.LOCAL,
    ),
)
