"""Sheets composed of YAML text that a test writes down, and what a reader sees on them."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from tests.written import handbook_of

from handbook.compose.books.sheets import Book, books_in, compose_book
from handbook.compose.frame.page import Sheet
from handbook.compose.overviews.sheets import OverviewSheet, compose_overview, overviews_in
from handbook.compose.sheets import Printable, compose_sheets
from handbook.compose.templates.environment import Environment, environment
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.sheets.bound import bound
from handbook.sheets.outcome import Pressed, Spoilt
from handbook.sheets.worker import press

NOWHERE = Path("no-such-folder")  # a project without templates of its own


def handbook_with(all: str, **others: str) -> Handbook:
    """Return the handbook of files, named by path below content/ without .yml."""
    return handbook_of(all, **{name.replace("/", "__"): text for name, text in others.items()})


def compose(language: str | None = None, **files: str) -> dict[str, Sheet]:
    """Compose all sheets of files; return them by address without print/ and .pdf."""
    sheets = compose_sheets(handbook_with(**files), NOWHERE, language)
    return {sheet.uri.removeprefix("print/").removesuffix(".pdf"): sheet for sheet in sheets}


composed = cache(compose)  # for the many tests that each look for one word


def pressed_book(folder: Path, settings: str, definitions: str) -> Pressed:
    """Write a handbook into a folder, where its pictures may lie already; print its book."""
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/handbook.yml").write_text(settings, encoding="utf-8")
    (folder / "content/all.yml").write_text(definitions, encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    handbook = loaded.handbook
    made = pressed(compose_book(handbook, environment(folder), handbook.organisation))
    assert isinstance(made, Pressed), made
    return made


def compose_overviews(handbook: Handbook, templates: Environment) -> list[OverviewSheet]:
    """Compose all overviews, section by section, those of the whole first."""
    return [compose_overview(handbook, templates, *each) for each in overviews_in(handbook)]


def compose_books(handbook: Handbook, templates: Environment) -> list[Book]:
    """Compose all books, that of the whole handbook first."""
    return [compose_book(handbook, templates, section) for section in books_in(handbook)]


def pressed(sheet: Printable) -> Pressed | Spoilt:
    """Lay out a sheet; of a book its pieces, which are bound then."""
    if isinstance(sheet, Book):
        return bound(sheet, [press(piece.html) for piece in sheet.pieces])
    return press(sheet.html)


def text_of(sheet: Sheet) -> str:
    """Return what a reader sees, with gaps and line ends as single spaces."""
    read = re.sub(r"(?s)<(head|svg)\b.*?</\1>", "", sheet.html)
    text = unescape(re.sub(r"<[^>]*>", "", read))
    return re.sub(r"\s+", " ", text.replace("\u2009", " "))
