"""Who hears an overview of this handbook instead of seeing it loses nothing."""

from __future__ import annotations

from functools import cache

import pytest
from listening import found_by_outloud, found_by_pdfua
from tests.ours import PROJECT, our_handbook

from handbook.compose.overviews.sheets import compose_overview, overviews_in
from handbook.compose.templates.environment import environment
from handbook.sheets.outcome import Pressed
from handbook.sheets.worker import press

# Few people and many, empty months and crowded ones, a chart of strangers; of each kind one.
SAMPLE = (
    "auto.responsibilities", "blasting.responsibilities", "more/government.responsibilities",
    "auto.month", "property/vip.month", "auto.year", "more/inkjet.year", ".year",
    "real-estate.organisation", "auto.limits", "auto.documents", "auto.forms", "auto.records",
    "auto.standards", "auto.glossary",
)  # fmt: skip


@cache
def composed() -> dict[str, str]:
    handbook, templates = our_handbook(), environment(PROJECT)
    return {
        name: compose_overview(handbook, templates, section, kind).html
        for section, kind in overviews_in(handbook)
        if (name := f"{'/'.join(section.path)}.{kind}") in SAMPLE
    }


@pytest.fixture(scope="module", params=SAMPLE)
def file(request, tmp_path_factory) -> str:
    pressed = press(composed()[request.param])
    assert isinstance(pressed, Pressed), pressed
    path = tmp_path_factory.mktemp("aloud") / "sheet.pdf"
    path.write_bytes(pressed.pdf)
    return str(path)


def test_pdfua_finds_nothing(file):
    assert found_by_pdfua(file) == []


@pytest.mark.filterwarnings("ignore")  # its libraries' own
def test_outloud_finds_nothing(file):
    assert found_by_outloud(file) == []
