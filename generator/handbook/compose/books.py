"""Compose books: each section with all below it, and the whole handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from handbook.compose.addresses import book_of
from handbook.compose.gaps import with_gaps
from handbook.compose.page import Sheet
from handbook.compose.views.book import BookView, definitions_in
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.model.walk import leaves
from handbook.problems import Place
from handbook.read.nodes import Text

LEAST = 2  # definitions; what holds fewer is no book


@dataclass(frozen=True, slots=True)
class Book(Sheet):
    """A book that knows its paper and what stands in it."""

    paper: str
    place: Place
    definitions: tuple[Definition, ...]

    def place_of(self, character: str) -> Place:
        """Where a character of its text was written; the place of its section if elsewhere."""
        for definition in self.definitions:
            for leaf in leaves(definition):
                if isinstance(leaf.value, Text) and character in leaf.value:
                    return leaf.value.offset_place(leaf.value.index(character))
        return self.place


def books_in(handbook: Handbook) -> Iterator[Section]:
    """Yield the sections of which there is a book; the organisation stands for everything."""
    for section in handbook.sections:
        if sum(1 for _ in definitions_in(handbook, section)) >= LEAST:
            yield section


def compose_books(handbook: Handbook, templates: Environment) -> list[Book]:
    """Compose all books, that of the whole handbook first."""
    return [compose_book(handbook, templates, section) for section in books_in(handbook)]


def compose_book(handbook: Handbook, templates: Environment, section: Section) -> Book:
    """Compose the book of one section, or with the organisation of the whole handbook."""
    uri = book_of(section)
    view = BookView(handbook, section, uri)
    html = templates.get_template("print/book.html").render(
        book=view, m=view.paper, t=view.paper.t, settings=handbook.settings
    )
    return Book(
        uri=uri,
        html=with_gaps(html),
        kind="book",
        id="handbook",
        section=section.address,
        sheet="handbook" if view.is_whole else "book",
        title=view.title,
        code="",
        version="",
        edition=view.edition,
        paper=str(handbook.settings.paper),
        place=section.sheet.place if section.sheet else handbook.settings.place,
        definitions=view.definitions,
    )
