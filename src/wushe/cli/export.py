"""`wushe export`: what the graph knows, as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from wushe.cli.console import err, out, print_json
from wushe.cli.session import day, graph_of
from wushe.loaders.exporting.tables import export_tables
from wushe.settings import load_settings


class Format(StrEnum):
    """What can be written."""

    TABLES = "tables"


def export(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="文件.xlsx", help="写到哪个文件")],
    form: Annotated[Format, typer.Option("--format", help="tables：八张表，带标识，可以再载入")] = Format.TABLES,
    place: Annotated[str | None, typer.Option("--place", help="只要这个地方的；不写则范围内的全部")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="只要这一天有效的；不写则历史也要")] = None,
    json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档")] = False,
) -> None:
    """导出：图里的内容写成表格，改好可以再载入，也可以载入到另一个图。"""
    settings = load_settings()
    with graph_of(settings) as graph:
        done = export_tables(graph, settings, output, place, day(as_of) if as_of else None)
    if json:
        print_json({"file": str(done.path), "format": form.value, "rows": done.rows, "leftOut": done.left})
        return
    counts = "、".join(f"{label} {count} 行" for label, count in done.rows.items())
    out.print(f"已导出 {escape(str(done.path))}：{counts}")
    if done.left:
        err.print(f"另有 {done.left} 条关系、责任或需求涉及范围以外的单位，没有导出")
    err.print("[yellow]注意：[/]文件里有完整的姓名和电话，请妥善保管")
