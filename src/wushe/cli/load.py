"""`wushe load`: spreadsheets and lists into the graph, and a report that says what to do next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from wushe.cli.console import err, out, print_json
from wushe.cli.progress import counting
from wushe.cli.proposing import proposing
from wushe.cli.reporting import show_reports
from wushe.cli.session import day, graph_of, graph_to_load
from wushe.errors import BadInputError
from wushe.loaders.load import LoadOptions, load_paths
from wushe.loaders.undo import undo as undo_load
from wushe.settings import Settings, load_settings


def load(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(show_default=False, metavar="文件…", help="文件或文件夹：.xlsx、.xls、.csv、.csv.gz"),
    ] = None,
    *,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="文件说明的是哪一天；默认取标题里的日期，否则今天")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="文件说明的是哪里（区划代码）")] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="文件是其范围内的全部名单：不再列出的到文件日期为止")
    ] = False,
    allow_shrink: Annotated[
        str | None, typer.Option("--allow-shrink", metavar="N%", help="--complete 最多可终止原名单的多少；不写为 20%")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有一行不合格就整个文件不载入")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="试算：逐行列出会新增、改变、终止什么，不写入")] = False,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="载入", help="撤销一次载入：它的编号，或文件名的开头")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="版式.toml", help="按这个版式读名册（自己的版式文件）")
    ] = None,
    propose_mapping: Annotated[
        bool, typer.Option("--propose-mapping", help="不载入；为认不出的名册写一份版式草稿，供核对、保存")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="版式.toml", help="--propose-mapping 写到哪个文件")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="只把上次没有载入完的接着载完")] = False,
    json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档")] = False,
) -> int:
    """载入名册、清单和区划名单；每个文件合格的行要么全部载入，要么一行也不载入（超过 25,000 行的分批载入）。"""
    settings = load_settings()
    given: dict[str, object] = {"文件": paths, "--as-of": as_of, "--place": place, "--mapping": mapping}
    given |= {"--complete": complete, "--allow-shrink": allow_shrink, "--strict": strict, "--dry-run": dry_run}
    given |= {"--propose-mapping": propose_mapping, "-o": output, "--undo": undo, "--resume": resume}
    _check_together({name for name, value in given.items() if value})
    if undo is not None:
        return _undo(settings, undo, json=json)
    if propose_mapping or output is not None:
        return proposing(paths or [], settings, output if propose_mapping else Path(), json=json)
    options = LoadOptions(
        as_of=day(as_of) if as_of else None,
        place=place,
        strict=strict,
        dry_run=dry_run,
        complete=complete,
        allow_shrink=_share(allow_shrink, complete) if allow_shrink is not None else None,
        mapping=mapping,
    )
    if dry_run:
        with graph_of(settings) as graph:
            reports = load_paths(graph, paths or [], settings, options)
    else:
        with graph_to_load(settings) as (graph, resumed), counting("写入") as progress:
            reports = load_paths(graph, paths, settings, options, progress) if paths else resumed
    if not reports:
        err.print("没有需要接着载完的文件")
    if json:
        print_json([report.to_json() for report in reports])
    else:
        show_reports(reports)
    if dry_run and len(reports) > 1:
        err.print("[yellow]注意：[/]每个文件都是对着现在的图试算的，看不到前面的文件会载入什么")
    return max((report.exit_code for report in reports), default=0)


ALONE = {"--undo": "--undo 后面写载入的编号，例如 wushe load --undo load:1a2b", "--resume": "例如 wushe load --resume"}
"""Options that stand for a whole command, with how each is written."""


def _check_together(given: set[str]) -> None:
    """Refuse options that do not go together, and a command that says nothing.

    Raises:
        BadInputError: what to leave out, or what to write.
    """
    for option, hint in ALONE.items():
        if option in given and (others := sorted(given - {option})):
            raise BadInputError(f"{option} 单独使用，不能和{'、'.join(others)}一起", hint=hint)
    if not given & {"文件", *ALONE}:
        raise BadInputError("没有写要载入的文件", hint="例如 wushe load 名册.xlsx；加 --help 查看用法")


def _share(text: str, complete: bool) -> float:
    """30% or 0.3 as a share.

    Raises:
        BadInputError: it is none, or nothing would end anyway.
    """
    if not complete:
        raise BadInputError("--allow-shrink 只和 --complete 一起用", hint="请加上 --complete，或去掉 --allow-shrink")
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,6})?)\s*([%％]?)", text.strip())
    share = float(match[1]) / (100 if match[2] else 1) if match else None
    if share is None or share > 1:
        raise BadInputError(f"--allow-shrink {text} 不是比例", hint="请写成 30% 或 0.3，不超过 100%")
    return share


def _undo(settings: Settings, called: str, *, json: bool) -> int:
    with graph_to_load(settings) as (graph, _):
        undone = undo_load(graph, called, settings)
    if json:
        print_json({"load": undone.load, "file": undone.title, "state": "UNDONE", **undone.counts})
    else:
        out.print(
            f"已撤销 {escape(undone.title)}（{undone.load}）：撤去 {undone.removed} 条、恢复 {undone.restored} 条事实"
            + (f"；另有 {undone.kept} 条还有别的依据，保留" if undone.kept else "")
        )
    return 0
