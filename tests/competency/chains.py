"""C. The vertical chain."""

from __future__ import annotations

from typing import Any

from tests.competency.books import Books
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.competency.responsible import bodies, over
from tests.competency.villages import Villages
from wushe.samples.generator.tables import Organization, Place, Tie

CELL = "登科寺社区第1好邻居片"
Step = tuple[int, str, str]
"""How far up, who, and by which kind of tie."""


def _up(data: Data) -> list[Step]:
    return sorted(
        (step["depth"], step["body"]["name"], step["tie"]["kind"]["label"]) for step in data["chain"] if step["depth"]
    )


def _trunk(data: Data) -> list[str]:
    """Whom one is led by first of all, from near to far."""
    return [step["body"]["name"] for step in data["chain"] if step["primary"] and step["depth"]]


def _led_by(books: Books, name: str) -> list[str]:
    """The same: 上级组织, and theirs."""
    [line] = [one for one in books.of(Organization) if one["名称"] == name]
    found = []
    while above := line["上级组织"]:
        nearer = books.body(above, line.file)
        assert nearer
        found.append(nearer["名称"])
        line = nearer
    return found


def _levels(books: Books, name: str) -> list[Step]:
    """Who leads and who guides, level by level; one that is led hangs under its leader, others where they come first."""
    [start] = [line for line in books.of(Organization) if line["名称"] == name]
    level, seen, found, depth = [start], {name}, [], 0
    while level:
        depth += 1
        above: dict[str, tuple[str, Any]] = {}
        for kind, column in (("领导", "上级组织"), ("指导", "业务指导")):
            for line in level:
                for one in line.split(column):
                    body = books.body(one, line.file)
                    assert body
                    if body["名称"] not in seen:
                        above.setdefault(body["名称"], (kind, body))
        found += [(depth, body, kind) for body, (kind, _) in above.items()]
        seen |= above.keys()
        level = [line for _, line in above.values()]
    return sorted(found)


def _guided(data: Data) -> dict[str, list[str]]:
    """The towns' federations, and the villages' of one town with who heads each."""
    return {
        "镇街": sorted(step["body"]["name"] for step in data["chain"] if step["depth"]),
        "登科街道": sorted(step["body"]["name"] for step in data["town"] if step["depth"]),
    }


def _guided_heard(data: Data) -> dict[str, list[str]]:
    steps = data["chain"]
    [town] = [step["body"]["id"] for step in steps if step["body"]["name"] == "登科街道妇联"]
    return {
        "镇街": sorted(step["body"]["name"] for step in steps if step["depth"] == 1),
        "登科街道": sorted(step["body"]["name"] for step in steps if step["parent"] == town),
    }


def _below(books: Books, name: str) -> list[str]:
    return sorted(
        line["名称"]
        for line in books.of(Organization)
        for column in ("上级组织", "业务指导")
        for one in line.split(column)
        if books.official(one, line.file) == books.official(name, line.file)
    )


def _dual(data: Data) -> list[tuple[str, list[str], list[str]]]:
    """Each body, who leads it first, and who else."""
    found = []
    for one in nodes(data, "organizations"):
        leads = list(nodes(one, "ties"))
        first = [tie["from"]["name"] for tie in leads if tie["primary"]]
        found.append((one["name"], first, sorted(tie["from"]["name"] for tie in leads if not tie["primary"])))
    return sorted(found)


def _second(books: Books, town: str) -> list[tuple[str, list[str], list[str]]]:
    """By 上级组织, and by rows of 联动关系 that say 领导, 次."""
    others: dict[str, list[str]] = {}
    for line in books.of(Tie):
        if line["关系"] == "领导" and line["属性"] == "次":
            name = books.official(line["乙方"], line.file)
            others.setdefault(name, []).append(books.official(line["甲方"], line.file))
    return sorted(
        (line["名称"], [books.official(line["上级组织"], line.file)], sorted(others[line["名称"]]))
        for line in books.organizations(town=town)
        if line["名称"] in others
    )


def _breaks(data: Data) -> list[str]:
    return sorted(one["subject"]["name"] for one in nodes(data, "gaps"))


def _heard_breaks(data: Data) -> list[str]:
    return sorted(one["text"].split("没有党组织")[0] for one in nodes(data, "gaps"))


def _without_party(books: Books) -> list[str]:
    """A town, village or estate without a Party organisation, and a Party organisation that nobody leads."""
    villages = Villages(books)
    towns = {town for town, _ in villages.all}
    led = {line["所在地"] for line in books.organizations("镇党委", "党工委") if line["上级组织"]}
    broken = [*(towns - led), *(name for town, name in villages.all if not villages.top_party((town, name)))]
    kinds = ("小区党支部", "小区综合党支部")
    homes = {(line.file, line["所在地"]) for line in books.organizations(*kinds) if line["上级组织"]}
    estates = (line for line in books.of(Place) if line["类型"] == "小区")
    return sorted([*broken, *(one["名称"] for one in estates if (one.file, one["名称"]) not in homes)])


_STEPS = "depth primary parent body { id name } tie { kind { label } }"
QUESTIONS = (
    Competency(
        13,
        "从登科寺社区第1好邻居片的好邻居到区委，完整的纵向链条是什么？",
        on(f'{{ chain(body: "{CELL}", asOf: $DAY) {{ {_STEPS} head {{ post {{ name }} holder {{ name }} }} }} }}'),
        bodies,
        lambda books: over(books, CELL),
        Sentence("CHAIN"),
    ),
    Competency(
        14,
        "滨河雅苑小区综合党支部的上级、上级的上级是谁？",
        on(f'{{ chain(body: "滨河雅苑小区综合党支部", asOf: $DAY) {{ {_STEPS} }} }}'),
        _trunk,
        lambda books: _led_by(books, "滨河雅苑小区综合党支部"),
        Sentence("CHAIN"),
    ),
    Competency(
        15,
        "区妇联指导到哪几级，末端执委有哪些？",
        on(
            f'{{ chain(body: "区妇联", direction: DOWN, maxDepth: 1, asOf: $DAY) {{ {_STEPS} }} '
            f'town: chain(body: "登科街道妇联", direction: DOWN, maxDepth: 1, asOf: $DAY) {{ {_STEPS} }} }}'
        ),
        _guided,
        lambda books: {"镇街": _below(books, "区妇联"), "登科街道": _below(books, "登科街道妇联")},
        Sentence("CHAIN", heard=_guided_heard),
    ),
    Competency(
        16,
        "登科街道双重领导的组织有哪些，哪个是主？",
        on(
            '{ organizations(place: "登科街道", dual: true, first: 100, asOf: $DAY) { totalCount edges { node { name '
            'ties(kinds: ["LEADS"], direction: UP) { edges { node { primary from { name } } } } } } } }'
        ),
        _dual,
        lambda books: _second(books, "登科街道"),
        Sentence(
            "LIST",
            heard=lambda data: sorted(one["name"] for one in nodes(data, "organizations")),
            part=lambda expected: [one[0] for one in expected],
        ),
    ),
    Competency(
        17,
        "登科寺社区妇联的上级里，哪些是领导关系、哪些是指导关系？",
        on(f'{{ chain(body: "登科寺社区妇联", asOf: $DAY) {{ {_STEPS} }} }}'),
        _up,
        lambda books: _levels(books, "登科寺社区妇联"),
        Sentence("CHAIN"),
    ),
    Competency(
        18,
        "恩阳区的区、镇、村、小区四级链条，哪一级断了？",
        on(
            '{ gaps(place: "恩阳区", rules: ["chain_broken", "estate_without_party"], first: 100, asOf: $DAY) '
            "{ totalCount edges { node { rule text subject { ... on Body { name } } } } } }"
        ),
        _breaks,
        _without_party,
        Sentence("GAPS", heard=_heard_breaks),
    ),
)
