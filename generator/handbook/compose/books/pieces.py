"""Where a book is divided into pieces, each laid out by itself and beginning on a new page.

A word that changes costs the layout of its piece, not of the book. What stands in a section is
divided where it would be longer than some pages; the indexes at the end go together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from handbook.compose.books.contents import INDEXES
from handbook.compose.books.parts import BookSection, Chapter, Part
from handbook.model.kinds import Definition, Procedure
from handbook.model.walk import leaves

MOST_PAGES = 8.0
# What fits on a page of A4, tried on content/; a letter of Latin takes half of one of Chinese.
LETTERS = 480
PICTURE, STAMPED, INDEXED = 0.45, 0.5, 0.04  # pages
CHINESE = "\u2e80"  # the first sign of Chinese scripts


@dataclass(frozen=True)
class Piece:
    """Some sections of a book, or parts of one, in full or as an index; none in the front."""

    sections: tuple[BookSection, ...] = ()

    @property
    def is_front(self) -> bool:
        """Whether it is the cover and what else stands before the text."""
        return not self.sections

    @property
    def stamps(self) -> list[tuple[str, str]]:
        """What stands across the pages of texts that are not valid, as (status, word)."""
        in_full = (section for section in self.sections if not section.is_index)
        parts = (part for section in in_full for each in section.chapters for part in each.parts)
        found = {(part.definition.status, part.control.stamp) for part in parts}
        return sorted((status, word) for status, word in found if word)


Row = tuple[BookSection, Chapter, Part]


def divided(contents: tuple[BookSection, ...]) -> Iterator[Piece]:
    """Yield the pieces of a book after its front."""
    for section in contents:
        if not section.is_index:
            yield from _pieces(_rows((section,)))
    yield from _pieces(_rows(each for each in contents if each.is_index))


def guessed_pages(definition: Definition) -> float:
    """Tell about how many pages a definition takes in a book."""
    if definition.kind in INDEXES:
        return INDEXED
    said = (str(leaf.value) for leaf in leaves(definition))
    letters = sum(sum(1.0 if sign >= CHINESE else 0.5 for sign in text) for text in said)
    return letters / LETTERS + (PICTURE if isinstance(definition, Procedure) else 0.0)


def _rows(sections: Iterator[BookSection] | tuple[BookSection, ...]) -> list[Row]:
    return [
        (section, chapter, part)
        for section in sections
        for chapter in section.chapters
        for part in chapter.parts
    ]


def _pieces(rows: list[Row]) -> Iterator[Piece]:
    taken: list[Row] = []
    begun: set[str] = set()  # the anchors of sections and chapters that a piece before has begun
    pages = 0.0
    for row in rows:
        part = row[2]
        weight = guessed_pages(part.definition) + (STAMPED if part.control.stamp else 0.0)
        if taken and pages + weight > MOST_PAGES:
            yield _piece(taken, begun)
            begun |= {each.anchor for section, chapter, _ in taken for each in (section, chapter)}
            taken, pages = [], 0.0
        taken.append(row)
        pages += weight
    if taken:
        yield _piece(taken, begun)


def _piece(rows: list[Row], begun: set[str]) -> Piece:
    """Put rows together again; what was begun before goes on without its heading."""
    sections = []
    for _, in_section in groupby(rows, key=lambda row: row[0].anchor):
        of_section = list(in_section)
        section = of_section[0][0]
        chapters = tuple(
            replace(
                of_chapter[0][1],
                parts=tuple(part for _, _, part in of_chapter),
                is_continued=of_chapter[0][1].anchor in begun,
            )
            for _, in_chapter in groupby(of_section, key=lambda row: row[1].anchor)
            for of_chapter in (list(in_chapter),)
        )
        sections.append(replace(section, chapters=chapters, is_continued=section.anchor in begun))
    return Piece(tuple(sections))
