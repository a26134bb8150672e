"""Workbooks with canaries: in cells and beside them, in all kinds of sheets, in every column of every table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.privacy.planted import Planter
from tests.reading.making import packed, parts, sheet_xml
from wushe.loaders.layouts import layouts
from wushe.loaders.quarantine_mark import WHERE
from wushe.schema import schema
from wushe.schema.kinds import Table


class Binder(Planter):
    """Puts canaries into workbooks too."""

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
