"""The chart of the organisation, with its words in the handbook's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from handbook.compose.kinds.unit.view import headcount
from handbook.compose.setting.medium import Medium
from handbook.draw.organisation import Chart, ChartWords, chart, chart_svg
from handbook.draw.organisation_sides import charts_on_sides
from handbook.model.kinds import Unit
from handbook.paper.palette import Palette


def organisation_chart(units: Iterable[Unit], medium: Medium, title: str) -> Markup:
    """Draw units with their roles; on screen each leads to its page."""
    drawn = chart(medium.handbook, units, _chart_words(medium))
    return _written(drawn, medium, title)


def organisation_on_sides(
    units: Iterable[Unit], medium: Medium, title: str, palette: Palette, room: tuple[float, float]
) -> Iterator[tuple[tuple[Unit, ...], Markup]]:
    """Draw units for sides of paper that have room for so many points, as few as can be read.

    Yields the units at the top of each picture with it.
    """
    sides = charts_on_sides(medium.handbook, units, _chart_words(medium), *room)
    for tops, drawn in sides:
        yield tops, _written(drawn, medium, title, palette)


def _chart_words(medium: Medium) -> ChartWords:
    t = medium.t
    return ChartWords(lambda count: headcount(count, medium), t("external"), t("planned"))


def _written(drawn: Chart, medium: Medium, title: str, palette: Palette | None = None) -> Markup:
    told, language = medium.t("chart-told"), str(medium.handbook.settings.language)
    return Markup(chart_svg(drawn, title, told, medium.href, palette, language))
