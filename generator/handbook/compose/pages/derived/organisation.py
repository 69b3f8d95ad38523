"""Charts of the organisation: the whole, and one for each section that has units of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from handbook.compose.diagrams import organisation_chart
from handbook.compose.medium import Screen
from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.derived.subjects import CHART, address_of
from handbook.compose.pages.derived.ways import ways_of
from handbook.compose.views.headcounts import head_counts
from handbook.model.kinds import Unit
from handbook.model.section import Section

IN_ONE_PICTURE = 60  # units; more, and each section has a picture of its own
IN_ALL = 400  # units on one page; more, and the page leads to those of the sections


def chart_pages(composer: Composer) -> Iterator[Page]:
    """Yield the chart of the whole organisation, then those of sections."""
    handbook = composer.handbook
    units = _live(handbook.of(Unit))
    if not units:
        return
    groups = [(section, _live(handbook.in_section(section))) for section in handbook.sections]
    groups = [(section, own) for section, own in groups if own]
    if len(units) <= IN_ONE_PICTURE:
        yield _page(composer, None, [(None, units)])
    else:
        yield _page(composer, None, groups, is_index=len(units) > IN_ALL)
    for section, own in groups:
        if section.parent is not None:
            yield _page(composer, section, [(None, own)])


def _live(definitions: Iterable) -> list[Unit]:
    return [each for each in definitions if isinstance(each, Unit) and each.status != "retired"]


def _above(own: list[Unit], composer: Composer) -> list[Unit]:
    """Return the units of other sections that a section's units belong to, the highest first."""
    found: dict[Unit, None] = {}
    for unit in own:
        for above in reversed(composer.handbook.lineage(unit)):
            if above not in own and above.address in composer.shown:
                found[above] = None
    return list(found)


def _page(
    composer: Composer,
    section: Section | None,
    groups: list[tuple[Section | None, list[Unit]]],
    is_index: bool = False,
) -> Page:
    t = composer.t
    screen = composer.screen(address_of(CHART, section), section)
    title = t(f"overview-{CHART}")
    return composer.page(
        "derived/organisation",
        screen,
        title if section is None else t("overview-of", subject=title, section=section.title),
        head={"search": {"exclude": True}, "hide": ["toc"]},
        charts=[_chart(each, units, composer, screen, is_index) for each, units in groups],
        ways=ways_of(CHART, section, composer, screen),
    )


def _chart(
    section: Section | None, units: list[Unit], composer: Composer, screen: Screen, is_index: bool
) -> dict:
    """Return a picture with its words; of a section among others, under its name."""
    shown = [*_above(units, composer), *units]
    name, title = Markup(""), composer.t(f"overview-{CHART}")
    if section is not None:
        title = section.title
        name = composer.link(screen, address_of(CHART, section), title)
        name = name if section.parent is not None else escape(title)
    return {
        "name": name,
        "anchor": f"_{section.address.replace('/', '-') or 'shared'}" if section else "",
        "title": title,
        "number": len(units),
        "picture": None if is_index else organisation_chart(shown, screen, title),
        "counts": () if is_index else head_counts(shown, screen),
    }
