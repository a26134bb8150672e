"""G. Then and now."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from tests.competency.books import DAY, Books, day_of, is_current, town_of
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.samples.conftest import Line
from wushe.samples.generator.tables import Officer, Tenure

GONE, BEFORE, AFTER = "青木镇", "2019-10-31", "2020-06-30"
COMMUNITY, PARTY, BUREAU = "高岸社区", "高岸社区党委", "区住建局"
DAYS = (date(2022, 1, 1), date(2023, 1, 1), date(2024, 3, 1))
CHANGE = (date(2024, 3, 1), date(2024, 9, 15))
YEAR_BEFORE, SOON = date(2023, 8, 2), date(2024, 11, 1)
Went = list[tuple[str, str | None, str | None]]
"""Each village, what it is now, and in which town."""


@cache
def _listed(day: str) -> dict[str, tuple[str, str]]:
    """Name and parent of every code of the published list of a day."""
    path = files("wushe.loaders.divisions").joinpath("data", f"511903_{day}.csv")
    rows = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    return {row["code"]: (row["name"], row["parent_code"]) for row in rows}


def _named(name: str) -> str:
    """青木村村民委员会 is 青木村, and 青木桥居民委员会 is 青木桥社区."""
    for ending, kind in (("村民委员会", "村"), ("村委会", "村"), ("居民委员会", "社区"), ("居委会", "社区")):
        if name.endswith(ending):
            return name.removesuffix(ending).removesuffix(kind) + kind
    return name


def _where(_: Books) -> Went:
    """By the lists: a village whose whole name has come up anew in one place is that; others are no more."""
    then, now = _listed(BEFORE), _listed(AFTER)
    [town] = [code for code, (name, _) in then.items() if name == GONE]
    anew = {code: found for code, found in now.items() if code not in then}
    went: Went = []
    for name in (_named(name) for name, parent in then.values() if parent == town):
        found = [now[parent][0] for other, parent in anew.values() if _named(other) == name]
        went.append((name, name, found[0]) if len(found) == 1 else (name, None, None))
    return sorted(went, key=lambda one: one[0])


def _became(data: Data) -> Went:
    lineage = data["lineage"]
    return sorted(
        (
            (
                one["from"]["name"],
                one["to"] and one["to"]["name"],
                one["to"] and one["to"]["parent"]["name"],
            )
            for one in nodes(lineage, "children")
        ),
        key=lambda one: one[0],
    )


def _rows(books: Books, body: str, post: str) -> list[Line]:
    """The rows of a post; of one person the last file's."""
    rows = [*books.of(Tenure), *books.later(Tenure)]
    found = {line["姓名"]: line for line in rows if (line["单位"], line["岗位"]) == (body, post)}
    return list(found.values())


def _holder(books: Books, body: str, post: str, day: date) -> list[str]:
    return [line["姓名"] for line in _rows(books, body, post) if is_current(line, day)]


Held = dict[str, list[str]]


def _in_office(books: Books) -> Held:
    found = {f"{day} {COMMUNITY}": _holder(books, PARTY, "书记", day) for day in DAYS}
    found |= {f"{day} {BUREAU}": _holder(books, BUREAU, "局长", day) for day in CHANGE}
    last = sorted(_rows(books, PARTY, "书记"), key=lambda line: day_of(line["起始日期"]), reverse=True)
    found["历任"] = [f"{line['姓名']} {day_of(line['起始日期'])}–{_until(line)}" for line in last]
    return found


def _until(line: Line) -> str:
    """The day after the last."""
    last = line["终止日期"]
    return str(day_of(last, last=True) + timedelta(days=1)) if last else "今"


def _holders(data: Data) -> Held:
    found = {f"{day} {COMMUNITY}": _names(data[f"c{at}"]) for at, day in enumerate(DAYS)}
    found |= {f"{day} {BUREAU}": _names(data[f"b{at}"]) for at, day in enumerate(CHANGE)}
    [body] = nodes(data, "organizations")
    [post] = nodes(body, "posts")
    found["历任"] = [f"{one['person']['name']} {one['since']}–{one['until'] or '今'}" for one in nodes(post, "tenures")]
    return found


def _names(page: Data) -> list[str]:
    return [edge["node"]["person"]["name"] for edge in page["edges"]]


def _on(alias: str, body: str, post: str, day: date) -> str:
    return (
        f'{alias}: contacts(organization: "{body}", post: ["{post}"], asOf: "{day}") '
        "{ edges { node { person { name } } } }"
    )


Turnover = dict[str, Any]


def _changed(data: Data) -> Turnover:
    """The grids whose officer left within a year, how long officers have served, and terms that end within three months."""
    left = []
    for one in nodes(data, "changes"):
        post = one["subject"].get("post", one["subject"])
        if post.get("kind") == {"code": "grid_officer"}:
            left.append((one["on"], post["body"]["name"]))
    grids = [held for grid in nodes(data, "places") for post in nodes(grid, "posts") for held in nodes(post, "tenures")]
    return _turnover(
        left,
        [date.fromisoformat(held["since"]) for held in grids if held["sincePrecision"] in {"DAY", "MONTH", "YEAR"}],
        [one["text"] for one in nodes(data, "gaps")],
    )


def _turnover(left: list[tuple[str, str]], since: list[date], over: list[str]) -> Turnover:
    served = [(DAY - day).days / 365.25 for day in since]
    return {
        "换过网格员的网格": sorted(left),
        "平均任期（年）": round(sum(served) / len(served), 2),
        "三个月内届满": over,
    }


def _left(books: Books) -> Turnover:
    """By the rows of former officers; the town's roster; and 届满, which no sheet of the sample tells."""
    former = [line for line in books.of(Tenure) if line["岗位"] == "专职网格员" and line["终止日期"]]
    ended = [(day_of(line["终止日期"], last=True) + timedelta(days=1), line["单位"]) for line in former]
    roster = (line for line in books.of(Officer) if town_of(line) == "登科街道")
    assert not any("届满" in header for line in books.of(Tenure) for header in line.values)
    return _turnover(
        [(str(day), grid) for day, grid in ended if YEAR_BEFORE <= day <= DAY],
        [day_of(line["任职时间"]) for line in roster if line["任职时间"]],
        [],
    )


_OFFICERS = (
    'places(place: "登科街道", kind: ["grid"], first: 100, asOf: $DAY) { edges { node { posts(kind: ["grid_officer"]) '
    "{ edges { node { tenures { edges { node { since sincePrecision } } } } } } } } }"
)
_POST = "kind { code } body { name }"
_CHANGES = (
    f'changes(place: "登科街道", from: "{YEAR_BEFORE}", to: $DAY, kinds: [HOLDER_CHANGED, ENDED], first: 200) '
    f"{{ edges {{ node {{ on text subject {{ ... on Post {{ {_POST} }} ... on Tenure {{ post {{ {_POST} }} }} }} }} }} }}"
)
_DAYS = [_on(f"c{at}", PARTY, "书记", day) for at, day in enumerate(DAYS)]
_DAYS += [_on(f"b{at}", BUREAU, "局长", day) for at, day in enumerate(CHANGE)]
QUESTIONS = (
    Competency(
        36,
        f"2020年镇村建制调整前，{GONE}下辖哪些村，现在归谁？",
        f'{{ lineage(place: "{GONE}") {{ children(asOf: "2019-12-31", first: 100) {{ totalCount edges {{ node {{ '
        "from { name } to { name parent { name } } on kind } } } } }",
        _became,
        _where,
        Sentence("LINEAGE"),
    ),
    Competency(
        37,
        f"2024年3月1日谁是{COMMUNITY}书记？历任名单？",
        f'{{ {" ".join(_DAYS)} organizations(place: "{COMMUNITY}", kind: ["party_committee"], asOf: "{DAYS[-1]}") '
        '{ edges { node { name posts(kind: ["secretary"]) { edges { node { '
        "tenures(history: true) { edges { node { person { name } since until } } } } } } } } } }",
        _holders,
        _in_office,
        Sentence(
            "POST_HOLDER",
            f"2024年3月1日谁是{COMMUNITY}书记？",
            heard=lambda data: _names(data["contacts"]),
            part=lambda expected: expected[f"{DAYS[-1]} {COMMUNITY}"],
        ),
    ),
    Competency(
        38,
        "登科街道近一年更换过网格员的网格、网格员的平均任期，三个月内届满的支部？",
        on(
            f"{{ {_CHANGES} {_OFFICERS} "
            f'gaps(place: "登科街道", rules: ["post_over_term"], asOf: "{SOON}") {{ edges {{ node {{ text }} }} }} }}'
        ),
        _changed,
        _left,
    ),
)
