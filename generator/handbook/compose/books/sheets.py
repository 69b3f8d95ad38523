"""Compose books: the whole handbook, and one for each part of it that stands by itself.

A definition stands in the whole handbook and in one more book: that of the outermost section
around it that holds definitions itself. A section that only groups others has no book; those
below it have theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from handbook.compose.books.view import BookView, definitions_in
from handbook.compose.frame.gathered import Gathered
from handbook.compose.setting.addresses import book_of
from handbook.compose.setting.gaps import with_gaps
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure
from handbook.model.section import Section
from handbook.paper.placeholders import EDITION, Placeholder, marked
from handbook.problems import Place

LEAST = 2  # definitions; what holds fewer is no book


@dataclass(frozen=True, slots=True)
class BookPiece:
    """Complete HTML that is laid out by itself, and what is filled in when all pieces are."""

    html: str
    placeholders: tuple[Placeholder, ...]


@dataclass(frozen=True, slots=True)
class Book(Gathered):
    """A book that knows its paper and what stands in it, and the pieces it is laid out in."""

    pieces: tuple[BookPiece, ...]

    @property
    def words(self) -> dict[str, str]:
        """What its placeholders tell beside pages."""
        return {EDITION: self.edition}

    def place_in(self, address: str, step: str) -> Place:
        """Where a definition in it, or a step of that, was written; else the place of its section.

        `address` and `step` are empty where something belongs to the book itself.
        """
        found = next((each for each in self.definitions if each.address == address), None)
        if found is None:
            return self.place
        part = found.step(step) if isinstance(found, Procedure) else None
        return part.place if part else found.place


def books_in(handbook: Handbook) -> Iterator[Section]:
    """Yield the sections that have a book; the organisation stands for everything."""
    if is_book(handbook, handbook.organisation):
        yield handbook.organisation
    for section in handbook.subsections(handbook.organisation):
        yield from _books_below(handbook, section)


def is_book(handbook: Handbook, section: Section) -> bool:
    """Whether a section holds enough for a book."""
    return sum(1 for _ in definitions_in(handbook, section)) >= LEAST


def _books_below(handbook: Handbook, section: Section) -> Iterator[Section]:
    if any(each.section is section for each in definitions_in(handbook, section)):
        if is_book(handbook, section):
            yield section
        return
    for each in handbook.subsections(section):
        yield from _books_below(handbook, each)


def compose_book(handbook: Handbook, templates: Environment, section: Section) -> Book:
    """Compose the book of one section, or with the organisation of the whole handbook."""
    uri = book_of(section)
    view = BookView(handbook, section, uri)
    asked = {"sheet": view, "book": view, "t": view.medium.t}
    template = templates.get_template("print/book.html")
    pieces = tuple(
        BookPiece(*marked(with_gaps(template.render(asked, piece=piece))))
        for piece in view.pieces
    )
    return Book(
        uri=uri,
        html="".join(piece.html for piece in pieces),
        pieces=pieces,
        kind="book",
        id="handbook",
        section=section.address,
        sheet="handbook" if view.is_whole else "book",
        title=view.title,
        code="",
        version=view.control.version,
        edition=view.control.edition,
        paper=view.paper,
        place=section.sheet.place if section.sheet else handbook.settings.place,
        definitions=view.definitions,
    )
