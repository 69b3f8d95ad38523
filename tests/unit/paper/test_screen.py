"""A screen by day has the colours of paper: the theme's own style sheet repeats them alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.paper import palette

THEME = Path(__file__).parents[3] / "templates" / "theme" / "assets" / "handbook" / "handbook.css"
DAY = THEME.read_text(encoding="utf-8").split('[data-md-color-scheme="slate"]')[0]
SHARED = {
    "accent": palette.ACCENT, "warning": palette.WARNING, "ink": palette.INK,
    "soft": palette.SOFT, "line": palette.HAIRLINE, "tint": palette.TINT,
    "paper": palette.PAPER, "alarm-tint": palette.WARNING_TINT,
}  # fmt: skip


@pytest.mark.parametrize("name", SHARED)
def test_a_colour_of_the_day_is_that_of_paper(name: str) -> None:
    [told] = re.findall(rf"^ *--{name}: (#\w+);", DAY, flags=re.M)
    long = "#" + "".join(2 * each for each in told[1:]) if len(told) == 4 else told
    assert long == SHARED[name]
