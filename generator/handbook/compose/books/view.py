"""A book: what stands around its pages, and its parts in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from handbook.compose.books.contents import KINDS_IN_BOOKS, Contents, sections_in
from handbook.compose.books.flow import flow_in_book
from handbook.compose.books.parts import (
    BookPaper,
    BookSection,
    Part,
    RunningHead,
    address_of,
    running_head,
)
from handbook.compose.books.pieces import Piece, divided, guessed_pages
from handbook.compose.frame.sheet import Around, GatheredControl, is_long
from handbook.compose.setting import addresses
from handbook.compose.setting.dates import date_in_words
from handbook.model.edition import edition_of_several
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.section import Section
from handbook.paper.palette import INK, SOFT, Palette
from handbook.paper.placeholders import EDITION, PAGE, PAGES

LINES_OF_COPIES = 6
SECTIONS_SEEN_AT_ONCE = 8
LONGEST_ON_COVER = 76  # widths of a Latin letter, in its large type
# What a page takes is guessed before it is laid out; with so much room, numbers fit their place.
ROOM_FOR_PAGES = 1.6
FRONT_PAGES = 8


class BookView(Around):
    """What the template of a book asks."""

    def __init__(self, handbook: Handbook, section: Section, uri: str) -> None:
        self.handbook = handbook
        self.section = section
        self.definitions = tuple(definitions_in(handbook, section))
        self.is_whole = section.parent is None
        self._contents = Contents(handbook, section, self.definitions)
        inside = frozenset(each.address for each in self.definitions)
        paper = BookPaper(handbook, section, uri, inside, _digits(self.definitions))
        control = GatheredControl(
            edition_of_several(self.definitions, handbook),
            str(section.default("version") or ""),
            date_in_words(section.default("effective"), paper.t),
        )
        super().__init__("book", paper, control)
        self._paper = paper

    @property
    def title(self) -> str:
        if self.is_whole:
            return str(self.handbook.settings.title)
        return self.medium.t("book-of-section", section=self.section.title)

    @property
    def document_title(self) -> str:
        return self.title

    @property
    def has_very_long_title(self) -> bool:
        """Whether the title takes so many lines that the cover has no room for its foot."""
        return is_long(self.title, LONGEST_ON_COVER)

    @property
    def organisation(self) -> str:
        return str(self.handbook.settings.organisation)

    @property
    def page(self) -> str:
        return addresses.section_page(self.section)

    @cached_property
    def contents(self) -> tuple[BookSection, ...]:
        """Its sections that hold anything, in the order of the handbook; then its indexes."""
        return tuple(self._contents.printed(self._paper))

    @property
    def has_overview(self) -> bool:
        """Whether its contents are long enough to begin with a page of sections alone."""
        return len(self.contents) > SECTIONS_SEEN_AT_ONCE

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is laid out by itself: the front, and some pages each of the rest."""
        return Piece(), *divided(self.contents)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What the cover counts, as (label, number)."""
        kinds = [definition.kind for definition in self.definitions]
        found = ((kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))
        t = self.medium.t
        return [(t(f"figure-{kind}", number=number), str(number)) for kind, number in found]

    @property
    def copies(self) -> range:
        """Empty lines in which copies and changes are written down."""
        return range(LINES_OF_COPIES)

    @property
    def edition(self) -> Markup:
        """The edition of the book, which no piece but the front needs to know."""
        edition = self._paper.placeholder(EDITION, SOFT)
        return Markup(self.medium.t("head-edition", edition=edition))

    @property
    def page_of(self) -> Markup:
        return Markup(
            self.medium.t(
                "foot-page",
                page=self._paper.placeholder(PAGE, INK),
                pages=self._paper.placeholder(PAGES, INK),
            )
        )

    def address_of(self, anchor: str) -> str:
        """Return what leads to a place of the book from any of its pieces."""
        return address_of(anchor)

    def page_at(self, anchor: str, *, is_section: bool = False) -> Markup:
        """What stands for the number of a page at the end of a line of the contents."""
        return self._paper.placeholder(anchor, INK if is_section else SOFT, is_flush=True)

    def head(self, title: str) -> RunningHead:
        """Return the head of pages that belong to the book itself."""
        known = self.medium.t("head-edition", edition=self.control.edition)
        head = running_head(self, title)
        facts = tuple(self.edition if fact == known else fact for fact in head.facts)
        return replace(head, facts=facts)

    def pictures(self, part: Part) -> tuple[Markup, ...]:
        """The swimlane of a procedure, where there is anything to see."""
        if not isinstance(part.definition, Procedure):
            return ()
        palette = Palette(accent=self.accent, tint=self.accent_tint)
        return flow_in_book(part.definition, part.paper, palette)


def _digits(definitions: Iterable[Definition]) -> int:
    """Tell how many digits the numbers of the pages of a book have."""
    pages = ROOM_FOR_PAGES * sum(map(guessed_pages, definitions)) + FRONT_PAGES
    return len(str(int(pages)))


def definitions_in(handbook: Handbook, section: Section) -> Iterator[Definition]:
    """Yield what stands in the book of a section: nothing retired, which nobody works by."""
    for each in sections_in(handbook, section):
        for definition in handbook.in_section(each):
            if not definition.is_retired and definition.kind in KINDS_IN_BOOKS:
                yield definition
