"""F, the rest of it: Party organisations, published figures, and who wears two hats."""

from __future__ import annotations

from collections import defaultdict

from tests.competency.books import Books, town_of
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.competency.villages import COMMITTEES, Villages
from wushe.samples.generator.tables import Figure, Organization, Place

MASS = ("妇联主席", "团支部书记", "工会主席", "残协主席")
COUNTED = {
    "party_committees": ("党委",),
    "general_branches": ("党总支",),
    "branches": ("党支部", "网格党支部", "小区党支部"),
    "estate_branches": ("小区综合党支部",),
    "enlarged_committees": ("社区大党委",),
}
"""The figures of Party organisations, and the kinds that the rosters write."""


Share = list[tuple[str, int, int]]
"""Of each town how many estates have a Party organisation, and how many it has; the town with the most first."""


def _sorted(estates: list[tuple[str, bool]]) -> Share:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for town, has in estates:
        counts[town][0] += has
        counts[town][1] += 1
    return sorted(((town, has, of) for town, (has, of) in counts.items()), key=lambda one: (-one[1], one[0]))


def _estates(data: Data) -> Share:
    return _sorted(
        [
            (
                next(above["name"] for above in one["ancestors"] if above["kind"]["code"] == "town"),
                bool(one["organizations"]["totalCount"]),
            )
            for one in nodes(data, "places")
        ]
    )


def _with_party(books: Books) -> Share:
    kinds = ("小区党支部", "小区综合党支部")
    homes = {(town_of(line), line["所在地"]) for line in books.organizations(*kinds)}
    estates = [line for line in books.of(Place) if line["类型"] == "小区"]
    return _sorted([(town_of(line), (town_of(line), line["名称"]) in homes) for line in estates])


Published = dict[str, tuple[float, float]]
"""Figures: as published, and as counted."""


def _figures(data: Data) -> Published:
    return {one["code"]: (one["reported"], one["computed"]) for one in data["figures"] if one["code"] in COUNTED}


def _rows(books: Books) -> Published:
    reported = {line["编码"]: float(line["数值"]) for line in books.of(Figure)}
    below = {line["名称"] for line in books.of(Place)} | {
        line["上级"] + line["名称"] for line in books.of(Place) if line["类型"] == "村(社区)"
    }
    counts = {
        code: sum(line["类型"] in kinds and line["所在地"] in below for line in books.of(Organization))
        for code, kinds in COUNTED.items()
    }
    return {code: (reported[code], float(count)) for code, count in counts.items()}


Concurrent = dict[str, tuple[int, int]]
"""How many of how many."""


def _both(data: Data) -> Concurrent:
    top = {
        step["body"]["place"]["name"]: step["head"]["holder"]["id"]
        for step in data["chain"]
        if step["depth"] and step["body"]["place"]["kind"]["code"] == "village" and step["body"]["kind"]["code"] in TOP
    }
    directors = {one["body"]["place"]["name"]: one["person"]["id"] for one in nodes(data, "directors")}
    found = {"一肩挑": (sum(directors[village] == person for village, person in top.items()), len(top))}
    for post in MASS:
        mine = (one for one in nodes(data, "mass") if one["body"]["place"]["kind"]["code"] == "village")
        held = [one["status"] for one in mine if one["post"]["name"] == post]
        found[post] = (held.count("CONCURRENT"), len(held))
    return found


TOP = {"party_committee", "general_branch", "party_branch"}


def _two_hats(books: Books) -> Concurrent:
    villages = Villages(books)
    mine = [village for village in villages.all if village[0] == "登科街道"]
    both = 0
    for village in mine:
        top = villages.top_party(village)
        [committee] = villages.there(village, *COMMITTEES)
        assert top
        both += books.holders(top["名称"], "书记") == books.holders(committee["名称"], "主任")
    found = {"一肩挑": (both, len(mine))}
    for post in MASS:
        here = [line for line in books.tenures(post) if villages.called(line["所在地"], line.file) in mine]
        found[post] = (sum(line["任职方式"] == "兼任" for line in here), len(here))
    return found


_TOWN = "ancestors { name kind { code } }"
QUESTIONS = (
    Competency(
        33,
        "各镇街有多少小区，其中多少建立了党组织？",
        on(
            f'{{ places(place: "恩阳区", kind: ["estate"], first: 100, asOf: $DAY) {{ edges {{ node {{ name {_TOWN} '
            'organizations(kind: ["party_branch", "estate_branch"]) { totalCount } } } } }'
        ),
        _estates,
        _with_party,
        Sentence(
            "COUNT",
            "恩阳区建立党组织的小区有多少个？",
            heard=lambda data: [one["computed"] for one in data["figures"] if one["code"] == "estates_with_party"],
            part=lambda expected: [float(sum(has for _, has, _ in expected))],
        ),
        reading="建立党组织的小区数，小区总数",
    ),
    Competency(
        34,
        "党委47、总支107、支部843与台账是否一致，差在哪？",
        on('{ figures(place: "恩阳区", asOf: $DAY) { code label reported computed agrees note } }'),
        _figures,
        _rows,
        Sentence(
            "COUNT",
            "恩阳区有多少个村（社区）党委？",
            heard=lambda data: _figures(data)["party_committees"],
            part=lambda expected: expected["party_committees"],
        ),
        reading="公布的数，按台账数出的数",
    ),
    Competency(
        35,
        "登科街道书记主任“一肩挑”的比例，村（社区）“两委”兼任群团职务的情况？",
        on(
            '{ chain(body: "登科街道党工委", direction: DOWN, maxDepth: 1, asOf: $DAY) { depth '
            "body { kind { code } place { name kind { code } } } head { holder { id } } } "
            'directors: contacts(place: "登科街道", post: ["主任"], first: 100, asOf: $DAY) '
            "{ edges { node { person { id } body { place { name kind { code } } } } } } "
            'mass: contacts(place: "登科街道", post: ["妇联主席", "团支部书记", "工会主席", "残协主席"], '
            "first: 200, asOf: $DAY) { edges { node { post { name } status body { place { kind { code } } } } } } }"
        ),
        _both,
        _two_hats,
        reading="兼任的，一共",
    ),
)
