"""QR codes: the same as segno's, whose choice of a mask we make faster."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.compose.frame.qr import qr_code, qr_image

ADDRESSES = st.builds(
    "https://{}/{}/procedures/{}.html".format,
    st.sampled_from(("handbook.example.com", "手册.example", "10.0.0.7:8000")),
    st.sampled_from(("", "call-centre", "auto/visits")),
    st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=150),
)


def modules_of(drawn: str) -> set[tuple[int, int]]:
    """Return the dark modules of a code that is drawn in lines, as (row, column)."""
    dark, row, column = set(), 0, 0
    path = re.search(r' d="([^"]*)"', drawn)
    assert path is not None
    for sign, across, down in re.findall(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?", path[1]):
        if sign == "h":
            dark |= {(row, column + each) for each in range(int(across))}
            column += int(across)
        else:
            is_first = sign == "M"
            column = int(across) if is_first else column + int(across)
            row = 0 if is_first else row + int(float(down))
    return dark


@pytest.mark.parametrize("length", range(1, 600, 23))
def test_a_code_of_each_size_is_the_one_that_segno_makes(length: int) -> None:
    assert_alike(("https://h.example/" + "a1-b" * length)[:length])


@settings(max_examples=20)
@given(ADDRESSES)
def test_a_code_is_the_one_that_segno_makes(address: str) -> None:
    assert_alike(address)


def assert_alike(address: str) -> None:
    made = segno.make(address, error="l", micro=False)
    dark = {(i, j) for i, row in enumerate(made.matrix) for j, each in enumerate(row) if each}
    assert modules_of(qr_code(address, "网页")) == dark


@settings(max_examples=20)
@given(ADDRESSES)
def test_drawing_other_codes_in_between_changes_none(address: str) -> None:
    before = qr_code(address, "a")
    qr_code(f"{address}?", "a")
    assert qr_code.__wrapped__(address, "a") == before


def test_a_picture_of_a_code_names_what_it_is() -> None:
    assert 'alt="扫码看网页"' in qr_image("https://handbook.example/index.html", "扫码看网页")
