"""Render one sheet; this is what runs in a worker process, or on another machine.

A worker takes HTML and gives bytes: it neither reads the handbook nor writes a file. WeasyPrint
is imported here alone, on first use.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from handbook.sheets.fit import Misfit, measure
from handbook.sheets.fonts import BOLD, FAMILY, REGULAR
from handbook.sheets.limits import TooMuch, limits_of, within

ACCESSIBLE = {"pdf_variant": "pdf/ua-1"}
TAGGED = {"pdf_tags": True}  # a form to fill in: PDF/UA asks for what its viewers decide
MM_PER_PX = 25.4 / 96


@dataclass(frozen=True, slots=True)
class Pressed:
    """A sheet as PDF: its bytes, how many pages, and the size of the first in millimetres.

    `misfits` is what was found on its pages; see sheets/fit.py.
    """

    pdf: bytes
    pages: int
    size_mm: tuple[int, int]
    misfits: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A sheet that could not be made, and why; `no_pango` where no sheet can be made.

    `beyond` names the limit it went beyond, with how much was allowed: ("pages", 150).
    """

    reason: str
    no_pango: bool = False
    beyond: tuple[str, int] | None = None


def press(html: str) -> Pressed | Spoilt:
    """Render one sheet; whatever goes wrong is a value."""
    try:
        stationery = _stationery()
    except OSError as error:
        return Spoilt(str(error), no_pango=True)
    with _complaints() as complaints:
        try:
            pressed = stationery.press(html)
        except TooMuch as error:
            return Spoilt(str(error), beyond=(error.measure, error.most))
        except stationery.fetching_error as error:  # a BaseException
            return Spoilt(str(error))
        except Exception as error:
            return Spoilt(f"{type(error).__name__}: {error}")
    return Spoilt("; ".join(complaints)) if complaints else pressed


class Stationery:
    """What all sheets of one worker share: the fonts, loaded once, and the guarded door."""

    def __init__(self) -> None:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError

        from handbook.sheets import fillable
        from handbook.sheets.fetcher import OwnFontsOnly
        from handbook.sheets.slim import slim
        from handbook.sheets.tags import Structure

        self._html = HTML
        self._fetcher = OwnFontsOnly

        def finish(document: Any, pdf: Any) -> None:
            Structure(pdf).put_right()
            slim(document, pdf)

        self._finisher = finish
        self._fillable = fillable
        self.fetching_error = FatalURLFetchingError
        self._fonts = FontConfiguration()
        self._faces = CSS(string=font_faces(), url_fetcher=OwnFontsOnly(), font_config=self._fonts)

    def press(self, html: str) -> Pressed:
        """Render HTML within its limits; raises TooMuch and what WeasyPrint raises."""
        seconds, pages = limits_of(html)
        with within(seconds):
            return self._press(html, pages)

    def _press(self, html: str, most_pages: int) -> Pressed:
        source = self._html(string=html, url_fetcher=self._fetcher())
        document = source.render(font_config=self._fonts, stylesheets=[self._faces])
        if len(document.pages) > most_pages:
            raise TooMuch("pages", most_pages)
        misfits = measure(document)
        first = document.pages[0]
        size = (round(first.width * MM_PER_PX), round(first.height * MM_PER_PX))
        inputs = list(self._fillable.inputs_of(document))
        options: dict[str, Any] = TAGGED if inputs else ACCESSIBLE
        pdf = document.write_pdf(finisher=self._finisher, **options)
        if inputs:
            language = source.etree_element.get("lang", "")
            pdf = self._fillable.finish(pdf, inputs, language)
        return Pressed(pdf, len(document.pages), size, misfits)


@cache
def _stationery() -> Stationery:
    return Stationery()


def font_faces() -> str:
    """Return the style sheet that names our fonts by their private addresses."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("handbook-font:{path.name}") }}\n'
        for weight, path in ((400, REGULAR), (700, BOLD))
    )


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Gather what WeasyPrint warns of: a missing picture or a rule it ignores spoils a sheet."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
