"""`wushe load --dry-run` says what would change and changes nothing; `--undo` leaves the graph as it was before a load."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions.load import init_county

Wushe = Callable[..., tuple[int, str, str]]
HEAD = ["单位", "岗位", "姓名", "联系电话"]


@pytest.fixture
def county(graph: Graph) -> Graph:
    """The towns and villages of a county, and nothing else."""
    init_county(graph, "511903")
    return graph


def roster(name: str, day: str, *rows: list[str]) -> str:
    """A roster of a day."""
    book = openpyxl.Workbook()
    for row in ([f"登科街道名册 填报时间：{day}"], HEAD, *rows):
        book.worksheets[0].append(row)
    book.worksheets[0].title = "名册"
    book.save(name)
    return name


def first() -> str:
    """Two posts held, one with a phone."""
    return roster(
        "甲.xlsx",
        "2024-03-01",
        ["登科寺社区", "社工", "张样例", "12000000001"],
        ["登科寺社区", "妇联主席", "李样例", ""],
    )


def second() -> str:
    """One holder replaced, a phone changed."""
    return roster(
        "乙.xlsx",
        "2024-07-01",
        ["登科寺社区", "社工", "张样例", "12000000002"],
        ["登科寺社区", "妇联主席", "王样例", ""],
    )


def result(command: Wushe, *arguments: str) -> dict[str, object]:
    """The one report of `wushe load --json`."""
    code, out, _ = command("load", "--json", *arguments)
    assert code == 0
    (report,) = json.loads(out)
    return dict(report)


def test_a_trial_says_row_by_row_what_a_load_then_does(county: Graph, wushe: Wushe) -> None:
    """The same counts, the rows, old and new values; and the graph untouched."""
    result(wushe, first())
    before = fingerprint(county)
    tried = result(wushe, "--dry-run", second())
    assert fingerprint(county) == before
    changes = tried["changes"]
    assert isinstance(changes, list)
    told = {(one["effect"], one["row"]): one for one in changes if one["target"].startswith("holds:")}
    assert {key[:2] for key in told} == {("changed", 3), ("ended", 4), ("added", 4)}
    assert told["changed", 3]["fields"] == [{"field": "phone", "old": "12000000001", "new": "12000000002"}]
    assert "手机 12000000001 改为 12000000002" in told["changed", 3]["text"]
    assert "李样例" in told["ended", 4]["text"]
    assert "2024-06-30" in told["ended", 4]["text"]
    assert "王样例 → 登科寺社区妇联主席" in told["added", 4]["text"].replace(
        "登科寺社区妇联妇联主席", "登科寺社区妇联主席"
    )
    loaded = result(wushe, second())
    assert {n: tried[n] for n in ("added", "changed", "ended", "rows")} == {
        n: loaded[n] for n in ("added", "changed", "ended", "rows")
    }
    assert loaded["changes"] is None


def test_a_trial_in_words(county: Graph, wushe: Wushe) -> None:
    """A line a change, and the summary says that nothing was written."""
    code, out, _ = wushe("load", "--dry-run", first())
    assert code == 0
    assert "试算，没有写入" in out
    assert "新增  任职 张样例" in out
    assert "（工作表“名册”第 3 行）" in out


def test_a_list_can_be_tried_too(county: Graph, wushe: Wushe) -> None:
    """A newer list of divisions: what it would rename, and nothing is written."""
    rows = ["code,name,level,parent_code", "51,四川省,province,", "5119,巴中市,city,51", "511903,恩阳区,county,5119"]
    rows += ["511903001,新名街道,town,511903"]
    Path("名单_2025-01-01.csv").write_text("\n".join(rows), encoding="utf-8")
    before = fingerprint(county)
    tried = result(wushe, "--dry-run", "名单_2025-01-01.csv")
    assert fingerprint(county) == before
    assert any("新名街道" in one["text"] for one in tried["changes"])  # type: ignore[attr-defined]
    loaded = result(wushe, "名单_2025-01-01.csv")
    assert loaded["added"] == tried["added"]


def test_back_to_before(county: Graph, wushe: Wushe) -> None:
    """By id or by the file's name; a load on which another stands waits for that one; then the file loads again."""
    empty = fingerprint(county)
    one = result(wushe, first())
    before = fingerprint(county)
    two = result(wushe, second())
    after = fingerprint(county)
    code, _, err = wushe("load", "--undo", str(one["load"]))
    assert code == 3
    assert str(two["load"]) in err
    assert fingerprint(county) == after
    code, out, _ = wushe("load", "--undo", "乙.xlsx", "--json")
    assert code == 0
    assert json.loads(out)["state"] == "UNDONE"
    assert fingerprint(county) == before
    assert result(wushe, "乙.xlsx")["added"] == two["added"]
    assert fingerprint(county) == after
    wushe("load", "--undo", "乙.xlsx")
    assert wushe("load", "--undo", str(one["load"]))[0] == 0
    assert fingerprint(county) == empty


def test_several_files_are_tried_each_by_itself(county: Graph, wushe: Wushe) -> None:
    """What the first would bring the second does not know: that is said."""
    _, _, err = wushe("load", "--dry-run", first(), second())
    assert "看不到前面的文件会载入什么" in err
    _, _, err = wushe("load", "--dry-run", "甲.xlsx")
    assert "看不到" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--undo", "没有"], "没有这次载入"),
        (["--undo", "没有", "甲.xlsx"], "--undo 单独使用，不能和文件一起"),
        (["--undo", "甲.xlsx", "--dry-run"], "--undo 单独使用，不能和--dry-run一起"),
        (["--resume", "--dry-run"], "--resume 单独使用"),
        (["--resume", "甲.xlsx", "--strict"], "不能和--strict、文件一起"),
        ([], "没有写要载入的文件"),
    ],
)
def test_wrong_usage(county: Graph, wushe: Wushe, arguments: list[str], told: str) -> None:
    """Exit 2 and a line."""
    code, _, err = wushe("load", *arguments)
    assert (code, told in err) == (2, True)
