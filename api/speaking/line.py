"""The line of an answer, by what the answer is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from wushe.api.context import Info
from wushe.api.speaking.chains import chain_line, lineage_line, linkage_line
from wushe.api.speaking.contacts import contacts_line
from wushe.api.speaking.counts import coverage_line, figures_line, five_line, gaps_line
from wushe.api.speaking.lists import bodies_line, needs_line, ties_line
from wushe.api.speaking.responsibility import responsible_line, whistle_line
from wushe.api.types.answers import AnswerResult, ChainResult, FigureResult
from wushe.api.types.contacts import ContactConnection
from wushe.api.types.coverage import CoverageConnection
from wushe.api.types.five import FiveSocietiesConnection
from wushe.api.types.gaps import GapConnection
from wushe.api.types.lineage import Lineage
from wushe.api.types.linkage import Linkage
from wushe.api.types.needs import NeedConnection
from wushe.api.types.organizations import OrganizationConnection
from wushe.api.types.places import PlaceConnection
from wushe.api.types.responsibility import Responsibility
from wushe.api.types.ties import TieConnection
from wushe.api.types.whistle import Whistle
from wushe.queries.ask import Reading

Line = Callable[[Info, Reading, Any], Awaitable[str]]
_LINES: dict[type, Line] = {
    Responsibility: responsible_line,
    Whistle: whistle_line,
    ContactConnection: contacts_line,
    ChainResult: chain_line,
    Linkage: linkage_line,
    FiveSocietiesConnection: five_line,
    CoverageConnection: coverage_line,
    GapConnection: gaps_line,
    Lineage: lineage_line,
    FigureResult: figures_line,
    TieConnection: ties_line,
    NeedConnection: needs_line,
    PlaceConnection: bodies_line,
    OrganizationConnection: bodies_line,
}


async def spoken(info: Info, reading: Reading, result: AnswerResult) -> str:
    """An answer in one line."""
    return await _LINES[type(result)](info, reading, result)
