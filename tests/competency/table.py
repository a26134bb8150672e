"""The forty questions as a page of the documentation: each with its GraphQL, its answer, and the line that `ask` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.competency.asking import Asked
from tests.competency.books import DAY
from tests.competency.model import Competency
from tests.competency.questions import QUESTIONS
from wushe.api.view import Viewer

MOST = 8
"""Items of an answer that are told."""
WORDS = {
    "LEAD": "主责",
    "SUPPORT": "协同",
    "ACCEPT": "受理",
    "SUPERVISE": "督办",
    "part-time": "兼职委员",
    "convener": "召集人",
    "party_committees": "村（社区）党委",
    "general_branches": "党总支",
    "branches": "党支部",
    "estate_branches": "小区综合党支部",
    "enlarged_committees": "社区大党委",
    "bureau": "到区住建局",
    "community": "到登科寺社区居委会",
}
GROUPS = {
    1: "谁负责",
    7: "怎么联系",
    13: "纵向链条",
    19: "横向联动",
    26: "五社矩阵与缺口",
    31: "覆盖统计",
    36: "时间",
    39: "网络",
}
HEAD = f"""# 四十个问题

<!-- `make questions` 由 tests/competency/table.py 写成，请不要直接改 -->

基层治理的人最常问的四十个问题，在恩阳区样例（人员、电话都是合成的）里怎么问、回答是什么，除题中写明日期的外，都以 {DAY} 为准。
每个问题都有 GraphQL；能说成一句话的，也可以用 `wushe ask` 或网页问，“一句话”一栏是它的回答。
这里的回答都与名册逐一核对过：`tests/competency` 用普通的 Python 从表格里另算一遍，两边一致，这一页才写得出来。
回答是不登录的人看得到的（第 12 题只在本机命令行回答）；较长的只列前 {MOST} 项。
"""


def page(asked: Asked) -> str:
    """The page."""
    parts = [HEAD]
    for one in QUESTIONS:
        if one.number in GROUPS:
            parts.append(f"\n## {GROUPS[one.number]}\n\n| | 问题 | GraphQL | 回答 | 一句话 |\n|---|---|---|---|---|\n")
        parts.append(f"| {' | '.join(map(_cell, _row(one, asked)))} |\n")
    return "".join(parts)


def _row(one: Competency, asked: Asked) -> list[str]:
    question = one.question + ("（须有权看完整号码）" if one.viewer is Viewer.LOCAL else "")
    answer = f"{one.reading}：{said(asked.told(one))}" if one.reading else said(asked.told(one))
    # Whose number it is names several holders of one post in the order of their ids, which is another in every home.
    line = asked.heard(one).text if one.sentence and one.viewer is not Viewer.LOCAL else "—"
    if one.sentence and one.sentence.text:
        line = f"“{one.asked}” {line}"
    return [str(one.number), question, f"`{one.document}`", answer, line]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def said(value: Any) -> str:
    """An answer in words, no longer than its first items."""
    if isinstance(value, Mapping):
        return _some([f"{_word(key)} {said(part)}" for key, part in value.items()], "；")
    if isinstance(value, list):
        return _some([said(part) for part in value], "；" if any(map(_is_compound, value)) else "、")
    if isinstance(value, tuple):
        return "，".join(said(part) for part in value)
    return _word(value)


def _is_compound(value: Any) -> bool:
    return isinstance(value, (tuple, list, dict))


def _some(parts: Iterable[str], between: str) -> str:
    told = list(parts)
    rest = f"……共 {len(told)} 项" if len(told) > MOST else ""
    return between.join(told[:MOST]) + rest if told else "没有"


def _word(value: Any) -> str:
    if value is None:
        return "无"
    if isinstance(value, bool):
        return "有" if value else "没有"
    if isinstance(value, float):
        return f"{value:g}"
    return WORDS.get(str(value), str(value))
