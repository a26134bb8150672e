"""The files of the sample, in the order in which they load: each refers only to what is above it."""

from samples.generator import district, street, tenures, territory
from samples.generator.duties import duties
from samples.generator.matters import matters
from samples.generator.people import People
from samples.generator.spreadsheets import text, xlsx
from samples.generator.tables import Sheet

FILLED = "2024年7月15日"


def sheets() -> dict[str, list[Sheet]]:
    """Every file's sheets, by the file's name."""
    people = People()
    return {
        "01-恩阳区.xlsx": [
            Sheet("组织", district.organizations(), titles("恩阳区区级组织名录（样例，电话均为合成）", "恩阳区")),
            Sheet("任职", district.tenures(people), titles("恩阳区区级任职名册（样例，人员与电话均为合成）", "恩阳区")),
            Sheet("联动关系", district.ties()),
        ],
        "02-事项.csv": [Sheet("事项", matters())],
        "03-登科街道.xlsx": [
            Sheet("区划与网格", territory.places(), titles("登科街道网格、小组与小区台账（样例）", "登科街道")),
            Sheet("组织", street.organizations()),
            Sheet(
                "任职",
                tenures.tenures(people),
                titles("登科街道网格与任职名册（样例，人员与电话均为合成）", "登科街道"),
            ),
            Sheet("联动关系", street.ties()),
        ],
        "04-登科街道小组长与好邻居.csv": [
            Sheet(
                "任职",
                tenures.neighbours(people),
                titles("登科街道小组长与好邻居名册（样例，人员与电话均为合成）", "登科街道"),
            )
        ],
        "05-责任清单.xlsx": [Sheet("责任清单", duties(), titles("恩阳区基层治理责任清单（样例）", "恩阳区"))],
    }


def titles(title: str, reporter: str) -> tuple[str, str]:
    """The two rows above the headers: what it is, and who filled it in when."""
    return title, f"填报单位：{reporter}  填报时间：{FILLED}"


def build() -> dict[str, bytes]:
    """Every file's bytes, by its name. One CSV is UTF-8 with a mark, the other GB18030, as offices keep both."""
    encodings = {"02-事项.csv": "utf-8-sig", "04-登科街道小组长与好邻居.csv": "gb18030"}
    return {
        name: text(tables[0], encodings[name]) if name in encodings else xlsx(tables)
        for name, tables in sheets().items()
    }
