"""The server is killed in the middle of a load: the graph is as before or as after the file, and the load can be repeated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psutil
import pytest

from wushe.errors import UnavailableError
from wushe.graph import Graph, fingerprint, open_graph, prepare
from wushe.graph.writing import Progress
from wushe.loaders.divisions.load import init_county, load_list
from wushe.loaders.load import LoadOptions, load_file
from wushe.server import ensure, status, stop
from wushe.settings import Settings

OPTIONS = LoadOptions(as_of=date(2024, 7, 15))
FILES = ("01-恩阳区.xlsx", "02-事项.csv", "03-登科街道.xlsx")
LIST = """code,name,level,parent_code
51,四川省,province,
5119,巴中市,city,51
511902,巴州区,county,5119
511902001,东城街道,town,511902
511902001001,甲社区居民委员会,village,511902001
511921,通江县,county,5119
511921100,诺江镇,town,511921
511921100001,乙社区居民委员会,village,511921100
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Settings]:
    """A server of its own, which this test may kill."""
    settings = Settings(home=tmp_path / "home", neo4j_uri=None, id_key="a key for this test")
    yield settings
    stop(settings)


def opened(settings: Settings) -> Graph:
    """The graph of a home, its server started anew if need be."""
    graph = open_graph(ensure(settings))
    prepare(graph)
    return graph


def killer(settings: Settings, after: int) -> Progress:
    """Kills the server the first time that so many facts have been written."""

    def step(done: int, _total: int) -> None:
        pid = status(settings).pid
        if done >= after and pid is not None:
            victim = psutil.Process(pid)
            victim.kill()
            victim.wait(30)

    return step


def test_a_workbook_is_all_there_or_not_at_all(home: Settings, samples: Path, graph: Graph) -> None:
    """Killed half-way: nothing of the file; the same load again: the graph of a home that was never disturbed."""
    init_county(graph, "511903", area_code="0827")
    for name in FILES:
        load_file(graph, samples / name, home, OPTIONS)
    with opened(home) as killed:
        init_county(killed, "511903", area_code="0827")
        for name in FILES[:-1]:
            load_file(killed, samples / name, home, OPTIONS)
        before = fingerprint(killed)
        with pytest.raises(UnavailableError):
            load_file(killed, samples / FILES[-1], home, OPTIONS, killer(home, 600))
    with opened(home) as killed:
        assert fingerprint(killed) == before
        again = load_file(killed, samples / FILES[-1], home, OPTIONS)
        assert (again.exit_code, again.result.already) == (0, False)
        assert fingerprint(killed) == fingerprint(graph)
        assert load_file(killed, samples / FILES[-1], home, OPTIONS).result.already


def test_a_list_goes_in_by_whole_counties(
    home: Settings, tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the first county: that county is whole, the other absent; the same list again completes it.

    The sizes from which a list goes in units are set so low that eight rows do.
    """
    monkeypatch.setenv("WUSHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WUSHE_UNIT_ROWS", "1")
    path = tmp_path / "名单_2023-06-30.csv"
    path.write_text(LIST, encoding="utf-8")
    load_list(graph, path, as_of=date(2023, 6, 30))
    with opened(home) as killed, pytest.raises(UnavailableError):
        load_list(killed, path, as_of=date(2023, 6, 30), progress=killer(home, 1))
    with opened(home) as killed:
        there = {row["code"] for row in killed.read(lambda r: r.run("MATCH (p:Place) RETURN p.code AS code"))}
        assert len([code for code in there if code.startswith("511902")]) == 3
        assert not [code for code in there if code.startswith("511921")]
        load_list(killed, path, as_of=date(2023, 6, 30))
        assert fingerprint(killed) == fingerprint(graph)
