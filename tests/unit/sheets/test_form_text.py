"""What a field says is broken into lines, set in its typeface, and never a box for a letter."""

from __future__ import annotations

import pytest

from handbook.sheets.fonts import REGULAR
from handbook.sheets.form_font import few_of, form_font
from handbook.sheets.form_text import Lettering, drawn_text, wrapped


@pytest.fixture(scope="module")
def lettering():
    return Lettering({"Form": form_font("Hans"), "Rare": few_of(REGULAR, "垚", "Few")})


def test_chinese_breaks_anywhere_and_latin_is_measured(lettering):
    assert wrapped("客户投诉处理", 10, 30, lettering) == ["客户投", "诉处理"]
    assert wrapped("iiiiii客", 10, 30, lettering) == ["iiiiii客"]


def test_no_line_begins_with_a_full_stop(lettering):
    assert wrapped("客户说。好", 10, 30, lettering) == ["客户", "说。好"]


def test_a_line_end_that_was_written_is_kept(lettering):
    assert wrapped("甲\n\n乙", 10, 100, lettering) == ["甲", "", "乙"]


def test_a_rare_letter_is_set_in_the_other_typeface(lettering):
    stream, fits = drawn_text("张垚", "text", (100, 20), lettering)
    assert fits
    assert stream.index("/Form 10 Tf") < stream.index("/Rare 10 Tf")


def test_a_letter_that_no_typeface_has_is_left_out(lettering):
    with_it, _ = drawn_text("张😀", "text", (100, 20), lettering)
    assert with_it == drawn_text("张", "text", (100, 20), lettering)[0]


@pytest.mark.parametrize(("text", "kind", "fits"), [
    ("客户投诉", "text", True), ("客户投诉" * 5, "text", False),
    ("客户投诉" * 5, "long", True), ("客户投诉" * 50, "long", False),
])  # fmt: skip
def test_it_is_known_whether_a_text_fits(lettering, text, kind, fits):
    assert drawn_text(text, kind, (100, 60), lettering)[1] is fits


def test_nothing_said_draws_nothing(lettering):
    assert drawn_text("", "text", (100, 20), lettering) == ("/Tx BMC EMC", True)


def test_each_line_of_a_figure_ends_at_the_right(lettering):
    stream, _ = drawn_text("12", "cell", (100, 28), lettering, is_figure=True)
    left = 100 - 2 - lettering.width("12", 9)
    assert f"1 0 0 1 {left:.2f} " in stream
