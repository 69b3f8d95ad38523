"""Drawn handbooks that `check` passes are really pressed into PDFs, and really built by MkDocs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from sites import MKDOCS, write
from tests.composed import pressed
from tests.drawn import Files, handbooks
from tests.made import everything
from tests.mended import mended

from handbook.check.known import Judged
from handbook.opening import Opened
from handbook.sheets.outcome import Pressed
from handbook.site.build import Order, build

pytestmark = pytest.mark.long
# What fails is written into the report as it is: making it smaller would take hours.
DRAWN = settings(
    deadline=None, suppress_health_check=list(HealthCheck), database=None, phases=[Phase.generate]
)


@settings(DRAWN, max_examples=30)
@given(handbooks(most=3))
def test_every_sheet_is_pressed(files: Files) -> None:
    green = mended(files)
    assume(green is not None)
    for sheet in everything(green.handbook):
        made = pressed(sheet)
        assert isinstance(made, Pressed), (sheet.uri, made)


@settings(DRAWN, max_examples=10)
@given(handbooks())
def test_the_site_is_built(files: Files) -> None:
    green = mended(files)
    assume(green is not None)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write(project, {**green.texts, "mkdocs.yml": MKDOCS, "site/.gitignore": "*\n"})
        found = Opened(green.handbook, Judged(green.problems))
        made = build(Order(project=project, pdf=False, opened=found))
        assert (made.site / "index.html").is_file()
