"""D, the rest of it: who takes on what is needed, and the shortest way between three bodies."""

from __future__ import annotations

from collections import deque

from tests.competency.books import Books
from tests.competency.joint import joint, network
from tests.competency.model import Competency, Data, Sentence, nodes, on
from wushe.samples.generator.tables import MemberUnit, Need

MATTER = "老年助餐"
FIRM, BUREAU = "义阳府第物业", "区住建局"
COMMITTEE = "org:residents_committee:511903001002:登科寺社区居民委员会"
"""By its id: the name alone means the community."""
Wanted = tuple[str, str, list[str]]
"""A need, who raised it, and who took it on."""


def _needed(data: Data) -> list[Wanted]:
    return sorted(
        (one["text"], one["raisedBy"]["name"], sorted(body["name"] for body in one["takenBy"]))
        for one in nodes(data, "needs")
    )


def _claims(data: Data) -> dict[str, list[tuple[str, ...]]]:
    """What was taken by whom; and of what was not, who in the community's joint body could."""
    open_to = {
        (one["raisedBy"]["name"], tie["from"]["name"])
        for one in nodes(data, "needs")
        if not one["takenBy"]
        for body in nodes(one["raisedBy"], "organizations")
        for tie in nodes(body, "ties")
        if tie["role"] == "part-time"
    }
    taken = [(text, by, *takers) for text, by, takers in _needed(data)]
    return {"需求": sorted(taken), "可以认领": sorted(open_to)}


def _needs(books: Books) -> dict[str, list[tuple[str, ...]]]:
    rows = [line for line in books.of(Need) if line["事项"] == MATTER]
    free = {line["提出单位"] for line in rows if not line["认领单位"]}
    return {
        "需求": sorted((line["需求"], line["提出单位"], *sorted(line.split("认领单位"))) for line in rows),
        "可以认领": sorted(
            (line["所属大党委"].removesuffix("大党委"), line["成员单位"])
            for line in books.of(MemberUnit)
            if line["所属大党委"].removesuffix("大党委") in free
        ),
    }


def _hops(data: Data) -> dict[str, int]:
    """How many steps the shortest way to each has."""
    return {name: found["paths"][0]["hops"] for name, found in data.items()}


def _shortest(books: Books) -> dict[str, int]:
    """By joint work alone, breadth first."""
    tied = network((one, two) for _, one, two in joint(books))
    firm = books.official(FIRM, "03-登科街道.xlsx")
    far, queue = {firm: 0}, deque([firm])
    while queue:
        one = queue.popleft()
        for near in tied[one] - far.keys():
            far[near] = far[one] + 1
            queue.append(near)
    return {
        "bureau": far[books.official(BUREAU, "01-恩阳区.xlsx")],
        "community": far[books.official("登科寺社区居委会", "03-登科街道.xlsx")],
    }


def _linkage(alias: str, to: str) -> str:
    return (
        f'{alias}: linkage(from: "{FIRM}", to: "{to}", axes: [JOINT], maxHops: 6, asOf: $DAY) '
        "{ paths { hops text } truncated }"
    )


QUESTIONS = (
    Competency(
        24,
        "需求清单中助餐有哪些单位可以认领？",
        '{ needs(matter: "助餐", first: 100) { edges { node { text raisedBy { name ... on Place { '
        'organizations(kind: ["enlarged_committee"]) { edges { node { ties(kinds: ["MEMBER_OF"], direction: UP, first: 50) '
        "{ edges { node { role contribution from { name } } } } } } } } } takenBy { name } takenOn } } } }",
        _claims,
        _needs,
        Sentence(
            "LIST",
            heard=lambda data: sorted((text, by, *takers) for text, by, takers in _needed(data)),
            part=lambda expected: expected["需求"],
        ),
    ),
    Competency(
        25,
        "一件事涉及义阳府第物业、区住建局、登科寺社区居委会，共同办事的最短联络路径是什么？",
        on(f"{{ {_linkage('bureau', '区住建局')} {_linkage('community', COMMITTEE)} }}"),
        _hops,
        _shortest,
        Sentence(
            "LINKAGE",
            "义阳府第物业怎么联系到登科寺社区居委会？",
            heard=lambda data: data["linkage"]["paths"][0]["hops"],
            part=lambda expected: expected["community"],
        ),
    ),
)
