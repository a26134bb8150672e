"""Values that must not come in are put wherever a value can be; then everything that Wushe says or leaves is looked through."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.privacy.canaries import Cage
from tests.privacy.conftest import Desk, Ran
from tests.privacy.planted import ADDED_UP, DENIED, KEEPERS, KEPT, SPEECH
from tests.privacy.planted_books import Binder, tables
from tests.privacy.searching import Place, files_under, graph_content
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import open_graph
from wushe.loaders.privacy import HIDDEN
from wushe.server import ensure, stop

CRASH = """
import sys
import {module} as module
from wushe.cli.main import run

def broken(*given, **named):
    raise ValueError(repr((given, named, [getattr(one, "rows", None) for one in given])))

module.{name} = broken
sys.exit(run(sys.argv[1:]))
"""
"""The command line with a fault in it, whose error quotes all that the faulty function was given."""
FAULTS = (
    ("wushe.loaders.plan", "recognise"),
    ("wushe.loaders.load", "build"),
)
WRITES = """{ loads(first: 200) { edges { node { id state source { title } read loaded refused
  writes(first: 200) { totalCount edges { node { target field old new sheet row } } } } } } }"""


@dataclass(repr=False)
class Trial:
    """What was planted, what the commands said, and everything that there is afterwards."""

    cage: Cage
    desk: Desk
    ran: dict[str, Ran]
    graph: list[Place]
    writes: str
    killed: list[Place]
    left: list[Place]

    def report(self, name: str, file: str) -> dict[str, Any]:
        """One file's report of a command with --json."""
        return next(one for one in json.loads(self.ran[name].out) if one["file"] == file)


@pytest.fixture(scope="module")
def trial(desk: Desk) -> Trial:
    """All files through all commands."""
    cage = Cage()
    plant = Binder(desk.folder / "files", cage)
    book, plain = plant.workbook(), plant.text("名册.csv", "utf-8")
    texts = [
        plain,
        plant.text("带标记.csv", "utf-8-sig"),
        plant.text("国标.csv", "gb18030"),
        plant.text("统一码.txt", "utf-16", "\t"),
        plant.text("压缩.csv.gz", "utf-8"),
    ]
    others = [plant.old_workbook(), plant.web_page(), plant.xml_workbook(), plant.formulas(), plant.matrix()]
    lists, stranger = plant.lists(), plant.stranger()
    units = {"WUSHE_UNIT_ROWS": "1", "WUSHE_TODAY": "2024-07-16"}
    ran = {
        "tried": desk.run("load", "--dry-run", "--json", book, others[-1], lists[1]),
        "strict": desk.run("load", "--strict", book, plain),
        "whole": desk.run("load", "--complete", "--place", "511903001", book, plain),
        "drafted": desk.run("load", "--propose-mapping", "--json", stranger, "-o", "版式.toml"),
        "by the draft": desk.run("load", "--mapping", "版式.toml", stranger),
        "loaded": desk.run("load", book, *texts, *others, *plant.named(), *lists),
    }
    (waiting,) = (desk.home / "quarantine").glob("总表-*.xlsx")
    ran["from quarantine"] = desk.run("load", plant.typed_into(waiting))
    ran["undone"] = desk.run("load", "--undo", "国标.csv")
    for module, name in FAULTS:
        program = [sys.executable, "-c", CRASH.format(module=module, name=name)]
        ran[f"crash in {name}"] = desk.run("load", book, program=program, WUSHE_TODAY="2024-07-17")
    ran["crash in units"] = desk.run(
        "load",
        plain,
        program=[sys.executable, "-c", CRASH.format(module="wushe.loaders.large.rolling", name="build")],
        **units,
    )
    desk.killed("load", book, once="journal/*/000002.done", **units)
    killed = list(files_under(desk.home / "journal"))
    ran["resumed"] = desk.run("load", "--resume", "--json", **units)
    ran["in units"] = desk.run("load", "--json", plain, *lists, **units)
    ran["checked"] = desk.run("check", "--json")
    with open_graph(ensure(desk.settings)) as graph:
        content = list(graph_content(graph))
        writes = json.dumps(execute(graph, desk.settings, WRITES, {}, Viewer.STRANGER), ensure_ascii=False)
    stop(desk.settings)
    return Trial(cage, desk, ran, content, writes, killed, list(desk.left()))


def leaks(cage: Cage, places: Iterable[Place]) -> Iterator[str]:
    """Every canary that is somewhere."""
    for name, content in places:
        for canary in cage.found_in(content):
            yield f"{canary.where} ({canary.text}) in {name}"


def holding(places: Iterable[Place], text: str) -> list[str]:
    """The places that hold a text."""
    return [name for name, content in places if text.encode() in content]


def test_every_canary_would_be_found(trial: Trial) -> None:
    """In the files where they were put, whatever the format, the encoding and the dress."""
    planted = files_under(trial.desk.folder / "files")
    found = {canary for _, content in planted for canary in trial.cage.found_in(content)}
    assert [canary for canary in trial.cage.kept if canary not in found] == []
    assert len(found) > 1000


def test_no_command_says_one(trial: Trial) -> None:
    """Neither on standard output nor on standard error, as text or as JSON; and every command has come to its end."""
    assert list(leaks(trial.cage, trial.desk.said)) == []
    codes = {name: ran.code for name, ran in trial.ran.items()}
    assert {name: code for name, code in codes.items() if name.startswith("crash")} == dict.fromkeys(
        (name for name in codes if name.startswith("crash")), 70
    )
    expected = {
        "tried": 1,
        "strict": 3,
        "whole": 3,
        "drafted": 0,
        "by the draft": 1,
        "loaded": 3,
        "from quarantine": 1,
        "undone": 0,
        "resumed": 1,
        "in units": 3,
        "checked": 1,
    }
    assert {name: code for name, code in codes.items() if not name.startswith("crash")} == expected


def test_the_graph_has_none(trial: Trial) -> None:
    """No property of any node or edge, no page of writes, nothing that GraphQL tells of loads."""
    assert list(leaks(trial.cage, trial.graph)) == []
    assert list(leaks(trial.cage, [("writes", trial.writes.encode())])) == []
    assert holding(trial.graph, KEEPERS)
    assert "['WritePage']" in holding(trial.graph, "holds:"), "the search sees into the pages of writes"
    assert HIDDEN in trial.writes


def test_nothing_on_disk_has_one(trial: Trial) -> None:
    """The stopped database's stores, indexes and logs, quarantine workbooks, the log of errors, temporary files."""
    assert list(leaks(trial.cage, trial.left)) == []
    kept = holding(trial.left, SPEECH)
    assert any(name.startswith("home/neo4j/data/databases/") for name in kept), "the search sees into the store"
    waiting = holding(trial.left, "没有这村")
    assert any(name.startswith("home/quarantine/") for name in waiting), "the search sees into workbooks"
    (log,) = (content.decode() for name, content in trial.left if name == "home/wushe.log")
    assert log.count("ValueError") == len(FAULTS) + 1


def test_not_even_for_a_moment(trial: Trial) -> None:
    """What files held while the commands ran, those of a load by units that was killed among them."""
    assert list(leaks(trial.cage, trial.desk.watched)) == []
    assert list(leaks(trial.cage, trial.killed)) == []
    assert holding(trial.killed, KEEPERS), "the search sees into the journal"
    assert any("/journal/" in name for name, _ in trial.desk.watched)


def test_what_was_refused_is_told(trial: Trial) -> None:
    """Every column by its header, every row by its cell, every sheet by its name: and nothing else of them."""
    report = trial.report("tried", "总表.xlsx")
    sheets = {sheet["sheet"]: sheet for sheet in report["sheets"]}
    first = sheets["社工"]["columns"]
    assert set(DENIED) <= set(first["refused"])
    assert HIDDEN in first["refused"]
    assert set(first["counted"]) == set(ADDED_UP) - {"出生年月"}
    assert {"爱好", "出生年月"} <= set(first["dropped"])
    refused = {
        p["cell"] for p in report["problems"] if p["severity"] == "refused" and p["sheet"] == "社工" and p["row"]
    }
    assert {f"{chr(65 + n)}{6 + n}" for n in range(len(KEPT))} <= refused
    untouched = {name for name, sheet in sheets.items() if sheet["table"] is None}
    assert {"低保花名册", "名单", "名单二", "重点人员", "说明"} <= untouched
    assert sum(name.startswith("（含证件号码，已隐去") for name in sheets) == 2
    told = {p["message"] for p in report["problems"]}
    assert any("表头以上的文字含有证件号码" in message for message in told)


def test_every_column_of_every_table_is_looked_through(trial: Trial) -> None:
    """A row for each, and each refused."""
    sheets = {sheet["table"]: sheet["rows"] for sheet in trial.report("tried", "各表.xlsx")["sheets"]}
    assert {code: rows["refused"] for code, rows in sheets.items()} == {t.code: len(t.columns) for t in tables()}
    assert all(rows["read"] == rows["refused"] for rows in sheets.values())


def test_the_draft_of_a_layout(trial: Trial) -> None:
    """Written, and without a value."""
    draft = (trial.desk.folder / "work" / "版式.toml").read_text("utf-8")
    assert 'header = "辖区村居"' in draft
    assert "甄生甲" not in draft


def test_files_are_refused_for_what_they_are_called(trial: Trial) -> None:
    """As text and as workbook; what they are called is told, if it is no number."""
    out = trial.ran["loaded"].out
    for name in ("低保对象.csv", "特殊人群.txt", "残疾人名册.xlsx"):
        assert f"{name}：没有载入" in out
    assert f"{HIDDEN}：读到" in out
    assert Path(trial.desk.home / "quarantine").is_dir()
