"""The ways from other pages to the overviews of a section, and of someone."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from handbook.compose.frame.composer import Composer
from handbook.compose.overviews.records import OVERVIEWS, overviews_of_section
from handbook.compose.setting.addresses import calendar_of, overview_page
from handbook.compose.setting.medium import Screen
from handbook.derive.work import acting_as
from handbook.model.kinds import Definition
from handbook.model.section import Section


def section_links(section: Section, composer: Composer, screen: Screen) -> list[Markup]:
    """Return the links to a section's own derived pages."""
    return [
        composer.link(screen, overview_page(o.name, section), composer.t(f"overview-{o.name}"))
        for o in overviews_of_section(composer.handbook, section)
    ]


def own_ways(person: Definition, composer: Composer, screen: Screen) -> list[Markup]:
    """Return where someone sees the derived pages with nothing but their own part."""
    handbook = composer.handbook
    everyone = acting_as(handbook, person)
    ways = []
    for overview in OVERVIEWS.values():
        found = overview.of_person(handbook, everyone) if overview.of_person else ()
        sections = {each.section for each in found if not each.is_retired}
        if sections:
            words = composer.t(f"overview-{overview.name}")
            shown = overview_page(overview.name, _shared(sections, person))
            page = screen.to(f"{shown}.html")
            link = Markup('<a href="{}#role={}">{}</a>')
            ways.append(link.format(page, quote(person.address, safe=""), words))
    if person in composer.fixed_duties:
        href = screen.to(calendar_of(person))
        ways.append(
            Markup('<a href="{}" download>{}</a>').format(href, composer.t("calendar-file"))
        )
    return ways


def _shared(sections: set[Section], person: Definition) -> Section | None:
    """Return the section whose page shows it all, or the person's own; None: the page over all."""
    section = next(iter(sections)) if len(sections) == 1 else person.section
    return section if section in sections and section.parent is not None else None
