"""The organisers' page: one box, and the answer as anybody may see it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from wushe.graph import Graph
from wushe.settings import Settings


def router(graph: Graph, settings: Settings) -> APIRouter:
    """The page."""
    return APIRouter()


def failed(title: str, message: str, status: int) -> HTMLResponse:
    """A page that says what went wrong."""
    return HTMLResponse(f"{title}{message}", status_code=status)
