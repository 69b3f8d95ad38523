"""A head of a page is understood as it is written, or told."""

from __future__ import annotations

import pytest

from handbook.read.heads import parted

UNDERSTOOD = (
    "---\naudience: manager\n---\ntext",
    "--- \t\naudience: manager\n--- \ntext",
    "---\ntitle: x\naudience: manager\n...\ntext",
    "---\naudience: manager\n---\nAudience: who pays",
)
NO_HEADS = (
    "",
    "# Title\n\ntext",
    "***\n\ntext",
    "# Audience\n\nThe audience of a talk is large. For our audience\nwe talk slowly.",
    "# Guide\n\n```yaml\naudience: manager\n```\n",
    "# Guide\n\n`audience: staff` stands at the head of a page.",
    "电话：8800\n地址：一楼",
    "- one\n- two\n\n----\n\nmore",
    "| Audience | Size |\n|---|---|\n| all | 3 |",
    "# Note\n\nScience: it works\n\nPatience, please.",
)
LOOK_ALIKE = {
    "unclosed": ("---\naudience: manager\n", "---\n", "---\n# Title\n\ntext"),
    "close": (
        "---\naudience: manager\n----\ntext\n\n---\n",
        "---\naudience: manager\n ---\ntext\n\n---\n",
        "---\naudience: manager\n———\ntext\n---\n",
    ),
    "mark": (
        "\n---\naudience: manager\n---\n",
        "\ufeff---\naudience: manager\n---\n",
        "<!-- old -->\n---\naudience: manager\n---\n",
        "<!--\nold\n-->\n\n---\ntitle: x\n---\n",
        "----\naudience: manager\n----\n",
        "--\naudience: manager\n--\n",
        " ---\naudience: manager\n ---\n",
        "－－－\naudience: manager\n－－－\n",
        "———\naudience: manager\n———\n",
        "- - -\naudience: manager\n- - -\n",
        "+++\naudience = 'manager'\n+++\n",
        "...\naudience: manager\n...\n",
        "---yaml\naudience: manager\n---\n",
        "--- audience: manager ---\ntext",
        "---\ntitle: x\n---\n---\naudience: manager\n---\n",
    ),
    "bare": ("title: Plan\n\ntext", "Tags: a\n---\ntext", "risk: high\nsize: 3\n---\ntext"),
    "outside": (
        "audience: manager\n\n# Pay",
        "Audience: manager",
        "audiance: manager",
        "adience : manager",
        "audience：manager",
        "ａｕｄｉｅｎｃｅ: manager",
        "аudience: manager",
        "au\u200bdience: manager",
        "audience = manager",
        "audience -> manager",
        "audience manager",
        "audience\tmanager",
        "    audience: manager",
        "> audience: manager",
        "- audience: manager",
        "**Audience:** manager",
        "{audience: manager}",
        '{ "audience": "manager" }',
        "[//]: # (audience: manager)",
        "<!-- audience: manager -->\ntext",
        "<!--\naudience: manager\n-->",
        '<meta name="audience" content="manager">',
        "```yaml\naudience: manager\n```",
        ":audience: manager",
        "# Plan\n\naudiences: manager",
        "# Plan\n" + "\n\ntext" * 40 + "\n\naudience: manager",
        "---\ntitle: x\n---\n# Plan\n\naudience: manager",
    ),
    "comment": ("---\n# audience: manager\n---\n", "---\ntitle: x\n#audiance: manager\n---\n"),
}  # fmt: skip


@pytest.mark.parametrize("page", UNDERSTOOD)
def test_a_head_ends_at_its_second_mark(page: str) -> None:
    lines = page.split("\n")
    end, problems = parted(lines, "a.md")
    assert lines[end].rstrip() in ("---", "...")
    assert problems == []


@pytest.mark.parametrize("page", NO_HEADS)
def test_ordinary_text_is_no_head(page: str) -> None:
    assert parted(page.split("\n"), "a.md") == (0, [])


@pytest.mark.parametrize(
    ("hint", "page"), [(hint, page) for hint, pages in LOOK_ALIKE.items() for page in pages]
)
def test_what_looks_like_a_head_is_told(hint: str, page: str) -> None:
    [found] = parted(page.split("\n"), "a.md")[1]
    assert (found.rule, found.hint) == ("unread-head", hint)
