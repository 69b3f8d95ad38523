"""Editors' text as HTML: mentions become links, everything else shows as typed."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.setting.medium import Screen
from handbook.compose.setting.typeset import Typesetter

CONTENT = """
- {kind: term, id: refund, title: 退款, definition: 把钱退给客户}
- {kind: term, id: refund-form, title: 退款申请表, definition: 一张表}
- {kind: standard, id: quick, title: 应答时限, value: 20秒}
"""


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    handbook = handbook_of(CONTENT)
    return Screen(handbook, handbook.organisation, "index.html").setter


def test_a_title_in_book_title_marks_becomes_a_link(setter: Typesetter) -> None:
    html = setter.prose("先填《退款申请表》再签字")
    assert 'href="terms/refund-form.html"' in html
    assert "《<a" in html
    assert "</a>》" in html


def test_an_id_prints_the_title_and_a_standard_its_value(setter: Typesetter) -> None:
    assert ">退款</a>" in setter.line("办[[refund]]")
    assert ">20秒</a>" in setter.line("在[[quick]]内")


def test_words_of_the_editors_own_replace_the_title(setter: Typesetter) -> None:
    assert ">退钱</a>" in setter.line("[[refund|退钱]]")


def test_an_unknown_title_stays_as_typed(setter: Typesetter) -> None:
    assert setter.line("见《消费者权益保护法》") == "见《消费者权益保护法》"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '<img src=x onerror="x()">', "{{ 7*7 }}", "{% raw %}"]
)
def test_html_and_templates_show_as_typed(setter: Typesetter, text: str) -> None:
    html = setter.prose(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "49" not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_links_that_run_or_open_something_are_not_made(setter: Typesetter, url: str) -> None:
    assert "<a" not in setter.prose(f"[看这里]({url})")


def test_plain_text_is_escaped_and_keeps_its_stars(setter: Typesetter) -> None:
    assert setter.plain("*重要* <b>") == "*重要* &lt;b&gt;"


def test_bare_text_has_the_words_of_its_mentions_and_no_markup(setter: Typesetter) -> None:
    assert setter.bare("填《退款》后[[quick]]内[[refund|退钱]]") == "填《退款》后20秒内退钱"
