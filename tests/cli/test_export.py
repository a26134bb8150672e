"""`wushe export`: the file, the report, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county

Wushe = Callable[..., tuple[int, str, str]]


@pytest.fixture
def county(graph: Graph) -> Graph:
    """The towns and villages of a county, and nothing else."""
    init_county(graph, "511903")
    return graph


def test_a_place_into_a_file_that_loads(county: Graph, wushe: Wushe) -> None:
    """Standard output has one JSON document; what became of units elsewhere is left out; the file loads and changes nothing."""
    code, out, err = wushe("export", "--format", "tables", "--place", "明阳镇", "-o", "明阳镇.xlsx", "--json")
    told = json.loads(out)
    assert (code, told["file"], told["leftOut"]) == (0, "明阳镇.xlsx", 6)
    assert told["rows"]["区划与网格"] > 18
    assert err == ""
    code, out, _ = wushe("load", "明阳镇.xlsx", "--json")
    (report,) = json.loads(out)
    assert (code, report["added"], report["changed"], report["ended"]) == (0, 0, 0, 0)


def test_people_are_told_what_is_in_it(county: Graph, wushe: Wushe) -> None:
    """How many rows of what, and to keep it safe."""
    code, out, err = wushe("export", "-o", "全部.xlsx", "--as-of", "2024-01-01")
    assert code == 0
    assert "区划与网格 330 行" in out
    assert "妥善保管" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "一.csv"), ".xlsx"),
        (("-o", "有.xlsx"), "已存在"),
        (("-o", "文件夹.xlsx"), "已存在"),
        (("-o", "二.xlsx", "--place", "没有这镇"), "没有找到地点"),
        (("-o", "三.xlsx", "--place", "青龙村"), "有 2 处"),
        (("-o", "四.xlsx", "--as-of", "去年"), "日期"),
        (("-o", "五.xlsx", "--format", "doc"), "--format"),
        ((), "-o"),
    ],
)
def test_what_is_wrong_is_said(county: Graph, wushe: Wushe, arguments: tuple[str, ...], said: str) -> None:
    """One line, exit 2, no file."""
    Path("有.xlsx").write_bytes(b"1")
    Path("文件夹.xlsx").mkdir()
    code, out, err = wushe("export", *arguments)
    assert (code, out) == (2, "")
    assert said in err.splitlines()[0]
    assert sorted(path.name for path in Path().glob("*.xlsx")) == ["文件夹.xlsx", "有.xlsx"]


def test_an_empty_graph_has_nothing_to_export(graph: Graph, wushe: Wushe) -> None:
    """It says what to do first."""
    code, _, err = wushe("export", "-o", "空.xlsx")
    assert code == 3
    assert "没有可以导出的内容" in err
    assert not Path("空.xlsx").exists()
