"""QR codes: drawn small, and with what they are for."""

from __future__ import annotations

import re

import segno

from handbook.compose.frame.qr import qr_code, qr_image

ADDRESS = "https://handbook.example/auto/procedures/complaint.html"


def test_a_code_is_drawn_with_what_it_is_for() -> None:
    drawn = qr_code(ADDRESS, "网页")
    assert drawn.startswith('<svg role="img" aria-label="网页"')
    assert "<title>网页</title>" in drawn
    size = segno.make(ADDRESS, error="l", micro=False).symbol_size(border=0)[0]
    assert f'viewBox="0 0 {size} {size}"' in drawn


def test_a_picture_of_a_code_says_what_it_is_for_and_escapes_it() -> None:
    drawn = qr_image(ADDRESS, 'a "b" <c>')
    said = r'alt="a &#34;b&#34; &lt;c&gt;" src="data:image/png'
    assert re.match(rf'<img class="run__qr" {said}', drawn)


def test_codes_of_two_addresses_differ() -> None:
    assert qr_code(ADDRESS, "网页") != qr_code(f"{ADDRESS}#step", "网页")
