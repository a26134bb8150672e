"""备注 of a tenure: what it says of the person is nobody's business and goes; what it says of the post stays."""

from __future__ import annotations

import re

from wushe.loaders.lines import Line
from wushe.loaders.privacy import COUNTED_HEADERS, REFUSED_HEADERS
from wushe.loaders.report import Severity
from wushe.schema import schema
from wushe.schema.text import squeeze

_PARTS = re.compile(r"[、，,;；。\n]+|\s{1,}")
_PERSONAL = re.compile(
    r"[男女]性?|(?:中共|预备)?党员|群众|团员|.{0,2}[汉回藏羌彝土苗满蒙]族|\d{1,3}岁|\d{2,4}年?\d{0,2}月?(?:出)?生|"
    r".*(?:学历|文化|毕业|退役|退伍|复员|残疾|疾病|患病|离异|丧偶|已婚|未婚|孕).*"
)


def public_remark(line: Line) -> str | None:
    """The remark without parts about the person (党员, 女, 大专)."""
    text = line.text("remark")
    if text is None:
        return None
    parts = [part for part in _PARTS.split(text) if part]
    kept = [part for part in parts if not _is_personal(squeeze(part))]
    if len(kept) == len(parts):
        return text
    line.warn("备注里的个人情况不收，已去掉", "remark", Severity.NOTICE)
    return "，".join(kept) or None


def _is_personal(part: str) -> bool:
    if _PERSONAL.fullmatch(part) or COUNTED_HEADERS.search(part) or REFUSED_HEADERS.search(part):
        return True
    return any(word in part for kind in schema().tallies.values() for word in kind.values if len(word) > 1)
