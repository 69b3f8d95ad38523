"""The caret stands under the character that is meant."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.cli.report.quote import ROOM, quote

SIGNS = "ab:- 投诉，。「Ａ\u3000😀é\u0301"


def cells(text: str) -> int:
    """Return how wide a terminal shows a text."""
    return sum(
        0 if unicodedata.category(sign) in ("Mn", "Me")
        else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )  # fmt: skip


@given(st.text(SIGNS, min_size=1, max_size=60), st.data())
def test_as_much_stands_before_the_caret_as_before_the_character(line: str, data) -> None:
    if cells(line) > ROOM:
        return
    column = data.draw(st.integers(1, len(line)))
    _, below = quote(line, column)
    assert cells(below[:-1]) == cells(line[: column - 1])
    assert below.endswith("^")


@given(st.text(SIGNS, min_size=50, max_size=400), st.data())
def test_a_long_line_is_cut_around_the_character(line: str, data) -> None:
    column = data.draw(st.integers(1, len(line)))
    target = "\N{BLACK STAR}"
    line = line[: column - 1] + target + line[column:]
    shown, below = quote(line, column)
    assert cells(shown) <= ROOM + 3
    assert cells(below[:-1]) == cells(shown[: shown.index(target)])


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [("\tid: x", 2, 4), ("a\tb", 3, 4), ("客\tb", 3, 4), ("id: x", 6, 5)],
)
def test_tabs_reach_to_the_next_stop(line: str, column: int, before: int) -> None:
    shown, below = quote(line, column)
    assert "\t" not in shown
    assert cells(below[:-1]) == before


def test_a_column_after_the_end_is_the_end() -> None:
    assert quote("id:", 99) == ("id:", "   ^")
