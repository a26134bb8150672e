"""A layout for a roster that nobody knows: proposed, scored and explained, for a person to correct and save."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from wushe.errors import RefusedError
from wushe.graph import Reader
from wushe.loaders.body import body
from wushe.loaders.heading import Heading, heading_at
from wushe.loaders.layouts.known import reading_as
from wushe.loaders.likeness import Guess, assigned, guesses, roles
from wushe.loaders.privacy import counted_header, refused_header, refused_sheet, shown
from wushe.loaders.proposed_rows import Found, Wide
from wushe.loaders.reading import Sheet, Value, read_document
from wushe.loaders.recognise import DEPTH, recognise, words_of_headers
from wushe.loaders.references import BODY, MATTER, TRUSTED
from wushe.loaders.secret_numbers import tells
from wushe.loaders.shapes import LABELS, SAMPLE, Known, Shapes, shapes_of
from wushe.loaders.tallies import attributes_under
from wushe.loaders.words import kind_of
from wushe.queries.matches import Match, Scope
from wushe.queries.resolve import resolve_many
from wushe.queries.scope import graph_state
from wushe.schema import schema
from wushe.schema.kinds import Table
from wushe.schema.text import squeeze

FEWEST = 2
"""Headers that a row must have that look like one."""
_NAMED = re.compile(r"(?P<post>.+?)(?:姓名|名字)?")
_REACHED = re.compile(r"(?P<post>.+?)(?:联系)?(?:电话|手机|方式|号码|手机号|手机号码|电话号码)")
_TRAIT = re.compile(r"[男女]|(?:中共|预备|中共预备)党员|群众|(?:共青)?团员|(?!民).{1,2}族")
_DATES = re.compile(r"(?:19|20)\d{2}[年./-]?(?:\d{1,2}[月./-]?)?(?:\d{1,2}日?)?|[（(][^（）()]*[）)]")


@dataclass(slots=True)
class Proposal:
    """What a sheet seems to be; `text` is the layout as a mapping file."""

    sheet: str | None
    label: str
    columns: list[dict[str, Any]] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it was found; `words` are its header with the groups above it."""

    index: int
    header: str
    shapes: Shapes


def known_to(reader: Reader, counties: tuple[str, ...], day: date) -> Known:
    """What the graph knows of names."""
    scope = Scope(graph_state(reader, counties).counties, day)

    def ask(words: Collection[str]) -> Mapping[str, str]:
        found = {word: _shape(matches) for word, matches in resolve_many(reader, words, scope, types=BODY).items()}
        matters = resolve_many(reader, words, scope, types=MATTER)
        found |= {word: "matter" for word, matches in matters.items() if _trusted(matches) and not found.get(word)}
        return {word: shape for word, shape in found.items() if shape}

    return ask


def _trusted(matches: list[Match]) -> list[Match]:
    return [match for match in matches if match.how in TRUSTED]


def _shape(matches: list[Match]) -> str:
    kinds = {match.kind if match.label == "Place" else "body" for match in _trusted(matches)}
    return next(
        (kind for kind in ("village", "town", "grid", "group", "body") if kind in kinds), "body" if kinds else ""
    )


def propose(path: Path, tables: tuple[Table, ...], known: Known) -> Proposal:
    """A layout for the first sheet of a file that no table or roster fits.

    Raises:
        RefusedError: no row of it looks like a header, it may not be loaded, or it needs no layout.
    """
    fitting: list[str] = []
    with reading_as(tables):
        for sheet in read_document(path).sheets:
            if refused_sheet(sheet.name, path.name):
                raise RefusedError(f"{shown(path.name)} 涉及特殊人群或居民信息，不得载入", hint="不提供版式")
            recognised = recognise(sheet)
            if recognised is not None:
                fitting.append(recognised.table.label)
            elif (heading := _heading(sheet)) is not None:
                return _proposed(path, sheet, heading, known)
    if fitting:
        raise RefusedError(
            f"{shown(path.name)} 已经认得（{'、'.join(dict.fromkeys(fitting))}），不用另写版式",
            hint="请直接 wushe load",
        )
    raise RefusedError(
        f"{shown(path.name)} 里没有像表头的一行", hint="请在数据上方加一行表头（如 村(社区)、姓名、联系电话）后重试"
    )


def _heading(sheet: Sheet) -> Heading | None:
    """The header: the row, with those that go on from it, of which most words are like those of headers."""
    words = words_of_headers() | {squeeze(word) for role in roles().values() for word in role.words}
    found = [heading_at(sheet, position, words.__contains__) for position in range(min(DEPTH, len(sheet.rows)))]
    best = max(found, key=_likeness, default=None)
    return best if best is not None and _likeness(best) >= FEWEST else None


def _likeness(heading: Heading) -> int:
    nothing = Shapes(0, {})
    leaves = [path[-1] for path in heading.paths if path]
    if any(re.search(r"\d{5}", leaf) for leaf in leaves) or any(_is_trait(path) for path in heading.paths):
        return 0
    return sum(bool(_special(leaf) or _post(leaf, _NAMED) or list(guesses(0, leaf, nothing))) for leaf in leaves)


def _is_trait(path: tuple[str, ...]) -> bool:
    """Whether a word stands below headers and is none: 女, 大专. What stands beside it is no header either."""
    traits = {value for kind in schema().tallies.values() for value in (*kind.values, *kind.without)} - {"党员"}
    return len(path) == 1 and (path[0] in traits or bool(_TRAIT.fullmatch(path[0])))


def _special(header: str) -> str:
    """Why a column is left out whatever is in it."""
    if refused_header(header):
        return "不得载入：读到就会拒绝，请从文件中删去这一列"
    if attributes_under(squeeze(header)):
        return "只按镇街加总人数、不留个人内容；不用写进版式"
    return "个人属性，不收" if counted_header(header) else ""


def _post(header: str, pattern: re.Pattern[str]) -> str | None:
    match = pattern.fullmatch(_joined(header))
    return kind_of("posts", match["post"]) if match else None


def _joined(header: str) -> str:
    """A header with the groups above it as one word: 妇联主席/姓名 is 妇联主席姓名."""
    return squeeze(header).replace("/", "")


def _proposed(path: Path, sheet: Sheet, heading: Heading, known: Known) -> Proposal:
    above = [cell for row in sheet.rows[: heading.first] for cell in row.cells if cell is not None]
    if refused_sheet(sheet.name, " ".join(map(str, above))):
        raise RefusedError(f"{shown(path.name)} 涉及特殊人群或居民信息，不得载入", hint="不提供版式")
    titles = [str(cell) for cell in above if not tells(cell)]
    columns = _columns(sheet, heading, known)
    usable = [c for c in columns if not _special(c.header) and c.shapes.share("secret") < 0.2]
    wide = _wide(usable)
    taken = {index for one in wide for index in one.columns}
    found = chain.from_iterable(guesses(c.index, c.header, c.shapes) for c in usable if c.index not in taken)
    chosen = assigned(list(found))
    label = _label(titles, sheet.name, path)
    rows = Found(label, {guess.field: columns_header(columns, guess.column) for guess in chosen.values()}, tuple(wide))
    proposal = Proposal(shown(sheet.name) if sheet.name else None, label)
    parts = [_part(column, chosen.get(column.index), wide, proposal) for column in columns]
    proposal.text = "\n\n".join([_HEAD, rows.top(), *parts, rows.bottom()]) + "\n"
    return proposal


def columns_header(columns: list[_Column], index: int) -> str:
    """The header of a column."""
    return next(column.header for column in columns if column.index == index)


def _columns(sheet: Sheet, heading: Heading, known: Known) -> list[_Column]:
    rows = body(sheet, heading)
    columns = []
    for index, words in enumerate(heading.paths):
        if words:
            header = shown("/".join(words))
            cells: list[Value] = [row.cells[index] for row in rows if index < len(row.cells)]
            columns.append(_Column(index, header, _unread(cells) if _special(header) else shapes_of(cells, known)))
    return columns


def _unread(cells: list[Value]) -> Shapes:
    """Of a column that is not to be read: how many cells it has."""
    return Shapes(min(SAMPLE, sum(cell is not None for cell in cells)), {})


def _wide(columns: list[_Column]) -> list[Wide]:
    """Posts side by side: a column of names under the post's own name, its phones in another."""
    named = {post: c for c in columns if (post := _post(c.header, _NAMED)) and c.shapes.share("person") >= 0.5}
    phones = {post: c for c in columns if (post := _post(c.header, _REACHED))}
    if len(named) < 2 and not (named.keys() & phones.keys()):
        return []
    found = []
    for post, column in named.items():
        word = _NAMED.fullmatch(_joined(column.header))
        phone = phones.get(post)
        found.append(Wide(post, word["post"] if word else post, column.index, phone.index if phone else None))
    return found


def _label(titles: list[str], sheet: str | None, path: Path) -> str:
    """What the roster is called: its title without the year, else the name of the sheet, else the file's."""
    told = [title for title in titles if "：" not in title and ":" not in title and len(title) <= 40]
    named = [*told[:1], sheet if sheet and not re.fullmatch(r"(?i)sheet\d*|工作表\d*", sheet) else "", path.stem]
    names = [_DATES.sub("", shown(name)).strip() for name in named if name]
    return next((name for name in names if name), "名册")


_HEAD = """\
# 版式草稿（wushe load --propose-mapping 所写）。请逐列核对、改正后保存：
#   放在 WUSHE_HOME 的 layouts 文件夹里（默认 .wushe/layouts/名称.toml），以后自动使用；
#   或载入时写明：wushe load --mapping 本文件 名册
# 每一列前的注释说明为什么这样猜，括号里是把握（0 到 1）。没有写进来的列不会载入。"""


def _part(column: _Column, guess: Guess | None, wide: list[Wide], proposal: Proposal) -> str:
    """A column as the mapping file has it, with why."""
    top = f"# 第 {column.index + 1} 列“{column.header}”"
    told: dict[str, Any] = {"header": column.header, "field": None, "score": None, "cells": column.shapes.cells}
    proposal.columns.append(told)
    special = _special(column.header)
    if special or column.shapes.share("secret") >= 0.2:
        told["why"] = special or "内容像身份证号或银行卡号，不得载入"
        return f"{top}：{told['why']}"
    entry = next((one.entry(column.index) for one in wide if column.index in one.columns), None)
    if entry is not None:
        told |= {"field": entry[0], "score": 0.9, "why": f"表头是岗位“{entry[1]}”的{entry[2]}"}
        return f"{top} → {entry[0]}（0.9）：{told['why']}\n{_toml(column.header, entry[0])}"
    if guess is not None:
        told |= {"field": guess.field, "score": guess.score, "why": guess.why}
        secret = "；其中有像证件号码的内容，那些行会被拒绝" if column.shapes.share("secret") else ""
        unit = roles()[guess.field].unit
        label = roles()[guess.field].label
        return f"{top} → {label}（{guess.score}）：{guess.why}{secret}\n{_toml(column.header, guess.field, unit)}"
    looks = column.shapes.best
    seen = (
        f"{looks[1]:.0%} 的内容{LABELS[looks[0]]}"
        if looks
        else "看不出内容是什么"
        if column.shapes.cells
        else "没有内容"
    )
    told["why"] = f"不认识；{seen}"
    commented = "\n".join(f"# {line}" for line in _toml(column.header, "TODO").splitlines())
    return f"{top}：{told['why']}。要载入请去掉下面的 #，写上 field，并在 rows 里用它\n{commented}"


def _toml(header: str, name: str, unit: str = "") -> str:
    return f"[[columns]]\nheader = {quoted(header)}\nfield = {quoted(name)}" + (
        f"\nunit = {quoted(unit)}" if unit else ""
    )


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    plain = re.sub(r"[\x00-\x1f\x7f]", " ", text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
