"""The page in a real browser, over the sample: what a person sees, and what goes over the wire."""

from __future__ import annotations

import ctypes.util
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from wushe.api.app import create_app
from wushe.graph import Graph
from wushe.settings import Settings

CHROMIUM = Path("/usr/bin/chromium")
PACKAGES = ("chromium", "libatomic1")
WHOLE = re.compile(r"(?<!\d)120\d{8}(?!\d)")
QUESTION = "登科寺社区第1网格矛盾纠纷找谁"


@pytest.fixture(scope="module")
def chromium() -> Path:
    """Debian's Chromium, and the library that playwright's driver needs; installed when that can be done."""
    if not installed() and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", *PACKAGES], check=False, capture_output=True)
    if not installed():
        pytest.fail(f"没有 Chromium，请运行：sudo apt-get install -y {' '.join(PACKAGES)}")
    return CHROMIUM


def installed() -> bool:
    """Whether a browser can be driven here."""
    return CHROMIUM.exists() and ctypes.util.find_library("atomic") is not None


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def origin(sample: Graph, day_settings: Settings) -> Iterator[str]:
    """The service on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(sample, day_settings), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


class Visit:
    """A page and everything that went over the wire for it."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.addresses: list[str] = []
        self.bodies: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("response", lambda response: self.bodies.append(response.text()) if response.ok else None)

    def ask(self, question: str) -> str:
        """Open the page with a question; what it shows."""
        self.page.goto(f"{self.origin}/?q={quote(question)}")
        return self.page.inner_text("body")

    def check(self) -> None:
        """Every request went home; nothing complained; no whole personal phone."""
        home = [a for a in self.addresses if a.startswith((self.origin, "data:"))]
        assert self.addresses
        assert self.addresses == home
        assert self.complaints == []
        assert not any(WHOLE.search(body) for body in [*self.bodies, self.page.content()])


@pytest.fixture(params=[390, 1200], ids=["phone", "desktop"])
def visit(browser: Browser, origin: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit without JavaScript, as wide as a phone or a desktop."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    yield Visit(page, origin)
    context.close()


def test_a_grid_shows_its_officer(visit: Visit) -> None:
    """The officer, the office phone as a link, the reasons."""
    shown = visit.ask(QUESTION)
    assert "侯文斌" in shown
    assert "依据" in shown
    assert "05-责任清单.xlsx" in shown
    call = visit.page.locator("a.call").first
    assert call.get_attribute("href") == "tel:08270183116"
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] < 844
    visit.check()


def test_a_village_shows_its_own_answer_and_its_grids(visit: Visit) -> None:
    """The secretary answers; a click on a grid gives its officer."""
    shown = visit.ask("登科寺社区矛盾纠纷找谁")
    assert "孔正华" in shown
    visit.page.get_by_role("link", name="登科寺社区第1网格").click()
    visit.page.get_by_text("侯文斌").first.wait_for()
    visit.check()


def test_asking_in_the_box(visit: Visit) -> None:
    """The box is labelled, submits, and keeps the question."""
    visit.ask("")
    visit.page.get_by_label("哪里、什么事").fill(QUESTION)
    visit.page.get_by_role("button", name="查询").click()
    visit.page.get_by_text("侯文斌").first.wait_for()
    assert visit.page.get_by_label("哪里、什么事").input_value() == QUESTION
    visit.check()


def test_a_vacancy_is_said(visit: Visit) -> None:
    """The empty post, and who stands in."""
    shown = visit.ask("五台山村第4组邻里纠纷找谁")
    assert "空缺" in shown
    assert "空缺期间找" in shown
    visit.check()


def test_nothing_is_wider_than_the_screen(visit: Visit, browser: Browser) -> None:
    """No sideways scrolling."""
    width = visit.page.viewport_size["width"] if visit.page.viewport_size else 390
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{visit.origin}/?q={quote(QUESTION)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
