"""The two media: a page on a screen, where things are links, and a sheet of paper, where not."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from handbook.compose.setting import addresses
from handbook.compose.setting.labels import Labels, labels
from handbook.compose.setting.own_words import own_words
from handbook.compose.setting.pictures import beside, within
from handbook.compose.setting.time_words import TimeWords
from handbook.compose.setting.typeset import Typesetter
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.kinds.picture import ShownPicture
from handbook.model.part import Part
from handbook.model.references import Reference
from handbook.model.section import Section
from handbook.model.values import is_open
from handbook.read import Picture


class Medium(ABC):
    """How things are named and reached from one place: a page, or a sheet.

    `base` is the address of the page or sheet with its ending; `scope` the section whose ids its
    text uses.
    """

    def __init__(self, handbook: Handbook, section: Section, base: str) -> None:
        self.handbook = handbook
        self.section = section
        self.base = base
        self.t: Labels = labels(handbook.settings.language)
        self.setter = Typesetter(handbook, section.path, self.link, self.source)
        self.times = TimeWords(self.setter, self.t)

    @abstractmethod
    def link(self, target: Definition, words: str) -> str:
        """Draw a mention of a definition; `words` are HTML already."""

    @abstractmethod
    def anchor(self, id: str, words: str) -> Markup:
        """Draw a mention of a place on the same page; `words` are plain text."""

    @abstractmethod
    def source(self, picture: Picture) -> str:
        """Return the address from which a picture is shown here."""

    def picture(self, shown: ShownPicture) -> str:
        """Return the address of a picture that is shown; nothing where its file is still open."""
        found = self.handbook.pictures.get(shown.path)
        return self.source(found) if found else ""

    def href(self, target: Definition) -> str | None:
        """Return the way to a definition's page; None where it has none, or nothing leads away."""
        return None

    def setter_in(self, definition: Definition) -> Typesetter:
        """Return what sets text that was written in a definition, maybe of another section."""
        return self.setter.within(definition.section.path)

    def times_in(self, definition: Definition) -> TimeWords:
        """Return what says limits and dates that were written in a definition."""
        return TimeWords(self.setter_in(definition), self.t)

    def own(self, part: Part) -> list[tuple[str, Markup]]:
        """Return what stands in the handbook's own fields of a part, as (label, words)."""
        fields = self.handbook.settings.fields
        found = own_words(part, fields, self.setter, self.t) if fields else ()
        return [(str(field.label), words) for field, words in found]

    def titled(self, target: Definition) -> Markup:
        """Draw the title of a definition whose code stands beside it anyhow."""
        return self.setter.name(target)

    def word(self, topic: str, choice: str) -> str:
        """Return the word for one of a few choices: word("mode", "read-do"), or that it is open."""
        return self.t("open-word") if is_open(choice) else self.t(f"{topic}-{choice}")

    def names(self, references: Iterable[Reference]) -> tuple[Markup, ...]:
        """Draw the titles of what references name."""
        return tuple(self.setter.name(reference) for reference in references)

    def listed(self, references: Iterable[Reference]) -> Markup:
        """Draw the titles of what references name in one line."""
        return Markup(self.t("list-comma")).join(self.names(references))


class Screen(Medium):
    """A page of the site."""

    def href(self, target: Definition) -> str | None:
        return addresses.relative(addresses.page_of(target) + ".html", self.base)

    def link(self, target: Definition, words: str) -> str:
        href = self.href(target)
        mark = "" if target.is_live else f" ref--{target.status}"
        title = escape(str(target.title))
        tip = escape(self.t(f"kind-{target.kind}"))
        tip = tip if words == title else f"{tip} · {title}"  # only what the words do not say
        return f'<a class="ref{mark}" href="{href}" title="{tip}">{words}</a>'

    def anchor(self, id: str, words: str) -> Markup:
        return Markup('<a class="ref" href="#{}">{}</a>').format(id, words)

    def source(self, picture: Picture) -> str:
        return self.to(beside(self.base, picture))

    def to(self, address: str) -> str:
        """Return the way from this page to another address of the site."""
        return addresses.relative(address, self.base)


class Paper(Medium):
    """A sheet: a mention is the title, with the code by which the paper is found in a file."""

    def within(self, section: Section) -> Paper:
        """Return the same sheet, for text that was written in another section."""
        return self if section is self.section else Paper(self.handbook, section, self.base)

    def link(self, target: Definition, words: str) -> str:
        code = getattr(target, "code", None)
        if code is None or not target.registered:
            return f'<span class="ref">{words}</span>'
        return f'<span class="ref">{words}<span class="ref__code">{escape(code)}</span></span>'

    def source(self, picture: Picture) -> str:
        return within(picture)

    def titled(self, target: Definition) -> Markup:
        return self.anchor("", str(target.title))

    def anchor(self, id: str, words: str) -> Markup:
        return Markup('<span class="ref">{}</span>').format(words)
