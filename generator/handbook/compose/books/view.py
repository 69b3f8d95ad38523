"""A book: what stands around its pages, and its parts in their order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup

from handbook.compose.books.contents import KINDS_IN_BOOKS, Contents, sections_in
from handbook.compose.books.flow import flow_in_book
from handbook.compose.books.parts import (
    BookPaper,
    BookSection,
    Part,
    RunningHead,
    Volume,
    running_head,
)
from handbook.compose.frame.sheet import Around, GatheredControl, is_long
from handbook.compose.setting import addresses
from handbook.compose.setting.dates import date_in_words
from handbook.model.edition import edition_of_several
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.section import Section
from handbook.paper.palette import Palette

LINES_OF_COPIES = 6
SECTIONS_SEEN_AT_ONCE = 8
LONGEST_ON_COVER = 76  # widths of a Latin letter, in its large type
# A book is laid out in one piece, for its pages to be told everywhere; it takes an eighth of a
# second and 1.6 MB a definition. What is larger becomes a general volume that lists the others.
ONE_VOLUME = 1500  # definitions


class BookView(Around):
    """What the template of a book asks."""

    def __init__(self, handbook: Handbook, section: Section, uri: str) -> None:
        self.handbook = handbook
        self.section = section
        self.definitions = tuple(definitions_in(handbook, section))
        self.is_whole = section.parent is None
        self.is_general = self.is_whole and len(self.definitions) > ONE_VOLUME
        self._contents = Contents(handbook, section, self.definitions, is_general=self.is_general)
        paper = BookPaper(handbook, section, uri, self._contents.addresses)
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
    def volumes(self) -> tuple[Volume, ...]:
        """The sections that have a book of their own, where there is a general volume."""
        return tuple(self._contents.volumes(self._paper))

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
    def stamps(self) -> list[tuple[str, str]]:
        """What stands across the pages of texts that are not valid, as (status, word)."""
        in_full = (section for section in self.contents if not section.is_index)
        parts = (part for section in in_full for each in section.chapters for part in each.parts)
        found = {(part.definition.status, part.control.stamp) for part in parts}
        return sorted((status, word) for status, word in found if word)

    def head(self, title: str) -> RunningHead:
        """Return the head of pages that belong to the book itself."""
        return running_head(self, title)

    def pictures(self, part: Part) -> tuple[Markup, ...]:
        """The swimlane of a procedure, where there is anything to see."""
        if not isinstance(part.definition, Procedure):
            return ()
        palette = Palette(accent=self.accent, tint=self.accent_tint)
        return flow_in_book(part.definition, part.paper, palette)


def definitions_in(handbook: Handbook, section: Section) -> Iterator[Definition]:
    """Yield what stands in the book of a section: nothing retired, which nobody works by."""
    for each in sections_in(handbook, section):
        for definition in handbook.in_section(each):
            if not definition.is_retired and definition.kind in KINDS_IN_BOOKS:
                yield definition
