"""A slimmed sheet looks the same: numbers lose digits that nobody sees, fonts unused tables."""

from __future__ import annotations

import pytest

from handbook.sheets.slim import NEEDLESS_TABLES, _shorter
from handbook.sheets.worker import press


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (b"634.960634 224.897638 m", b"634.960 224.897 m"),
        ("0.772549 0.8 0.831373 RG", b"0.772 0.8 0.831 RG"),
        (b"1 0 0 -1 0 841.889764 cm", b"1 0 0 -1 0 841.889 cm"),
        (b"-0.123456 -7.5 l", b"-0.123 -7.5 l"),
        (b"[<0a1b.>] TJ", b"[<0a1b.>] TJ"),
        (b"/A1.0 gs", b"/A1.0 gs"),
    ],
)
def test_numbers_keep_three_decimals(long, short):
    assert _shorter(long) == short


def test_what_is_no_text_stays_as_it_is():
    properties = {"MCID": 1}
    assert _shorter(properties) is properties


def test_fonts_lose_the_tables_a_pdf_does_not_use():
    from io import BytesIO

    import pypdf
    from fontTools.ttLib import TTFont

    made = press("<!doctype html><html lang=zh-CN><title>题</title><body "
                 "style=\"font-family: 'Handbook Sans'\"><p>客户")  # fmt: skip
    [font] = pypdf.PdfReader(BytesIO(made.pdf)).pages[0]["/Resources"]["/Font"].values()
    [inner] = font.get_object()["/DescendantFonts"]
    embedded = inner.get_object()["/FontDescriptor"]["/FontFile2"]
    with TTFont(BytesIO(embedded.get_data())) as tables:
        assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(tables.keys())
        assert not set(NEEDLESS_TABLES) & set(tables.keys())
    assert embedded["/Length1"] == len(embedded.get_data())
