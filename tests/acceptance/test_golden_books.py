"""The pages of a book look as they did when somebody last looked at them.

To renew the pictures after a change that is meant, and then look at them:

    .venv/bin/python tests/acceptance/test_golden_books.py
"""

from __future__ import annotations

from functools import cache

import pytest
from golden import FOLDER, assert_alike, page_of, renew
from PIL import Image
from tests.composed import pressed

from handbook.compose.books.sheets import compose_book
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.outcome import Pressed

PROJECT = FOLDER / "sheets"
PAGES = {"cover": 0, "control": 1, "contents": 2, "page": 3, "indexes": -1}


@cache
def book() -> bytes:
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    made = pressed(compose_book(handbook, templates, handbook.organisation))
    assert isinstance(made, Pressed), made
    assert made.misfits == ()
    return made.pdf


@cache
def drawn(page: str) -> Image.Image:
    return page_of(book(), PAGES[page])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_book_looks_as_it_did(page):
    assert_alike(drawn(page), PROJECT / f"book-{page}.png")


if __name__ == "__main__":
    renew({page: PROJECT / f"book-{page}.png" for page in PAGES}, drawn)
