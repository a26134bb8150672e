"""The answer at a terminal: the person and the phone first, then why, then who next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.markup import escape

from wushe.api.rows import GAPS, left_out, rows_of
from wushe.cli.console import out
from wushe.schema import Axis, DutyRole, TenureStatus
from wushe.schema.text import post_of
from wushe.schema.values import AXIS_LABELS, ROLE_LABELS, STATUS_LABELS, UPPER

Step = dict[str, Any]
SHOWN = 8
"""Lines of a list that are shown before the rest is counted."""


def show_answer(answer: dict[str, Any]) -> None:
    """Print a `Responsibility`."""
    out.print()
    path = " / ".join(a["name"] for a in reversed(answer["place"]["ancestors"]) if a["kind"]["code"] not in UPPER)
    out.print(
        f"[bold]{escape(answer['place']['name'])} · {escape(answer['matter']['name'])}[/]   [dim]{answer['asOf']}[/]"
    )
    if path:
        out.print(f"[dim]{escape(path)}[/]")
    for gap in answer["gaps"]:
        out.print(f"[bold yellow]{gap}[/] {GAPS[gap]}")
    leads = [step for step in answer["responsible"] if step["role"] == "LEAD"]
    for step in leads:
        _show_first(step)
    _show_why(answer["why"])
    _show_steps("其他责任", [step for step in answer["responsible"] if step["role"] != "LEAD"])
    _show_steps("找不到人时，依次联系", answer["escalation"])
    _show_names("可以问得更具体的地点", answer["finer"])
    _show_names("可以问得更具体的事项", answer["narrower"])
    if answer["considered"]:
        _heading("没有选用的")
        for other in answer["considered"][:SHOWN]:
            out.print(f"  [dim]{escape(other['body']['name'])}：{escape(other['reason'])}[/]")
        _rest(len(answer["considered"]))
    out.print()


def show_rows(answer: dict[str, Any]) -> None:
    """Print an answer that is a list, a chain or a way to somebody."""
    out.print()
    out.print(f"[bold green]{escape(answer['text'])}[/]   [dim]{answer['asOf']}[/]")
    rows, left = rows_of(answer["result"]), left_out(answer["result"])
    if rows:
        _heading("明细")
    for row in rows:
        parts = (f"[bold]{escape(row.text)}[/]", escape(row.note), _numbers(row.contact or {}, brief=True))
        out.print("  " + "  " * row.depth + "   ".join(part for part in parts if part))
    if left:
        out.print(f"  [dim]还有 {left} 条没有列出；请把范围问得小一些，或用 GraphQL 翻页[/]")
    out.print()


def _show_first(step: Step) -> None:
    out.print()
    style = "bold green" if step["holder"] or not step["post"] else "bold yellow"
    stand_in = "[bold yellow]代管[/] " if step["standIn"] else ""
    out.print(
        f"  {stand_in}[{style}]{_who(step)}[/]  {_post(step) if step['post'] else ''}  [dim]{_role(step)}{_limit(step)}[/]"
    )
    phones = _phones(step)
    if phones:
        out.print(f"  {phones}")
    elif step["holder"] or not step["post"]:
        out.print("  [yellow]没有登记电话[/]")


def _phones(step: Step, *, brief: bool = False) -> str:
    return _numbers(step["contact"] or {}, brief=brief)


def _numbers(contact: Mapping[str, Any], *, brief: bool) -> str:
    parts = [
        f"办公电话 [bold]{escape(contact['officePhone'])}[/]" if contact.get("officePhone") else "",
        f"手机 [bold]{escape(contact['phone'])}[/]" if contact.get("phone") else "",
        f"[dim]{escape(contact['hours'])}[/]" if contact.get("hours") and not brief else "",
    ]
    return "   ".join(part for part in parts if part)


def _post(step: Step) -> str:
    return escape(post_of(step["body"]["name"], step["post"]["name"]) if step["post"] else step["body"]["name"])


def _role(step: Step) -> str:
    status = step["status"]
    shown = f"（{STATUS_LABELS[TenureStatus(status)]}）" if status and status != "SUBSTANTIVE" else ""
    return f"{ROLE_LABELS[DutyRole(step['role'])] if step['role'] else ''}{shown}"


def _limit(step: Step) -> str:
    hours = (step["duty"] or {}).get("timeLimitHours")
    return f"，时限 {hours:g} 小时" if hours else ""


def _show_why(why: list[dict[str, Any]]) -> None:
    _heading("依据")
    for number, reason in enumerate(why, 1):
        latest = sorted(reason["provenance"], key=lambda p: p["source"]["asOf"], reverse=True)
        sources = "；".join(dict.fromkeys(_source(p) for p in latest[:2]))
        out.print(f"  {number}. {escape(reason['text'])}" + (f"  [dim]〔{escape(sources)}〕[/]" if sources else ""))


def _source(provenance: dict[str, Any]) -> str:
    sheet = f"·{provenance['sheet']}" if provenance["sheet"] else ""
    row = f" 第{provenance['row']}行" if provenance["row"] else ""
    return f"{provenance['source']['title']}{sheet}{row}"


def _show_steps(title: str, steps: list[Step]) -> None:
    if not steps:
        return
    _heading(title)
    for step in steps:
        axis = AXIS_LABELS[Axis(step["axis"])] if step["axis"] else _role(step)
        who = f"[bold]{_who(step)}[/]  {_post(step)}" if step["post"] else f"[bold]{_who(step)}[/]"
        out.print("   ".join(part for part in (f"  [cyan]{axis}[/]  {who}", _phones(step, brief=True)) if part))


def _who(step: Step) -> str:
    if step["holder"]:
        return escape(step["holder"]["name"])
    return "空缺" if step["post"] else escape(step["body"]["name"])


def _show_names(title: str, nodes: list[dict[str, Any]]) -> None:
    if nodes:
        _heading(title)
        out.print("  " + escape("、".join(node["name"] for node in nodes[:SHOWN])))
        _rest(len(nodes))


def _rest(count: int) -> None:
    if count > SHOWN:
        out.print(f"  [dim]共 {count} 个，显示 {SHOWN} 个；用 --json 看全部[/]")


def _heading(title: str) -> None:
    out.print()
    out.print(f"[bold]{title}[/]")
