"""The logo of handbook.yml stands at the head of every sheet, in its own proportions."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode

import pytest
from tests.ours import PROJECT

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load

EXAMPLE = PROJECT / "tests/examples/valid/every-field"
LOGO = "content/pages/assets/logo.svg"


@pytest.fixture(scope="module")
def sheets():
    return compose_sheets(load(EXAMPLE).handbook, EXAMPLE)


def boxes(html: str) -> list[tuple[float, float]]:
    found = re.findall(r'class="[^"]*\blogo" style="width: ([\d.]+)mm; height: ([\d.]+)mm"', html)
    return [(float(width), float(height)) for width, height in found]


def test_every_sheet_and_book_carries_the_logo_in_its_proportions(sheets):
    for sheet in sheets:
        assert boxes(sheet.html), sheet.uri
        for width, height in boxes(sheet.html):
            assert width / height == pytest.approx(200 / 64, rel=0.01)


def test_the_picture_itself_is_in_the_sheet_once(sheets):
    for sheet in sheets:
        [source] = set(re.findall(r'url\("data:image/svg\+xml;base64,([^"]+)"\)', sheet.html))
        assert b64decode(source) == (EXAMPLE / LOGO).read_bytes()


def test_without_a_logo_there_is_no_place_for_one(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "plain")
    settings = tmp_path / "plain/content/handbook.yml"
    settings.write_text(re.sub(r"logo: .*\n", "", settings.read_text(encoding="utf-8")), "utf-8")
    for sheet in compose_sheets(load(tmp_path / "plain").handbook, tmp_path / "plain"):
        assert not boxes(sheet.html)
        assert ".logo { background-image" not in sheet.html


def test_a_logo_that_cannot_be_used_is_told_and_left_out(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "bad")
    (tmp_path / "bad" / LOGO).unlink()
    loaded = load(tmp_path / "bad")
    assert [found.rule for found in loaded.problems] == ["bad-logo"]
    assert loaded.handbook.logo is None
    assert not loaded.handbook.complete
