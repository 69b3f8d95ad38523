"""The cover of a book: its logo, band, figures and foot stand below one another, on one page."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from tests.composed import pressed_book

SIGN, BAND = (255, 0, 255), (0, 85, 0)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">'
    '<rect width="100%" height="100%" fill="#ff00ff"/></svg>'
)
ORGANISATION = "恒泽城市公共服务与物业资产运营管理（集团）股份有限公司华东区域分公司客户服务中心"
TITLE = "住宅小区、商业综合体及公共设施客户服务与应急处置工作手册（试行）"
VERY_LONG = TITLE + "：接诉、回访、巡查、抢修、收费、装修、消防与品质督导分册合订本"
CONTENT = """\
- {kind: role, id: clerk, title: 接待员}
- {kind: role, id: porter, title: 门卫}
"""


def cover(folder, *, logo=None, paper="A4", organisation="单位", title="手册") -> pypdf.PdfReader:
    settings = (
        f"title: {title}\norganisation: {organisation}\npaper: {paper}\n"
        "accent: '#005500'\nsite_url: https://handbook.example/\n"
    )
    if logo:
        (folder / "content").mkdir(exist_ok=True)
        (folder / "content/sign.svg").write_text(SVG.format(*logo))
        settings += "logo: sign.svg\n"
    made = pressed_book(folder, settings, CONTENT)
    assert made.misfits == ()
    return pypdf.PdfReader(BytesIO(made.pdf))


def drawn(document: pypdf.PdfReader) -> Image.Image:
    """Draw the cover with two dots to a point."""
    with pypdfium2.PdfDocument(document.stream) as pages:
        return pages[0].render(scale=2).to_pil().convert("RGB")


def place_of(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what has a colour."""
    distance = ImageChops.difference(picture, Image.new("RGB", picture.size, colour))
    return distance.convert("L").point(lambda value: 255 * (value < 12)).getbbox()


def heights(document: pypdf.PdfReader) -> dict[str, float]:
    """Return how far above the foot of the page the lines of the cover's text stand."""
    found = {}

    def note(text, cm, tm, _font, _size):
        if text.strip():
            found[re.sub(r"\s", "", text)] = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]

    document.pages[0].extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("logo", [(600, 90), (60, 86), (50, 50)], ids=["wide", "tall", "square"])
def test_a_logo_stands_whole_above_the_band_in_its_proportions(paper, logo, tmp_path):
    picture = drawn(cover(tmp_path, logo=logo, paper=paper, organisation=ORGANISATION, title=TITLE))
    left, top, right, bottom = place_of(picture, SIGN)
    band = place_of(picture, BAND)
    assert (right - left) / (bottom - top) == pytest.approx(logo[0] / logo[1], rel=0.05)
    assert bottom - top > 0.03 * picture.height  # large enough to be recognised
    assert band[0] < left < right < band[2]
    assert 0.02 * picture.height < top < bottom < band[1] - 0.005 * picture.height


def test_the_band_stands_where_it_does_without_a_logo(tmp_path):
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    signed = drawn(cover(tmp_path / "with", logo=(50, 50)))
    plain = drawn(cover(tmp_path / "without"))
    assert place_of(signed, BAND) == pytest.approx(place_of(plain, BAND), abs=4)


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("title", ["手册", TITLE, VERY_LONG], ids=["short", "long", "longest"])
def test_the_foot_stands_at_the_foot_whatever_the_title(paper, title, tmp_path):
    document = cover(tmp_path, logo=(60, 86), paper=paper, organisation=ORGANISATION, title=title)
    height = float(document.pages[0].mediabox.height)
    at = heights(document)
    foot = next(value for words, value in at.items() if words.startswith("打印件仅在"))
    figures = next(value for words, value in at.items() if words.endswith("岗位"))
    assert min(at.values()) == foot
    assert foot < 0.14 * height
    band_ends = height - place_of(drawn(document), BAND)[3] / 2
    code_begins = foot + 115  # points: its code to scan and a line above it
    assert all(above > below for above, below in pairwise([band_ends, figures, code_begins]))
    assert "受控页" in document.pages[1].extract_text()
