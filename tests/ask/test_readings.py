"""What is understood of a sentence, on the sample's district and first town."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.profiling import profiled
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.queries.ask import Intent, Reading, is_whole, said, understand
from wushe.queries.matches import Scope
from wushe.settings import Endpoint, Settings

SCOPE = Scope(("511903",), date(2024, 8, 1))
COMMUNITY = "place:511903001002"
GRID = f"{COMMUNITY}-G01"
ESTATE = f"{COMMUNITY}-E-义阳府第"
STREET, DISTRICT = "place:511903001", "place:511903"
PARTY = "org:party_committee:511903001002:中共登科街道登科寺社区委员会"
OFFICE = "org:residents_committee:511903001002:登科寺社区居民委员会"
HOUSING = "org:government_department:511903:巴中市恩阳区住房和城乡建设局"
WOMEN = "org:womens_federation:511903:巴中市恩阳区妇女联合会"
YOUTH = "org:youth_league:511903001:登科街道团委"
MEETING = "org:joint_meeting:511903001002:登科寺社区党建联席会议"
SENTENCES: dict[str, tuple[Intent, str | None, dict[str, Any]]] = {
    "登科寺社区矛盾纠纷找谁": (Intent.RESPONSIBLE, COMMUNITY, {"matter": "matter:03"}),
    "请问一下登科街道登科寺社区第1网格的矛盾纠纷归谁管呀？": (Intent.RESPONSIBLE, GRID, {"matter": "matter:03"}),
    "路灯坏了找谁": (Intent.RESPONSIBLE, DISTRICT, {"assumed": True}),
    "登科街道噪声扰民，镇街吹哨时谁必须报到": (Intent.RESPONSIBLE, STREET, {"whistle": True}),
    "登科街道各网格矛盾纠纷由谁负责": (Intent.COVERAGE, STREET, {"levels": ("grid",), "matter": "matter:03"}),
    "登科寺社区的党组织书记是谁？": (Intent.POST_HOLDER, PARTY, {"posts": ("secretary",)}),
    "登科寺社区主任电话": (Intent.CONTACT, OFFICE, {"posts": ("director",)}),
    "登科寺社区居委会主任是谁": (Intent.POST_HOLDER, OFFICE, {"posts": ("director",)}),
    "登科寺社区第1网格的专职网格员和网格长分别是谁？": (
        Intent.POST_HOLDER,
        GRID,
        {"posts": ("grid_officer", "grid_head")},
    ),
    "列出登科街道全部网格员的姓名和电话": (Intent.CONTACT, STREET, {"posts": ("grid_officer",), "every": True}),
    "列出登科街道全部社区书记的姓名和工作电话": (
        Intent.CONTACT,
        STREET,
        {"posts": ("secretary",), "levels": ("village",), "every": True, "ignored": ()},
    ),
    "登科街道妇联、团委、工会、残联负责人各是谁": (
        Intent.POST_HOLDER,
        STREET,
        {"posts": ("womens_chair", "youth_secretary", "union_chair", "disabled_chair"), "every": False},
    ),
    "登科寺社区电话": (Intent.CONTACT, PARTY, {"posts": ()}),
    "按姓名“孔正华”查是什么职务，怎么联系": (Intent.CONTACT, None, {"person": "孔正华"}),
    "孔正华的电话": (Intent.CONTACT, None, {"person": "孔正华"}),
    "0827-0286606是谁的电话": (Intent.CONTACT, None, {"phone": "0827-0286606"}),
    "12099620196这个电话是谁的": (Intent.CONTACT, None, {"phone": "12099620196"}),
    "义阳府第归哪个网格、哪个社区、哪个党支部管？": (Intent.CHAIN, ESTATE, {"down": False}),
    "区妇联指导到哪几级": (Intent.CHAIN, WOMEN, {"down": True}),
    "登科寺社区居委会怎么联系到区住建局": (Intent.LINKAGE, OFFICE, {"other": HOUSING}),
    "登科寺社区五社情况": (Intent.FIVE_SOCIETIES, COMMUNITY, {}),
    "登科寺社区五社矛盾纠纷找谁": (Intent.RESPONSIBLE, f"{COMMUNITY}-Z05", {"matter": "matter:03"}),
    "全区五社覆盖": (Intent.FIVE_SOCIETIES, DISTRICT, {"assumed": True}),
    "登科街道哪些网格空缺网格员": (Intent.GAPS, STREET, {"rules": ("vacant_grid",)}),
    "登科街道哪些网格没有网格员": (Intent.GAPS, STREET, {"rules": ("vacant_grid",), "ignored": ()}),
    "登科街道缺网格员的网格": (Intent.GAPS, STREET, {"rules": ("vacant_grid",)}),
    "登科寺社区网格员电话": (
        Intent.CONTACT,
        COMMUNITY,
        {"posts": ("grid_officer",), "levels": ("grid",), "every": True},
    ),
    "登科寺社区第1网格网格员电话": (Intent.CONTACT, GRID, {"posts": ("grid_officer",), "levels": (), "every": False}),
    "登科街道团委书记电话": (Intent.CONTACT, YOUTH, {"posts": ("youth_secretary",)}),
    "8月1日登科寺社区书记是谁": (Intent.POST_HOLDER, PARTY, {"as_of": date(2024, 8, 1)}),
    "登科街道有哪些缺口": (Intent.GAPS, STREET, {"rules": ()}),
    "青木镇2020年以前下辖哪些村，现在归谁？": (Intent.LINEAGE, "place:511903104", {"as_of": date(2019, 12, 31)}),
    "登科街道有哪些社区": (Intent.LIST, STREET, {"levels": ("village",)}),
    "登科寺社区党建联席会议有哪些成员单位": (Intent.LIST, MEETING, {"ties": ("MEMBER_OF",)}),
    "登科寺社区第1网格有哪些部门力量下沉": (Intent.LIST, GRID, {"ties": ("DISPATCHES",)}),
    "恩阳区双重领导的组织有哪些": (Intent.LIST, DISTRICT, {"dual": True}),
    "登科寺社区助餐有哪些单位认领": (Intent.LIST, COMMUNITY, {"needs": True}),
    "恩阳区有多少网格": (Intent.COUNT, DISTRICT, {"figures": (), "levels": ("grid",)}),
    "登科街道有几个志愿队": (Intent.COUNT, STREET, {"kinds": ("volunteer_team",)}),
    "登科街道哪些网格断了链条": (Intent.GAPS, STREET, {"rules": ("chain_broken",)}),
    "登科街道哪些社区五社不全": (Intent.FIVE_SOCIETIES, STREET, {"incomplete": True, "having": (), "lacking": ()}),
    "登科街道哪些社区有社会组织但没有社工、慈善基金": (
        Intent.FIVE_SOCIETIES,
        STREET,
        {"having": ("social_organizations",), "lacking": ("social_workers", "charity"), "incomplete": False},
    ),
    "登科街道没建社工站、有志愿队的社区": (
        Intent.FIVE_SOCIETIES,
        STREET,
        {"having": ("volunteers",), "lacking": ("social_workers",)},
    ),
    "登科寺社区归谁管": (Intent.CHAIN, COMMUNITY, {"down": False, "ignored": ()}),
    "恩阳区有多少网格长": (Intent.COUNT, DISTRICT, {"figures": (), "posts": ("grid_head",), "ignored": ()}),
    "登科街道有多少网格": (Intent.COUNT, STREET, {"figures": (), "levels": ("grid",), "ignored": ()}),
    "登科街道各社区有多少志愿队": (
        Intent.COUNT,
        STREET,
        {"kinds": ("volunteer_team",), "levels": (), "ignored": ("社区",)},
    ),
    "2023年登科寺社区前任书记是谁": (
        Intent.POST_HOLDER,
        PARTY,
        {"as_of": date(2023, 12, 31), "ignored": ("前任",)},
    ),
    "2020年青木镇建制调整前下辖哪些村，现在归谁": (
        Intent.LINEAGE,
        "place:511903104",
        {"as_of": date(2019, 12, 31)},
    ),
    "2024年3月1日谁是登科寺社区书记": (Intent.POST_HOLDER, PARTY, {"as_of": date(2024, 3, 1)}),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_understood(sentence: str, sample: Graph) -> None:
    """Its intent, what it is about, and the parts that it names; nothing is left to ask."""
    intent, subject, parts = SENTENCES[sentence]
    [reading] = sample.read(lambda reader: understand(reader, sentence, SCOPE))
    assert (reading.intent, reading.subject.id if reading.subject else None) == (intent, subject)
    assert {name: _plain(getattr(reading, name)) for name in parts} == parts
    assert is_whole(reading)
    assert said(reading)


def _plain(value: Any) -> Any:
    return value.id if hasattr(value, "id") else value


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("登科寺社区", "登科寺社区的没有听出的事项由谁负责"),
        ("登科寺社区断水了找谁", "登科寺社区的没有听出的事项由谁负责"),
        ("登科寺社区断水了归谁管", "登科寺社区的没有听出的事项由谁负责"),
        ("书记是谁", "没有听出的单位的书记是谁"),
        ("今天天气怎么样", "没有听出的地点的没有听出的事项由谁负责"),
        ("xyz", "没有听出的地点的没有听出的事项由谁负责"),
    ],
)
def test_what_is_missing_is_said(sentence: str, missing: str, sample: Graph) -> None:
    """A question that lacks something has one reading, which is not whole."""
    [reading] = sample.read(lambda reader: understand(reader, sentence, SCOPE))
    assert not is_whole(reading)
    assert said(reading) == missing


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("登科街道有几个社区没有书记", "没有书记"),
        ("登科街道没有物业的小区有哪些", "没有物业"),
        ("登科街道缺书记的社区名单", "缺书记"),
    ],
)
def test_what_is_not_there_cannot_be_counted(sentence: str, denied: str, sample: Graph, settings: Settings) -> None:
    """Those that lack something are not told as those that have it."""
    [reading] = sample.read(lambda reader: understand(reader, sentence, SCOPE))
    assert reading.denied == denied and not is_whole(reading)
    answer = _asked(sample, settings, sentence)
    assert answer["result"] is None and answer["text"].startswith(f"听出了“{denied}”")


def test_whether_it_is_there_is_no_denial(sample: Graph) -> None:
    """有没有 asks for what there is."""
    [reading] = sample.read(lambda reader: understand(reader, "登科街道有没有志愿队，有哪些", SCOPE))
    assert reading.denied is None


@pytest.mark.parametrize(
    "sentence",
    [
        "登科寺社区煤气泄漏怎么办",
        "有人要跳楼 登科寺社区",
        "孩子走丢了",
        "登科寺社区书记电话，有人晕倒",
        "救命",
        "青龙村有人落水",
    ],
)
def test_an_emergency_comes_first(sentence: str, sample: Graph, settings: Settings) -> None:
    """Whatever else was understood, and be it nothing: once, and at the head."""
    text = _asked(sample, settings, sentence)["text"]
    assert text.startswith("紧急情况请先拨打 110（报警）、119（火警）或 120（急救）。") and text.count("110") == 1


def test_no_emergency(sample: Graph, settings: Settings) -> None:
    """A broken lamp is none."""
    assert "110" not in _asked(sample, settings, "登科寺社区路灯坏了找谁")["text"]


def _asked(graph: Graph, settings: Settings, sentence: str) -> dict[str, Any]:
    document = "query Q($q: String!) { ask(question: $q) { text result { __typename } readings { text } } }"
    answer: dict[str, Any] = execute(graph, settings, document, {"q": sentence}, Viewer.STRANGER)["data"]["ask"]
    return answer


def test_several_readings(sample: Graph) -> None:
    """青龙村 is one of two: both are offered, and neither is guessed."""
    readings = sample.read(lambda reader: understand(reader, "青龙村矛盾纠纷找谁", SCOPE))
    assert [reading.place.path for reading in readings if reading.place] == [
        ("恩阳区", "玉山镇", "青龙村"),
        ("恩阳区", "雪山镇", "青龙村"),
    ]
    assert [said(reading) for reading in readings] == [
        "玉山镇青龙村的“矛盾纠纷”由谁负责",
        "雪山镇青龙村的“矛盾纠纷”由谁负责",
    ]


def test_part_of_a_name_is_no_answer(sample: Graph) -> None:
    """恩义先锋志愿服务队 without its community: those that are called so are offered."""
    readings = sample.read(lambda reader: understand(reader, "恩义先锋志愿服务队的队长电话", SCOPE))
    assert len(readings) > 1
    assert all(reading.body and "恩义先锋" in reading.body.name for reading in readings)


def test_what_only_resembles_is_asked_about(sample: Graph, settings: Settings) -> None:
    """A single organisation that resembles half a name is offered, not called; chosen, it is answered."""
    sentence = "供水营业部电话"
    [reading] = sample.read(lambda reader: understand(reader, sentence, SCOPE))
    assert reading.guessed and is_whole(reading) and reading.body
    document = "query Q($q: String!, $n: Int) { ask(question: $q, choice: $n) { text readings { text } result { __typename } } }"
    unsure, sure = (execute(sample, settings, document, {"q": sentence, "n": n}, Viewer.STRANGER) for n in (None, 1))
    assert unsure["data"]["ask"]["text"].startswith(f"没有叫这个名字的。您是不是要问：{reading.body.name}的")
    assert (unsure["data"]["ask"]["result"], len(unsure["data"]["ask"]["readings"])) == (None, 1)
    assert sure["data"]["ask"]["result"] == {"__typename": "ContactConnection"}


def test_names_are_those_of_the_day(sample: Graph) -> None:
    """登科寺社区 was 登科社区 until the middle of 2023."""
    [reading] = sample.read(lambda reader: understand(reader, "2021年登科社区有哪些网格", SCOPE))
    assert reading.place and (reading.place.id, reading.place.name) == (COMMUNITY, "登科社区")
    assert said(reading) == "2021-12-31，登科社区有哪些网格"


@pytest.mark.parametrize("sentence", ["，" * 200, "登科" * 100, "的" * 200, "1" * 200, "｜" * 30, "登科寺社区" * 40])
def test_odd_sentences(sentence: str, sample: Graph) -> None:
    """Give a reading all the same."""
    assert all(isinstance(one, Reading) for one in sample.read(lambda reader: understand(reader, sentence, SCOPE)))


def test_hits_of_a_sentence(sample: Graph, endpoint: Endpoint) -> None:
    """The names in a sentence are looked up by index, all together."""
    assert sample
    for sentence in (
        "登科寺社区居委会怎么联系到区住建局",
        "列出登科街道全部网格员的姓名和电话，还有他们的办公地点在哪里",
    ):
        _, hits = profiled(endpoint, lambda reader: understand(reader, sentence, SCOPE))  # noqa: B023 - run at once
        assert sum(hits.values()) <= 2_500, hits
