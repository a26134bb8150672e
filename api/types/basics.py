"""Small types that many others hold: kinds, names, attributes, contacts, orders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import strawberry

from wushe.api.types.enums import NodeOrder, OrderDirection
from wushe.api.types.scalars import AttributeValue
from wushe.api.view import Numbers
from wushe.errors import BadInputError
from wushe.queries.matches import MatchHow
from wushe.schema import schema
from wushe.schema.kinds import Kind as KindDeclaration
from wushe.schema.text import squeeze

FOLDERS = ("places", "organizations", "posts", "ties", "matters", "mechanisms")


@strawberry.input(description="列表的次序。The order of a list.")
class Order:
    """What to order by, and which end first."""

    by: NodeOrder = NodeOrder.ID
    direction: OrderDirection = OrderDirection.ASC

    @classmethod
    def filters(cls, order: Order | None) -> dict[str, Any]:
        """The order as arguments of a query."""
        chosen = order or cls()
        return {"by": chosen.by.value, "descending": chosen.direction is OrderDirection.DESC}


@strawberry.type(
    description="类型：地点、组织、岗位、关系或事项的类型。A kind of place, organisation, post, tie or matter."
)
class Kind:
    """A declared kind."""

    code: str
    label: str
    label_en: str
    sector: str | None = strawberry.field(
        description="党、政、群、社、企、自治、功能；地点与事项为 null。Sector; null for places and matters."
    )

    @classmethod
    def of(cls, declared: KindDeclaration) -> Kind:
        """From its declaration."""
        return cls(code=declared.code, label=declared.label, label_en=declared.label_en, sector=declared.sector)

    @classmethod
    def named(cls, code: str) -> Kind:
        """From its code; one that this program does not know shows its code."""
        if edge := schema().edges.get(code):
            return cls(code=code, label=edge.label_zh, label_en=code.lower().replace("_", " "), sector=None)
        try:
            return cls.of(schema().kind(code))
        except KeyError:
            return cls(code=code, label=code, label_en=code, sector=None)

    @classmethod
    def worded(cls, folder: str, words: str) -> Kind:
        """From any of its words in a folder of declarations; one that this program does not know shows them."""
        code = schema().by_word[folder].get(squeeze(words))
        return cls.of(getattr(schema(), folder)[code]) if code else cls.named(words)


def kinds_in(of: str | None) -> list[Kind]:
    """The kinds of one folder of declarations (`organizations`, or as the type: `Organization`), or of all.

    Raises:
        BadInputError: there is no such folder.
    """
    wanted = [folder for folder in FOLDERS if of is None or of.lower() in {folder, folder.removesuffix("s")}]
    if not wanted:
        raise BadInputError(f"没有这一类：{of}", hint=f"可以是 {'、'.join(FOLDERS)}")
    return [Kind.of(kind) for folder in wanted for kind in getattr(schema(), folder).values()]


def checked_kinds(codes: Iterable[str] | None, *folders: str) -> list[str] | None:
    """Codes of kinds of these folders.

    Raises:
        BadInputError: one is not a code of theirs.
    """
    if codes is None:
        return None
    wanted = list(codes)
    known = {code for folder in folders for code in getattr(schema(), folder)}
    if unknown := [code for code in wanted if code not in known]:
        raise BadInputError(f"没有这种类型：{'、'.join(unknown)}", hint=f"可以是 {'、'.join(sorted(known))}")
    return wanted


def worded_kinds(words: Iterable[str] | None, folder: str) -> list[str] | None:
    """Codes of kinds of this folder that are meant by their code, their label or another word for them.

    Raises:
        BadInputError: one is none of theirs.
    """
    known = schema().by_word[folder]
    return checked_kinds(None if words is None else [known.get(squeeze(word), word) for word in words], folder)


@strawberry.type(description="一个名称与它使用的时间。A name and when it was borne.")
class Name:
    """A name of a body."""

    text: str
    how: MatchHow
    since: date | None
    until: date | None


@strawberry.type(description="模式声明的属性。A declared attribute.")
class Attribute:
    """A declared attribute and its value."""

    code: str
    label: str
    value: AttributeValue
    unit: str | None


@strawberry.type(
    description="联系方式。phone 为手机，按权限完整或遮盖（138****1234，见 masked）；officePhone 为办公座机。"
    "`phone` is whole or masked; office lines are whole."
)
class Contact:
    """How somebody can be reached, as the viewer may see it."""

    phone: str | None = strawberry.field(description="手机。Mobile, whole or masked.")
    office_phone: str | None = strawberry.field(description="办公座机。Office line.")
    masked: bool = strawberry.field(description="手机是否遮盖。Whether the mobile is masked.")
    verified_on: date | None = strawberry.field(description="核实日期。When it was last verified.")
    hours: str | None = strawberry.field(description="值班时间。When it is answered.")

    @classmethod
    def of(cls, numbers: Numbers | None, verified_on: date | None = None, hours: str | None = None) -> Contact | None:
        """A contact where there is a number to show."""
        if numbers is None:
            return None
        return cls(
            phone=numbers.phone,
            office_phone=numbers.office_phone,
            masked=numbers.masked,
            verified_on=verified_on,
            hours=hours,
        )
