"""Pages as pictures, drawn by the viewers that people have."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from functools import cache
from io import BytesIO
from tempfile import NamedTemporaryFile

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

DOTS = 100  # to an inch
SCALE = DOTS / 72


@cache
def by_poppler(pdf: bytes) -> list[Image.Image]:
    """Draw every page with pdftoppm."""
    return _numbered(["pdftoppm", "-q", "-r", str(DOTS), "-png", "-"], pdf)


@cache
def by_mupdf(pdf: bytes) -> list[Image.Image]:
    """Draw the first page with mutool."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = ["mutool", "draw", "-q", "-r", str(DOTS), "-F", "png", "-o", "-", file.name, "1"]
        return _numbered(command, b"")


@cache
def by_pdfium(pdf: bytes) -> list[Image.Image]:
    """Draw every page with PDFium, as Chromium does."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        return [page.render(scale=SCALE).to_pil().convert("L") for page in document]


VIEWERS = {"PDFium": by_pdfium, "Poppler": by_poppler, "MuPDF": by_mupdf}
PROGRAMS = {"Poppler": "pdftoppm", "MuPDF": "mutool"}


def is_there(viewer: str) -> bool:
    """Whether this machine has the viewer."""
    return viewer not in PROGRAMS or shutil.which(PROGRAMS[viewer]) is not None


def typed_into(pdf: bytes, point: tuple[float, float], text: str) -> Image.Image:
    """Click at a point of the first page, type, leave the field, and draw the page with PDFium."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        form, page = document.formenv, document[0]
        for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            act(form, page, 0, *point)
        for unit in _utf16(text):
            pdfium.FORM_OnChar(form, page, unit, 0)
        pdfium.FORM_ForceToKillFocus(form)
        return page.render(scale=SCALE).to_pil().convert("L")


def flattened(pdf: bytes) -> bytes:
    """Make what the fields of a file say part of its pages, as for an archive."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        for page in document:
            assert pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT) != pdfium.FLATTEN_FAIL
        result = BytesIO()
        document.save(result)
    return result.getvalue()


def ink(picture: Image.Image, box: tuple[float, float, float, float]) -> bytes:
    """Return what is dark inside a box of the page, in points from the lower left: a bit a dot."""
    left, bottom, right, top = (side * SCALE for side in box)
    inside = (left + 2, picture.height - top + 2, right - 2, picture.height - bottom - 2)
    return picture.convert("L").crop(tuple(map(round, inside))).point(lambda v: v < 140).tobytes()


def has_ink(picture: Image.Image, box: tuple[float, float, float, float]) -> bool:
    return any(ink(picture, box))


def _utf16(text: str) -> list[int]:
    raw = text.encode("utf-16-le")
    return list((ctypes.c_uint16 * (len(raw) // 2)).from_buffer_copy(raw))


def _numbered(command: list[str], pdf: bytes) -> list[Image.Image]:
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return [Image.open(BytesIO(b"\x89PNG" + part)) for part in drawn.split(b"\x89PNG")[1:]]
