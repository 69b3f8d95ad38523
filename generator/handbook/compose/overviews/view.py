"""What stands around a sheet of what follows from the definitions, and its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from handbook.compose.frame.sheet import Around, GatheredControl
from handbook.compose.setting.dates import as_of_words
from handbook.compose.setting.medium import Paper
from handbook.model.edition import LENGTH
from handbook.model.kinds import Definition

# Columns of people that stand beside one another at ten millimetres or more, by paper turned round.
MOST_COLUMNS = {"A4": 14, "Letter": 13, "A5": 8}


class Content(Protocol):
    """What such a sheet shows: a table, a matrix, a chart, a planner.

    `form` tells how it is drawn; `flat` yields what it says, row by row.
    """

    form: ClassVar[str]

    @property
    def when(self) -> str:
        """The month or year it is about; "" for all others."""

    @property
    def count(self) -> int: ...

    def flat(self) -> Iterator[tuple[str, ...]]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """What one section has to show, under its title where a sheet is about several."""

    title: str
    content: Content


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A section that has a sheet of its own: how many rows, and the file it is in."""

    title: str
    count: int
    file: str


class OverviewView(Around):
    """What the templates ask about such a sheet."""

    def __init__(
        self,
        sheet: str,
        gathers: tuple[type[Definition], ...],
        whose: str,
        parts: Iterable[Part],
        elsewhere: Iterable[Elsewhere],
        medium: Paper,
        is_wide: bool,
        page: str,
        definitions: Iterable[Definition],
    ) -> None:
        self.gathers = gathers
        self.whose = whose
        self.parts = tuple(parts)
        self.elsewhere = tuple(elsewhere)
        self.is_wide = is_wide
        self._page = page
        self.definitions = tuple(definitions)
        super().__init__(sheet, medium, GatheredControl(edition_of(self.parts, self.elsewhere)))

    @property
    def form(self) -> str:
        """How what it shows is drawn; "" where there is nothing."""
        return next((each.content.form for each in self.parts), "")

    @property
    def title(self) -> str:
        """What it shows; of a certain month or year, which."""
        name = self.medium.t(f"sheet-{self.sheet}")
        when = next((title for each in self.parts if (title := each.content.when)), "")
        return self.medium.t("planner-title", name=name, when=when) if when else name

    @property
    def full_title(self) -> str:
        """The title by which it is told from those of others."""
        return self.medium.t("overview-of", section=self.whose, subject=self.title)

    @property
    def document_title(self) -> str:
        return self.full_title

    @property
    def organisation(self) -> str:
        return str(self.medium.handbook.settings.organisation)

    @property
    def kind(self) -> str:
        """Whose it is stands above the title, which says what it is."""
        return self.whose

    @property
    def page(self) -> str:
        return self._page

    @property
    def effective(self) -> str:
        """As of which day it tells."""
        return as_of_words(self.gathers, self.definitions, self.medium.t)

    @property
    def most_columns(self) -> int:
        """How many people a grid has side by side."""
        return MOST_COLUMNS[str(self.medium.handbook.settings.paper)]

    @property
    def paper(self) -> str:
        size = super().paper
        return f"{size} landscape" if self.is_wide else size


def edition_of(parts: Iterable[Part], elsewhere: Iterable[Elsewhere]) -> str:
    """Return the first six characters of a hash over all that a sheet says."""
    rows = [row for part in parts for row in ((part.title,), *part.content.flat())]
    rows += [(each.title, str(each.count)) for each in elsewhere]
    told = "\n".join("\x1f".join(row) for row in rows)
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH]
