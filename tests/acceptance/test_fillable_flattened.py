"""A form that was filled in and flattened for the archive still shows what it said."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pictures import VIEWERS, by_pdfium, flattened, has_ink, is_there
from PIL import ImageChops, ImageStat
from test_fillable import FORM, box_of, made

WRITTEN = {
    "name": "欧阳锦程",
    "cost": "壹佰元整",
    "words": "客户说：等了两个小时，没有人招呼。已当面致歉，约好周五上门，带新的配件。",
    "field-1-9": "Room 8-1203 号",
    "parts-1-1": "制动片",
    "parts-2-how": "更换",
    "photo": "车头左侧.jpg",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> bytes:
    """Fill the form as a program does that leaves drawing to the viewer."""
    with pikepdf.open(BytesIO(made(tmp_path_factory.mktemp("form"), FORM))) as document:
        for field in document.Root.AcroForm.Fields:
            if str(field.T) in WRITTEN:
                field.V = WRITTEN[str(field.T)]
                del field.AP
            if str(field.T) == "topics-1":
                field.V = field.AS = pikepdf.Name.Yes
        document.Root.AcroForm.NeedAppearances = True
        result = BytesIO()
        document.save(result)
    return result.getvalue()


@pytest.fixture(scope="module")
def flat(filled) -> bytes:
    return flattened(filled)


def test_nothing_is_left_to_fill_in(flat):
    with pikepdf.open(BytesIO(flat)) as document:
        kinds = [str(each.Subtype) for page in document.pages for each in page.get("/Annots", ())]
    assert "/Widget" not in kinds


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("name", [*WRITTEN, "day"])
def test_every_viewer_shows_what_was_written(filled, flat, viewer, name):
    if not is_there(viewer):
        pytest.skip(f"no {viewer} here")
    assert has_ink(VIEWERS[viewer](flat)[0], box_of(filled, name))


@pytest.mark.parametrize("viewer", VIEWERS)
def test_it_looks_as_it_did_while_it_was_a_form(filled, flat, viewer):
    if not is_there(viewer):
        pytest.skip(f"no {viewer} here")
    before, after = by_pdfium(filled)[0].convert("L"), VIEWERS[viewer](flat)[0].convert("L")
    size = tuple(map(min, before.size, after.size))
    pictures = [each.crop((0, 0, *size)).resize((size[0] // 4, size[1] // 4)) for each in
                (before, after)]  # fmt: skip
    assert ImageStat.Stat(ImageChops.difference(*pictures)).mean[0] < 2


def test_the_words_can_still_be_searched_for(flat):
    with pypdfium2.PdfDocument(flat) as document:
        text = re.sub(r"\s", "", document[0].get_textpage().get_text_bounded())
    for words in WRITTEN.values():
        assert re.sub(r"\s", "", words) in text
