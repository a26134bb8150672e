"""Files with canaries wherever a value can be: in every table, place, dress and format."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from tests.privacy.canaries import Cage
from tests.reading.biff import Old, xls

KEPT = ("单位", "岗位", "姓名", "任职方式", "联系电话", "办公电话", "所在地", "值班时间", "任职时间", "备注")
_DENIED = """
身份证号 证件号码 公民身份号码 户籍地址 家庭住址 现住址 银行卡号 银行账号 社保卡号
一卡通 血型 健康状况 病史 残疾证号 残疾等级 宗教信仰 民族 婚姻状况 配偶姓名 子女情况
家庭成员 监护人 就读班级 车牌号 微信号 QQ 人脸 照片 指纹 定位 活动轨迹 低保 特困
五保 刑满释放 刑释人员 社区矫正 吸毒史 戒毒情况 精神障碍 艾滋病 信访人 上访人 重点人员
重点人群 特殊人群 涉稳 邪教 流动人口 租客 出租房 留守儿童 困境儿童
"""
DENIED = tuple(_DENIED.split())
"""The headers under which nothing may be read."""
ADDED_UP = {"政治面貌": "中共党员", "学历": "大专", "性别": "女", "出生年月": ""}
"""Headers of personal attributes, with what of them is added up."""
SAID = (
    "家庭住址：{}",
    "现住址 {}",
    "微信号： {}",
    "血型 {}",
    "车牌，{}",
    "学历 大专{}",
    "出生年月：{}",
    "政治面貌 {}党员",
)
"""How a remark tells what it should not."""
DRESSES: tuple[tuple[str, Callable[[Cage, str], str]], ...] = (
    ("plain", lambda cage, where: cage.identity(where)),
    ("ends in X", lambda cage, where: cage.identity(where, ending="X")),
    ("leading zeros", lambda cage, where: cage.identity(where, region="000000")),
    ("full width", lambda cage, where: cage.wide(where)),
    ("spaced", lambda cage, where: cage.identity(where, dress="{1} {2} {3}")),
    ("dashed", lambda cage, where: cage.identity(where, dress="{1}-{2}-{3}")),
    ("in a sentence", lambda cage, where: cage.identity(where, dress="证件{0}，已核")),
    ("over lines", lambda cage, where: cage.identity(where, dress="{1}\n{2}\n{3}")),
    ("invisible", lambda cage, where: cage.identity(where, dress="{1}\u200b{2}\u00ad{3}")),
    ("control", lambda cage, where: cage.identity(where, dress="{1}\x01{2}\x1f{3}")),
    ("keycaps", lambda cage, where: cage.identity(where, dress="{1}\ufe0f\u20e3{2}\u0301{3}")),
    ("after a phone", lambda cage, where: cage.identity(where, dress="12000000009{0}")),
    ("old form", lambda cage, where: cage.old(where)),
    *((f"card of {n}", lambda cage, where, n=n: cage.card(where, n)) for n in range(16, 20)),
    ("card in groups", lambda cage, where: cage.card(where, 19, "{1} {2} {3} {4}")),
)
_NO_CONTROL = dict.fromkeys((1, 31))
KEEPERS = "甄可留"
"""The holder whose row is to come in."""
SPEECH = "这是一段可以留下的备注，长到数据库把它原样写进文件里"
"""Long, because a store keeps short texts in a form of its own."""


@dataclass
class Planter:
    """Puts canaries into files of one folder."""

    folder: Path
    cage: Cage
    turn: int = 0

    def secret(self, where: str) -> str:
        """A secret number, of the next kind."""
        self.turn += 1
        name, make = DRESSES[self.turn % len(DRESSES)]
        return make(self.cage, f"{where} ({name})")

    def rows(self, where: str) -> list[list[Any]]:
        """A roster with canaries in its titles, headers, cells and below; one row of it can come in, one waits."""
        cage = self.cage
        headers = [*KEPT, *DENIED, *ADDED_UP, "爱好", "特长", self.secret(f"{where}: header"), None]
        rows: list[list[Any]] = [
            [f"登科街道社工花名册 {self.secret(f'{where}: title')}"],
            ["填报单位：登科街道  填报时间：2024年6月30日", None, self.secret(f"{where}: beside the date")],
            headers,
            ["登科寺社区", "社工", KEEPERS, None, "12000000001", None, None, None, None, SPEECH],
            ["没有这村", "社工", "甄等待", None, "12000000002", None, None, None, None, None],
            *(["登科寺社区", "社工", f"拒{n}"[:2] + "某", *[None] * 7] for n in "甲乙丙丁戊己庚辛壬癸"),
        ]
        beside = [cage.word(f"{where}: {header}") for header in DENIED]
        beside += [f"{word}{cage.word(f'{where}: {header}')}" for header, word in ADDED_UP.items()]
        beside += [cage.word(f"{where}: unknown column"), self.secret(f"{where}: unknown column")]
        beside += [cage.word(f"{where}: column under a number"), self.secret(f"{where}: column without header")]
        for row in rows[3:]:
            row.extend(beside)
        for index, row in enumerate(rows[5:]):
            row[index] = self.secret(f"{where}: {KEPT[index]}")
        told = [pattern.format(cage.word(f"{where}: remark {pattern}")) for pattern in SAID]
        rows[4][9] = "；".join(["去年到岗", *told])
        waiting = [
            ["没有这村", "社工", f"甄再等{n}", None, None, None, None, None, None, said]
            for n, said in zip("甲乙丙丁戊己庚辛", told, strict=True)
        ]
        loading = ["登科寺社区", "社工", "甄可载", None, None, None, None, None, None, "；".join(["前年到岗", *told])]
        below = [[], ["合计12人"], [f"注：{self.secret(f'{where}: note')}"], [self.secret(f"{where}: below")]]
        return [*rows, *waiting, loading, *below]

    def text(self, name: str, encoding: str, delimiter: str = ",") -> Path:
        """The roster as text."""
        file = io.StringIO()
        csv.writer(file, delimiter=delimiter).writerows(self.rows(f"{name} {encoding}"))
        content = file.getvalue().encode(encoding)
        return self.put(name, gzip.compress(content) if name.endswith(".gz") else content)

    def put(self, name: str, content: bytes) -> Path:
        """A file."""
        path = self.folder / name
        path.write_bytes(content)
        return path

    def old_workbook(self) -> Path:
        """An .xls, with a hidden sheet."""
        hidden = Old(
            "底表", [["单位", "岗位", "姓名"], ["登科寺社区", "社工", self.cage.word("xls: hidden sheet")]], hidden=1
        )
        return self.put("旧.xls", xls(Old("社工", self.rows("xls")), hidden))

    def web_page(self) -> Path:
        """A page that calls itself .xls, with canaries in what a page hides."""
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(str(cell or ''))}</td>" for cell in row) + "</tr>"
            for row in self.rows("html")
        )
        hidden = self.secret("html: comment"), self.secret("html: attribute"), self.secret("html: script")
        page = f"<html><!-- {hidden[0]} --><body title='{hidden[1]}'><script>var a='{hidden[2]}'</script><table>{rows}</table></body></html>"
        return self.put("网页.xls", page.encode())

    def xml_workbook(self) -> Path:
        """SpreadsheetML, with a comment in a cell and a hidden sheet."""

        def cell(value: Any, number: int) -> str:
            return (
                f'<Cell ss:Index="{number}"><Data ss:Type="String">{escape(str(value)).translate(_NO_CONTROL)}</Data></Cell>'
                if value
                else ""
            )

        rows = "".join(
            f"<Row>{''.join(cell(value, n) for n, value in enumerate(row, 1))}</Row>" for row in self.rows("xml")
        )
        note = f"<Row><Cell><Comment><Data>{self.secret('xml: comment').translate(_NO_CONTROL)}</Data></Comment></Cell></Row>"
        hidden = f"<Row>{cell(self.secret('xml: hidden sheet'), 1)}</Row>"
        return self.put(
            "表.xml.xls",
            (
                '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
                'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
                f'<Worksheet ss:Name="社工"><Table>{rows}{note}</Table></Worksheet>'
                f'<Worksheet ss:Name="底"><Table>{hidden}</Table><WorksheetOptions><Visible>SheetHidden</Visible>'
                "</WorksheetOptions></Worksheet></Workbook>"
            ).encode(),
        )

    def lists(self) -> list[Path]:
        """Lists of divisions: with a number in a name, in the file's own name, in a row that is wrong."""
        head = (
            "code,name,level,parent_code,备注\n51,四川省,province,,\n5119,巴中市,city,51,\n511921,通江县,county,5119,\n"
        )
        town, village = "511921100,诺江镇,town,511921,{}\n", "511921100001,某某{}社区居民委员会,village,511921100,{}\n"
        beside = self.cage.word("list: unknown column"), self.secret("list: unknown column")
        texts = {
            "名单甲_2024-01-01.csv": head + town.format("") + village.format(self.cage.wide("list: name"), ""),
            f"名单{self.cage.identity('name of a list')}_2024-01-02.csv": head
            + town.format(beside[0])
            + village.format("", f'"{beside[1]}"'),
            f"坏单{self.cage.identity('name of a bad list')}_2024-01-03.csv": head
            + f"{self.cage.identity('list: code')},某村,village,511921100,\n",
        }
        return [self.put(name, content.encode()) for name, content in texts.items()]
