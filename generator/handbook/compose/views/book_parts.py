"""The parts of a book, and how a mention in it tells the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from handbook.compose.medium import Paper
from handbook.compose.views.control import ControlView
from handbook.compose.views.entry import Entry
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section

WITH_PAGES = ("procedure", "policy", "script", "form")  # mentions of these print the page


def anchor_of(definition: Definition) -> str:
    """Return the place of a definition in a book; no two addresses share one."""
    return "d-" + definition.address.replace("/", ".")


class BookPaper(Paper):
    """The pages of a book: a mention of what stands in it is a link, and prints its page."""

    def __init__(
        self, handbook: Handbook, section: Section, base: str, inside: frozenset[str]
    ) -> None:
        self.inside = inside
        super().__init__(handbook, section, base)

    def within(self, section: Section) -> BookPaper:
        return BookPaper(self.handbook, section, self.base, self.inside)

    def link(self, target: Definition, words: str) -> str:
        printed = super().link(target, words)
        if target.address not in self.inside:
            return printed
        mark = " ref--page" if target.kind in WITH_PAGES else ""
        return f'<a class="in-book{mark}" href="#{anchor_of(target)}">{printed}</a>'


@dataclass(frozen=True)
class Part:
    """A definition in its book, in full or as an entry of an index."""

    definition: Definition
    anchor: str
    control: ControlView
    paper: Paper
    view: Any  # of the definition in full; None in an index
    entry: Entry

    @property
    def here(self) -> str:
        """What the head of its pages says."""
        return " ".join(part for part in (self.control.code, str(self.definition.title)) if part)


@dataclass(frozen=True)
class Chapter:
    """The definitions of one kind in a section."""

    kind: str
    title: str
    anchor: str
    parts: tuple[Part, ...]

    @property
    def is_index(self) -> bool:
        """Whether its definitions have a line each; the others stand in full."""
        return all(part.view is None for part in self.parts)


@dataclass(frozen=True)
class Volume:
    """A section that has a book of its own, as the general volume lists it."""

    title: str
    lines: tuple[tuple[str, str, str], ...]  # code, title, kind


@dataclass(frozen=True)
class BookSection:
    """A section with its chapters."""

    title: str
    anchor: str
    summary: Markup
    chapters: tuple[Chapter, ...]
