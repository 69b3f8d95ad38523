"""Turn HTML into a PDF with WeasyPrint, with all that the sheets of one worker have in common.

Opening the typefaces takes as long as a third of a sheet, so it is done once. Nothing of one sheet
may show in another: one that brings typefaces along, and the one after a spoilt one, gets
stationery of its own (worker.py).
"""

from __future__ import annotations

import weakref
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from handbook.paper import marks
from handbook.paper.measures import PX
from handbook.sheets.fetcher import OwnFontsOnly, font_faces
from handbook.sheets.fillable import finish, inputs_of
from handbook.sheets.fit import measure
from handbook.sheets.laid_out import boxes_of
from handbook.sheets.limits import TooMuch
from handbook.sheets.loosen import ROUNDS, loosen
from handbook.sheets.outcome import Misfit, Pressed
from handbook.sheets.outside import strays
from handbook.sheets.slim import slim
from handbook.sheets.tags import Structure

ACCESSIBLE = {"pdf_variant": "pdf/ua-1"}  # forms to fill in as well: finish() does its part

FetchingError = FatalURLFetchingError  # a BaseException


class Stationery:
    """What all sheets of one worker share: the typefaces, opened once, and the guarded door."""

    def __init__(self) -> None:
        fonts = FontConfiguration()
        faces = CSS(string=font_faces(), url_fetcher=OwnFontsOnly(), font_config=fonts)
        self._shared: dict[str, Any] = {"font_config": fonts, "stylesheets": [faces]}
        # Whoever still holds this at the end of Python: the typefaces go while it can remove
        # their files, or it complains of a destructor that finds nothing any more.
        weakref.finalize(self, self._shared.clear)

    def press(self, html: str, most_pages: int) -> Pressed:
        """Render HTML; raises TooMuch beyond `most_pages`, and what WeasyPrint raises."""
        source = HTML(string=html, url_fetcher=OwnFontsOnly())
        document, misfits = self._fitted(source, most_pages)
        first = document.pages[0]
        size = (round(first.width / PX), round(first.height / PX))
        inputs = list(inputs_of(document))
        pdf = document.write_pdf(finisher=_finish, **ACCESSIBLE)
        if inputs:
            pdf = finish(pdf, inputs, source.etree_element.get(marks.TYPEFACE, ""))
        return Pressed(pdf, len(document.pages), size, misfits)

    def _fitted(self, source: HTML, most_pages: int) -> tuple[Any, tuple[Misfit, ...]]:
        """Lay a sheet out, as often as it takes until all stands in its box; return what does not.

        The document comes with the misfits that are left.
        """
        for attempt in range(ROUNDS + 1):
            document = source.render(**self._shared)
            if len(document.pages) > most_pages:
                raise TooMuch("pages", most_pages)
            pages = [boxes_of(page) for page in document.pages]
            astray = strays(document, pages)
            if attempt == ROUNDS or not loosen(
                source.etree_element, document, pages, astray, attempt
            ):
                break
        return document, measure(document, pages, astray)


def _finish(document: Any, pdf: Any) -> None:
    Structure(pdf).put_right()
    slim(document, pdf)
