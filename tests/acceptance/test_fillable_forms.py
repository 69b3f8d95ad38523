"""The forms of the handbook on a screen: of any length, one reads and types in one order."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.worker import Pressed, press

PROJECT = Path(__file__).parents[2]
SAMPLE = 6
LARGEST = 750_000  # bytes; the typeface of the fields alone takes 680,000


@cache
def forms() -> dict[str, bytes]:
    """Return the longest forms of the handbook as PDFs, by address."""
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    sheets = {
        each.address: compose_sheet(handbook, templates, each, "fillable").html
        for each in handbook.definitions
        if each.kind == "form"
    }
    longest = sorted(sheets, key=lambda address: (-len(sheets[address]), address))[:SAMPLE]
    made = {address: press(sheets[address]) for address in longest}
    assert all(isinstance(each, Pressed) for each in made.values())
    return {address: each.pdf for address, each in made.items()}


@pytest.fixture(params=range(SAMPLE))
def document(request):
    pdf = list(forms().values())[request.param]
    with pikepdf.open(BytesIO(pdf)) as document:
        yield document


def widgets(document) -> list[pikepdf.Object]:
    """Return the places to fill in, in the order of the pages and of the tab key."""
    found = [each for page in document.pages for each in page.get("/Annots", ())]
    return [each for each in found if str(each.Subtype) == "/Widget"]


def in_structure(document) -> list[tuple[int, int]]:
    """Return the objects that the structure mentions, in the order in which it is read."""

    def below(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                if str(kid.get("/Type", "")) == "/OBJR":
                    yield kid.Obj.objgen
                else:
                    yield from below(kid)

    return list(below(document.Root.StructTreeRoot))


def test_the_tab_key_follows_the_order_of_reading_over_all_pages(document):
    assert {str(page.obj.Tabs) for page in document.pages} == {"/S"}
    mentioned = in_structure(document)
    places = [each.objgen for each in widgets(document)]
    assert places
    assert [each for each in mentioned if each in set(places)] == places


def test_every_place_says_what_it_is_for(document):
    for each in widgets(document):
        assert str(each.TU).strip()
        assert each.AP.N is not None


def test_no_place_lies_off_its_page_or_on_another(document):
    for page in document.pages:
        _, _, width, height = map(float, page.mediabox)
        boxes = [tuple(map(float, each.Rect)) for each in page.get("/Annots", ())
                 if str(each.Subtype) == "/Widget"]  # fmt: skip
        for number, (left, bottom, right, top) in enumerate(boxes):
            assert 0 <= left < right <= width
            assert 0 <= bottom < top <= height
            for other_left, other_bottom, other_right, other_top in boxes[:number]:
                across = min(right, other_right) - max(left, other_left)
                down = min(top, other_top) - max(bottom, other_bottom)
                assert across < 1 or down < 1


def test_the_longest_forms_are_still_small_enough_to_send():
    assert {len(pdf) <= LARGEST for pdf in forms().values()} == {True}
