"""A line without signs is set at once, and comes out as the Markdown renderer would set it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.compose.setting.typeset import _PLAIN, _markdown

SIGNS = "ab中文，。： 1290.)(-+*#=|~!>x'@%^:;/?{}$[]_`\\&<\"《\n\t\u3000\u00a0\u2028"


@given(st.text(SIGNS, max_size=12))
def test_a_plain_line_is_a_paragraph_as_it_stands(text) -> None:
    if _PLAIN.fullmatch(text):
        assert _markdown().render(text, {}).strip() == f"<p>{text}</p>"


def test_most_lines_are_plain() -> None:
    for line in ("先听完，再复述一遍确认。", "Say hello: it's 3 p.m.", "合计 26 小时（含复核）"):
        assert _PLAIN.fullmatch(line)
    for line in ("1. 一", "- 二", "*三*", "[[x]]", "《四》", "五\n六", " 七", "a_b"):
        assert not _PLAIN.fullmatch(line)
