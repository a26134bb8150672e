"""What a 范围说明 names, and how an address ends."""

import pytest

from wushe.schema.addresses import (
    Landmark,
    Nearness,
    Numbered,
    address_tail,
    landmark_keys,
    landmarks_in,
    number_in,
    road_in,
    without_segment,
)


@pytest.mark.parametrize(
    ("scope", "keys"),
    [
        ("登科路1号至88号、登科寺广场", {"登科路", "登科寺广场"}),
        ("义阳大道东段2号至120号；义阳府第1至9幢", {"义阳大道东段", "义阳大道", "义阳府第"}),
        ("滨河路登科段，滨河停车场", {"滨河路登科段", "滨河路", "滨河停车场"}),
        ("麻石桥至恩阳河右岸", {"麻石桥", "恩阳河右岸", "恩阳河"}),
        ("东至恩阳大道，西至滨河路，南临一号桥", {"恩阳大道", "滨河路", "一号桥"}),
        ("城南路以东、城北路以西区域", {"城南路", "城北路"}),
        ("含东河路和西河路", {"东河路", "西河路"}),
        ("恩阳大道（东段）12-40号", {"恩阳大道"}),
        ("登科寺广场北侧临街住户\n农贸市场", {"登科寺广场", "农贸市场"}),
        ("新场小学周边", {"新场小学"}),
        ("和平路、临江路12号", {"和平路", "临江路"}),
        ("团包垭，柏树湾", {"团包垭", "柏树湾"}),
    ],
)
def test_what_callers_say_is_a_key(scope: str, keys: set[str]) -> None:
    """Roads, buildings and landmarks, without what is written about them."""
    assert keys <= set(landmark_keys(scope))


@pytest.mark.parametrize("scope", ["一组、二组、3组", "全村", "单号、12号", "", "、，；", "居民、商铺"])
def test_what_names_nothing_is_no_key(scope: str) -> None:
    """Numbers without a road, and words for everything."""
    assert landmark_keys(scope) == []


def test_a_long_text_has_a_bounded_number_of_keys() -> None:
    """Whatever somebody writes into the cell."""
    assert len(landmarks_in("、".join(f"第{n}大道{n}号至{n + 9}号" for n in range(2000)))) <= 200
    assert landmark_keys("路" * 5000) == []


def test_numbers_of_a_road() -> None:
    """A stretch, a single door, a side of the road, and numbers that follow without the road."""
    found = {
        (one.low, one.high): one for one in landmarks_in("恩阳大道1号-35号（单号）、39号") if one.key == "恩阳大道"
    }
    assert set(found) == {(1, 35), (39, 39)}
    stretch = found[1, 35]
    assert (stretch.holds(7), stretch.holds(8), stretch.holds(37), stretch.single) == (True, False, False, False)
    assert found[39, 39].single
    [door] = [one for one in landmarks_in("登科路36号，1至6幢") if one.unit]
    assert door == Landmark("登科路", Nearness.WHOLE, "house", 36, 36, single=True)


def test_a_border_is_no_part() -> None:
    """What a place only ends at is told apart from what lies in it."""
    nearness = {one.key: one.nearness for one in landmarks_in("登科路、东临登科寺广场、新场小学周边")}
    assert nearness["登科路"] is Nearness.WHOLE
    assert nearness["登科寺广场"] is Nearness.BESIDE
    assert nearness["新场小学"] is Nearness.PART


@pytest.mark.parametrize(
    ("text", "head", "number"),
    [
        ("登科路12号", "登科路", Numbered("house", 12)),
        ("登科路十二号旁边", "登科路", Numbered("house", 12)),
        ("义阳府第3栋", "义阳府第", Numbered("block", 3)),
        ("义阳府第3栋", "义阳府", Numbered("block", 3)),
        ("登科华府1幢1单元502室", "登科华府", Numbered("block", 1)),
        ("登科华府3-2-501", "登科华府", None),
        ("农贸市场对面", "农贸市场", None),
        ("登科路12号院子里", "登科路12号", None),
        ("登科路12号附3号门口", "登科路", Numbered("house", 12)),
    ],
)
def test_a_tail_is_told_from_a_name(text: str, head: str, number: Numbered | None) -> None:
    """House and block numbers, and words that say no more than near it."""
    assert address_tail(text, len(head)) == len(text)
    assert number_in(text[len(head) :]) == number


@pytest.mark.parametrize(
    ("text", "head"), [("登科寺社区3组", "登科寺社区"), ("登科寺社区第1网格", "登科寺社区"), ("登科路12号", "登科路1")]
)
def test_groups_and_grids_are_no_tail(text: str, head: str) -> None:
    """The number of a place is part of its name, and a number is not cut in two."""
    assert address_tail(text, len(head)) == len(head)


def test_roads() -> None:
    """A road at the beginning of a text, and a road without its stretch."""
    assert road_in("城南路菜市场") == "城南路"
    assert road_in("登科街道便民中心") is None
    assert road_in("城南路") is None
    assert (without_segment("义阳大道东段"), without_segment("滨河路登科段")) == ("义阳大道", "滨河路")
    assert without_segment("和平路") == "和平路"
