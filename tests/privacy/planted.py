"""Files with canaries wherever a value can be: in every table, place, dress and format."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.privacy.canaries import Cage
from tests.reading.biff import Old, xls
from tests.reading.making import packed, parts, sheet_xml
from wushe.loaders.layouts import layouts
from wushe.loaders.quarantine_mark import WHERE
from wushe.schema import schema
from wushe.schema.kinds import Table

KEPT = ("单位", "岗位", "姓名", "任职方式", "联系电话", "办公电话", "所在地", "值班时间", "任职时间", "备注")
DENIED = (
    *(
        "身份证号",
        "证件号码",
        "公民身份号码",
        "户籍地址",
        "家庭住址",
        "现住址",
        "银行卡号",
        "银行账号",
        "社保卡号",
        "一卡通",
    ),
    *(
        "血型",
        "健康状况",
        "病史",
        "残疾证号",
        "残疾等级",
        "宗教信仰",
        "民族",
        "婚姻状况",
        "配偶姓名",
        "子女情况",
        "家庭成员",
    ),
    *(
        "监护人",
        "就读班级",
        "车牌号",
        "微信号",
        "QQ",
        "人脸",
        "照片",
        "指纹",
        "定位",
        "活动轨迹",
        "低保",
        "特困",
        "五保",
    ),
    *(
        "刑满释放",
        "刑释人员",
        "社区矫正",
        "吸毒史",
        "戒毒情况",
        "精神障碍",
        "艾滋病",
        "信访人",
        "上访人",
        "重点人员",
        "重点人群",
    ),
    *("特殊人群", "涉稳", "邪教", "流动人口", "租客", "出租房", "留守儿童", "困境儿童"),
)
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

    def formulas(self) -> Path:
        """Formulas whose text, or whose saved value, tells; in the cells of rows that come in and of one that does not."""
        inside, saved = self.secret("formula: text"), self.secret("formula: saved value")
        rows = [
            _row(1, "单位", "岗位", "姓名", "备注"),
            f'<row r="2">{_cell("A2", "登科寺社区")}{_cell("B2", "社工")}{_cell("C2", "甄公式")}'
            f'<c r="D2" t="str"><f>IF(A1="{escape(_printable(inside))}",1,2)</f><v>公式算出</v></c></row>',
            f'<row r="3">{_cell("A3", "登科寺社区")}{_cell("B3", "社工")}{_cell("C3", "甄公乙")}'
            f'<c r="D3" t="str"><f>A9</f><v>{escape(_printable(saved))}</v></c></row>',
        ]
        return self.put("公式.xlsx", packed(parts(sheet_xml("".join(rows)))))

    def workbook(self) -> Path:
        """Everything that a workbook has beside its cells, and all kinds of sheets."""
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = "社工"
        _fill(sheet, self.rows("xlsx"))
        self._beside(book, sheet)
        self._hide(sheet)
        self._numbers(book.create_sheet("数字"))
        self._merged(book.create_sheet("合并"))
        for name, title in (
            ("低保花名册", "名册"),
            ("名单", "特殊人群台账"),
            ("名单二", "残疾人名册 {}"),
            ("重点人员", ""),
        ):
            special = book.create_sheet(name)
            head = title.format(self.secret(f"title of {name}")) if "{}" in title else title
            _fill(special, [[head or None], ["单位", "岗位", "姓名"]])
            _fill(special, [["登科寺社区", "社工", self.cage.word(f"sheet {name} {title}")] for _ in range(3)])
        for state in ("hidden", "veryHidden"):
            hidden = book.create_sheet(f"底表{state}")
            hidden.sheet_state = state
            _fill(
                hidden, [["单位", "岗位", "姓名"], ["登科寺社区", "社工", self.cage.word(state)], [self.secret(state)]]
            )
        _fill(
            book.create_sheet("说明"),
            [["请如实填写", self.secret("sheet without header"), self.cage.word("sheet without header")]],
        )
        for _ in range(2):
            named = book.create_sheet(self.cage.identity("name of a sheet"))
            _fill(named, [["单位", "岗位", "姓名"], ["登科寺社区", "社工", "甄表名"], ["没有这村", "社工", "甄表等"]])
        book.save(self.folder / "总表.xlsx")
        return self.folder / "总表.xlsx"

    def matrix(self) -> Path:
        """A sheet for each table and roster, in which each row has a canary in another of its columns."""
        book = Workbook()
        book.remove(book.worksheets[0])
        for table in tables():
            sheet = book.create_sheet(table.label[:25])
            _fill(sheet, [[column.header for column in table.columns]])
            for index, column in enumerate(table.columns):
                row: list[Any] = ["甲"] * len(table.columns)
                row[index] = self.secret(f"{table.code}.{column.field}")
                _fill(sheet, [row])
        book.save(self.folder / "各表.xlsx")
        return self.folder / "各表.xlsx"

    def named(self) -> list[Path]:
        """Files whose names tell: one by a number, others by what they list, as text and as a workbook."""
        rows = "单位,岗位,姓名\n登科寺社区,社工,{}\n没有这村,社工,甄名等\n"
        found = [self.put(f"名册{self.cage.identity('name of a file')}.csv", rows.format("甄件名").encode())]
        for name in ("低保对象.csv", "特殊人群.txt"):
            found.append(self.put(name, rows.format(self.cage.word(f"file {name}")).encode()))
        book = Workbook()
        _fill(
            book.worksheets[0],
            [["单位", "岗位", "姓名"], ["登科寺社区", "社工", self.cage.word("file 残疾人名册.xlsx")]],
        )
        book.save(self.folder / "残疾人名册.xlsx")
        return [*found, self.folder / "残疾人名册.xlsx"]

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

    def stranger(self) -> Path:
        """A roster that nobody knows, for which a layout is proposed."""
        head = ["辖区村居", "人员", "移动电话(工作)", "特长", "家庭住址", "政治面貌", "证件", "补充"]
        rows: list[list[Any]] = [["某类人员登记", self.secret("stranger: title")], ["填报单位：登科街道"], head]
        for name in ("甄生甲", "甄生乙", "甄生丙"):
            told = [self.cage.word(f"stranger: {header}") for header in head[3:6]]
            rows.append(["登科寺社区", name, "12000000001", *told, self.secret("stranger: numbers"), None])
        rows[-1][-1] = self.secret("stranger: once")
        book = Workbook()
        _fill(book.worksheets[0], rows)
        book.save(self.folder / "陌生.xlsx")
        return self.folder / "陌生.xlsx"

    def typed_into(self, path: Path) -> Path:
        """A copy of a quarantine workbook into which somebody has typed what they should not, wherever one can type."""
        book = load_workbook(path)
        first, *others = book.worksheets
        top = next(n for n in range(1, first.max_row) if first.cell(n, first.max_column).value == WHERE)
        first["A1"] = str(first["A1"].value).replace("原文件：", f"原文件：{self.cage.identity('mark of a book')}")
        for column in range(1, first.max_column + 1):
            first.cell(top + 1 + column % 3, column).value = _printable(self.secret(f"book: column {column}"))
        first.insert_rows(top)
        first.cell(top, 1).value = self.cage.identity("book: title")
        first.cell(top + 1, 4).value = self.cage.identity("book: header")
        for other in others:
            other["A1"] = None
            other.cell(other.max_row, 1).value = self.cage.identity("book: sheet that lost its mark")
            other.cell(other.max_row, other.max_column).value = self.cage.identity("book: place in it")
        book.save(self.folder / "改过的隔离簿.xlsx")
        return self.folder / "改过的隔离簿.xlsx"

    def _beside(self, book: Workbook, sheet: Worksheet) -> None:
        properties = book.properties
        properties.creator, properties.title = self.secret("creator"), self.secret("doc title")
        properties.description, properties.keywords = self.secret("doc description"), self.secret("doc keywords")
        properties.lastModifiedBy = self.secret("last modified by")
        book.custom_doc_props.append(StringProperty(name="说明", value=self.secret("custom property")))  # type: ignore[attr-defined]
        book.defined_names["某"] = DefinedName("某", attr_text=f'"{_printable(self.secret("defined name"))}"')
        comment = Comment(_printable(self.secret("comment")), _printable(self.secret("author of a comment")))
        sheet["C4"].comment = comment
        sheet["A4"].hyperlink = f"http://example.invalid/{self.cage.identity('link')}"
        choices = DataValidation(type="list", formula1=f'"{self.cage.identity("choices")},乙"')
        choices.prompt = _printable(self.secret("prompt"))
        sheet.add_data_validation(choices)
        choices.add("B4:B9")
        for place, name in ((sheet.oddHeader, "page header"), (sheet.oddFooter, "page footer")):
            assert place is not None
            place.center.text = _printable(self.secret(name))

    def _hide(self, sheet: Worksheet) -> None:
        for letter in ("J", "K", "L"):
            sheet.column_dimensions[letter].hidden = True
        for number in (6, 7):
            sheet.row_dimensions[number].hidden = True

    def _numbers(self, sheet: Worksheet) -> None:
        """Secrets that are numbers, whole and as a spreadsheet spoils them."""
        whole = [int(self.cage.identity(f"number {n}", ending="4")) for n in range(2)]
        spoiled = [float(self.cage.identity(f"spoiled number {n}", ending="2")) for n in range(5)]
        old, card = int(self.cage.old("old form as a number")), int(self.cage.card("card as a number", 16))
        _fill(
            sheet,
            [
                ["登科街道名册", spoiled[0]],
                [whole[0], None],
                ["单位", "岗位", "姓名", "备注", "任职时间", "爱好", spoiled[1], "证"],
                ["登科寺社区", "社工", "甄数字", spoiled[2], None, spoiled[3], "甲", f"{spoiled[4]:.14E}"],
                ["登科寺社区", "社工", "拒数甲", whole[1], None],
                ["登科寺社区", "社工", "拒数乙", None, old],
                ["登科寺社区", "社工", "甄数丙", card, None],
                ["没有这村", "社工", "甄数等", spoiled[2], None, spoiled[3]],
            ],
        )

    def _merged(self, sheet: Worksheet) -> None:
        """A secret in a merged cell, which all rows below have, and under a group of headers."""
        rows: list[list[Any]] = [
            ["村(社区)", "网格", "姓名", "联系方式", None, "家庭情况", None],
            [None, None, None, "手机", "办公电话", "子女", "收入"],
            [
                self.secret("merged cell"),
                "1",
                "拒合甲",
                None,
                None,
                self.cage.word("group of headers"),
                self.cage.word("beside it"),
            ],
            [None, "2", "拒合乙"],
            [None, "3", "拒合丙"],
            ["登科寺社区", "99", "甄合等", self.secret("phone")],
        ]
        _fill(sheet, rows)
        for area in ("A3:A5", "D1:E1", "F1:G1", "A1:A2", "B1:B2", "C1:C2"):
            sheet.merge_cells(area)


def tables() -> list[Table]:
    """Every table and roster."""
    return [*schema().tables.values(), *layouts().values()]


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Any]]) -> None:
    for row in rows:
        sheet.append([_printable(cell) if isinstance(cell, str) else cell for cell in row])


def _printable(text: str) -> str:
    """A text as openpyxl and XML take it; control characters are written as workbooks escape them."""
    return text.replace("\x01", "_x0001_").replace("\x1f", "_x001F_")


def _row(number: int, *texts: str) -> str:
    return (
        f'<row r="{number}">'
        + "".join(_cell(f"{chr(65 + n)}{number}", text) for n, text in enumerate(texts))
        + "</row>"
    )


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
