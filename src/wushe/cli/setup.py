"""`wushe init` and `wushe template`: the skeleton of a county and blank rosters to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from wushe.cli.console import err, out, print_json
from wushe.cli.progress import counting
from wushe.cli.session import graph_to_load
from wushe.errors import BadInputError
from wushe.loaders.divisions.load import InitResult, init_country, init_county
from wushe.loaders.template import write_blank_rosters, write_template
from wushe.settings import load_settings


def init(
    code: Annotated[str | None, typer.Argument(help="区县的六位区划代码，如 511903")] = None,
    area_code: Annotated[str | None, typer.Option("--area-code", help="电话区号，补全名册里的座机，如 0827")] = None,
    country: Annotated[bool, typer.Option("--country", help="载入随附的全国区划名单（约 66 万条）")] = False,
    json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档")] = False,
) -> None:
    """建立一个区县的骨架：区县、镇街、村(社区)，并写出空白名册。"""
    if (code is None) == (not country):
        raise BadInputError("请写一个区县代码，或者 --country", hint="例如 wushe init 511903")
    settings = load_settings()
    with graph_to_load(settings) as (graph, _):
        if code is None:
            with counting("载入全国区划") as progress:
                listed = init_country(graph, progress=progress, settings=settings)
            if json:
                print_json({"rows": listed.rows, "counties": listed.counties, "lists": list(listed.days)})
            else:
                out.print(f"全国区划：{listed.rows} 条，{listed.counties} 个区县")
            return
        found = init_county(graph, code, area_code=area_code)
    written = write_blank_rosters(Path(f"rosters-{found.county}"), found.name)
    if json:
        print_json(_document(found, written))
    else:
        _show(found, written)


def _document(found: InitResult, written: list[Path]) -> dict[str, object]:
    return {
        "county": found.county,
        "name": found.name,
        "path": found.path,
        "towns": found.towns,
        "villages": found.villages,
        "lists": list(found.lists),
        "added": found.result.added,
        "changed": found.result.changed,
        "ended": found.result.ended,
        "rosters": [str(path) for path in written],
    }


def _show(found: InitResult, written: list[Path]) -> None:
    days = "、".join(day.isoformat() for day in found.lists)
    out.print(f"[bold]{escape(found.path)}[/]（{found.county}）：{found.towns} 个镇街，{found.villages} 个村(社区)")
    out.print(f"[dim]区划名单：{days}[/]")
    if not found.result.added and not found.result.changed:
        out.print("已经建立过，没有改动")
    if written:
        out.print(f"空白名册写在 {written[0].parent}/，填好后运行：wushe load {written[0].parent}")
    else:
        err.print("空白名册已经在了，没有覆盖")


def template(
    table: Annotated[str | None, typer.Argument(help="哪张表，如 任职 或 tenures；不写则八张都要")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="写到哪个 .xlsx")] = Path("wushe.xlsx"),
) -> None:
    """写出空白表格：表头、示例、下拉选项。"""
    write_template(output, table)
    out.print(f"已写出 {output}；删去示例行，填好后运行：wushe load {output}")
