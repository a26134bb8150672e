"""What every request passes: a token that must be valid, a body of bounded size, headers that keep browsers strict."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wushe.api.errors import plain

MOST_BYTES = 100_000
"""Bytes of the largest request."""
STRICT = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": STRICT,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def style_policy(css: str) -> str:
    """The policy of a page whose only style is this one."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"{STRICT}; style-src 'sha256-{digest}'; img-src data:"


class TooLargeError(Exception):
    """The body grew beyond the limit while it was read."""


class Guard:
    """The outermost layer, as plain ASGI."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "authorization" in headers:
            await _refuse(send, 401, plain("UNAUTHENTICATED", "令牌无效 (the token is not valid)"))
        elif _length(headers) > MOST_BYTES:
            await _refuse(send, 413, plain("BAD_INPUT", f"请求不能超过 {MOST_BYTES} 字节"))
        else:
            await self._pass(scope, receive, send)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, started = 0, False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > MOST_BYTES:
                raise TooLargeError
            return message

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _dress(message)
            await send(message)

        try:
            await self.app(scope, counted, dressed)
        except TooLargeError:
            if not started:
                await _refuse(send, 413, plain("BAD_INPUT", f"请求不能超过 {MOST_BYTES} 字节"))


def _length(headers: Headers) -> int:
    text = headers.get("content-length", "0")
    return int(text) if text.isdigit() else 0


def _dress(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)


async def _refuse(send: Send, status: int, body: dict[str, Any]) -> None:
    challenge = [(b"www-authenticate", b"Bearer")] if status == 401 else []
    headers = [(b"content-type", b"application/json; charset=utf-8"), *challenge]
    start: Message = {"type": "http.response.start", "status": status, "headers": headers}
    _dress(start)
    await send(start)
    await send({"type": "http.response.body", "body": json.dumps(body, ensure_ascii=False).encode()})
