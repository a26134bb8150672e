"""The 28 kinds of mess that rosters come with: what each is, what becomes of it, and the tests that show both.

`python -m tests.mess.kinds` writes `docs/mess.md`, the page for organisers.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

_HEAD = """\
# 名册里的二十八种“乱”，五社怎么读

<!-- `make docs` 由 tests/mess/kinds.py 写成，请不要直接改 -->

镇街发来的名册不用重填。下面是名册里常见的写法，和五社读到时怎么做。原则只有三条：

1. **不丢**：读不懂的行不会悄悄少掉。它带着原因进“隔离簿”（数据目录的 `quarantine/`），改好后 `wushe load` 那个文件，行就补进来。
2. **不猜**：不靠名字把两个人并成一个，不靠读音或字形替您选村。像的只写在原因里，请您改。
3. **不收**：身份证号、银行卡号、住址、健康状况和重点人群名单，不论写在哪里都不载入，也不会留在报告和隔离簿里。

每次载入都有报告：哪张表读了几行，哪些列没有读，哪一格有什么问题，下一步做什么。

| | 名册里的样子 | 五社怎么做 |
|---|---|---|
"""


@dataclass(frozen=True)
class Kind:
    """One kind: how it looks and what is done, in words for organisers; tests that look at the graph and at the report."""

    number: int
    looks: str
    done: str
    tests: tuple[str, ...]


MESS, READING, LOADERS = "tests/mess", "tests/reading", "tests/loaders"
KINDS = (
    Kind(
        1,
        "表头上面有标题、填报单位、填表说明，甚至空行",
        "按表头的字去找表头在哪一行；标题和“填报单位、填报时间”用来定日期、定是哪个镇",
        (
            f"{MESS}/test_found.py::test_1_titles_and_fillers_that_look_like_headers",
            f"{MESS}/test_sheets.py::test_1_titles_above_the_header",
        ),
    ),
    Kind(
        2,
        "两三行的表头，上面一行是“联系方式”“书记”这样的大格",
        "上下合起来读：联系方式/手机、书记/姓名；有没有真的合并单元格都行",
        (
            f"{MESS}/test_sheets.py::test_2_a_header_of_two_rows",
            f"{MESS}/test_found.py::test_2_three_rows_of_headers",
            f"{READING}/test_heading.py::test_three_rows",
        ),
    ),
    Kind(
        3,
        "正文里合并的单元格：一个社区名跨好几行",
        "合并到哪一行就填到哪一行，多一行也不填；小计不算人",
        (
            f"{MESS}/test_sheets.py::test_3_merged_cells_of_the_body",
            f"{MESS}/test_sheets.py::test_3_a_subtotal_below_a_merged_cell_is_none_of_its_rows",
        ),
    ),
    Kind(
        4,
        "没有合并，只是空着，意思是“和上一行一样”",
        "只在镇街、村(社区)、单位这类分组的列里照上一行，行里要有姓名；遇到小计、空行、换了镇就停，不跨过去",
        (
            f"{MESS}/test_as_above.py::test_blanks_load_where_the_village_above_is",
            f"{MESS}/test_found.py::test_4_blanks_end_at_a_subtotal",
        ),
    ),
    Kind(
        5,
        '同上、〃、"、同前',
        "任何一列都照上一行；上面没有内容的，这一行进隔离簿",
        (
            f"{MESS}/test_found.py::test_5_every_mark_for_the_row_above",
            f"{MESS}/test_as_above.py::test_ditto_marks",
        ),
    ),
    Kind(
        6,
        "/、—、无、暂无、***；姓名一栏写“空缺”“待定”",
        "当作没有填；姓名一栏这样写，是说岗位还在、没有人，原来任职的人到文件日期为止，查“找谁”时会说空缺",
        (
            f"{MESS}/test_cells.py::test_6_placeholders_are_nothing",
            f"{MESS}/test_cells.py::test_6_a_post_that_nobody_holds",
        ),
    ),
    Kind(
        7,
        "全角数字和括号、“张　三”中间的空格、看不见的字符",
        "编码、电话、日期、表头统一成一种写法；姓名去掉字间空格",
        (f"{MESS}/test_cells.py::test_7_full_width_spaced_and_invisible",),
    ),
    Kind(
        8,
        "一格里写了几个人：张三、李四；或用空格、斜杠、换行隔开",
        "分成几个人；电话个数对得上就按顺序各归各的，对不上谁也不给，并报告",
        (
            f"{MESS}/test_cells.py::test_8_several_people_in_a_cell",
            f"{MESS}/test_cells.py::test_8_spaces_between_other_than_names",
            f"{MESS}/test_names_and_numbers.py::test_numbers_that_do_not_match_the_people_go_to_nobody",
        ),
    ),
    Kind(
        9,
        "岗位和姓名写在一格：书记：张三；主任：李四",
        "姓名前面的词就是岗位；“主任：空缺”是空缺的岗位",
        (
            f"{MESS}/test_found.py::test_9_posts_written_with_names",
            f"{MESS}/test_names_and_numbers.py::test_roles_with_names_are_posts",
        ),
    ),
    Kind(
        10,
        "姓名带括注：张三（兼）、王五【代】、赵六（挂职）、李四(女)",
        "兼、代、挂职记作任职方式；性别、民族、政治面貌这些个人情况去掉；看不懂的括注报告一声",
        (
            f"{MESS}/test_cells.py::test_10_notes_beside_a_name",
            f"{MESS}/test_cells.py::test_10_a_note_that_says_nothing_to_us",
        ),
    ),
    Kind(
        11,
        "一格里写了几个岗位：书记兼主任、书记（主任）",
        "一个人任几个岗位，一个不少",
        (
            f"{MESS}/test_cells.py::test_11_several_posts_in_a_cell",
            f"{MESS}/test_names_and_numbers.py::test_posts_of_a_cell_in_their_order",
        ),
    ),
    Kind(
        12,
        "同一个人在几行、几个文件里；也有同名的两个人",
        "姓名、村、手机都相同，或同名同岗位，才是一个人；其余分开，`wushe check` 列出可能重复的请人核对",
        (
            f"{MESS}/test_identity.py::test_a_name_alone_makes_nobody_the_same",
            f"{MESS}/test_identity.py::test_name_village_and_mobile_make_one",
            f"{MESS}/test_identity.py::test_two_of_one_name_in_a_post_for_many",
        ),
    ),
    Kind(
        13,
        "只有一个职数的岗位，出现两个人",
        "日期说得清的算前后任；说不清的两人都留着，标“有争议”，并报告",
        (
            f"{MESS}/test_identity.py::test_dates_make_successors_of_two_rows",
            f"{MESS}/test_identity.py::test_two_files_of_one_day_are_disputed",
        ),
    ),
    Kind(
        14,
        "电话的各种写法：空格、横线、+86、没有区号、短号、一格两个、1.38E+10",
        "按号码的样子分手机和座机；座机补上本县区号（掉了 0 的也补）；被表格软件毁掉的不载入，行照样载入",
        (
            f"{MESS}/test_cells.py::test_14_numbers_in_every_form",
            f"{MESS}/test_cells.py::test_14_a_line_where_no_area_code_is_known",
        ),
    ),
    Kind(
        15,
        "十二位区划代码存成了数字；十八位信用代码成了 5.15E+17",
        "十五位以内的数字照原样认；更长的已经丢了尾数，不修、不猜，报告后不载入这一格",
        (f"{MESS}/test_sheets.py::test_15_codes_as_numbers",),
    ),
    Kind(
        16,
        "日期的各种写法：1985.06、85.6、198506、2023.7-2026.7、2023年7月至今、二〇二三年七月",
        "都认，并记住精确到日、月还是年；1985.1 可能是十月，只取年份并报告；两位年份按哪一年载入也会说",
        (
            f"{MESS}/test_cells.py::test_16_dates_in_every_form",
            f"{MESS}/test_sheets.py::test_dates_are_as_exact_as_they_are_shown",
            f"{MESS}/test_names_and_numbers.py::test_dates_and_remarks_in_the_graph",
        ),
    ),
    Kind(
        17,
        "文本表格的编码：UTF-8、GB18030、UTF-16；逗号或制表符隔开",
        "先看标记，再严格按 UTF-8，最后才按 GB18030，所以不会读成乱码；用的哪种编码写在报告里",
        (
            f"{MESS}/test_sheets.py::test_17_encodings",
            f"{READING}/test_text.py::test_utf_8_is_never_read_as_something_else",
        ),
    ),
    Kind(
        18,
        "叫 .xls 其实是新格式、网页或 XML 的文件；WPS 的 .et",
        "看内容不看扩展名；实在读不了的说明是什么、怎么另存",
        (
            f"{MESS}/test_sheets.py::test_18_workbooks_of_any_kind_under_an_old_name",
            f"{READING}/test_exports.py::test_what_is_none_is_refused_with_the_next_step",
        ),
    ),
    Kind(
        19,
        "一个文件好几张表；隐藏的表、行、列，筛选，说明页、汇总页",
        "有表头的都读，隐藏的行列照读、照查；隐藏的表、说明、汇总不读，报告里列名",
        (
            f"{MESS}/test_found.py::test_19_a_workbook_of_many_sheets",
            f"{MESS}/test_sheets.py::test_19_hidden_sheets_columns_and_rows",
        ),
    ),
    Kind(
        20,
        "小计、合计、注、填表人、审核人这些行",
        "不当作人；合计和载入的人数、行数对不上就报告",
        (
            f"{MESS}/test_feet.py::test_totals_that_fit_say_nothing",
            f"{MESS}/test_feet.py::test_totals_that_do_not_fit",
        ),
    ),
    Kind(
        21,
        "村名写得不一样：登科寺、登科寺居委会、旧名、撤了的镇、写错镇、音同字不同",
        "简称、全称、旧名、编码都认；有两处同名、写错镇、音近形近的不猜，进隔离簿，原因里写出像哪个、并到了哪里",
        (
            f"{MESS}/test_found.py::test_21_a_village_by_every_name",
            f"{MESS}/test_found.py::test_21_one_name_in_two_towns",
            f"{MESS}/test_places_named.py::test_a_village_in_the_wrong_town_waits",
            f"{MESS}/test_places_named.py::test_what_is_written_alike_is_only_suggested",
            f"{MESS}/test_old_units.py::test_an_old_village_in_an_old_file_and_in_a_new_one",
        ),
    ),
    Kind(
        22,
        "网格的各种写法：第一网格、1网格、01网格、一格、001",
        "按村加序号认，是同一个网格；名称照第一次写的",
        (
            f"{MESS}/test_found.py::test_22_grids_in_every_style",
            f"{MESS}/test_names_and_numbers.py::test_grids_in_a_roster",
        ),
    ),
    Kind(
        23,
        "少数民族和外国姓名里的各种间隔号，很长的、单字的，生僻字",
        "间隔号统一成“·”，生僻字原样保留；自造字（只在一台电脑上能显示）会提醒换字",
        (
            f"{MESS}/test_cells.py::test_23_names_of_every_people",
            f"{MESS}/test_cells.py::test_23_a_character_that_only_one_program_knows",
        ),
    ),
    Kind(
        24,
        "公式、#REF!、#N/A，存成文本的数字（前面有撇号）",
        "取公式保存时的值；错误值当作没有填，并报告；以 = + - @ 开头的只是文字，写出去时不会被当成公式",
        (
            f"{MESS}/test_sheets.py::test_24_formulas_and_errors",
            f"{MESS}/test_sheets.py::test_24_numbers_kept_as_text",
            f"{LOADERS}/test_load.py::test_formulas_as_text_are_data",
            f"{MESS}/test_quarantine.py::test_it_is_for_its_owner_and_formulas_stay_text",
        ),
    ),
    Kind(
        25,
        "各镇的列顺序、叫法不同，多出来的列，同一个表头出现两次",
        "按表头和它上面的大格认列，顺序随意；不认识的列不读，报告里列名；“姓名”出现两次，看它属于网格长还是网格员",
        (
            f"{MESS}/test_sheets.py::test_25_columns_in_any_order_and_spelling",
            f"{MESS}/test_sheets.py::test_25_one_header_for_two_posts",
            f"{MESS}/test_found.py::test_25_headers_that_say_how_to_fill_them_in",
        ),
    ),
    Kind(
        26,
        "一行写了好几样：村、书记姓名、书记电话、主任姓名、主任电话",
        "拆成几条任职，各归各的电话",
        (
            f"{MESS}/test_sheets.py::test_26_several_people_side_by_side",
            f"{LOADERS}/test_layouts.py::test_cadres_side_by_side",
        ),
    ),
    Kind(
        27,
        "旧名册：标题写着 2021 年，村已经撤并；日期不同的两份",
        "按标题的日期载入成历史，不改现在；新的接在旧的后面；已经没有的村，写明并到了哪里",
        (
            f"{MESS}/test_identity.py::test_a_stale_file_fills_history_and_leaves_the_present",
            f"{MESS}/test_identity.py::test_a_stale_file_that_contradicts_is_reported",
            f"{MESS}/test_old_units.py::test_an_old_village_in_an_old_file_and_in_a_new_one",
        ),
    ),
    Kind(
        28,
        "只补报几行的文件、更正的文件、同一个文件又发一次",
        "没有提到的行不动；同一个文件再载入，什么都不变；只有加了 --complete，不再列出的才到文件日期为止，也不删除",
        (
            f"{MESS}/test_identity.py::test_a_partial_file_ends_nothing_else_and_runs_twice_the_same",
            f"{LOADERS}/test_load.py::test_identical_load_writes_nothing",
            f"{MESS}/test_complete.py::test_what_a_whole_list_no_longer_has_ends_on_its_day",
        ),
    ),
)


def page() -> str:
    """The page for organisers."""
    return _HEAD + "".join(f"| {kind.number} | {kind.looks} | {kind.done} |\n" for kind in KINDS)


if __name__ == "__main__":
    sys.stdout.write(page())
