"""The organisers' page: one box, and the answer as anybody may see it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse

from wushe.api.context import Context
from wushe.api.documents import ASK, SUGGEST
from wushe.api.execute import run
from wushe.api.guard import style_policy
from wushe.api.rows import left_out, rows_of
from wushe.api.types.naming import brief
from wushe.api.view import Viewer
from wushe.errors import WusheError
from wushe.graph import Graph
from wushe.queries.examples import Examples, examples
from wushe.schema import Axis, DutyRole, TenureStatus
from wushe.schema.values import AXIS_LABELS, ROLE_LABELS, STATUS_LABELS, UPPER
from wushe.settings import Settings

EXAMPLES = 6
STATUS = {"UNAVAILABLE": 503, "TIMEOUT": 504, "INTERNAL": 500}
_NUMBER = re.compile(r"[0-9-]{3,20}")


def router(graph: Graph, settings: Settings) -> APIRouter:
    """The page."""
    routes = APIRouter()

    @routes.get("/", include_in_schema=False)
    async def home(q: str = "", choice: int | None = None) -> HTMLResponse:
        question = q.strip()
        if not question:
            return _render("empty.html", question="", shown=await _examples(graph, settings))
        told = await run(graph, settings, ASK, {"question": question, "choice": choice}, Viewer.STRANGER)
        if errors := told.get("errors"):
            code = errors[0]["extensions"]["code"]
            return failed("没能回答", errors[0]["message"], STATUS.get(code, 400), question=question)
        answer = told["data"]["ask"]
        if result := answer["result"]:
            if result["__typename"] == "Responsibility":
                return _render("answer.html", question=question, answer=answer, result=result)
            rows, left = rows_of(result), left_out(result)
            return _render("rows.html", question=question, answer=answer, rows=rows, left=left)
        found = await _suggestions(graph, settings, answer["understood"])
        shown = await _examples(graph, settings)
        return _render("unclear.html", question=question, answer=answer, found=found, shown=shown)

    return routes


def failed(title: str, message: str, status: int, *, question: str = "") -> HTMLResponse:
    """A page that says what went wrong."""
    return _render("failed.html", status=status, question=question, title=title, message=message)


async def _examples(graph: Graph, settings: Settings) -> Examples:
    """Examples of questions; none when the database does not answer: the page itself still opens."""
    context = Context(graph, settings, Viewer.STRANGER)
    try:
        scope = await context.scope(context.today)
        return await context.read(examples, scope.counties, EXAMPLES, context.today)
    except WusheError:
        return Examples([], [])


async def _suggestions(graph: Graph, settings: Settings, understood: dict[str, Any]) -> list[dict[str, Any]]:
    """Places and matters that look like the words that were not understood."""
    words = max(understood["ignored"], key=len, default="")
    if not words:
        return []
    told = await run(graph, settings, SUGGEST, {"text": words}, Viewer.STRANGER)
    return (told["data"] or {}).get("resolve") or []


def _render(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    css, environment = _style(), _environment()
    html = environment.get_template(template).render(css=Markup(css), **values)  # noqa: S704 - our own file
    return HTMLResponse(html, status_code=status, headers={"Content-Security-Policy": style_policy(css)})


@cache
def _style() -> str:
    return files("wushe.api").joinpath("templates", "page.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wushe.api"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"link": link, "path": path, "numbers": numbers, "brief": _brief}
    environment.filters |= {
        "role": lambda code: ROLE_LABELS[DutyRole(code)],
        "axis": lambda code: AXIS_LABELS[Axis(code)],
        "status": lambda code: STATUS_LABELS[TenureStatus(code)],
    }
    return environment


def _brief(body: dict[str, Any]) -> str:
    return brief(body["name"], body["aliases"])


def link(*names: str) -> str:
    """The address of the page for a question made of these names."""
    return f"/?q={quote(''.join(names))}"


def path(place: dict[str, Any] | None) -> list[str]:
    """The names of a place, the county first, itself last."""
    if place is None:
        return []
    above = [a["name"] for a in reversed(place["ancestors"]) if a["kind"]["code"] not in UPPER]
    return [*above, place["name"]]


def numbers(line: str | None) -> list[tuple[str, str]]:
    """Each number of a line as it is shown, and as a telephone dials it (empty where it cannot)."""
    shown = (line or "").split("、") if line else []
    return [(number, number.replace("-", "") if _NUMBER.fullmatch(number) else "") for number in shown]
