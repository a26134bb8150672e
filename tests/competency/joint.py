"""The joint work in the spreadsheets, and the measures of a network: plain Python over sets of pairs."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import combinations

from tests.competency.books import Books, is_current
from wushe.samples.generator.tables import MemberUnit, Society, Tie

JOINT = {
    "成员": "MEMBER_OF",
    "服务": "SERVES",
    "共建": "PARTNERS_WITH",
    "资助": "FUNDS",
    "双报到": "PAIRED_WITH",
    "合署": "HOSTS",
    "阵地": "HOSTS",
    "吹哨": "WHISTLES_TO",
}
"""The kinds of joint work, as the sheets write them."""
Pair = tuple[str, str]
Network = dict[str, set[str]]


def joint(books: Books) -> Iterator[tuple[str, str, str]]:
    """Every tie of joint work: its kind, from whom, to whom, by full names."""
    for line in books.of(Tie):
        if line["关系"] in JOINT and is_current(line):
            yield JOINT[line["关系"]], books.official(line["甲方"], line.file), books.official(line["乙方"], line.file)
    for line in books.of(MemberUnit):
        yield "MEMBER_OF", books.official(line["成员单位"], line.file), books.official(line["所属大党委"], line.file)
    for line in books.of(Society):
        for village in line.split("服务社区"):
            yield "SERVES", line["组织名称"], village


def network(pairs: Iterable[Pair]) -> Network:
    """Who is tied to whom, whichever way."""
    found: Network = defaultdict(set)
    for one, two in pairs:
        if one != two:
            found[one].add(two)
            found[two].add(one)
    return dict(found)


def without(found: Network, hub: str) -> Network:
    """A network after somebody left it."""
    return {node: near - {hub} for node, near in found.items() if node != hub}


def density(found: Network) -> float:
    """The share of pairs that are tied."""
    size = len(found)
    return sum(len(near) for near in found.values()) / (size * (size - 1))


def components(found: Network) -> list[int]:
    """The sizes of the pieces, the largest first."""
    left, sizes = set(found), []
    while left:
        piece, queue = set(), [next(iter(left))]
        while queue:
            node = queue.pop()
            if node not in piece:
                piece.add(node)
                queue += found[node] - piece
        left -= piece
        sizes.append(len(piece))
    return sorted(sizes, reverse=True)


def betweenness(found: Network) -> dict[str, float]:
    """On what share of the shortest paths between all pairs of others each lies (Brandes)."""
    score = dict.fromkeys(found, 0.0)
    for source in found:
        order, before, count = _paths_from(found, source)
        depends = dict.fromkeys(found, 0.0)
        for node in reversed(order):
            for nearer in before[node]:
                depends[nearer] += count[nearer] / count[node] * (1 + depends[node])
            if node != source:
                score[node] += depends[node]
    pairs = (len(found) - 1) * (len(found) - 2)
    return {node: value / pairs for node, value in score.items()}


def _paths_from(found: Network, source: str) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
    """The nodes by distance, the ones before each on the shortest paths, and how many such paths there are."""
    order, queue, far = [], deque([source]), {source: 0}
    before: dict[str, list[str]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int, {source: 1})
    while queue:
        node = queue.popleft()
        order.append(node)
        for near in sorted(found[node]):
            if near not in far:
                far[near] = far[node] + 1
                queue.append(near)
            if far[near] == far[node] + 1:
                before[near].append(node)
                count[near] += count[node]
    return order, before, count


def constraint(found: Network, node: str) -> float:
    """Burt's constraint: how far all that a node is tied to is tied to each other."""

    def share(one: str, two: str) -> float:
        return 1 / len(found[one]) if two in found[one] else 0.0

    return sum(
        (share(node, other) + sum(share(node, by) * share(by, other) for by in found[node] if by != other)) ** 2
        for other in found[node]
    )


def shared_pairs(groups: Iterable[Iterable[str]]) -> int:
    """How many pairs of bodies share a member."""
    return len({pair for group in groups for pair in combinations(sorted(set(group)), 2)})
