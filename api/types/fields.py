"""Resolvers with their description: the stock decorator hides the types of what it decorates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

F = TypeVar("F", bound=Callable[..., Any])


def described(description: str, *, name: str | None = None) -> Callable[[F], F]:
    """A GraphQL field whose value is what the method gives."""
    return cast("Callable[[F], F]", strawberry.field(description=description, name=name))
