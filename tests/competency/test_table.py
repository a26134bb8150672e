"""The page of the forty questions is the one that the county answers; `make questions` writes it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tests.competency.asking import Asked
from tests.competency.table import page

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
WRITE = "WUSHE_WRITE_QUESTIONS"
MOBILE = re.compile(r"(?<!\d)1\d{10}(?!\d)")


def test_the_page_is_fresh(asked: Asked) -> None:
    """As written; nothing in it that a stranger may not see."""
    found = page(asked)
    if os.environ.get(WRITE):
        PAGE.write_text(found, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == found, "make questions"
    assert not MOBILE.search(found)
