"""`wushe who` and `wushe ask` on the sample: the person and the phone first, then why, then who next."""

import json
from collections.abc import Callable

import pytest

from wushe.graph import Graph, fingerprint

pytestmark = pytest.mark.usefixtures("sample")
Wushe = Callable[..., tuple[int, str, str]]
DAY = "--as-of=2024-08-01"


def test_the_grid_answers_first(wushe: Wushe) -> None:
    """The officer, the office phone, the role, the reasons with file, sheet and row, and the chain to the street."""
    code, out, _ = wushe("who", "矛盾纠纷", "登科寺社区第1网格", DAY)
    assert code == 0
    lines = out.splitlines()
    first = next(n for n, line in enumerate(lines) if "侯文斌" in line)
    assert "专职网格员" in lines[first]
    assert "主责" in lines[first]
    assert "0827-0183116" in lines[first + 1]
    assert first < out[: out.index("依据")].count("\n")
    assert "05-责任清单.xlsx·责任清单 第4行" in out
    assert "03-登科街道.xlsx·专职网格员花名册 第5行" in out
    after = out[out.index("找不到人时") :]
    assert after.index("网格长") < after.index("登科寺社区委员会书记") < after.index("登科街道工作委员会书记")


def test_json_is_the_graphql_shape(wushe: Wushe) -> None:
    """One document on standard output."""
    code, out, _ = wushe("who", "矛盾纠纷", "登科寺社区第1网格", DAY, "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["gap"] is None
    first = answer["responsible"][0]
    assert (first["role"], first["holder"]["name"]) == ("LEAD", "侯文斌")
    assert first["contact"]["officePhone"] == "0827-0183116"
    assert {"source", "sheet", "row"} <= set(first["provenance"][0])


def test_a_sentence_without_a_grid_is_the_villages(wushe: Wushe) -> None:
    """The village's own answer, and the grids under what can be asked more closely."""
    code, out, err = wushe("ask", "登科寺社区邻居吵架找谁", DAY)
    assert code == 0
    assert "理解为" in err
    assert "孔正华" in out
    assert "登科寺社区第1网格" in out[out.index("可以问得更具体的地点") :]


def test_a_vacancy_has_a_stand_in(wushe: Wushe) -> None:
    """古溪社区第1网格 had no officer that spring: the head of the grid stands in, and it is said why."""
    code, out, _ = wushe("who", "矛盾纠纷", "古溪社区第1网格", "--as-of=2024-03-01", "--json")
    answer = json.loads(out)
    assert (code, answer["gap"]) == (0, "VACANT")
    vacant, stand_in = answer["responsible"][:2]
    assert vacant["post"]["name"] == "专职网格员"
    assert vacant["holder"] is None
    assert stand_in["standIn"] is True
    assert stand_in["holder"]["name"] == "丁宗林"
    assert any("空缺" in reason["text"] and reason["provenance"] for reason in answer["why"])


def test_two_of_equal_rank_overlap(wushe: Wushe) -> None:
    """Both are shown."""
    answer = json.loads(wushe("who", "餐饮油烟", "登科寺社区", DAY, "--json")[1])
    assert answer["gap"] == "OVERLAPPING"
    assert [r["role"] for r in answer["responsible"]][:2] == ["LEAD", "LEAD"]


def test_a_matter_without_duty_gives_the_chain(wushe: Wushe) -> None:
    """Never an empty answer."""
    code, out, _ = wushe("who", "宠物走失", "登科寺社区", DAY, "--json")
    answer = json.loads(out)
    assert (code, answer["gap"]) == (0, "NO_DUTY")
    assert answer["escalation"][0]["holder"]["name"] == "孔正华"


def test_a_broad_matter_names_the_narrower_ones(wushe: Wushe) -> None:
    """What to ask instead."""
    answer = json.loads(wushe("who", "交通出行", "登科寺社区", DAY, "--json")[1])
    assert answer["gap"] == "NARROWER_ONLY"
    assert answer["narrower"]


def test_an_emergency_says_so_first(wushe: Wushe) -> None:
    """110, 119, 120 before anything else."""
    answer = json.loads(wushe("who", "火灾", "登科寺社区", DAY, "--json")[1])
    assert all(number in answer["why"][0]["text"] for number in ("110", "119", "120"))


def test_a_name_of_several_places_is_ambiguous(wushe: Wushe) -> None:
    """青龙 occurs in two towns: candidates on standard error, exit 2."""
    code, out, err = wushe("who", "路灯损坏", "青龙")
    assert (code, out) == (2, "")
    assert "place:511903101216" in err
    assert "place:511903120203" in err
    assert "玉山镇 / 青龙村" in err


def test_the_town_before_it_decides(wushe: Wushe) -> None:
    """玉山镇青龙村 is one place, and so is it in a sentence."""
    by_name = json.loads(wushe("who", "路灯损坏", "玉山镇青龙村", "--json")[1])
    asked = json.loads(wushe("ask", "玉山镇青龙村路灯坏了找谁", "--json")[1])
    assert by_name["place"]["id"] == asked["result"]["place"]["id"] == "place:511903101216"


def test_a_wrong_name_is_not_found_with_suggestions(wushe: Wushe) -> None:
    """A typing error is answered with what it may have meant."""
    code, out, err = wushe("who", "路灯损坏", "登科士社区")
    assert (code, out) == (2, "")
    assert "没有找到地点" in err
    assert "登科寺社区" in err


def test_a_question_without_a_place_or_matter(wushe: Wushe) -> None:
    """It is said what was not understood."""
    code, out, err = wushe("ask", "今天天气怎么样")
    assert (code, out) == (2, "")
    assert err.strip()
    code, out, err = wushe("ask", "今天天气怎么样", "--json")
    answer = json.loads(out)
    assert (code, answer["result"]) == (2, None)
    assert answer["text"].rstrip("。") in err


def test_a_name_that_only_resembles(wushe: Wushe) -> None:
    """It is offered, and answered when it was chosen."""
    code, out, err = wushe("ask", "供水营业部电话")
    assert (code, out) == (2, "")
    assert "您是不是要问" in err
    assert "恩阳区供水公司" in err
    code, out, _ = wushe("ask", "供水营业部电话", "--choice", "1", "--json")
    assert (code, json.loads(out)["result"]["__typename"]) == (0, "ContactConnection")


def test_before_the_data_there_is_no_answer(wushe: Wushe) -> None:
    """The grids are known from a day on; before it nothing is."""
    answer = json.loads(wushe("who", "矛盾纠纷", "登科寺社区第1网格", "--as-of=2016-08-01", "--json")[1])
    assert answer["gap"] in {"BEFORE_DATA", "PLACE_NOT_VALID"}
    assert answer["responsible"] == []
    assert answer["why"]


def test_a_town_that_was_merged_is_not_valid_today(wushe: Wushe) -> None:
    """青木镇 was there in 2019 and is not in 2024."""
    now = json.loads(wushe("who", "路灯损坏", "青木镇", DAY, "--json")[1])
    then = json.loads(wushe("who", "路灯损坏", "青木镇", "--as-of=2019-12-01", "--json")[1])
    assert now["gap"] == "PLACE_NOT_VALID"
    assert then["gap"] != "PLACE_NOT_VALID"
    assert then["place"]["name"] == "青木镇"


@pytest.mark.parametrize(
    "text", ["登" * 10_000, "+", "AND", "&&||", "NOT *:*", "' }) DETACH DELETE n //", "🙂🙂", "place:none"]
)
def test_odd_names_are_wrong_usage(wushe: Wushe, text: str) -> None:
    """Answered at once, as a place and as a matter."""
    for arguments in ((text, "登科寺社区"), ("路灯损坏", text)):
        code, out, err = wushe("who", "--", *arguments)
        assert (code, out) == (2, ""), err
        assert "Traceback" not in err
        assert len(err) < 3000


def test_a_day_that_is_none(wushe: Wushe) -> None:
    """Wrong usage."""
    code, _, err = wushe("who", "路灯损坏", "登科寺社区", "--as-of=昨天")
    assert code == 2
    assert "2024-03-01" in err


@pytest.mark.parametrize(
    "written", ["登科寺社区", "登科寺", "登科寺社区居民委员会", "511903001002", "登科街道登科寺社区", "dks"]
)
def test_a_place_in_any_of_its_forms(wushe: Wushe, written: str) -> None:
    """Full and short names, stem, code, path, initials."""
    answer = json.loads(wushe("who", "路灯不亮", written, DAY, "--json")[1])
    assert answer["place"]["id"] == "place:511903001002"


def test_the_sample_is_as_it_was(sample: Graph, wushe: Wushe) -> None:
    """Asking writes nothing."""
    before = fingerprint(sample)
    wushe("ask", "登科寺社区第1网格矛盾纠纷找谁")
    assert fingerprint(sample) == before
