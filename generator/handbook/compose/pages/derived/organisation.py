"""Charts of the organisation: the whole, and one for each section that has units of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.compose.diagrams import organisation_chart
from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.derived.subjects import CHART, address_of, has_units
from handbook.compose.views.headcounts import head_counts
from handbook.model.kinds import Unit
from handbook.model.section import Section

MOST_UNITS = 60  # in one picture; more, and each section has its own below the sections' list


def chart_pages(composer: Composer) -> Iterator[Page]:
    """Yield the chart of the whole organisation, then those of sections."""
    handbook = composer.handbook
    units = _live(handbook.of(Unit))
    if not units:
        return
    sections = [s for s in handbook.sections if has_units(handbook, handbook.in_section(s))]
    shown = units if len(units) <= MOST_UNITS else _upper(units, composer)
    yield _page(composer, None, shown, sections, is_cut=len(shown) < len(units))
    for section in sections:
        if section.parent is not None:
            own = _live(handbook.in_section(section))
            yield _page(composer, section, [*_above(own, composer), *own], ())


def _live(definitions: Iterable) -> list[Unit]:
    return [each for each in definitions if isinstance(each, Unit) and each.status != "retired"]


def _upper(units: list[Unit], composer: Composer) -> list[Unit]:
    """Return the units of the top levels: as many whole levels as one picture holds."""
    depth = {unit: len(composer.handbook.lineage(unit)) for unit in units}
    level = 1
    while sum(depth[unit] <= level + 1 for unit in units) <= MOST_UNITS:
        level += 1
    return [unit for unit in units if depth[unit] <= level]


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
    units: list[Unit],
    sections: Iterable[Section],
    is_cut: bool = False,
) -> Page:
    t = composer.t
    screen = composer.screen(address_of(CHART, section), section)
    title = t(f"overview-{CHART}")
    whole = composer.link(screen, address_of(CHART), t("overview-whole"))
    return composer.page(
        "derived/organisation",
        screen,
        title if section is None else t("overview-of", subject=title, section=section.title),
        head={"search": {"exclude": True}, "hide": ["toc"]},
        picture=organisation_chart(units, screen, title),
        counts=head_counts(units, screen),
        whole=None if section is None else whole,
        is_cut=is_cut,
        sections=[
            composer.link(screen, address_of(CHART, each), each.title)
            for each in sections
            if each.parent is not None
        ],
    )
