"""A book: the definitions of a section and of those below it, or of the whole handbook."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from handbook.compose import addresses
from handbook.compose.colours import readable, tint
from handbook.compose.medium import Paper
from handbook.compose.views.book_parts import (
    BookPaper,
    BookSection,
    Chapter,
    Part,
    Volume,
    anchor_of,
)
from handbook.compose.views.control import ControlView
from handbook.compose.views.entry import entry_of
from handbook.compose.views.policy import PolicyView
from handbook.compose.views.procedure import ProcedureView
from handbook.compose.views.procedure_sheet import ProcedureSheet
from handbook.compose.views.role_pack import RolePack
from handbook.compose.views.script import ScriptView
from handbook.compose.views.script_card import ScriptCard
from handbook.compose.views.sheet import ACCENT, qr_code
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section

# What stands in a book in full, in this order, and the view its template works with.
IN_FULL: dict[str, Callable[[Any, Paper], Any]] = {
    "procedure": lambda procedure, paper: ProcedureSheet(ProcedureView(procedure, paper)),
    "policy": PolicyView,
    "script": lambda script, paper: ScriptCard(ScriptView(script, paper)),
    "role": RolePack,
}
INDEXES = ("form", "standard", "term")  # what has a line there
ALL_KINDS = (*IN_FULL, *INDEXES)
LINES_OF_COPIES = 6
# More definitions than this are no book to hold: the whole handbook then is a general volume,
# and the books of its sections are the others. One change prints one volume again, not all.
ONE_VOLUME = 250


class BookView:
    """What the template of a book asks."""

    def __init__(self, handbook: Handbook, section: Section, uri: str) -> None:
        self.handbook = handbook
        self.section = section
        self.definitions = tuple(definitions_in(handbook, section))
        self.is_general = self.is_whole and len(self.definitions) > ONE_VOLUME
        printed = (each.address for each in self.definitions if self._is_printed(each))
        self.paper = BookPaper(handbook, section, uri, frozenset(printed))

    def _is_printed(self, definition: Definition) -> bool:
        """Whether a definition stands in this volume: in full, or in an index at its end."""
        is_indexed = definition.kind not in IN_FULL
        return not self.is_general or definition.section is self.section or is_indexed

    @property
    def is_whole(self) -> bool:
        return self.section.parent is None

    @property
    def title(self) -> str:
        settings = self.handbook.settings
        if self.is_whole:
            return str(settings.title)
        return self.paper.t("book-of-section", section=self.section.title)

    @cached_property
    def edition(self) -> str:
        """The first six characters of a hash over the editions of all that stands in it."""
        told = "\n".join(f"{each.address} {each.edition}" for each in self.definitions)
        return hashlib.sha256(told.encode()).hexdigest()[:6]

    @cached_property
    def contents(self) -> tuple[BookSection, ...]:
        """Its sections that hold anything, in the order of the handbook."""
        if not self.is_general:
            return tuple(self._sections(sections_in(self.handbook, self.section), ALL_KINDS))
        shared = self._sections([self.section], tuple(IN_FULL))
        return (*shared, *filter(lambda index: index.chapters, map(self._index, INDEXES)))

    def _sections(
        self, sections: Iterable[Section], kinds: tuple[str, ...]
    ) -> Iterator[BookSection]:
        for section in sections:
            chapters = tuple(
                chapter
                for kind in kinds
                for chapter in self._chapter(section, kind, self.paper.t(f"book-{kind}s"))
            )
            if chapters:
                paper = self.paper.within(section)
                summary = paper.setter.prose(section.sheet.summary if section.sheet else None)
                title = section.title if section.path else self.paper.t("book-shared")
                anchor = "s-" + section.address.replace("/", ".")
                yield BookSection(str(title), anchor, summary, chapters)

    def _index(self, kind: str) -> BookSection:
        """Return one index over all sections, a chapter for each."""
        chapters = tuple(
            chapter
            for section in sections_in(self.handbook, self.section)
            for chapter in self._chapter(section, kind, str(section.title))
        )
        return BookSection(self.paper.t(f"book-{kind}s"), f"i-{kind}", Markup(""), chapters)

    @property
    def volumes(self) -> Iterator[Volume]:
        """The sections that have a book of their own, where there is a general volume."""
        for section in sections_in(self.handbook, self.section) if self.is_general else ():
            lines = tuple(
                (str(getattr(each, "code", "") or ""), str(each.title), each.kind)
                for each in self.definitions
                if each.section is section and not self._is_printed(each)
            )
            if lines:
                yield Volume(self.paper.t("book-of-section", section=section.title), lines)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What the control page counts, as (label, number)."""
        t = self.paper.t
        kinds = [definition.kind for definition in self.definitions]
        found = ((kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))
        return [(t(f"kinds-{kind}"), str(number)) for kind, number in found]

    @property
    def qr(self) -> Markup:
        """The address of its page as a QR code, where the handbook says where it is published."""
        site = self.handbook.settings.site_url
        if not site:
            return Markup("")
        page = addresses.section_page(self.section)
        return qr_code(f"{site.rstrip('/')}/{page}.html", self.paper.t("head-qr"))

    @property
    def validity(self) -> Markup:
        own = self.handbook.settings.validity
        return self.paper.setter.line(own) if own else escape(self.paper.t("foot-validity"))

    @property
    def accent(self) -> str:
        return readable(str(self.handbook.settings.accent or ACCENT))

    @property
    def accent_tint(self) -> str:
        return tint(self.accent)

    def pictures(self, part: Part) -> tuple[Markup, ...]:
        """The swimlane of a procedure, where work changes hands or has branches to choose from."""
        steps = part.definition.steps
        hands = {tuple(str(each.text) for each in step.by) for step in steps}
        if len(hands) < 2 and not any(step.branches for step in steps):
            return ()
        return part.view.swimlanes(self.accent, self.accent_tint)

    @property
    def copies(self) -> range:
        """Empty lines in which copies and changes are written down."""
        return range(LINES_OF_COPIES)

    def _chapter(self, section: Section, kind: str, title: str) -> Iterator[Chapter]:
        parts = tuple(
            self._part(each)
            for each in self.definitions
            if each.section is section and each.kind == kind
        )
        if parts:
            anchor = f"k-{section.address.replace('/', '.')}-{kind}"
            yield Chapter(kind, title, anchor, parts)

    def _part(self, definition: Definition) -> Part:
        paper = self.paper.within(definition.section)
        view_of = IN_FULL.get(definition.kind)
        return Part(
            definition=definition,
            anchor=anchor_of(definition),
            control=ControlView(definition, paper),
            paper=paper,
            view=view_of(definition, paper) if view_of else None,
            entry=entry_of(definition, paper),
        )


def sections_in(handbook: Handbook, section: Section) -> Iterator[Section]:
    """Yield a section and those below it."""
    for each in handbook.sections:
        if section in each.lineage:
            yield each


def definitions_in(handbook: Handbook, section: Section) -> Iterator[Definition]:
    """Yield what stands in the book of a section: nothing retired, which nobody works by."""
    for each in sections_in(handbook, section):
        for definition in handbook.in_section(each):
            if definition.status != "retired" and definition.kind in ALL_KINDS:
                yield definition
