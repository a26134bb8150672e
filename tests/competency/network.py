"""H. Joint work as a network: who is in the middle, and what holds it together."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tests.competency.books import Books, is_current
from tests.competency.joint import (
    Network,
    betweenness,
    components,
    constraint,
    density,
    joint,
    network,
    shared_pairs,
    without,
)
from tests.competency.model import Competency, Data, nodes, on
from wushe.samples.generator.tables import Organization, Place, Society, Tenure

HOME = "登科寺社区"
ID = "place:511903001002"
COMMITTEE, PARTY, ENLARGED = "登科寺社区居民委员会", "中共登科街道登科寺社区委员会", "登科寺社区大党委"
POSTS = ("书记", "副书记", "主任", "副主任", "委员", "妇联主席", "团支部书记", "工会主席", "残协主席", "网格长")
Measures = dict[str, Any]


def _measures(tied: Network) -> Measures:
    """Size, density, and who is in the middle."""
    between = betweenness(tied)
    by_ties = sorted(tied, key=lambda node: (-len(tied[node]), node))
    middle = sorted(tied, key=lambda node: (-round(between[node], 6), node))
    return {
        "节点": len(tied),
        "联动关系": sum(len(near) for near in tied.values()) // 2,
        "密度": round(density(tied), 4),
        "度最高": [(node, len(tied[node])) for node in by_ties[:3]],
        "中介中心性最高": [(node, round(between[node], 4)) for node in middle[:3]],
        "约束系数": {node: round(constraint(tied, node), 4) for node in (COMMITTEE, PARTY, ENLARGED) if node in tied},
    }


def _told(data: Data) -> Network:
    """The ties of the community itself and of what is located in it."""
    bodies = [data["node"], *nodes(data, "organizations")]
    return network((tie["from"]["name"], tie["to"]["name"]) for body in bodies for tie in nodes(body, "ties"))


def _places(books: Books) -> set[str]:
    """The community and what lies in it."""
    return {HOME} | {line["名称"] for line in books.of(Place) if line["上级"] == HOME}


def _read(books: Books) -> Network:
    places = _places(books)
    here = {HOME} | {line["名称"] for line in books.of(Organization) if line["所在地"] in places}
    here |= {line["组织名称"] for line in books.of(Society) if line["所在地"] in places}
    return network((one, two) for _, one, two in joint(books) if one in here or two in here)


Broken = dict[str, Any]


def _pieces(tied: Network, bodies: dict[str, set[str]]) -> Broken:
    """Into how many pieces it falls without each hub; and how far people tie bodies together."""
    hubs = (ENLARGED, COMMITTEE, f"{HOME}党建联席会议")
    several = [where for where in bodies.values() if len(where) > 1]
    return {
        "原有几块": components(tied),
        **{f"去掉{hub}": components(without(tied, hub)) for hub in hubs},
        "任职人": len(bodies),
        "任职两处以上": len(several),
        "由人相连的组织对": shared_pairs(several),
    }


def _held(data: Data) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in nodes(data, "contacts"):
        found[one["person"]["id"]].add(one["body"]["name"])
    return found


def _posts(books: Books) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    places = _places(books)
    for line in books.of(Tenure):
        if (
            line["岗位"] in POSTS
            and line["姓名"] != "空缺"
            and is_current(line)
            and (line["所在地"] or line["单位"]) in places
        ):
            found[line["姓名"]].add(books.official(line["单位"], line.file))
    return found


_TIES = "ties(axis: JOINT, first: 100) { edges { node { kind { code } from { name } to { name } } } }"
_NETWORK = (
    f'node(id: "{ID}", asOf: $DAY) {{ ... on Body {{ name {_TIES} }} }} '
    f'organizations(place: "{HOME}", first: 100, asOf: $DAY) {{ edges {{ node {{ name {_TIES} }} }} }}'
)
QUESTIONS = (
    Competency(
        39,
        f"{HOME}联动网络的密度、度、中介中心性和约束系数；居委会、党组织是否独占中心？",
        on(f"{{ {_NETWORK} }}"),
        lambda data: _measures(_told(data)),
        lambda books: _measures(_read(books)),
    ),
    Competency(
        40,
        f"去掉某个枢纽后{HOME}的联动网络碎成几块；任职人员与组织的连锁程度？",
        on(
            f'{{ {_NETWORK} contacts(place: "{HOME}", post: [{", ".join(f"{chr(34)}{post}{chr(34)}" for post in POSTS)}], '
            "first: 200, asOf: $DAY) { edges { node { person { id } body { name } } } } }"
        ),
        lambda data: _pieces(_told(data), _held(data)),
        lambda books: _pieces(_read(books), _posts(books)),
    ),
)
