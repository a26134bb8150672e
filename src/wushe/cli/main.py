"""The commands in one list, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path

import typer
from rich.markup import escape

from wushe.cli import check, db, export, load, questions, serve, setup
from wushe.cli.console import err, print_json, show_error
from wushe.cli.usage import in_chinese
from wushe.errors import WusheError
from wushe.settings import CHINA, load_settings

INTERRUPTED = 130
CLICK_ERROR = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""What all errors of usage derive from; typer brings a click of its own, which it does not export."""

app = typer.Typer(
    name="wushe",
    help="五社：县域基层治理的“谁负责、怎么联”。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(setup.init)
app.command("template")(setup.template)
app.command("load")(load.load)
app.command("who")(questions.who)
app.command("ask")(questions.ask)
app.command("check")(check.check_rules)
app.command("export")(export.export)
app.command("serve")(serve.serve)
app.command("demo")(serve.demo)
app.command("sdl")(serve.print_sdl)
app.add_typer(db.app, name="db")


def main() -> None:
    """Run the command line; an error is one line on standard error, never a traceback."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    try:
        code = app(args=arguments, standalone_mode=False)
        return code if isinstance(code, int) else 0
    except Exception as error:  # the last resort is here: no traceback reaches a user
        return _told(error, as_json="--json" in arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _told(error: Exception, *, as_json: bool) -> int:
    """Say an error in a line, and in the shape of GraphQL's errors where JSON is asked for; its exit code."""
    if isinstance(error, typer.Abort):
        return INTERRUPTED
    if isinstance(error, WusheError):
        show_error(error)
        code, told = error.exit_code, {"message": str(error), "extensions": error.extensions}
    elif isinstance(error, CLICK_ERROR):
        text: str = error.format_message()  # type: ignore[attr-defined]
        if type(error).__name__ == "NoArgsIsHelpError":
            err.print(text)
            return 2
        line = f"{in_chinese(text)}。加 --help 查看用法"
        err.print(f"[bold red]用法不对：[/]{escape(line)}")
        code, told = 2, {"message": line, "extensions": {"code": "BAD_INPUT"}}
    else:
        line = f"程序内部出错（{type(error).__name__}），没有写到一半的文件（分批载入的用 wushe load --resume 接着载完）。记录在 {_record(error)}，请反馈"
        err.print(f"[bold red]{escape(line)}[/]")
        code, told = 70, {"message": line, "extensions": {"code": "INTERNAL"}}
    if as_json:
        print_json({"errors": [told]})
    return code


def _record(error: BaseException) -> Path:
    """Keep where it happened, without any value: messages may quote a spreadsheet."""
    log = load_settings().home / "wushe.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(CHINA).isoformat()} {type(error).__name__}\n")
        file.writelines(traceback.format_tb(error.__traceback__))
    return log
