"""Which tables a sheet may be of: the contract's, the packaged rosters, people's own, or one that somebody names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wushe.errors import BadInputError
from wushe.loaders.layouts import Layout, faults, layouts
from wushe.loaders.privacy import shown
from wushe.schema import schema
from wushe.schema.kinds import Table

FOLDER = "layouts"
"""Of `WUSHE_HOME`, where people keep layouts of their own."""
_MESSAGES = {"missing": "缺少这一项，请补上", "extra_forbidden": "没有这一项，请删去或改正拼写"}
_chosen: ContextVar[tuple[Table, ...] | None] = ContextVar("tables", default=None)


def candidates() -> tuple[Table, ...]:
    """The tables that a sheet may be of, the contract's first."""
    return _chosen.get() or (*_contract(), *layouts().values())


@contextmanager
def reading_as(tables: tuple[Table, ...]) -> Iterator[None]:
    """Recognise sheets as these tables only."""
    token = _chosen.set(tables)
    try:
        yield
    finally:
        _chosen.reset(token)


def tables_of(home: Path, mapping: Path | None = None) -> tuple[Table, ...]:
    """What a file may be read as: the one layout of a mapping file; else all tables and rosters, people's own included.

    Raises:
        BadInputError: a layout that cannot be used; the message names the file and the key.
    """
    if mapping is not None:
        return (_whole(read_layout(mapping)),)
    own = {path.stem: read_layout(path) for path in sorted((home / FOLDER).glob("*.toml"))}
    return (*_contract(), *(layouts() | own).values())


def read_layout(path: Path) -> Layout:
    """A mapping file, checked.

    Raises:
        BadInputError: it cannot be read, or a word of it means nothing.
    """
    name = f"版式文件 {shown(str(path))}"
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        layout = Layout.model_validate({**data, "code": path.stem})
    except ValidationError as error:
        raise BadInputError(f"{name}：{_first(error)}", hint=_HINT) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(f"{name} 不是 TOML：{_where(error)}", hint=_HINT) from None
    except OSError as error:
        raise BadInputError(f"{name} 无法读取（{error.strerror}）", hint="请检查路径和权限") from None
    if wrong := next(faults(layout), None):
        raise BadInputError(f"{name}：{wrong}", hint=_HINT)
    return layout


_HINT = "请改正后重试；可用 wushe load --propose-mapping 名册.xlsx 得到一份样子"


def _contract() -> list[Table]:
    return sorted(schema().tables.values(), key=lambda table: table.order)


def _whole(layout: Layout) -> Layout:
    """A layout that somebody names decides by itself: no header speaks against it."""
    return layout.model_copy(update={"without": ()})


def _first(error: ValidationError) -> str:
    """The first thing that is wrong: its key, and what to do."""
    found = error.errors(include_url=False, include_input=False)[0]
    return f"{_key(found['loc'])}：{_MESSAGES.get(found['type'], '类型不对，请照随附版式的写法')}"


def _key(location: tuple[Any, ...]) -> str:
    """columns[2].field, counted from 1."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(parts).removeprefix(".")


def _where(error: Exception) -> str:
    line = re.search(r"at line (\d+)", str(error))
    return f"第 {line[1]} 行写法有误" if line else "写法有误或不是 UTF-8"
