"""Units, posts and headcounts, as a chart and in words."""

from __future__ import annotations

from handbook.compose.kinds.unit.view import units_of
from handbook.compose.overviews.organisation.chart_sheet import ChartSheet
from handbook.compose.overviews.organisation.pages import chart_pages
from handbook.compose.overviews.record import OnPaper, Overview, has
from handbook.compose.setting.colours import readable, tint
from handbook.compose.setting.medium import Paper
from handbook.model.kinds import Definition, Role, Unit
from handbook.paper.palette import ACCENT, Palette


def _chart(among: tuple[Definition, ...], paper: Paper) -> ChartSheet:
    accent = readable(str(paper.handbook.settings.accent or ACCENT))
    return ChartSheet(units_of(among), paper, Palette(accent=accent, tint=tint(accent)))


OVERVIEW = Overview(
    name="organisation",
    order=10,
    gathers=(Unit, Role),
    has_any=has(Unit),
    by_section=True,
    pages=chart_pages,
    sheets=(OnPaper(name="organisation", make=_chart, fewest=2, is_wide=False),),
    of_person=None,
)
