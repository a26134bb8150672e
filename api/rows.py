"""Answers other than who is responsible, as rows that the page and the terminal show alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wushe.schema import DutyRole, TenureStatus
from wushe.schema.text import post_of
from wushe.schema.values import CHANGE_LABELS, ROLE_LABELS, STATUS_LABELS, ChangeKind

Answer = Mapping[str, Any]
CONTACT = "contact { phone officePhone masked hours verifiedOn }"
_HEAD = f"body {{ name }} post {{ name }} holder {{ name }} {CONTACT}"
_SUCCESSION = "from { name } to { name parent { name } } on kind"
DOCUMENT = f"""
fragment Rows on AnswerResult {{
  __typename
  ... on ContactConnection {{ totalCount edges {{ node {{ person {{ name }} post {{ name }} body {{ name }} status {CONTACT} }} }} }}
  ... on ChainResult {{ steps {{ depth parent primary broken body {{ id name }} tie {{ kind {{ label }} }} head {{ {_HEAD} }} }} }}
  ... on Linkage {{ paths {{ hops text steps {{ text {CONTACT} }} }} }}
  ... on FiveSocietiesConnection {{ totalCount edges {{ node {{ place {{ name }} missing linked }} }} }}
  ... on CoverageConnection {{ totalCount edges {{ node {{ place {{ name }} owners gap responsible {{ role standIn {_HEAD} }} }} }} }}
  ... on GapConnection {{ totalCount edges {{ node {{ text fix }} }} }}
  ... on Lineage {{ predecessors {{ {_SUCCESSION} }} successors {{ {_SUCCESSION} }} }}
  ... on PlaceConnection {{ totalCount edges {{ node {{ name }} }} }}
  ... on OrganizationConnection {{ totalCount edges {{ node {{ name {CONTACT} }} }} }}
  ... on FigureResult {{ figures {{ label reported computed unit agrees note }} }}
  ... on Whistle {{ mustReport {{ role {_HEAD} duty {{ timeLimitHours }} }} }}
  ... on NeedConnection {{ totalCount edges {{ node {{ text raisedBy {{ name }} takenBy {{ name }} }} }} }}
  ... on TieConnection {{ totalCount edges {{ node {{ text role contribution }} }} }}
}}
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is, a remark beside it, how to reach it; `depth` is how far it stands in."""

    text: str
    note: str = ""
    contact: Answer | None = None
    depth: int = 0


def rows_of(result: Answer) -> list[Row]:
    """The rows of an answer."""
    return list(_ROWS[result["__typename"]](result))


def left_out(result: Answer) -> int:
    """How many items of a list are not among its rows."""
    total = result.get("totalCount")
    return max(0, total - len(result["edges"])) if total is not None else 0


def _nodes(result: Answer) -> Iterator[Answer]:
    return (edge["node"] for edge in result["edges"])


def _contacts(result: Answer) -> Iterator[Row]:
    for one in _nodes(result):
        status = one["status"]
        how = f"（{STATUS_LABELS[TenureStatus(status)]}）" if status and status != TenureStatus.SUBSTANTIVE else ""
        name = one["person"]["name"] if one["person"] else "空缺"
        yield Row(name, post_of(one["body"]["name"], one["post"]["name"]) + how, one["contact"])


def _chain(result: Answer) -> Iterator[Row]:
    for step in result["steps"]:
        word = f"{step['tie']['kind']['label']}{'' if step['primary'] else '（次要一方）'}" if step["tie"] else ""
        broken = "这一级断开" if step["broken"] else ""
        head = step["head"]
        who = _who(head) if head and head["post"] else ""
        note = "；".join(part for part in (word, who, broken) if part)
        yield Row(step["body"]["name"], note, head["contact"] if head else None, step["depth"])


def _linkage(result: Answer) -> Iterator[Row]:
    for path in result["paths"]:
        yield Row(f"{path['hops']} 步", "")
        for step in path["steps"]:
            yield Row(step["text"], "", step["contact"], 1)


def _five(result: Answer) -> Iterator[Row]:
    for one in _nodes(result):
        missing = f"缺{'、'.join(one['missing'])}" if one["missing"] else "五社齐全"
        yield Row(one["place"]["name"], f"{missing}，{'已' if one['linked'] else '没有全部'}联动")


GAPS = {
    "PLACE_NOT_VALID": "这个地方在这一天不存在",
    "BEFORE_DATA": "这一天还没有资料",
    "NO_DUTY": "责任清单没有规定由谁主责",
    "NARROWER_ONLY": "事项太宽，请问得更具体",
    "VACANT": "岗位空缺",
    "OVERLAPPING": "有几家同为主责，请一并联系",
}
"""What each gap means."""


def _coverage(result: Answer) -> Iterator[Row]:
    for one in _nodes(result):
        leads = [step for step in one["responsible"] if step["role"] == DutyRole.LEAD]
        said = "；".join(_who(step) for step in leads)
        note = "；".join(part for part in (said, GAPS[one["gap"]] if one["gap"] else "") if part)
        held = next((step for step in leads if step["holder"]), leads[0] if leads else None)
        yield Row(one["place"]["name"], note, held["contact"] if held else None)


def _gaps(result: Answer) -> Iterator[Row]:
    return (Row(one["text"], one["fix"]) for one in _nodes(result))


def _lineage(result: Answer) -> Iterator[Row]:
    for one in (*result["predecessors"], *result["successors"]):
        now = one["to"]["name"] if one["to"] else "去向不明"
        yield Row(f"{one['from']['name']} → {now}", f"{one['on']} {CHANGE_LABELS[ChangeKind(one['kind'])]}")


def _named(result: Answer) -> Iterator[Row]:
    return (Row(one["name"], contact=one.get("contact")) for one in _nodes(result))


def _figures(result: Answer) -> Iterator[Row]:
    for one in result["figures"]:
        numbers = [f"{word} {one[field]:g}{one['unit'] or ''}" for word, field in _NUMBERS if one[field] is not None]
        agree = {True: "相符", False: "不符"}.get(one["agrees"], "")
        yield Row(one["label"], "，".join(part for part in (*numbers, agree) if part))


_NUMBERS = (("公布", "reported"), ("按台账重算", "computed"))


def _whistle(result: Answer) -> Iterator[Row]:
    for one in result["mustReport"]:
        hours = (one["duty"] or {}).get("timeLimitHours")
        role = ROLE_LABELS[DutyRole(one["role"])] if one["role"] else ""
        yield Row(
            _who(one), "，".join(part for part in (role, f"{hours:g} 小时内" if hours else "") if part), one["contact"]
        )


def _needs(result: Answer) -> Iterator[Row]:
    for one in _nodes(result):
        taken = "、".join(body["name"] for body in one["takenBy"])
        yield Row(one["text"], f"{one['raisedBy']['name']}提出，{taken + '认领' if taken else '还没有单位认领'}")


def _ties(result: Answer) -> Iterator[Row]:
    for one in _nodes(result):
        yield Row(one["text"], one["contribution"] or "")


def _who(step: Answer) -> str:
    post, holder = step["post"], step["holder"]
    where = post_of(step["body"]["name"], post["name"]) if post else step["body"]["name"]
    return where + (holder["name"] if holder else "（空缺）" if post else "")


_ROWS: dict[str, Callable[[Answer], Iterator[Row]]] = {
    "ContactConnection": _contacts,
    "ChainResult": _chain,
    "Linkage": _linkage,
    "FiveSocietiesConnection": _five,
    "CoverageConnection": _coverage,
    "GapConnection": _gaps,
    "Lineage": _lineage,
    "PlaceConnection": _named,
    "OrganizationConnection": _named,
    "FigureResult": _figures,
    "Whistle": _whistle,
    "NeedConnection": _needs,
    "TieConnection": _ties,
}
