"""The page: what it says first, what it links to, that it is escaped and strict."""

from __future__ import annotations

import re
from html import unescape

from tests.api import town as t
from tests.api.conftest import Http


def page(client: Http, question: str = "") -> str:
    """The text of the page for a question."""
    answer = client.get("/", params={"q": question} if question else None)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_the_answer_comes_first(client: Http) -> None:
    """Person and phone, then why, with the day; the office line can be tapped."""
    html = page(client, "登科寺社区第1网格矛盾纠纷找谁")
    assert html.index("后某乙") < html.index("依据")
    assert '<a class="call" href="tel:08270183116">' in html
    assert "120****9637" in html
    assert "某某街道.xlsx · 任职 · 第 7 行" in html
    assert '<time datetime="2024-07-15">' in html
    assert not re.search(r"(?<!\d)1\d{10}(?!\d)", html)


def test_what_a_place_below_would_answer(client: Http) -> None:
    """The village has no officer of its own: its grids are links."""
    html = page(client, "登科寺社区矛盾纠纷找谁")
    assert "登科寺社区第1网格" in html
    assert "/?q=%E7%99%BB%E7%A7%91%E5%AF%BA%E7%A4%BE%E5%8C%BA%E7%AC%AC1%E7%BD%91%E6%A0%BC" in html


def test_several_meanings_are_links(client: Http) -> None:
    """Each with its path; the link's question has one meaning."""
    html = page(client, "青龙村矛盾纠纷")
    links = re.findall(r'<li><a href="([^"]+)">\s*<b>[^<\s]+青龙村', html)
    assert len(links) == 2
    for link in links:
        answer = client.get(unescape(link))
        assert "您指的是哪一个" not in answer.text


def test_suggestions_when_nothing_is_understood(client: Http) -> None:
    """A misspelt place leads on."""
    html = page(client, "登科寺庙村")
    assert "登科寺社区" in html


def test_an_emergency_is_told_before_anything_is_understood(client: Http) -> None:
    """No matter of this county is meant, and whom to call is there all the same."""
    html = page(client, "登科寺社区煤气泄漏怎么办")
    assert html.index('href="tel:119"') < html.index("没有听出是什么事")
    assert "tel:119" not in page(client, "登科寺社区第1网格矛盾纠纷找谁")


def test_a_day_that_is_none_is_said(client: Http) -> None:
    """Today is not put in its place."""
    answer = client.get("/", params={"q": "登科寺社区2024-02-30书记是谁"})
    assert answer.status_code == 400
    assert "没有“2024-02-30”这一天" in answer.text


def test_the_empty_page_has_examples_of_this_county(client: Http) -> None:
    """Examples are made of what the graph has."""
    html = page(client)
    assert "登科寺社区矛盾纠纷找谁" in html
    assert 'lang="zh-CN"' in html
    assert '<label for="q">' in html


def test_nothing_is_taken_as_markup(client: Http) -> None:
    """What was typed is shown, not run; the policy would stop it anyway."""
    answer = client.get("/", params={"q": '"><script>alert(1)</script>'})
    assert "<script>" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "script-src" not in policy


def test_too_long_a_question_is_a_page_too(client: Http) -> None:
    """An error in the same style."""
    answer = client.get("/", params={"q": "问" * 300})
    assert answer.status_code == 400
    assert "没能回答" in answer.text
    assert t.LINE not in answer.text
