"""However long its words and titles are, and however wide its tables, nothing leaves a sheet."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.stretched import Stretch, pressed, stretched, tokens_of, tokens_on_paper

from handbook.compose.sheets import Printable
from handbook.languages import LANGUAGES
from handbook.model.sheets_made import SHEETS_OF
from handbook.sheets.worker import Pressed

EDGE = 8.0  # points, which most printers leave white
QUICK = ("script", "form", "policy", "card")
KINDS = [
    pytest.param(sheet, marks=() if sheet in QUICK else pytest.mark.long)
    for sheets in SHEETS_OF.values()
    for sheet in sheets
]
# What fails is told as it was drawn: making it smaller would take hours.
UNSHRUNK = settings(
    deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
LONG = Stretch(letters=60, title=60, columns=14)


@cache
def long_sheets() -> dict[str, Printable]:
    """Return a sheet of each kind, with long words and titles and wide tables."""
    return {sheet.sheet: sheet for sheet in stretched(LONG)}


def lost_on(sheet: Printable, made: Pressed) -> set[str]:
    """Return the tokens that a sheet says and its paper does not."""
    return tokens_of(sheet) - tokens_on_paper(made.pdf, EDGE)


def astray_on(made: Pressed) -> list[str]:
    return [each.value for each in made.misfits if each.rule == "outside-its-box"]


@pytest.mark.parametrize("kind", KINDS)
def test_long_words_and_titles_and_wide_tables_stay_within_their_boxes(kind):
    sheet = long_sheets()[kind]
    made = pressed(sheet)
    assert (lost_on(sheet, made), astray_on(made)) == (set(), [])


@pytest.mark.long
@settings(UNSHRUNK, max_examples=4)
@given(
    st.builds(
        Stretch,
        letters=st.integers(10, 200),
        title=st.integers(5, 120),
        columns=st.integers(4, 20),
        language=st.sampled_from(LANGUAGES),
        paper=st.sampled_from(("A4", "A5", "Letter")),
    )
)
def test_nothing_is_cut_off_untold(how):
    for sheet in stretched(how):
        made = pressed(sheet)
        assert astray_on(made) or lost_on(sheet, made) == set(), (how, sheet.uri)
        if how.paper != "A5" and how.letters <= 60:
            assert astray_on(made) == [], (how, sheet.uri)
