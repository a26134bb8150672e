"""`wushe load --propose-mapping`: a draft of a layout for a roster that nobody knows."""

from __future__ import annotations

import shlex
from pathlib import Path

from rich.markup import escape

from wushe.cli.console import err, out, print_json
from wushe.cli.session import graph_of
from wushe.errors import BadInputError
from wushe.loaders.layouts.known import tables_of
from wushe.loaders.privacy import shown
from wushe.loaders.propose import Proposal, known_to, propose
from wushe.settings import Settings


def proposing(paths: list[Path], settings: Settings, output: Path | None, *, json: bool) -> int:
    """Print a draft, or write it where it does not overwrite anything.

    Raises:
        BadInputError: not one file, or a place to write to that is taken or makes no sense.
    """
    if output == Path():
        raise BadInputError("-o 只和 --propose-mapping 一起用", hint="请加上 --propose-mapping，或去掉 -o")
    if len(paths) != 1 or not paths[0].is_file():
        raise BadInputError(
            "--propose-mapping 要写一个文件", hint="例如 wushe load --propose-mapping 名册.xlsx -o 版式.toml"
        )
    if output is not None and output.exists():
        raise BadInputError(f"{shown(str(output))} 已存在，没有覆盖", hint="请换一个文件名，或先移走它")
    tables = tables_of(settings.home)
    with graph_of(settings) as graph:
        proposal = graph.read(
            lambda reader: propose(paths[0], tables, known_to(reader, settings.counties, settings.default_day))
        )
    if output is not None:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(proposal.text)
    _tell(proposal, paths[0], output, json=json)
    return 0


def _tell(proposal: Proposal, path: Path, output: Path | None, *, json: bool) -> None:
    if json:
        print_json(
            {
                "file": shown(path.name),
                "sheet": proposal.sheet,
                "label": proposal.label,
                "columns": proposal.columns,
                "mapping": proposal.text,
                "output": str(output) if output else None,
            }
        )
        return
    where = shlex.quote(shown(str(output))) if output else "版式.toml"
    if output is None:
        out.print(escape(proposal.text), end="")
    known = sum(column["field"] is not None for column in proposal.columns)
    err.print(f"{len(proposal.columns)} 列里认出 {known} 列。" + ("" if output else "请把上面的草稿存成文件。"))
    name = shlex.quote(shown(str(path)))
    err.print(
        f"[bold]下一步：[/]核对、改正 {escape(where)}，再运行：wushe load --mapping {escape(where)} {escape(name)}"
    )
