"""Pages and sheets tell from when something holds, until when, and what is used instead."""

from __future__ import annotations

import re

import pytest
from tests.composed import compose, text_of
from tests.ours import PROJECT
from tests.written import handbook_of

from handbook.compose.pages.composition import compose_pages
from handbook.compose.setting.readers import read_by

DOCUMENT = "{kind: policy, id: %s, title: %s, articles: [{id: a, title: 条, text: 文}], %s}"
DATES = "effective: 2026-12-01, reviewed: 2027-03-01, review_every: 1年"


def policy(id: str, title: str, rest: str) -> str:
    return f"- {DOCUMENT % (id, title, rest)}\n"


def page_of(text: str, id: str = "p", audience: str | None = None) -> str:
    handbook = read_by(handbook_of(text), audience)
    pages = {page.uri: page.markdown for page in compose_pages(handbook, PROJECT)}
    return pages[f"policies/{id}.md"]


def sheet_of(text: str, id: str = "p", language: str | None = None) -> str:
    return text_of(compose(language, all=text)[f"{id}.policy"])


def test_a_page_states_the_days_and_not_what_they_mean_today() -> None:
    page = page_of(policy("p", "规定", DATES))
    assert 'data-effective="2026-12-01" data-review="2028-03-01"' in page
    assert "<dt>评审日期</dt>\n<dd>2027-03-01</dd>" in page
    assert "<dt>下次评审</dt>\n<dd>2028-03-01</dd>" in page
    assert "banner" not in page


def test_days_that_are_open_are_not_stated_for_the_script() -> None:
    page = page_of(policy("p", "规定", "effective: 待定, review_every: 1年"))
    assert '<dl class="control">' in page
    assert "<dd>待定</dd>" in page


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_nobody_works_by_says_so_whatever_the_day(status: str) -> None:
    page = page_of(policy("p", "规定", f"status: {status}, {DATES}"))
    assert f'class="banner banner--{status}"' in page
    assert '<dl class="control">' in page


def test_what_is_retired_is_not_reviewed_again() -> None:
    text = policy("p", "规定", f"status: retired, {DATES}")
    assert "下次评审" not in page_of(text)
    assert "下次评审" not in sheet_of(text)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", "已不再使用，现在用《新规NEW-1》。"),
        ("zh-TW", "已不再使用，現在用《新规NEW-1》。"),
        ("en", "No longer in use; use “新规NEW-1” instead."),
    ],
)
def test_a_retired_sheet_names_what_is_used_instead(language: str, words: str) -> None:
    text = policy("p", "旧规", "status: retired, replaced_by: new")
    assert words in sheet_of(text + policy("new", "新规", "code: NEW-1"), language=language)


def test_what_is_retired_itself_is_passed_over() -> None:
    text = policy("p", "旧规", "status: retired, replaced_by: between")
    text += policy("between", "中间", "status: retired, replaced_by: new")
    text += policy("new", "新规", "code: NEW-1")
    assert "现在用《新规NEW-1》" in sheet_of(text)
    assert re.search(r'现在用《<a [^>]*href="new.html"', page_of(text))


def test_two_that_replace_each_other_end_in_the_other() -> None:
    text = policy("p", "甲", "status: retired, replaced_by: q")
    text += policy("q", "乙", "status: retired, replaced_by: p")
    assert "现在用《乙》" in sheet_of(text)


def test_readers_who_may_not_know_it_are_not_told_what_is_used_instead() -> None:
    text = policy("p", "旧规", "status: retired, replaced_by: new")
    text += policy("new", "新规", "audience: manager")
    assert "<span>已不再使用，留作查考。</span>" in page_of(text, audience="staff")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", "自 2026-12-01 起施行"),
        ("zh-TW", "自 2026-12-01 起施行"),
        ("en", "In force from 1 December 2026"),
    ],
)
def test_a_sheet_tells_from_when_it_is_in_force(language: str, words: str) -> None:
    assert words in sheet_of(policy("p", "规定", DATES), language=language)
