"""The people that a cell names: several at once, with their posts (书记：张三) and notes (张三（兼）)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wushe.loaders.values import HAN, VACANT, placeholder, spaced
from wushe.loaders.words import kind_of
from wushe.schema import TenureStatus
from wushe.schema.text import squeeze
from wushe.schema.values import STATUS_WORDS

LONGEST_NAME = 30
_PARTS = re.compile(r"[、,;/|\n]+")
_NOTE = re.compile(r"[(【\[〔]([^()【】\[\]〔〕]{1,8})[)】\]〕]")
_ROLE = re.compile(r"([^:\d]{1,14}):(.*)")
_DOTS = re.compile(r"[•․・．‧∙⋅]")
_DOT_BETWEEN = re.compile(rf"(?<={HAN})\s*[.·]\s*(?={HAN})")
_SPACE = re.compile(r"\s+")
_BETWEEN_HAN = re.compile(rf"(?<={HAN}) (?={HAN})")
_WORD = re.compile(rf"{HAN}{{2,4}}")
_TRAIT = re.compile(r"[男女]性?|.{1,4}族|.*党员|群众|.*团员")
"""Notes about a person that are nobody's business here."""
_HIDDEN = re.compile(rf"[*×＊]|(?<={HAN})[某Xx]{{1,2}}$")
_ODD = re.compile(r"[<>=@\[\]{}|`:]")


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a cell names them; `role` is the post written with the name."""

    name: str
    status: TenureStatus | None = None
    role: str | None = None
    note: bool = False
    """Whether something stood beside the name that says nothing to us."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The people of a cell in their order, and the posts written with names, vacant ones too."""

    people: tuple[Named, ...] = ()
    roles: tuple[str, ...] = ()


def holders_of(text: str | None) -> Holders:
    """The people of a cell; none when it says that the post is vacant, or nothing."""
    named = list(_named(unicodedata.normalize("NFKC", spaced(text) or "")))
    roles = dict.fromkeys(one.role for one in named if one.role)
    return Holders(tuple(one for one in named if one.name), tuple(roles))


def people_of(text: str | None) -> list[Named]:
    """The people of a cell."""
    return list(holders_of(text).people)


def _named(text: str) -> Iterator[Named]:
    """Every part of a cell; one without a name says that its role is vacant."""
    role: str | None = None
    for part in _PARTS.split(text):
        words = _words(part.strip())
        titled = len(words) > 1 and kind_of("posts", words[0])
        for word in words:
            if titled and kind_of("posts", word):
                role = word
                continue
            name = word
            if written := _ROLE.fullmatch(word):
                role, name = written[1].strip(), written[2]
            if name or written:
                yield replace(_person(name), role=role)


def _words(part: str) -> list[str]:
    """张三 李四 are two, 张 三 is one: only words of two to four Han characters each stand for people."""
    words = part.split()
    return words if len(words) > 1 and all(_WORD.fullmatch(word) for word in words) else [part]


def _person(text: str) -> Named:
    if _WORD.fullmatch(text):  # a plain name, as nearly all are
        return Named("" if placeholder(text) or text in VACANT else text)
    status: TenureStatus | None = None
    unknown = False
    for note in _NOTE.findall(text):
        word = squeeze(note)
        status = STATUS_WORDS.get(word) or status
        unknown |= word not in STATUS_WORDS and not _TRAIT.fullmatch(word)
    name = person_name(_NOTE.sub(" ", text))
    vacant = placeholder(name) or squeeze(name) in VACANT
    return Named("" if vacant else name, status, note=unknown and not vacant)


def person_name(text: str) -> str:
    """A name in one spelling: no spaces between Han characters, one kind of middle dot."""
    name = _DOT_BETWEEN.sub("·", _DOTS.sub("·", unicodedata.normalize("NFKC", text).strip()))
    return _BETWEEN_HAN.sub("", _SPACE.sub(" ", name)).strip()


def wrong_with(name: str) -> str | None:
    """Why this cannot be somebody's name; None when it can."""
    if any(character.isdigit() for character in name):
        return "姓名里有数字：电话请写到电话一栏，每人一个姓名"
    if len(name) > LONGEST_NAME:
        return f"姓名超过 {LONGEST_NAME} 字，请核对"
    if _HIDDEN.search(name):
        return "姓名不完整（有隐去的字），请写全名"
    if kind_of("posts", name):
        return "姓名一栏写的是岗位，请写姓名；空缺的写“空缺”"
    return "含有姓名里不会有的符号，请核对" if _ODD.search(name) else None
