"""Pages keep their own security policy."""

from __future__ import annotations

import pytest

from handbook.compose.frame.policy import META, POLICY
from handbook.site.policy import refused_in, trusting

HEAD = f"<html><head>{META}<link rel=stylesheet href=a.css></head><body>"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<script>run()</script>", "<script>run()</script>"),
        ('<script type="module">run()</script>', '<script type="module">run()</script>'),
        ("<style>p{color:red}</style>", "<style>p{color:red}</style>"),
        ('<p class="a" style="color: red">', '<p class="a" style="color: red">'),
        ('<img alt=""onerror="run()">', '<img alt=""onerror="run()">'),
        ("<a href=x onclick = run()>", "<a href=x onclick = run()>"),
        ("<a title='>' onClick='run()'>", "<a title='>' onClick='run()'>"),
    ],
)
def test_what_a_browser_would_refuse_is_told(html: str, shown: str) -> None:
    assert list(refused_in(HEAD + html)) == [shown]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/json">{"a": "<style>"}</script>',
        '<script src="a.js"></script>',
        "<p>style=&quot;x&quot; onclick=run() style = 1</p>",
        '<p title=" style=x onclick=run()">',
        '<p data-style="a" data-onclick="b">',
        '<path fill="red" stroke-width="2"/>',
        "<p>a &lt;p style=x&gt;</p>",
    ],
)
def test_what_is_only_data_or_words_is_not_told(html: str) -> None:
    assert not list(refused_in(HEAD + html))


def test_a_page_without_its_policy_is_told() -> None:
    assert list(refused_in("<html><head><title>a</title></head><body></body></html>"))
    late = f"<head><link rel=stylesheet href=a.css>{META}</head>"
    assert list(refused_in(late)), "what comes before the policy is loaded without it"


def test_nothing_is_allowed_but_what_is_named() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert not any("unsafe" in rule or "*" in rule or "http" in rule for rule in rules.values())


def test_the_preview_allows_its_own_script_and_style_by_what_they_say() -> None:
    page = trusting(HEAD.encode(), b"<style>p{}</style><script>run()</script>")
    assert b"script-src 'self' file: 'sha256-" in page
    assert b"style-src 'self' file: 'sha256-" in page
    assert b"img-src 'self' file: data:" in page
