"""What a roster says of a person beside their name or in 备注 (党员, 女, a street): nobody's business here, it goes at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wushe.loaders.expand import fields_of
from wushe.loaders.privacy import COUNTED_HEADERS, REFUSED_HEADERS
from wushe.schema import schema
from wushe.schema.kinds import Table
from wushe.schema.text import squeeze

_SENTENCES = re.compile(r"[、，,;；。\n]+")
_NOTE = re.compile(r"([(（【\[〔])([^()（）【】\[\]〔〕]{1,40})([)）】\]〕])")
_BETWEEN = re.compile(r"[、，,;；/\s]+")
_PERSONAL = re.compile(
    r"[男女]性?|(?:中共|预备)?党员|群众|团员|.{0,2}[汉回藏羌彝土苗满蒙]族|\d{1,3}岁|\d{2,4}年?\d{0,2}月?(?:出)?生|"
    r".*(?:学历|文化|毕业|退役|退伍|复员|残疾|疾病|患病|离异|丧偶|已婚|未婚|孕|家住|现住|居住|住在|妻子|丈夫|爱人|父亲|母亲|儿子|女儿).*"
)
_LABEL = re.compile(r"(?:性别|政治面貌|学历|文化程度|出生(?:年月|日期|时间)?|年龄):?")
"""A word after which stands what is to be added up or dropped."""


Cleaner = Callable[[str], str | None]


def cleaners(table: Table) -> dict[str, Cleaner]:
    """For the fields of a table in which people are told of: what makes of a cell what may stay."""
    found: dict[str, Cleaner] = dict.fromkeys(fields_of(table, "tenures", "name"), public_name)
    found |= dict.fromkeys(fields_of(table, "tenures", "remark"), public_remark)
    return found


def public_name(text: str) -> str | None:
    """A cell of names without the notes that say something of a person: 李四(女), not 张三(兼)."""
    return _NOTE.sub(_public_note, text) or None


def public_remark(text: str) -> str | None:
    """A remark without its parts about a person; as it is where there are none."""
    parts = list(_parts(text))
    if all(public for _, public in parts):
        return text
    return "，".join(part for part, public in parts if public) or None


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Every word between marks or spaces, and whether it may stay: what a word like 住址 announces goes with it."""
    hanging = False
    for sentence in _SENTENCES.split(text):
        words = sentence.split()
        rest = False
        for place, word in enumerate(words):
            plain = squeeze(word)
            refused = bool(REFUSED_HEADERS.search(plain))
            public = not (hanging or rest or refused or is_personal(plain))
            rest = rest or refused
            hanging = bool(_LABEL.fullmatch(plain)) or (refused and place + 1 == len(words) and _is_bare(plain))
            yield word, public


def _is_bare(word: str) -> bool:
    """Whether a word only announces something: 车牌, 微信号."""
    found = REFUSED_HEADERS.search(word)
    return found is not None and word[found.end() :].strip(":") in {"", "号", "号码", "情况"}


def _public_note(found: re.Match[str]) -> str:
    parts = _BETWEEN.split(found[2])
    kept = [part for part in parts if not is_personal(squeeze(part))]
    if len(kept) == len(parts):
        return found[0]
    return f"{found[1]}{'，'.join(kept)}{found[3]}" if any(kept) else ""


def is_personal(part: str) -> bool:
    """Whether a word of a remark says something of a person."""
    if _PERSONAL.fullmatch(part) or COUNTED_HEADERS.search(part) or REFUSED_HEADERS.search(part):
        return True
    return any(word in part for kind in schema().tallies.values() for word in kind.values if len(word) > 1)
