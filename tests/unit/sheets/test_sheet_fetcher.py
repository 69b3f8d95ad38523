"""A sheet can open our typeface, and nothing else on the machine or the network."""

from __future__ import annotations

import pytest

from handbook.sheets.fetcher import FONTS, OwnFontsOnly
from handbook.sheets.fonts import REGULAR
from handbook.sheets.worker import Pressed, Spoilt, press

SVG = (
    "%3Csvg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
    "width='9' height='9'%3E%3Cimage width='9' height='9' xlink:href='file:///etc/passwd'/%3E"
    "%3C/svg%3E"
)
DOORS = {
    "file": '<img src="file:///etc/passwd">',
    "http": '<img src="http://127.0.0.1:9/x.png">',
    "ftp": '<img src="ftp://127.0.0.1:9/x.png">',
    "our_own_scheme": '<img src="handbook-font:../../../etc/passwd">',
    "stylesheet": '<link rel="stylesheet" href="file:///etc/passwd">',
    "import": "<style>@import url('file:///etc/passwd');</style>",
    "background": "<p style=\"background: url('http://127.0.0.1:9/x.png')\">一</p>",
    "list_marker": "<ul style=\"list-style-image: url('file:///etc/passwd')\"><li>一</ul>",
    "svg_image": f'<img src="data:image/svg+xml,{SVG}">',
    "inline_svg": '<svg width="9" height="9"><image width="9" height="9" '
    'href="file:///etc/passwd"/></svg>',
    "svg_use": '<svg width="9" height="9"><use href="file:///etc/passwd#a"/></svg>',
    "object": '<object data="file:///etc/passwd"></object>',
    "embed": '<embed src="file:///etc/passwd">',
    "attachment": '<link rel="attachment" href="file:///etc/passwd">',
    "relative": '<img src="etc/passwd">',
}


def page(body: str) -> str:
    return f"<!doctype html><html lang=zh-CN><title>题</title><body><p>字</p>{body}</body></html>"


def test_our_fonts_are_opened():
    address = f"handbook-font:{REGULAR.name}"
    assert address in FONTS
    assert OwnFontsOnly().fetch(address).read() == REGULAR.read_bytes()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://127.0.0.1:9/", "handbook-font:x", "FILE:///etc/passwd"],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(ValueError, match="disallowed"):
        OwnFontsOnly().fetch(address)


@pytest.mark.parametrize("door", sorted(DOORS))
def test_no_door_leads_out_of_a_sheet(door):
    made = press(page(DOORS[door]))
    if isinstance(made, Pressed):  # WeasyPrint never opens it
        assert b"root:" not in made.pdf
        assert door in ("svg_use",)
    else:
        assert isinstance(made, Spoilt)


def test_a_clean_page_is_made_and_says_nothing():
    made = press(page(""))
    assert isinstance(made, Pressed)
    assert (made.pages, made.size_mm) == (1, (210, 297))


def test_a_style_that_is_not_understood_spoils_the_sheet():
    made = press(page("<style>p { colour: red }</style>"))
    assert isinstance(made, Spoilt)
    assert "colour" in made.reason
