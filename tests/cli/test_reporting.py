"""What a load prints: many equal problems in a line, progress with rate and time left, usage in Chinese."""

from __future__ import annotations

import pytest

from wushe.cli import progress, reporting, usage
from wushe.cli.main import run
from wushe.loaders.grouping import grouped
from wushe.loaders.report import LoadReport, Problem, Severity, SheetReport


def held(row: int, name: str = "单位") -> Problem:
    """A row whose body is not known."""
    return Problem(Severity.QUARANTINED, f"没有找到单位“第{row}村”。请核对名称", "社工", row, name, f"A{row}")


def test_five_hundred_problems_are_one_line() -> None:
    """With their count and where the first are; another column, or another severity, is another line."""
    problems = [held(row) for row in range(2, 502)]
    problems += [held(600, "所在地"), Problem(Severity.REFUSED, "B7 含有身份证号或银行卡号", "社工", 7, "备注", "B7")]
    lines = [f"{group.label} {group}" for group in grouped(problems)]
    assert lines == [
        "拒绝 工作表“社工”第 7 行“备注”列：B7 含有身份证号或银行卡号",
        "隔离 工作表“社工”“单位”列：没有找到单位“第2村”。请核对名称（同类共 500 处，第 2、3、4、5、6 行等）",
        "隔离 工作表“社工”第 600 行“所在地”列：没有找到单位“第600村”。请核对名称",
    ]


def test_columns_of_one_fate_are_one_line() -> None:
    """Named, up to a few."""
    problems = [Problem(Severity.REFUSED, "这一列不得载入", "社工", column=header) for header in ("身份证号", "民族")]
    assert [str(group) for group in grouped(problems)] == ["工作表“社工”“身份证号”“民族”列：这一列不得载入（共 2 列）"]
    problems = [Problem(Severity.REFUSED, "不得载入", "社工", column=header) for header in "甲乙丙丁戊己"]
    assert [str(group) for group in grouped(problems)] == ["工作表“社工”“甲”“乙”“丙”“丁”“戊”等列：不得载入（共 6 列）"]


def report(**more: object) -> LoadReport:
    """A file of which one row waits."""
    sheet = SheetReport("社工", "tenures", 3, 2, 1, 0, ["单位", "姓名"], ["爱好"], ["身份证号"], ["政治面貌"])
    made = LoadReport("名册.xlsx", load="load:0a1b", encoding="gb18030", sheets=[sheet], problems=[held(4)])
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_each_sheet_and_what_to_do_next(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts, columns and encoding; the last line is the next step, to be pasted as it is."""
    monkeypatch.setenv("COLUMNS", "40")
    reporting.show_reports([report(quarantine="/数据/a b/名册-1.xlsx")])
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert lines[1:-1] == [
        "  编号：load:0a1b（撤销：wushe load --undo load:0a1b）",
        "  文本编码：gb18030",
        "  工作表“社工”（任职）：读到 3 行，载入 2 行，隔离 1 行",
        "    读取的列：单位、姓名",
        "    只按镇街加总、不留个人内容的列：政治面貌",
        "    没有读取的列（不认识，或不收的个人属性）：爱好",
        "    拒绝的列：身份证号",
    ]
    assert lines[-1].startswith("下一步：请打开 /数据/a b/名册-1.xlsx")
    assert lines[-1].endswith("wushe load '/数据/a b/名册-1.xlsx'")
    assert "第 4 行“单位”列" in captured.err


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "wushe check"),
        ([Problem(Severity.NOTICE, "提示")], "wushe check"),
        ([Problem(Severity.WARNING, "注意")], "核对"),
        ([Problem(Severity.WARNING, "注意"), Problem(Severity.REFUSED, "拒绝")], "拒绝"),
    ],
)
def test_the_next_step_fits_what_happened(problems: list[Problem], words: str) -> None:
    """Check, look again, or mend the file; what is refused waits in no workbook; nothing is said to be in of a file that is not."""
    assert words in report(problems=problems).next_step()
    waiting = report(problems=problems, quarantine="名册-1.xlsx").next_step()
    assert ("不在隔离簿里" in waiting) is (words == "拒绝")
    assert waiting.endswith("wushe load '名册-1.xlsx'")
    assert "已经载入" not in report(problems=problems, sheets=[]).next_step()


@pytest.mark.parametrize("problems", [[], [Problem(Severity.WARNING, "注意")], [Problem(Severity.REFUSED, "拒绝")]])
def test_after_a_trial_nothing_is_said_to_be_loaded(problems: list[Problem]) -> None:
    """The next step is the load itself."""
    step = report(problems=problems, preview=[]).next_step()
    assert "去掉 --dry-run" in step
    assert "已经载入" not in step


def test_more_kinds_of_problem_than_fit(capsys: pytest.CaptureFixture[str]) -> None:
    """The rest is counted."""
    kinds = [Problem(Severity.WARNING, f"问题{chr(0x4E00 + n)}", "社工", n) for n in range(1, 31)]
    reporting.show_problems(report(problems=kinds))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == reporting.SHOWN + 1
    assert "另有 10 类问题" in lines[-1]


def test_plain_progress_says_rate_and_time_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not more often than every few seconds; phases too."""
    clock = iter([0.0, 1.0, 1.0, 6.0, 6.0, 11.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    counter = progress.Counter("写入")
    counter(1000, 7000)
    counter(2000, 7000)
    counter.phase("核对", "7000 行")
    assert capsys.readouterr().err.splitlines() == ["写入 2000/7000（每秒 200 条，约剩 25 秒）", "核对 7000 行"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["load", "a.xlsx", "--bogus"], "没有 --bogus 这个选项"),
        (["load"], "没有写要载入的文件"),
        (["load", "a.xlsx", "--as-of"], "选项 --as-of 后面要写内容"),
        (["nix"], "没有 nix 这个命令"),
        (["serve", "--port", "x"], "--port 要写数字"),
        (["db", "status", "多"], "多写了 多"),
    ],
)
def test_errors_of_usage_are_in_chinese(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2."""
    assert run(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert not [word for word in ("No such", "Missing", "Invalid", "unexpected", "requires", "Input") if word in line]


def test_what_is_not_known_is_left_as_it_is() -> None:
    """Better English than nothing."""
    assert usage.in_chinese("Something new.") == "Something new"
