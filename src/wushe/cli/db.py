"""`wushe db`: the embedded Neo4j."""

from __future__ import annotations

from typing import Annotated

import typer

from wushe import server
from wushe.cli.console import err, out, print_json
from wushe.settings import load_settings

app = typer.Typer(help="内嵌的 Neo4j 数据库：启动、停止、查看。", no_args_is_help=True)


@app.command()
def start() -> None:
    """启动数据库（已在运行则不变）。"""
    endpoint = server.ensure(load_settings())
    out.print(f"数据库在 {endpoint.uri} 运行")


@app.command()
def stop() -> None:
    """停止数据库。"""
    out.print("数据库已停止" if server.stop(load_settings()) else "数据库本来就没有运行")


@app.command()
def status(json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档")] = False) -> None:
    """数据库是否在运行、在哪里。"""
    found = server.status(load_settings())
    if json:
        print_json({name: getattr(found, name) for name in found.__slots__})
    elif not found.embedded:
        out.print(f"使用外部数据库 {found.uri}（WUSHE_NEO4J_URI）")
    elif found.running:
        state = "运行中" if found.ready else "正在启动"
        out.print(f"{state}：{found.uri}，进程 {found.pid}，Neo4j {found.version}")
        err.print(f"数据目录 {found.home}")
    else:
        out.print(f"没有运行。数据目录 {found.home}")
