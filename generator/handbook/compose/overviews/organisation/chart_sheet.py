"""The organisation on paper: its chart in as few pictures as can be read, its units in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup

from handbook.compose.kinds.unit.view import units_above
from handbook.compose.overviews.organisation.chart import organisation_on_sides
from handbook.compose.overviews.organisation.headcounts import HeadCount, head_counts
from handbook.compose.setting.medium import Medium
from handbook.compose.setting.plain_words import bare
from handbook.model.kinds import Unit
from handbook.paper.measures import PAPERS, POINTS, SHEET
from handbook.paper.palette import Palette

AROUND = 34.0  # mm above and below a picture: the head of the first page, and a caption
MOST_NAMED = 3  # units in the caption of a picture


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, and what it begins with where it is one of several."""

    caption: str
    picture: Markup


class ChartSheet:
    """What a template asks about units."""

    form: ClassVar[str] = "chart"
    when: ClassVar[str] = ""

    def __init__(self, units: Iterable[Unit], medium: Medium, palette: Palette) -> None:
        self.units = tuple(units)
        self.medium = medium
        self.palette = palette
        self._shown = (*units_above(self.units, medium.handbook), *self.units)

    @property
    def count(self) -> int:
        return len(self.units)

    @cached_property
    def words(self) -> list[HeadCount]:
        """The units in words: heads, posts and how many people."""
        return head_counts(self._shown, self.medium)

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield what it says, a unit a row, for the edition."""
        for each in self.words:
            cells = map(bare, (each.name, each.head, each.posts))
            yield (str(each.level), *cells, each.count, each.nature)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The chart, in one picture where that can be read, else in several."""
        medium = self.medium
        title = medium.t("overview-organisation")
        width, height = PAPERS[str(medium.handbook.settings.paper)]
        around = SHEET.top + SHEET.bottom + AROUND
        room = (width - SHEET.sides) * POINTS, (height - around) * POINTS
        sides = list(organisation_on_sides(self._shown, medium, title, self.palette, room))
        if len(sides) == 1:
            return (Figure("", sides[0][1]),)
        return tuple(
            Figure(self._caption(number, len(sides), tops), picture)
            for number, (tops, picture) in enumerate(sides, 1)
        )

    def _caption(self, number: int, total: int, tops: tuple[Unit, ...]) -> str:
        t = self.medium.t
        names = t("list-comma").join(str(unit.title) for unit in tops[:MOST_NAMED])
        more = t("and-more") if len(tops) > MOST_NAMED else ""
        return t("chart-piece", number=number, total=total, title=names + more)
