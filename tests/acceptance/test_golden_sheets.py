"""Every kind of sheet looks as it did when somebody last looked at it.

To renew the pictures after a change that is meant, and then look at them:

    .venv/bin/python tests/acceptance/test_golden_sheets.py
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from handbook.compose.addresses import SHEETS_OF
from handbook.compose.sheets import compose_sheet
from handbook.compose.templates import environment
from handbook.model.load import load
from handbook.sheets.worker import Pressed, press

PROJECT = Path(__file__).parents[1] / "golden" / "sheets"
KINDS = [sheet for sheets in SHEETS_OF.values() for sheet in sheets]
DOTS = 50  # to an inch: lines and blocks are seen, single letters hardly
LARGEST_DIFFERENCE = 1.5  # of 255, on average over the page


@cache
def drawn(kind: str) -> Image.Image:
    """Draw the first page of the example's sheet of a kind."""
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    [shown] = [each for each in handbook.definitions if kind in SHEETS_OF.get(each.kind, ())][:1]
    pressed = press(compose_sheet(handbook, templates, shown, kind).html)
    assert isinstance(pressed, Pressed), pressed
    with pypdfium2.PdfDocument(pressed.pdf) as document:
        document.init_forms()
        return document[0].render(scale=DOTS / 72).to_pil().convert("L")


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_looks_as_it_did(kind):
    golden = Image.open(PROJECT / f"{kind}.png")
    assert drawn(kind).size == golden.size
    difference = ImageStat.Stat(ImageChops.difference(drawn(kind), golden)).mean[0]
    assert difference <= LARGEST_DIFFERENCE


if __name__ == "__main__":
    for kind in KINDS:
        drawn(kind).save(PROJECT / f"{kind}.png", optimize=True)
        sys.stdout.write(f"{kind}\n")
