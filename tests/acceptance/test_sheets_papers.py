"""Every kind of sheet fits every paper: nothing runs off the page, and no words over others."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from tests.ours import PROJECT, our_handbook

from handbook.compose.kinds.procedure.flow_sheet import PAPERS
from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.sheets_made import SHEETS_OF
from handbook.sheets.worker import Pressed, press

# Definitions with much in them, each with all its kinds of sheet.
SAMPLE = {
    "auto/complaint": "procedure", "hr-online/inquiry": "procedure", "auto/complaint-form": "form",
    "complaint-policy": "policy", "apology": "script", "auto/complaint-receiver": "role",
}  # fmt: skip
CARDS = {"script": (148, 210), "card": (210, 148)}  # whatever paper the handbook has
MARGIN = 22.0  # points: what every printer can print on
MM = 72 / 25.4


def sheets() -> list[tuple[str, str]]:
    return [(each, sheet) for each, kind in SAMPLE.items() for sheet in SHEETS_OF[kind]]


@cache
def made(paper: str, address: str, kind: str) -> Pressed:
    handbook = our_handbook()
    settings = handbook.settings.model_copy(update={"paper": paper})
    handbook = replace(handbook, settings=settings)
    sheet = compose_sheet(handbook, environment(PROJECT), handbook[address], kind)
    pressed = press(sheet.html)
    assert isinstance(pressed, Pressed), pressed
    return pressed


def boxes_of(page) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return the pieces of text of a page with their boxes, in points from the lower left."""
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return [(text.get_text_bounded(*box), box) for box in boxes]


@pytest.fixture(params=[(p, *s) for p in PAPERS for s in sheets()], ids=":".join)
def sheet(request):
    return request.param


def test_a_sheet_has_the_size_of_its_paper(sheet):
    paper, _, kind = sheet
    assert made(*sheet).size_mm == CARDS.get(kind, tuple(map(round, PAPERS[paper])))


def test_nothing_is_too_small_or_torn(sheet):
    assert made(*sheet).misfits == ()


def test_all_words_stand_on_the_page(sheet):
    with pypdfium2.PdfDocument(made(*sheet).pdf) as document:
        for page in document:
            width, height = page.get_size()
            for words, (left, bottom, right, top) in boxes_of(page):
                assert MARGIN <= left <= right <= width - MARGIN, words
                assert MARGIN / 2 <= bottom <= top <= height - MARGIN / 2, words


def test_no_words_stand_on_others(sheet):
    with pypdfium2.PdfDocument(made(*sheet).pdf) as document:
        for page in document:
            boxes = [(words, box) for words, box in boxes_of(page) if words.strip()]
            for number, (words, one) in enumerate(boxes):
                for others, other in boxes[:number]:
                    across = min(one[2], other[2]) - max(one[0], other[0])
                    down = min(one[3], other[3]) - max(one[1], other[1])
                    assert across < 1.5 or down < 2.5, f"{words!r} on {others!r}"
