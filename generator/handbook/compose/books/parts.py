"""The parts of a book, and how a mention in it tells the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.frame.control import ControlView
from handbook.compose.frame.qr import qr_image
from handbook.compose.frame.sheet import Around
from handbook.compose.kinds.entry import Entry
from handbook.compose.setting.medium import Paper
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.paper.palette import SOFT
from handbook.paper.placeholders import BOOK_SCHEME, EDITION, Placeholder, written

EDITION_LENGTH = 6  # signs


def anchor_of(definition: Definition) -> str:
    """Return the place of a definition in a book; no two addresses share one."""
    return "d-" + definition.address.replace("/", ".")


def address_of(anchor: str) -> str:
    """Return what leads to a place of the book, whichever of its pieces that stands in."""
    return BOOK_SCHEME + anchor


class BookPaper(Paper):
    """The pages of a book: a mention of what stands in it is a link, and prints its page."""

    def __init__(
        self, handbook: Handbook, section: Section, base: str, inside: frozenset[str], digits: int
    ) -> None:
        self.inside = inside
        self.digits = digits  # of the numbers of its pages
        super().__init__(handbook, section, base)

    def within(self, section: Section) -> BookPaper:
        return BookPaper(self.handbook, section, self.base, self.inside, self.digits)

    def placeholder(self, what: str, colour: str, *, is_flush: bool = False) -> Markup:
        """Return what stands for a number of a page, or for the edition, until all is laid out."""
        length = EDITION_LENGTH if what == EDITION else self.digits
        return Markup(written(Placeholder(what, colour, is_flush), length))

    def link(self, target: Definition, words: str) -> str:
        printed = super().link(target, words)
        if target.address not in self.inside:
            return printed
        anchor = anchor_of(target)
        if target.registered:
            page = self.t("book-page", page=self.placeholder(anchor, SOFT))
            printed += f'<span class="ref__page">{page}</span>'
        return f'<a class="in-book" href="{address_of(anchor)}">{printed}</a>'


@dataclass(frozen=True)
class RunningHead:
    """What the head of a page says of the document that stands at its top."""

    title: str
    facts: tuple[str, ...]  # code, version, edition, from when it is valid
    status: str
    qr: Markup


def running_head(around: Around, title: str, status: str = "") -> RunningHead:
    """Return what the head says of a document, or of the book itself."""
    label = around.medium.t("head-qr")
    qr = qr_image(around.address, label) if around.address else Markup("")
    return RunningHead(title, tuple(around.control_parts), status, qr)


@dataclass(frozen=True)
class Part:
    """A definition in its book, in full or as an entry of an index."""

    definition: Definition
    anchor: str
    control: ControlView
    paper: BookPaper
    view: object  # of the definition in full; None in an index
    entry: Entry
    head: RunningHead

    @property
    def filled_in(self) -> list[Markup]:
        """The procedures of the book that fill a form, with their pages."""
        links = self.paper.handbook.used_by(self.definition)
        sources = dict.fromkeys(link.source for link in links if link.relation == "fill")
        inside = (source for source in sources if source.address in self.paper.inside)
        return [self.paper.setter.name(source) for source in inside]


@dataclass(frozen=True)
class Chapter:
    """The definitions of one kind in a section; in an index, `title` may be empty."""

    kind: str
    title: str
    anchor: str
    parts: tuple[Part, ...]
    is_continued: bool = False  # begun in a piece before


@dataclass(frozen=True)
class BookSection:
    """A section with its chapters, or an index with one for each section."""

    title: str
    anchor: str
    summary: Markup
    chapters: tuple[Chapter, ...]
    is_index: bool = False
    is_continued: bool = False
