"""Who hears a sheet instead of seeing it loses nothing: two checkers of PDF/UA-1 find nothing."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from listening import found_by_outloud, found_by_pdfua
from tests.ours import PROJECT, our_handbook

from handbook.compose.kinds.sheets import compose_sheet, sheets_in
from handbook.compose.templates.environment import environment
from handbook.model.sheets_made import SHEETS_OF
from handbook.sheets.worker import Pressed, press

SAMPLE = (
    "auto/complaint.checklist", "auto/complaint.procedure", "auto/complaint.card",
    "auto/complaint.observe", "auto/complaint-form.form", "auto/archive-policy.policy",
    "complaint-policy.policy", "apology.script", "courtesy.script",
    "auto/complaint-receiver.role", "call-centre/quality-watch/centre-manager.role",
    "more/service-system/culture.policy", "hr-online/inquiry.procedure", "daily-wrap.procedure",
    "visit-record.fillable",
)  # fmt: skip


@cache
def composed() -> dict[str, str]:
    handbook, templates = our_handbook(), environment(PROJECT)
    sheets = {
        f"{'/'.join((*definition.section.path, str(definition.id)))}.{kind}": (definition, kind)
        for definition, kind in sheets_in(handbook)
    }
    return {name: compose_sheet(handbook, templates, *sheets[name]).html for name in SAMPLE}


@cache
def made(name: str) -> bytes:
    pressed = press(composed()[name])
    assert isinstance(pressed, Pressed), pressed
    return pressed.pdf


@pytest.fixture(params=SAMPLE)
def name(request):
    return request.param


@pytest.fixture
def file(name, tmp_path) -> str:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made(name))
    return str(path)


@pytest.fixture
def document(name):
    with pikepdf.open(BytesIO(made(name))) as document:
        yield document


def elements(document):
    """Yield every element of the structure, in order."""

    def below(element):
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    yield from below(document.Root.StructTreeRoot.K[0])


def test_every_kind_of_sheet_is_listened_to():
    kinds = {kind for kinds in SHEETS_OF.values() for kind in kinds}
    assert kinds == {name.rpartition(".")[2] for name in SAMPLE}


def test_pdfua_finds_nothing(file):
    assert found_by_pdfua(file) == []


@pytest.mark.filterwarnings("ignore")  # its libraries' own
def test_outloud_finds_nothing(file):
    assert found_by_outloud(file) == []


def test_heads_and_feet_are_not_read_on_every_page(document):
    owners = document.Root.StructTreeRoot.ParentTree.Nums
    for page in document.pages:
        marks = [
            str(operands[0])
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("BDC", "BMC")
        ]
        assert "/Artifact" in marks
        assert None in list(owners[2 * int(page.obj.StructParents) + 1])


def test_every_picture_has_words_and_a_place_on_the_page(document):
    pictures = [each for each in elements(document) if str(each.S) == "/Figure"]
    assert pictures
    for picture in pictures:
        assert str(picture.Alt)
        left, bottom, right, top = map(float, picture.A.BBox)
        assert 0 <= left < right <= float(picture.Pg.MediaBox[2])
        assert 0 <= bottom < top <= float(picture.Pg.MediaBox[3])


def test_lists_hold_items_only(document):
    for listing in (each for each in elements(document) if str(each.S) == "/L"):
        assert {str(kid.S) for kid in listing.K} == {"/LI"}


def test_every_header_cell_says_of_what(document):
    for header in (each for each in elements(document) if str(each.S) == "/TH"):
        assert str(header.A.Scope) in ("/Column", "/Row")


def test_nothing_empty_is_left_to_be_read(document):
    for each in elements(document):
        assert len(each.get("/K", [])) or str(each.S) in ("/TD", "/TH")
