"""Forms of the handbook that are filled in by ear: no cell is empty, each place says what it is."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from listening import found_by_outloud, found_by_pdfua

from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.worker import Pressed, press

PROJECT = Path(__file__).parents[2]
LARGEST = 750_000  # bytes
HARDEST = {"table", "signature"}


@cache
def forms() -> dict[str, bytes]:
    """Return the forms of the handbook with a table or a signature as PDFs, by address."""
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    made = {
        form.address: press(compose_sheet(handbook, templates, form, "fillable").html)
        for form in handbook.definitions
        if form.kind == "form" and HARDEST & {str(field.type) for field in form.fields}
    }
    assert made
    assert all(isinstance(each, Pressed) for each in made.values())
    return {address: each.pdf for address, each in made.items()}


@pytest.fixture(params=("tables", "others"))
def documents(request):
    """Return the documents whose forms hold tables, or those that hold none, by address."""
    opened = {address: pikepdf.open(BytesIO(pdf)) for address, pdf in forms().items()}
    wanted = request.param == "tables"
    chosen = {at: each for at, each in opened.items() if (b"/Table" in tags(each)) is wanted}
    assert chosen
    yield chosen
    for each in opened.values():
        each.close()


def tags(document) -> set[bytes]:
    return {str(each.S).encode() for each, _ in elements(document)}


def elements(document):
    """Yield every element of the structure with the tags of those around it, in order."""

    def below(element, around):
        yield element, around
        for kid in kids_of(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid, (*around, str(element.S)))

    yield from below(document.Root.StructTreeRoot.K[0], ())


def kids_of(element) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def marks_in(element) -> int:
    """Return how many pieces of what is printed an element holds."""
    found = 0
    for kid in kids_of(element):
        if isinstance(kid, int):
            found += 1
        elif "/S" in kid:
            found += marks_in(kid)
        else:
            found += str(kid.get("/Type", "")) == "/MCR"
    return found


def widgets(document) -> list[pikepdf.Object]:
    found = [each for page in document.pages for each in page.get("/Annots", ())]
    return [each for each in found if str(each.Subtype) == "/Widget"]


def field_of(widget):
    return widget.Parent if "/Parent" in widget else widget


@pytest.mark.filterwarnings("ignore")  # the checkers' libraries' own
@pytest.mark.parametrize("found_by", [found_by_pdfua, found_by_outloud])
def test_a_checker_of_pdf_ua_finds_nothing(found_by, tmp_path):
    found = {}
    for address, pdf in forms().items():
        file = tmp_path / "form.pdf"
        file.write_bytes(pdf)
        found[address] = found_by(str(file))
    assert {address: each for address, each in found.items() if each} == {}


def test_they_say_that_they_are_made_for_listening(documents):
    for document in documents.values():
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_every_place_is_the_one_thing_in_its_element_and_leads_back_to_it(documents):
    for document in documents.values():
        pairs = list(document.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, pairs[::2]), pairs[1::2], strict=True))
        places = widgets(document)
        in_tree = [each for each, _ in elements(document) if str(each.S) == "/Form"]
        assert len(in_tree) == len(places)
        for widget in places:
            form = owners[int(widget.StructParent)]
            [reference] = kids_of(form)
            assert reference.Obj.objgen == widget.objgen


def test_no_cell_is_empty_to_those_who_read_what_is_printed(documents):
    for address, document in documents.items():
        cells = [each for each, _ in elements(document) if str(each.S) in ("/TD", "/TH")]
        assert all(marks_in(cell) for cell in cells), address


def test_the_place_in_a_cell_belongs_to_that_cell_and_names_row_and_column(documents):
    for document in documents.values():
        in_cells = [form for form, around in elements(document)
                    if str(form.S) == "/Form" and "/TD" in around]  # fmt: skip
        names = [str(kids_of(form)[0].Obj.TU) for form in in_cells]
        assert all(re.search(r"，第 \d+ 行，.", name) for name in names), names
        assert len(set(names)) == len(names)


def test_a_place_to_sign_says_so_to_ear_and_eye():
    signed = 0
    for pdf in forms().values():
        with pikepdf.open(BytesIO(pdf)) as document:
            names = [str(each.TU) for each in widgets(document)
                     if str(field_of(each).FT) == "/Sig"]  # fmt: skip
        assert all(name.startswith("签名：") for name in names)
        signed += len(names)
    assert signed


def test_they_are_small_enough_to_send():
    sizes = {address: len(pdf) for address, pdf in forms().items()}
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}
