"""The pages of a book look as they did when somebody last looked at them.

To renew the pictures after a change that is meant, and then look at them:

    .venv/bin/python tests/acceptance/test_golden_books.py
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from handbook.compose.books import compose_book
from handbook.compose.templates import environment
from handbook.model.load import load
from handbook.sheets.worker import Pressed, press

PROJECT = Path(__file__).parents[1] / "golden" / "sheets"
PAGES = {"cover": 0, "control": 1, "contents": 2, "page": 3, "indexes": -1}
DOTS = 50  # to an inch: lines and blocks are seen, single letters hardly
LARGEST_DIFFERENCE = 1.5  # of 255, on average over the page


@cache
def book() -> bytes:
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    pressed = press(compose_book(handbook, templates, handbook.organisation).html)
    assert isinstance(pressed, Pressed), pressed
    assert pressed.misfits == ()
    return pressed.pdf


@cache
def drawn(page: str) -> Image.Image:
    with pypdfium2.PdfDocument(book()) as document:
        number = range(len(document))[PAGES[page]]
        return document[number].render(scale=DOTS / 72).to_pil().convert("L")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_book_looks_as_it_did(page):
    golden = Image.open(PROJECT / f"book-{page}.png")
    assert drawn(page).size == golden.size
    difference = ImageStat.Stat(ImageChops.difference(drawn(page), golden)).mean[0]
    assert difference <= LARGEST_DIFFERENCE


if __name__ == "__main__":
    for page in PAGES:
        drawn(page).save(PROJECT / f"book-{page}.png", optimize=True)
        sys.stdout.write(f"{page}\n")
