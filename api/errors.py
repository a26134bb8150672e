"""One table from exceptions to `extensions.code`, and how an error is told: never a trace, a Cypher text or a value."""

from __future__ import annotations

import logging
import re
import secrets
import traceback
from typing import Any

from graphql import GraphQLError

from wushe.api.view import Viewer, text
from wushe.errors import WusheError

LOG = logging.getLogger("wushe.api")
CODES: dict[type[Exception], str] = {TimeoutError: "TIMEOUT", ConnectionError: "UNAVAILABLE"}
"""Exceptions that are not ours; ours say their own code, and whatever is not here is INTERNAL."""
PLAIN = {"TIMEOUT": "没有在限定时间内答复，请缩小范围后重试", "UNAVAILABLE": "数据库没有应答，请稍后重试"}
_LIMIT = re.compile(r"exceeds maximum operation depth|aliases found\. Allowed|contains more than \d+ tokens")
COST = "问题太大，超过了深度、别名或长度的限制，请拆成几次 (the query is too large)"


def told(error: GraphQLError, viewer: Viewer) -> dict[str, Any]:
    """A GraphQL error as the viewer may see it."""
    message, extensions = _message(error)
    shown: dict[str, Any] = {"message": text(viewer, message)}
    if error.locations:
        shown["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    if error.path:
        shown["path"] = error.path
    return {**shown, "extensions": extensions}


def _message(error: GraphQLError) -> tuple[str, dict[str, Any]]:
    cause: Exception | None = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return _of_document(error)
    return of_exception(cause)


def _of_document(error: GraphQLError) -> tuple[str, dict[str, Any]]:
    """The document or its variables are at fault."""
    if _LIMIT.search(error.message):
        return COST, {"code": "COST_EXCEEDED"}
    return error.message, {"code": "BAD_INPUT"}


def of_exception(error: Exception) -> tuple[str, dict[str, Any]]:
    """The message and the extensions of any exception."""
    if isinstance(error, WusheError) and error.code != "INTERNAL":
        return str(error), error.extensions
    for kind, code in CODES.items():
        if isinstance(error, kind):
            return PLAIN[code], {"code": code}
    return _internal(error)


def _internal(error: Exception) -> tuple[str, dict[str, Any]]:
    """What we did not foresee: a number for the user, the kind of error and its place for the log, no value for either."""
    number = secrets.token_hex(6)
    where = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("internal error %s: %s\n%s", number, type(error).__name__, where)
    return f"服务器内部出错，请把编号 {number} 告诉管理员", {"code": "INTERNAL", "id": number}


def plain(code: str, message: str) -> dict[str, Any]:
    """An error that is not of a GraphQL field, in the same shape."""
    return {"errors": [{"message": message, "extensions": {"code": code}}]}
