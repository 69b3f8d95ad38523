"""Heads with random slips: each is understood exactly as it is written, or told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.model.written import written_page
from handbook.read.characters import evened_out
from handbook.read.pages import _page
from handbook.read.site_settings import PLAIN

AUDIENCES = ("public", "staff", "manager")
HEAD = ("---", "title: Plan", "audience: manager", "---")
ABOVE = ("", " ", "\ufeff", "<!-- x -->", "# Plan", "***", "text")
SIGNS = st.sampled_from([*"-–—:：=. \t#>*`'\"|{}[]aeiudnsAс\u200b\u3000\ufeff\u00ad~+", "\n"])
LETTER = st.sampled_from("abcdeinsuxAÉ0")


@st.composite
def slips(draw: st.DrawFn, text: str) -> str:
    """Return a text with one slip of the fingers in it."""
    at = draw(st.integers(0, len(text)))
    kind = draw(st.sampled_from(["put", "drop", "swap", "change", "twice", "case"]))
    left, right = text[:at], text[at:]
    match kind:
        case "put":
            return left + draw(SIGNS) + right
        case "drop":
            return left + right[1:]
        case "swap":
            return left + right[1:2] + right[:1] + right[2:]
        case "change":
            return left + draw(SIGNS | LETTER) + right[1:]
        case "twice":
            return left + right[:1] + right
        case _:
            return left + right[:1].swapcase() + right[1:]


@st.composite
def heads(draw: st.DrawFn) -> str:
    """Draw a head for managers, the slips of one line and of the lines among each other."""
    lines = list(HEAD) if draw(st.booleans()) else [HEAD[0], HEAD[2], HEAD[3]]
    match draw(st.sampled_from(["none", "line", "lost", "added", "moved", "indented", "wrapped"])):
        case "line":
            at = draw(st.integers(0, len(lines) - 1))
            lines[at] = draw(slips(lines[at]))
            if draw(st.booleans()):
                lines[at] = draw(slips(lines[at]))
        case "lost":
            at = draw(st.sampled_from([i for i, line in enumerate(lines) if line == "---"]))
            del lines[at]
        case "added":
            lines.insert(0, draw(st.sampled_from(ABOVE)))
        case "moved":
            lines = ["# Plan", "", *lines]
        case "indented":
            front = draw(st.sampled_from(["  ", "    ", "\t", "> ", "- "]))
            lines = [front + each for each in lines]
        case "wrapped":
            around = draw(st.sampled_from([("<!--", "-->"), ("```", "```"), ("+++", "+++")]))
            lines = [around[0], *lines[1:-1], around[1]]
    return "\n".join(lines)


def understood(head: str) -> str | None:
    """Return for whom a page with a head is; None where anything is wrong with it."""
    text = evened_out(f"{head}\n\n# Plan\n\nWho earns what.\n")
    source, found = _page(text, "a.md", "a.md", PLAIN)
    page, more = written_page(source, AUDIENCES)
    if found or more:
        assert page.is_damaged
        return None
    return AUDIENCES[0] if page.audience is None else str(page.audience)


def meant_for_managers(head: str) -> None:
    """Whoever wrote this believes the page to be for managers; the check refuses the rest."""
    assert understood(head) not in AUDIENCES[:-1]


@given(heads())
@settings(max_examples=300, deadline=None)
def test_a_head_with_a_slip_is_understood_or_told(head: str) -> None:
    meant_for_managers(head)


@pytest.mark.long
@given(heads())
@settings(max_examples=6_000, deadline=None)
def test_heads_with_many_slips_are_understood_or_told(head: str) -> None:
    meant_for_managers(head)
