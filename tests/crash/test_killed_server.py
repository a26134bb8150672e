"""The server is killed in the middle of a list of divisions that goes in by units; of other files see test_random_moments."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.crash.homes import killer, opened
from wushe.errors import UnavailableError
from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions.load import load_list
from wushe.settings import Settings

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
