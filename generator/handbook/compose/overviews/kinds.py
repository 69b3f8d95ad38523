"""The kinds of sheet that say what follows from the definitions, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handbook.compose.frame.sheet import ACCENT
from handbook.compose.kinds.unit.view import units_of
from handbook.compose.overviews.calendar.month_planner import MonthPlanner
from handbook.compose.overviews.calendar.year_planner import YearPlanner
from handbook.compose.overviews.organisation.chart_sheet import ChartSheet
from handbook.compose.overviews.subjects import SUBJECTS
from handbook.compose.overviews.view import Content
from handbook.compose.setting.colours import readable, tint
from handbook.compose.setting.medium import Paper
from handbook.derive.duties import duties
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.paper.palette import Palette

MOST = 300  # rows on the sheet of the whole: some seconds of work, twenty pages
MOST_TO_PLAN = 24  # tasks on one planner
_TABLES = {subject.name: subject for subject in SUBJECTS}
Maker = Callable[[tuple[Definition, ...], Paper], Content]


@dataclass(frozen=True)
class Overview:
    """How a kind of sheet is made of a section's definitions; the scope of the paper is its own.

    A build makes none of a section with fewer than `fewest` rows. Where all have more than `most`,
    that of the whole shows only those that have none, and names the others. It has a part for each
    section, or with `in_one` one for all together.
    """

    make: Maker
    fewest: int
    most: int = MOST
    is_wide: bool = False
    in_one: bool = False

    def count(self, handbook: Handbook, section: Section) -> int:
        """Return how many rows a section has."""
        known = _COUNTS.setdefault(handbook, {})
        if (self, section) not in known:
            among = handbook.in_section(section)
            known[self, section] = self.make(among, Paper(handbook, section, "")).count
        return known[self, section]


_COUNTS: WeakKeyDictionary[Handbook, dict[tuple[Overview, Section], int]] = WeakKeyDictionary()


def _table(name: str) -> Maker:
    table = _TABLES[name].table
    return lambda among, paper: table(paper.section, paper)


def _chart(among: tuple[Definition, ...], paper: Paper) -> ChartSheet:
    accent = readable(str(paper.handbook.settings.accent or ACCENT))
    return ChartSheet(units_of(among), paper, Palette(accent=accent, tint=tint(accent)))


def _month(among: tuple[Definition, ...], paper: Paper) -> MonthPlanner:
    return MonthPlanner(duties(paper.handbook, among), paper)


def _year(among: tuple[Definition, ...], paper: Paper) -> YearPlanner:
    return YearPlanner(duties(paper.handbook, among), paper)


# In the order in which they are offered.
OVERVIEWS = {
    "organisation": Overview(_chart, 2),
    "responsibilities": Overview(_table("responsibilities"), 3, is_wide=True),
    "limits": Overview(_table("limits"), 3),
    "month": Overview(_month, 1, MOST_TO_PLAN, is_wide=True, in_one=True),
    "year": Overview(_year, 3, MOST_TO_PLAN, is_wide=True, in_one=True),
    "documents": Overview(_table("documents"), 5, is_wide=True),
    "forms": Overview(_table("forms"), 5, is_wide=True),
    "records": Overview(_table("records"), 5),
    "standards": Overview(_table("standards"), 5),
    "glossary": Overview(_table("glossary"), 5),
    "open": Overview(_table("open"), 5),
}
