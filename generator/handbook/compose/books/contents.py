"""In which order a book holds what: sections with their kinds in full, then indexes over all."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from handbook.compose.books.parts import (
    BookPaper,
    BookSection,
    Chapter,
    Part,
    anchor_of,
    running_head,
)
from handbook.compose.frame.control import ControlView
from handbook.compose.frame.sheet import SheetView
from handbook.compose.kinds.entry import entry_of
from handbook.compose.kinds.registry import SHOWN
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section

_IN_BOOKS = sorted(SHOWN.values(), key=lambda each: each.book_place)
# What stands in a book in full, in this order, and the view its template works with.
IN_FULL = {each.kind.kind: each.book_view for each in _IN_BOOKS if each.book_view}
INDEXES = tuple(each.kind.kind for each in _IN_BOOKS if each.book == "line")
KINDS_IN_BOOKS = (*IN_FULL, *INDEXES)


class Contents:
    """What stands in a book."""

    def __init__(
        self, handbook: Handbook, section: Section, definitions: tuple[Definition, ...]
    ) -> None:
        self.sections = tuple(sections_in(handbook, section))
        self.definitions = definitions

    def printed(self, paper: BookPaper) -> Iterator[BookSection]:
        """Yield the sections that hold anything in full, then the indexes that have lines."""
        for section in self.sections:
            chapters = tuple(self._chapters(section, paper))
            if chapters:
                own = paper.within(section)
                summary = own.setter.prose(section.sheet.summary if section.sheet else None)
                yield BookSection(
                    self._title(section, paper), "s-" + _dotted(section), summary, chapters
                )
        for kind in INDEXES:
            chapters = tuple(self._lines(kind, paper))
            if chapters:
                title = paper.t(f"book-{kind}s")
                yield BookSection(title, f"i-{kind}", Markup(""), chapters, is_index=True)

    def _chapters(self, section: Section, paper: BookPaper) -> Iterator[Chapter]:
        for kind in IN_FULL:
            # What is no valid text has pages of its own: behind the others it tears none open.
            parts = sorted(
                self._parts(section, kind, paper), key=lambda part: bool(part.control.stamp)
            )
            if parts:
                title = paper.t(f"book-{kind}s")
                yield Chapter(kind, title, f"k-{_dotted(section)}-{kind}", tuple(parts))

    def _lines(self, kind: str, paper: BookPaper) -> Iterator[Chapter]:
        """Yield an index: a chapter for each section, without a title where there is only one."""
        found = [
            (section, parts)
            for section in self.sections
            if (parts := self._parts(section, kind, paper))
        ]
        for section, parts in found:
            title = self._title(section, paper)
            anchor = f"k-{_dotted(section)}-{kind}"
            yield Chapter(kind, title if len(found) > 1 else "", anchor, parts)

    def _title(self, section: Section, paper: BookPaper) -> str:
        """What stands in no section is shared by all, where there are others."""
        is_shared = not section.path and len(self.sections) > 1
        return paper.t("book-shared") if is_shared else str(section.title)

    def _parts(self, section: Section, kind: str, paper: BookPaper) -> tuple[Part, ...]:
        return tuple(
            _part(each, paper.within(section))
            for each in self.definitions
            if each.section is section and each.kind == kind
        )


def sections_in(handbook: Handbook, section: Section) -> Iterator[Section]:
    """Yield a section and those below it."""
    for each in handbook.sections:
        if section in each.lineage:
            yield each


def _part(definition: Definition, paper: BookPaper) -> Part:
    view_of = IN_FULL.get(definition.kind)
    control = ControlView(definition, paper)
    around = SheetView(definition, definition.kind, paper)
    return Part(
        definition=definition,
        anchor=anchor_of(definition),
        control=control,
        paper=paper,
        view=view_of(definition, paper) if view_of else None,
        entry=entry_of(definition, paper),
        head=running_head(around, str(definition.title), control.status),
    )


def _dotted(section: Section) -> str:
    return section.address.replace("/", ".")
