"""What was written by hand of the sixteen units of 登科街道: their rank, groups and grids, streets and households."""

from dataclasses import dataclass

TOWN = "登科街道"


@dataclass(frozen=True)
class Grid:
    """One grid of a unit: how many live there, and the streets and buildings it takes in."""

    households: int
    population: int
    extent: str


@dataclass(frozen=True)
class Outline:
    """A unit as written by hand: rank of its Party organisation, number of groups, one head for both, grids."""

    party: str
    groups: int
    one_head: bool
    grids: tuple[Grid, ...]


OUTLINES = {
    "新场社区": Outline(
        "党总支",
        5,
        False,
        (Grid(428, 1186, "新场街1号至96号、新场农贸市场、新场小学周边"),),
    ),
    "登科寺社区": Outline(
        "党委",
        6,
        False,
        (
            Grid(486, 1352, "登科路1号至88号、登科华府1至6幢、登科寺广场、街道便民服务中心"),
            Grid(512, 1437, "义阳大道东段2号至120号、义阳府第1至9幢、义阳幼儿园"),
            Grid(397, 1065, "滨河路登科段、古镇桥头至登科寺码头、滨河停车场"),
        ),
    ),
    "麻石社区": Outline(
        "党总支",
        4,
        True,
        (Grid(365, 1021, "麻石街、麻石水厂、麻石桥至恩阳河右岸"),),
    ),
    "白玉社区": Outline(
        "党委",
        5,
        True,
        (
            Grid(421, 1204, "白玉路南段、白玉商贸城、白玉公交站"),
            Grid(388, 1096, "白玉路北段、白玉安置点1至8幢、白玉卫生服务站"),
        ),
    ),
    "两路社区": Outline(
        "党总支",
        5,
        False,
        (
            Grid(402, 1138, "两路口至迎宾大道、长途客运站、迎宾加油站"),
            Grid(356, 987, "两路后街、两路安置小区、粮站家属院"),
        ),
    ),
    "天星寨社区": Outline(
        "党总支",
        4,
        True,
        (Grid(312, 894, "天星路、天星寨公园、天星寨山脚居民点"),),
    ),
    "赵台社区": Outline(
        "党支部",
        3,
        True,
        (Grid(287, 803, "赵台路、赵台老街、赵台文化广场"),),
    ),
    "石马社区": Outline(
        "党总支",
        4,
        False,
        (Grid(334, 942, "石马路、石马中学、石马桥两侧"),),
    ),
    "秋溪社区": Outline(
        "党支部",
        4,
        False,
        (Grid(298, 851, "秋溪路、秋溪河堤、秋溪集中居住点"),),
    ),
    "燕飞社区": Outline(
        "党支部",
        3,
        True,
        (Grid(276, 768, "燕飞路、燕飞工业园宿舍、燕飞物流园"),),
    ),
    "古溪社区": Outline(
        "党支部",
        4,
        True,
        (Grid(305, 862, "古溪街、古溪水库坝下、古溪便民桥"),),
    ),
    "红岩坝社区": Outline(
        "党总支",
        5,
        False,
        (Grid(349, 1003, "红岩坝场镇、红岩坝卫生院、红岩坝小学"),),
    ),
    "团包垭村": Outline(
        "党支部",
        4,
        True,
        (Grid(263, 812, "团包垭、柏树湾、团包垭提灌站"),),
    ),
    "五台山村": Outline(
        "党支部",
        5,
        True,
        (Grid(241, 759, "五台山、五台山茶园、大堰塘"),),
    ),
    "狮子山村": Outline(
        "党支部",
        3,
        False,
        (Grid(228, 701, "狮子山、狮子山村道、石盘沟"),),
    ),
    "方山村": Outline(
        "党支部",
        4,
        False,
        (Grid(252, 788, "方山、方山村党群服务中心、梨园坝"),),
    ),
}
