"""What editors type shows as typed, whatever it means to Markdown, YAML, HTML or Jinja."""

from __future__ import annotations

from html import unescape

import markdown as python_markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handbook.compose.setting.markdown import bare, front_matter, heading, is_inline

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>粗</b> & &lt;i&gt; &#42;",
    "*星* _线_ `码` [链](http://x) ![图](y) ~~删~~",
    "# 井号 #",
    "标题 {#other .class}",
    "{{ 7 * 7 }} {% raw %} {# c #}",
    "[[id]] 《题》 [^1] |表|",
    "\\*反斜\\#",
    "\"引号\" '单' <!-- 注 -->",
    "http://example.org <http://example.org> a@b.c",
    "- 项 1. 数 > 引 --- === ```",
    "^上^ ==亮== ++下++ :smile: (c) -->",
)


def rendered(text: str) -> str:
    """Return the heading as a browser shows it, without its own tags."""
    html = python_markdown.markdown(text, extensions=["attr_list", "tables", "toc"])
    assert html.count("<h2") == 1
    start, end = html.index(">") + 1, html.rindex("</h2>")
    return html[start:end]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_shows_plain_text_as_typed(text) -> None:
    html = rendered(heading(2, text, "_id"))
    assert "<" not in html
    assert unescape(html) == " ".join(text.split())


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1))
def test_a_heading_shows_any_text_as_typed(text) -> None:
    html = rendered(heading(2, "题" + text, "_id"))
    assert "<" not in html
    assert " ".join(unescape(html).split()) == " ".join(("题" + text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_keeps_the_tags_that_are_ours(text) -> None:
    words = Markup('<a class="ref ref--role" href="../a_b.html" title="{0}">{0}</a>').format(text)
    html = rendered(heading(2, words, "_id"))
    assert html.count("<a ") == 1
    assert html.count("<") == 2
    assert bare(Markup(html)) == " ".join(text.split())


def test_a_heading_has_the_id_and_the_marks_it_was_given() -> None:
    html = python_markdown.markdown(
        heading(3, "题", "step-1", ".step .step--critical", searched=False),
        extensions=["attr_list"],
    )
    assert html.startswith('<h3 class="step step--critical"')
    assert 'id="step-1"' in html
    assert "data-search-exclude" in html


@pytest.mark.parametrize("text", [*HOSTILE, "a: b", "- x", "行\u2028二", "末\\", "'", '"', "\x85"])
def test_front_matter_gives_the_title_back(text) -> None:
    head = front_matter(text, {"search": {"boost": 2}})
    assert head.startswith("---\n")
    assert head.endswith("\n---")
    data = yaml.safe_load(head.strip("-\n"))
    assert unescape(data["title"]) == " ".join(text.replace("\x85", " ").split())
    assert "<" not in data["title"]
    assert data["search"] == {"boost": 2}


def test_a_paragraph_is_no_line() -> None:
    assert is_inline(Markup("甲<b>乙</b>"))
    assert not is_inline(Markup("<p>甲</p><p>乙</p>"))
