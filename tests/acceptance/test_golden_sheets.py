"""Every kind of sheet looks as it did when somebody last looked at it.

To renew the pictures after a change that is meant, and then look at them:

    .venv/bin/python tests/acceptance/test_golden_sheets.py
"""

from __future__ import annotations

from functools import cache

import pytest
from golden import FOLDER, assert_alike, page_of, renew
from PIL import Image

from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.model.sheets_made import SHEETS_OF
from handbook.sheets.worker import Pressed, press

PROJECT = FOLDER / "sheets"
KINDS = [sheet for sheets in SHEETS_OF.values() for sheet in sheets]


@cache
def drawn(kind: str) -> Image.Image:
    """Draw the first page of the example's sheet of a kind."""
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    [shown] = [each for each in handbook.definitions if kind in SHEETS_OF.get(each.kind, ())][:1]
    pressed = press(compose_sheet(handbook, templates, shown, kind).html)
    assert isinstance(pressed, Pressed), pressed
    return page_of(pressed.pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_looks_as_it_did(kind):
    assert_alike(drawn(kind), PROJECT / f"{kind}.png")


if __name__ == "__main__":
    renew({kind: PROJECT / f"{kind}.png" for kind in KINDS}, drawn)
