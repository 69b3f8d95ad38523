"""What is read of and written into a sheet, line by line: structure, fields, marks, spots, misfits.

Each sheet in laid_out/ is one small page; beside it stands what becomes of it. Where that is meant
to change, read the difference after

    .venv/bin/python -m tests.unit.sheets.test_dumps
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Object, Pdf, Stream
from weasyprint import HTML

from handbook.sheets.boxes import Document
from handbook.sheets.fit import measure
from handbook.sheets.laid_out import boxes_of, margins_of
from handbook.sheets.loosen import ROUNDS, loosen
from handbook.sheets.outside import strays
from handbook.sheets.stationery import Stationery

FOLDER = Path(__file__).with_name("laid_out")
SHEETS = sorted(FOLDER.glob("*.html"))


@cache
def stationery() -> Stationery:
    """Our typefaces, so that all stands alike on every machine."""
    return Stationery()


def laid(source: HTML) -> Document:
    document: Document = source.render(**stationery()._shared)
    return document


def html_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def spots(html: str) -> Iterator[str]:
    """Yield each box with its spot: what stands around it, and its room in whole pixels."""
    document = laid(HTML(string=html))
    for number, page in enumerate(document.pages, 1):
        for box, spot in (*boxes_of(page), *margins_of(page)):
            room = spot.room
            edges = (room.left, room.right, room.top, room.bottom, *room.walls)
            shown = " ".join(f"{edge:.0f}" for edge in edges)
            about = f" about {spot.about}" if spot.about else ""
            heading = " heading" if spot.is_heading else ""
            around = " ".join(sorted(spot.classes))
            yield f"{number} {type(box).__name__} [{around}]{about}{heading} {shown}"


def misfits(html: str) -> Iterator[str]:
    """Yield what does not fit, as it is laid out first."""
    document = laid(HTML(string=html))
    pages = [boxes_of(page) for page in document.pages]
    astray = strays(document, pages)
    for mark in astray:
        yield f"stray {mark.box.element.tag} {mark.is_too_wide} {mark.is_too_high}"
    for each in measure(document, pages, astray):
        yield f"{each.rule} {each.step!r} {each.value!r} {each.words!r} {each.hint}"


def loosened(html: str) -> Iterator[str]:
    """Yield the marks of each round, and the styles in the end."""
    source = HTML(string=html)
    tree = source.etree_element
    for attempt in range(ROUNDS):
        document = laid(source)
        pages = [boxes_of(page) for page in document.pages]
        if not loosen(tree, document, pages, strays(document, pages), attempt):
            break
        for element in tree.iter():
            if element.get("data-fit"):
                yield f"{attempt} {element.tag} {element.get('id') or ''} {element.get('data-fit')}"
    yield from next(tree.iter("style")).text.splitlines()


def structure(html: str) -> Iterator[str]:
    """Yield the tree of tags."""
    with Pdf.open(BytesIO(stationery().press(html, 9).pdf)) as pdf:
        yield from _element(pdf.Root.StructTreeRoot.K[0], 0)
        for page in pdf.pages:
            for note in page.obj.get("/Annots", ()):
                yield f"annotation {note.Subtype} {note.get('/F')}"
            yield f"artifacts {page.Contents.read_bytes().count(b'/Artifact')}"


def _element(element: Object, depth: int) -> Iterator[str]:
    facts = [f"{key}={element[key]}" for key in ("/ActualText", "/Alt") if key in element]
    layout = element.get("/A")
    for part in layout if isinstance(layout, Array) else [layout] if layout is not None else []:
        facts += [f"{key}={_plain(part[key])}" for key in part.keys() if key != "/O"]  # noqa: SIM118
    yield "  " * depth + " ".join([str(element.S), *facts])
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem":
            yield from _element(kid, depth + 1)
        elif isinstance(kid, Dictionary):
            yield "  " * (depth + 1) + str(kid.get("/Type"))
        else:
            yield "  " * (depth + 1) + "content"


def fields(html: str) -> Iterator[str]:
    """Yield each field of the form, with how it is drawn."""
    with Pdf.open(BytesIO(stationery().press(html, 9).pdf)) as pdf:
        form = pdf.Root.get("/AcroForm")
        if form is None:
            return
        yield f"{form.DA} {form.SigFlags} {sorted(form.DR.Font.keys())}"
        for field in form.Fields:
            yield from _field(field)
            for kid in field.get("/Kids", ()):
                yield from _field(kid)
        yield " ".join(str(page.obj.get("/Tabs")) for page in pdf.pages)


def _field(field: Object) -> Iterator[str]:
    keys = sorted(set(field.keys()) - {"/AP", "/P", "/Kids", "/StructParent", "/Parent"})
    yield " ".join(f"{key}={_plain(field[key])}" for key in keys)
    drawn = field.get("/AP", Dictionary(N=Dictionary())).N
    states = {"": drawn} if isinstance(drawn, Stream) else dict(drawn.items())
    for state, stream in sorted(states.items()):
        told = stream.read_bytes().decode("latin-1").replace("\n", " ")
        yield f"  {state} {_plain(stream.BBox)} {told}"


def _plain(value: object) -> str:
    if isinstance(value, Array):
        return "[" + " ".join(map(_plain, value)) + "]"
    if isinstance(value, Dictionary):
        return "{" + " ".join(f"{key}={_plain(each)}" for key, each in value.items()) + "}"
    try:
        return f"{float(value):.1f}"  # type: ignore[arg-type]  # whatever is no number is text
    except (TypeError, ValueError):
        return str(value).replace("\n", "|")


TOLD: dict[str, Callable[[str], Iterator[str]]] = {
    "spots": spots, "misfits": misfits, "loosened": loosened, "structure": structure,
    "fields": fields,
}  # fmt: skip
CASES = [(path, what) for path in SHEETS for what in html_of(path).splitlines()[0][5:-4].split()]


@pytest.mark.parametrize(
    ("path", "what"), CASES, ids=[f"{path.stem}-{what}" for path, what in CASES]
)
def test_a_sheet_tells_what_it_should(path: Path, what: str) -> None:
    told = "\n".join(TOLD[what](html_of(path))) + "\n"
    assert told == path.with_suffix(f".{what}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for sheet, each in CASES:
        told = "\n".join(TOLD[each](html_of(sheet))) + "\n"
        sheet.with_suffix(f".{each}.txt").write_text(told, encoding="utf-8")
