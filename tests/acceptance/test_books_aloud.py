"""Who hears a book instead of seeing it finds the way: tags, links and what is left unsaid."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from listening import found_by_outloud, found_by_pdfua
from tests.composed import pressed
from tests.ours import PROJECT, our_handbook

from handbook.compose.books.sheets import compose_book
from handbook.compose.templates.environment import environment
from handbook.sheets.outcome import Pressed


@pytest.fixture(scope="module")
def made() -> bytes:
    handbook, templates = our_handbook(), environment(PROJECT)
    section = next(each for each in handbook.sections if each.address == "agency")
    made = pressed(compose_book(handbook, templates, section))
    assert isinstance(made, Pressed), made
    assert made.misfits == ()
    return made.pdf


@pytest.fixture
def file(made, tmp_path) -> str:
    path = tmp_path / "book.pdf"
    path.write_bytes(made)
    return str(path)


@pytest.fixture
def document(made):
    with pikepdf.open(BytesIO(made)) as document:
        yield document


def kids_of(element):
    kids = element.get("/K", [])
    return kids if isinstance(kids, pikepdf.Array) else [kids]


def below(element):
    """Yield every element of the structure below one."""
    for kid in kids_of(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)


def links(document):
    root = document.Root.StructTreeRoot.K[0]
    return [each for each in below(root) if str(each.S) == "/Link"]


def is_annotation(kid):
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR"


def test_pdfua_finds_nothing(file):
    assert found_by_pdfua(file) == []


@pytest.mark.filterwarnings("ignore")  # its libraries' own
def test_outloud_finds_nothing(file):
    assert found_by_outloud(file) == []


def test_a_mention_is_one_link_and_one_place_to_click(document):
    places = sum(
        1 for page in document.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"
    )
    assert places == len(links(document)) > 40
    for link in links(document):
        assert sum(map(is_annotation, kids_of(link))) == 1
        inside = [kid for each in below(link) for kid in kids_of(each)]
        assert not any(map(is_annotation, inside))


def test_the_dots_before_a_page_number_are_not_read(document):
    for link in links(document):
        marks = [kid for each in (link, *below(link)) for kid in kids_of(each)]
        assert sum(isinstance(kid, int) for kid in marks) <= 6


def test_heads_feet_and_codes_to_scan_are_not_read_on_every_page(document):
    for page in list(document.pages)[1:]:
        things, around, drawn = page.Resources.XObject, [], []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                around.append(str(operands[0]))
            elif str(operator) == "EMC":
                around.pop()
            elif str(operator) == "Do" and things[str(operands[0])].Subtype == "/Image":
                drawn.append(list(around))
        assert len(drawn) == 1
        assert "/Artifact" in drawn[0]
    root = document.Root.StructTreeRoot.K[0]
    pictures = [str(each.get("/Alt", "")) for each in below(root) if str(each.S) == "/Figure"]
    assert sum("二维码" in words for words in pictures) == 1  # on the cover
