"""`wushe who` and `wushe ask`: the same GraphQL as everybody's, answered in whole on the machine itself."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.prompt import IntPrompt

from wushe.api.context import Viewer
from wushe.api.execute import execute
from wushe.cli.card import show_answer, show_rows
from wushe.cli.console import err, is_interactive, print_json, show_error
from wushe.cli.documents import ASK, WHO
from wushe.cli.session import graph_of, settings_for
from wushe.errors import AmbiguousError, BadInputError, Candidate, NotFoundError, UnavailableError, WusheError
from wushe.graph import Graph
from wushe.settings import Settings

AS_OF = Annotated[str | None, typer.Option("--as-of", help="哪一天的情况，如 2024-03-01；默认今天")]
JSON = Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档（GraphQL 的形状）")]
ERRORS: dict[str, type[WusheError]] = {
    "NOT_FOUND": NotFoundError,
    "AMBIGUOUS": AmbiguousError,
    "BAD_INPUT": BadInputError,
    "UNAVAILABLE": UnavailableError,
    "TIMEOUT": UnavailableError,
}


def who(
    matter: Annotated[str, typer.Argument(help="事项：名称、别名或编码")],
    place: Annotated[str, typer.Argument(help="地点：名称、编码或标识")],
    as_of: AS_OF = None,
    json: JSON = False,
) -> None:
    """这件事，在这个地方，找谁。"""
    settings = settings_for(as_of)
    with graph_of(settings) as graph:
        answer = _who(graph, settings, {"matter": matter, "place": place})
    if json:
        print_json(answer)
    else:
        show_answer(answer)


def ask(
    question: Annotated[str, typer.Argument(help="一句话的问题，如：登科寺社区矛盾纠纷找谁")],
    choice: Annotated[int | None, typer.Option("--choice", help="有几种理解时选第几种，从 1 数起")] = None,
    as_of: AS_OF = None,
    json: JSON = False,
) -> int:
    """用一句平常话问：某地某事找谁，谁的电话，上级是谁，有几个网格……"""
    settings = settings_for(as_of)
    with graph_of(settings) as graph:
        answer = run_document(graph, settings, ASK, {"question": question, "choice": choice})["ask"]
        if not json and answer["result"] is None and is_interactive() and _to_choose(answer):
            number = _choose([reading["text"] for reading in answer["readings"]]) + 1
            answer = run_document(graph, settings, ASK, {"question": question, "choice": number})["ask"]
    if json:
        print_json(answer)
    if answer["result"] is None:
        error = _not_understood(answer)
        show_error(error)
        return error.exit_code
    if not json:
        err.print(f"[dim]{escape(understood(answer['understood']))}[/]")
        if answer["result"]["__typename"] == "Responsibility":
            show_answer(answer["result"])
        else:
            show_rows(answer)
    return 0


def _to_choose(answer: dict[str, Any]) -> bool:
    """Whether there is something to choose from, or to confirm."""
    return len(answer["readings"]) > 1 or answer["understood"]["guessed"]


def understood(reading: dict[str, Any]) -> str:
    """What was understood and what was ignored."""
    ignored = f"；没有用到：{'、'.join(reading['ignored'])}" if reading["ignored"] else ""
    return f"理解为：{reading['text']}{ignored}"


def _not_understood(answer: dict[str, Any]) -> NotFoundError:
    """What is missing or what it may mean; a question without an answer is wrong usage."""
    candidates = tuple(
        Candidate((r["place"] or {}).get("id", ""), r["text"], "", r["text"]) for r in answer["readings"]
    )
    return NotFoundError(answer["text"].rstrip("。"), candidates=candidates if _to_choose(answer) else ())


def _who(graph: Graph, settings: Settings, names: dict[str, str]) -> dict[str, Any]:
    """Ask; where a name is ambiguous and somebody sits at the terminal, let them choose."""
    try:
        data = run_document(graph, settings, WHO, names)
    except AmbiguousError as error:
        if not is_interactive():
            raise
        err.print(escape(error.message))
        chosen = error.candidates[_choose([c.path or c.name for c in error.candidates])]
        argument = "matter" if chosen.id.startswith("matter:") else "place"
        return _who(graph, settings, {**names, argument: chosen.id})
    answer: dict[str, Any] = data["whoIsResponsible"]
    return answer


def _choose(labels: list[str]) -> int:
    for number, label in enumerate(labels, 1):
        err.print(f"  {number}. {escape(label)}")
    choices = [str(number) for number in range(1, len(labels) + 1)]
    return IntPrompt.ask("请选择", console=err, choices=choices) - 1


def run_document(graph: Graph, settings: Settings, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Run a GraphQL document as the machine's own user; its first error is raised as ours."""
    response = execute(graph, settings, document, variables, Viewer.LOCAL)
    if errors := response.get("errors"):
        raise _error(errors[0])
    data: dict[str, Any] = response["data"]
    return data


def _error(error: dict[str, Any]) -> WusheError:
    extensions = error.get("extensions", {})
    kind = ERRORS.get(extensions.get("code", ""), WusheError)
    found = tuple(Candidate(c["id"], c["name"], c["kind"], c.get("path", "")) for c in extensions.get("candidates", ()))
    return kind(error["message"].rstrip("。"), candidates=found)
