"""The typeface of fields has a width, a glyph and the way back for each of its characters."""

from __future__ import annotations

import re
import zlib

import pytest
from pikepdf import Pdf

from handbook.sheets.fonts import REGULAR
from handbook.sheets.form_font import characters_of, few_of, form_font


@pytest.fixture(scope="module")
def few():
    return few_of(REGULAR, "投诉A1", "Few")


def test_a_few_characters_are_taken_and_no_others(few) -> None:
    assert set("投诉A1") <= few.glyphs.keys()
    assert not few.covers("处")
    assert few.covers("投")


def test_a_text_is_as_wide_as_its_characters(few) -> None:
    assert few.width("投诉") == 2000
    assert few.width("A1") == few.width("A") + few.width("1") < 2000
    assert few.width("") == 0


def test_a_text_is_written_in_glyphs(few) -> None:
    assert re.fullmatch(r"<[0-9a-f]{8}>", few.encoded("投诉"))
    assert few.encoded("投") == f"<{few.glyphs['投']:04x}>"


def test_what_is_embedded_says_how_wide_each_glyph_is_and_what_it_stands_for(few) -> None:
    with Pdf.new() as pdf:
        font = few.embed(pdf)
        [descendant] = font.DescendantFonts
        runs = [int(number) for number in descendant.W]
        widths = {
            glyph: width
            for first, last, width in zip(runs[::3], runs[1::3], runs[2::3], strict=True)
            for glyph in range(first, last + 1)
        }
        assert widths == dict(enumerate(few.widths))
        assert descendant.FontDescriptor.FontFile2.Length1 == len(
            descendant.FontDescriptor.FontFile2.read_bytes()
        )
        mapping = zlib.decompress(font.ToUnicode.read_raw_bytes()).decode()
    told = {}
    for first, _last, texts in re.findall(r"<(\w{4})><(\w{4})>\[(.*?)]\n", mapping):
        for at, text in enumerate(re.findall(r"<(\w+)>", texts)):
            told[int(first, 16) + at] = bytes.fromhex(text).decode("utf-16-be")
    assert {told[few.glyphs[each]] for each in "投诉A1"} == set("投诉A1")
    counts = [int(count) for count in re.findall(r"(\d+) beginbfrange", mapping)]
    assert sum(counts) == mapping.count("[")
    assert max(counts) <= 100


def test_each_script_has_its_typeface() -> None:
    assert form_font("Hans") is form_font("Hans")
    assert form_font("Hans").name != form_font("Hant").name
    assert form_font("Hans").covers("说")
    assert form_font("Hant").covers("說")
    assert "投" in characters_of(REGULAR)
