"""Attributes that kinds of bodies declare: what the cells of their columns say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wushe.loaders.headers import kinds_of, words_of
from wushe.loaders.lines import Line
from wushe.loaders.reading import Value
from wushe.loaders.values import split_list, text_of, written
from wushe.schema.kinds import Attribute
from wushe.schema.registry import attributes_of
from wushe.schema.text import squeeze

YES = frozenset({"是", "有", "√", "✓", "✔", "对", "已", "已建", "已建立", "1", "true", "y", "yes"})
NO = frozenset({"否", "无", "没有", "未", "未建", "未建立", "×", "x", "✗", "0", "false", "n", "no"})


def attributes_in(line: Line, kind: str) -> dict[str, Any]:
    """The attributes of a row whose body is of this kind; what cannot be kept is reported."""
    declared = kinds_of(line.table)[kind].attributes
    found: dict[str, Any] = {}
    for column in attributes_of(kinds_of(line.table)):
        value = line.values.get(column)
        if value is None:
            continue
        code = _meant(declared, column, line.headers.get(column, ""))
        if code is None:
            if text_of(value):
                label = kinds_of(line.table)[kind].label
                line.warn(f"“{label}”没有这一属性，未载入；请核对类型", column)
            continue
        found[code] = _read(line, column, value, declared[code])
    return found


def _meant(declared: Mapping[str, Attribute], column: str, header: str) -> str | None:
    """The attribute of this kind that a column gives: its own, else that of another kind under the same header."""
    if column in declared:
        return column
    return next((code for code, attribute in declared.items() if squeeze(header) in words_of(attribute)), None)


def _read(line: Line, column: str, value: Value, attribute: Attribute) -> Any:
    read = typed(value, attribute)
    if read is None and text_of(value):
        line.warn(f"不是{_NOUNS.get(attribute.type, '可用的内容')}，未载入", column)
    return read


_NOUNS = {"integer": "整数", "float": "数字", "boolean": "“是”或“否”"}


def typed(value: Value, attribute: Attribute) -> Any:
    """What a cell says, in the attribute's type; None when it says nothing of the kind."""
    if attribute.type == "boolean":
        plain = squeeze(written(value)).lower()
        return True if plain in YES else False if plain in NO else None
    text = text_of(value)
    if text is None:
        return None
    if attribute.type == "strings":
        return split_list(text) or None
    if attribute.type in {"integer", "float"}:
        number = _number(squeeze(text), attribute)
        whole = number is not None and number.is_integer()
        return number if attribute.type == "float" else int(number) if number is not None and whole else None
    return text


def _number(text: str, attribute: Attribute) -> float | None:
    """A number with thousands' commas, its unit or a counting word; 20% is 0.2, but 20 where the unit is %."""
    units = "|".join(map(re.escape, filter(None, ("户", "人", "个", "名", "次", attribute.unit))))
    match = re.fullmatch(rf"(-?\d+(?:\.\d+)?)(?:(%)|(?:{units}))?", text.replace(",", ""))
    if match is None or len(match[1]) > 12:
        return None
    return float(match[1]) / (100 if match[2] and attribute.unit != "%" else 1)
