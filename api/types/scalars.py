"""The scalars of the contract: dates are written YYYY-MM-DD and in no other way."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

AttributeValue = NewType("AttributeValue", object)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _read_date(value: object) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError("日期要写成 YYYY-MM-DD，如 2024-07-15 (a date is written YYYY-MM-DD)")


def _read_datetime(value: object) -> datetime:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        raise GraphQLError("时刻要写成 ISO 8601 (an instant is written in ISO 8601)") from None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="日期 YYYY-MM-DD；`until` 不含当日。ISO 8601 calendar date; `until` is exclusive.",
        serialize=date.isoformat,
        parse_value=_read_date,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="带时区的时刻。ISO 8601 instant with offset.",
        serialize=datetime.isoformat,
        parse_value=_read_datetime,
    ),
    AttributeValue: strawberry.scalar(
        name="AttributeValue",
        description="属性值：文本、数字、是否或日期。Text, number, boolean or date of a declared attribute.",
        serialize=_plain,
    ),
}
