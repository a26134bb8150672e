"""E. The five societies, and where they are missing."""

from __future__ import annotations

from collections import defaultdict

from tests.competency.books import Books
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.competency.villages import Villages, five
from wushe.samples.generator.tables import Society

SOCIETIES = ("community", "socialOrganizations", "socialWorkers", "volunteers", "charity")
Totals = dict[str, tuple[int, ...]]
"""Of each town: villages, those that have all five, those that are linked; then those that have each."""


def _totals(data: Data) -> Totals:
    return {
        one["place"]["name"]: tuple(one[name] for name in ("villages", "complete", "linked", *SOCIETIES))
        for one in data["fiveSocieties"]["totals"]
    }


def _totals_heard(data: Data) -> Totals:
    return {
        one["place"]["name"]: (one["villages"], one["complete"], one["linked"])
        for one in data["fiveSocieties"]["totals"]
    }


def _counted(books: Books) -> Totals:
    found: dict[str, list[int]] = defaultdict(lambda: [0] * 8)
    for (town, _), present, linked in five(books):
        for at, value in enumerate((True, all(present), linked, *present)):
            found[town][at] += value
    return {town: tuple(counts) for town, counts in found.items()}


def _lacking(data: Data) -> list[str]:
    return sorted(one["place"]["name"] for one in nodes(data, "fiveSocieties"))


def _unserved(books: Books) -> list[str]:
    return sorted(
        name
        for (_, name), (_, organizations, workers, _, charity), _ in five(books)
        if organizations and not workers and not charity
    )


def _without(data: Data) -> dict[str, list[str]]:
    """Towns without a station, and villages of one town without a room."""
    return {
        "没有社工站的镇": sorted(one["name"] for one in nodes(data, "towns") if not one["organizations"]["totalCount"]),
        "没有社工室的村": sorted(
            one["name"] for one in nodes(data, "villages") if not one["organizations"]["totalCount"]
        ),
    }


def _no_station(books: Books) -> dict[str, list[str]]:
    villages = Villages(books)
    stations = {line["所在地"] for line in books.organizations("社工站")}
    return {
        "没有社工站的镇": sorted({town for town, _ in villages.all} - stations),
        "没有社工室的村": sorted(
            village[1]
            for village in villages.all
            if village[0] == "玉山镇" and not villages.there(village, "社工室", "社工站")
        ),
    }


Served = dict[str, list[str]]


def _several(data: Data) -> dict[str, Served]:
    """Who serves several; and who serves nobody, or has nobody in its posts."""
    found: Served = {}
    idle: Served = {}
    for one in nodes(data, "organizations"):
        served = sorted(tie["to"]["name"] for tie in nodes(one, "ties"))
        held = [held for post in nodes(one, "posts") for held in nodes(post, "tenures")]
        if len(served) > 1:
            found[one["name"]] = served
        if not served or not held:
            idle[one["name"]] = served
    return {"服务几个社区": found, "挂名": idle}


def _listed(books: Books) -> dict[str, Served]:
    villages = Villages(books)
    found: Served = {}
    idle: Served = {}
    for line in books.of(Society):
        home = villages.called(line["所在地"], line.file)
        if home is None or home[0] != "登科街道":
            continue
        called = [villages.called(name, line.file) for name in line.split("服务社区")]
        served = sorted(village[1] for village in called if village)
        if len(served) > 1:
            found[line["组织名称"]] = served
        if not served or line["负责人"] in {"", "空缺"}:
            idle[line["组织名称"]] = served
    return {"服务几个社区": found, "挂名": idle}


def _three(data: Data) -> tuple[int, int]:
    """In how many villages the three are there and linked, of how many."""
    rows = list(nodes(data, "fiveSocieties"))
    three = ("socialOrganizations", "socialWorkers", "volunteers")
    return sum(row["linked"] and all(row[name]["present"] for name in three) for row in rows), len(rows)


def _linked(books: Books) -> tuple[int, int]:
    rows = [(present[1:4], linked) for (town, _), present, linked in five(books) if town == "登科街道"]
    return sum(linked and all(three) for three, linked in rows), len(rows)


_CELLS = " ".join(f"{name} {{ present count }}" for name in SOCIETIES)
_ROW = f"place {{ name }} {_CELLS} missing linked"
_PAGE = "pageInfo { hasNextPage endCursor }"
_STATION = 'organizations(kind: ["social_work_station"]) { totalCount }'
QUESTIONS = (
    Competency(
        26,
        "恩阳区各村（社区）五社覆盖矩阵",
        on(
            '{ fiveSocieties(place: "恩阳区", first: 20, asOf: $DAY) { totalCount totals { place { name } villages '
            f"complete linked {' '.join(SOCIETIES)} }} edges {{ node {{ {_ROW} }} }} {_PAGE} }} }}"
        ),
        _totals,
        _counted,
        Sentence(
            "FIVE_SOCIETIES",
            heard=_totals_heard,
            part=lambda expected: {town: counts[:3] for town, counts in expected.items()},
        ),
        reading="各镇街的村（社区）数、五社齐全的、各社相连的，有社区、社会组织、社会工作者、志愿者、慈善资源的",
    ),
    Competency(
        27,
        "恩阳区哪些社区有社会组织但没有社工、没有慈善基金？",
        on(
            '{ fiveSocieties(place: "恩阳区", present: [SOCIAL_ORGANIZATIONS], missing: [SOCIAL_WORKERS, CHARITY], asOf: $DAY) '
            f"{{ edges {{ node {{ {_ROW} }} }} {_PAGE} }} }}"
        ),
        _lacking,
        _unserved,
        Sentence("FIVE_SOCIETIES"),
        paged=True,
    ),
    Competency(
        28,
        "恩阳区哪些镇没有社工站，玉山镇哪些村没有社工室？",
        on(
            f'{{ towns: places(place: "恩阳区", kind: ["town"], first: 50, asOf: $DAY) '
            f"{{ edges {{ node {{ name {_STATION} }} }} }} "
            f'villages: places(place: "玉山镇", kind: ["village"], first: 100, asOf: $DAY) '
            f"{{ edges {{ node {{ name {_STATION} }} }} }} }}"
        ),
        _without,
        _no_station,
        Sentence(
            "FIVE_SOCIETIES",
            "玉山镇哪些村没有社工室？",
            heard=_lacking,
            part=lambda expected: expected["没有社工室的村"],
        ),
    ),
    Competency(
        29,
        "登科街道的社会组织，哪些同时服务几个社区，哪些是挂名（没有服务对象，或没有人任职）？",
        on(
            '{ organizations(place: "登科街道", kind: ["social_organization"], first: 100, asOf: $DAY) { edges { node { name '
            'ties(kinds: ["SERVES"], direction: DOWN) { edges { node { to { name } } } } '
            "posts { edges { node { vacant tenures { edges { node { id } } } } } } } } } }"
        ),
        _several,
        _listed,
    ),
    Competency(
        30,
        "登科街道志愿队、社工、社会组织三者有联动关系的社区比例？",
        on(f'{{ fiveSocieties(place: "登科街道", first: 100, asOf: $DAY) {{ edges {{ node {{ {_ROW} }} }} }} }}'),
        _three,
        _linked,
        Sentence("FIVE_SOCIETIES"),
        reading="三者都在并且相连的社区数，社区总数",
    ),
)
