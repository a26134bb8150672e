"""Templates: all headers, lists, examples that load as nothing, and what is filled in loads."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.loaders.conftest import DAY, Find, Load
from wushe.errors import BadInputError
from wushe.loaders.build import survey
from wushe.loaders.plan import plan_file
from wushe.loaders.template import choices, write_blank_rosters, write_template
from wushe.loaders.words import kind_of, level_of
from wushe.schema import schema


def test_all_tables_with_examples_that_do_not_load(tmp_path: Path) -> None:
    """Eight recognised sheets; the examples are passed over."""
    write_template(tmp_path / "模板.xlsx")
    plan = plan_file(tmp_path / "模板.xlsx", None, DAY)
    assert {sheet.table.code for sheet in plan.sheets} == {table.code for table in schema().templates}
    assert all(sheet.rows for sheet in plan.sheets)
    assert survey(plan).total("read") == 0


@pytest.mark.parametrize("word", ["tenures", "任职"])
def test_one_table(tmp_path: Path, word: str) -> None:
    """By code or by label, with drop-down lists."""
    write_template(tmp_path / "任职.xlsx", word)
    workbook = load_workbook(tmp_path / "任职.xlsx")
    assert workbook.sheetnames[0] == "任职"
    assert len(workbook["任职"].data_validations.dataValidation) == 2


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a template nor a roster."""
    path = tmp_path / "模板.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(BadInputError):
        write_template(path)
    with pytest.raises(BadInputError):
        write_template(tmp_path / "新.xlsx", "没有这张表")
    first = write_blank_rosters(tmp_path / "rosters", "恩阳区")
    first[0].write_bytes(b"mine")
    assert write_blank_rosters(tmp_path / "rosters", "恩阳区") == []
    assert (path.read_bytes(), first[0].read_bytes()) == (b"mine", b"mine")


def test_filled_rosters_load(tmp_path: Path, load: Load, find: Find) -> None:
    """A person fills in two cells of a blank roster."""
    path = write_blank_rosters(tmp_path, "恩阳区")[0]
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    for column, value in ((1, "第1网格"), (2, "网格"), (3, "登科寺社区"), (6, 320)):
        sheet.cell(3, column, value)
    workbook.save(path)
    assert load(path).exit_code == 0
    assert len(find("MATCH (p:Place {kind: 'grid'}) RETURN p.id AS id")) == 1


def test_offered_words_are_understood() -> None:
    """Every word of a drop-down list means something to the loader."""
    for table in schema().tables.values():
        for header in table.columns:
            for word in choices(header):
                if header.choices_of in {"places", "organizations", "posts", "ties"}:
                    assert kind_of(header.choices_of, word)
                if header.choices_of == "levels":
                    assert level_of(word)
