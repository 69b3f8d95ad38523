"""Charts of the organisation: the whole, and one for each section that has units of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.kinds.unit.view import units_above, units_of
from handbook.compose.overviews.neighbours import ways_of
from handbook.compose.overviews.organisation.chart import organisation_chart
from handbook.compose.overviews.organisation.headcounts import HeadCount, head_counts
from handbook.compose.overviews.record import Overview
from handbook.compose.setting.addresses import overview_page
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Unit
from handbook.model.section import Section

IN_ONE_PICTURE = 60  # units; more, and each section has a picture of its own
MOST_OF_PICTURES = 220_000  # bytes; more, and the page leads to those of the sections


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of units with its words; without picture where the page holds too much."""

    name: Markup
    anchor: str
    title: str
    number: int
    picture: Markup | None
    counts: Sequence[HeadCount]


def chart_pages(overview: Overview, composer: Composer) -> Iterator[Page]:
    """Yield the chart of the whole organisation, then those of sections."""
    handbook = composer.handbook
    units = units_of(handbook.of(Unit))
    if not units:
        return
    parted = [(section, units_of(handbook.in_section(section))) for section in handbook.sections]
    groups = [(section, own) for section, own in parted if own]
    if len(units) <= IN_ONE_PICTURE:
        yield _page(overview, composer, None, [(None, units)])
    else:
        yield _page(overview, composer, None, groups)
    for section, own in groups:
        if section.parent is not None:
            yield _page(overview, composer, section, [(None, own)])


def _page(
    overview: Overview,
    composer: Composer,
    section: Section | None,
    groups: Sequence[tuple[Section | None, tuple[Unit, ...]]],
) -> Page:
    t = composer.t
    screen = composer.screen(overview_page(overview.name, section), section)
    title = t(f"overview-{overview.name}")
    charts = [_chart(overview, each, units, composer, screen) for each, units in groups]
    if len(groups) > 1 and sum(map(_weight, charts)) > MOST_OF_PICTURES:
        charts = [replace(chart, picture=None, counts=()) for chart in charts]
    return composer.page(
        "derived/organisation",
        screen,
        title if section is None else t("overview-of", subject=title, section=section.title),
        head={"search": {"exclude": True}, "hide": ["toc"]},
        as_of=composer.as_of(overview.gathers, section),
        charts=charts,
        ways=ways_of(overview.name, section, composer, screen),
        sheets=composer.overviews(overview.sheet_names, section, screen),
    )


def _chart(
    overview: Overview,
    section: Section | None,
    units: tuple[Unit, ...],
    composer: Composer,
    screen: Screen,
) -> Chart:
    """Return a picture with its words; of a section among others, under its name."""
    shown = [*units_above(units, composer.handbook), *units]
    name, title = Markup(""), composer.t(f"overview-{overview.name}")
    if section is not None:
        title = section.title
        name = composer.link(screen, overview_page(overview.name, section), title)
        name = name if section.parent is not None else escape(title)
    return Chart(
        name=name,
        anchor=f"_{section.address.replace('/', '-') or 'shared'}" if section else "",
        title=title,
        number=len(units),
        picture=organisation_chart(shown, screen, title),
        counts=head_counts(shown, screen),
    )


def _weight(chart: Chart) -> int:
    """Return about how many bytes a chart takes on the page, its table of words included."""
    return len(str(chart.picture).encode()) + 400 * len(chart.counts)
