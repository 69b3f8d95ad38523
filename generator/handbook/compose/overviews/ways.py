"""The ways from one derived page to its neighbours, and from other pages to them."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from handbook.compose.frame.composer import Composer
from handbook.compose.overviews.calendar.offered import calendar_address
from handbook.compose.overviews.subjects import address_of, subjects_of
from handbook.compose.setting import addresses
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import duties_by_person
from handbook.derive.responsibilities import groups_of, parts_by_person
from handbook.model.kinds import Definition
from handbook.model.section import Section


def ways_of(name: str, section: Section | None, composer: Composer, screen: Screen) -> list[Markup]:
    """Return where a section's page leads: to the section, and to the same over all."""
    if section is None:
        return []
    whole = composer.link(screen, address_of(name), composer.t("overview-whole"))
    if section.parent is None:
        return [whole]
    return [composer.link(screen, addresses.section_page(section), section.title), whole]


def section_links(section: Section, composer: Composer, screen: Screen) -> list[Markup]:
    """Return the links to a section's own derived pages."""
    return [
        composer.link(screen, address_of(name, section), composer.t(f"overview-{name}"))
        for name in subjects_of(composer.handbook, section)
    ]


def own_ways(person: Definition, composer: Composer, screen: Screen) -> list[Markup]:
    """Return where someone sees the derived pages with nothing but their own part."""
    handbook = composer.handbook
    everyone = (person, *groups_of(handbook, person))
    parts = [part for who in everyone for part in parts_by_person(handbook).get(who, ())]
    due = [duty for who in everyone for duty in duties_by_person(handbook).get(who, ())]
    ways = []
    found = (
        ("responsibilities", [part.procedure for part in parts]),
        ("limits", [part.procedure for part in parts if part.letter == "R" and part.step.within]),
        ("calendar", [duty.procedure for duty in due]),
    )
    for name, procedures in found:
        sections = {each.section for each in procedures if each.status != "retired"}
        if sections:
            words = composer.t(f"overview-{name}")
            page = screen.to(f"{address_of(name, _shared(sections, person))}.html")
            link = Markup('<a href="{}#role={}">{}</a>')
            ways.append(link.format(page, quote(person.address, safe=""), words))
    if person in composer.fixed_duties:
        href = screen.to(calendar_address(person))
        ways.append(
            Markup('<a href="{}" download>{}</a>').format(href, composer.t("calendar-file"))
        )
    return ways


def _shared(sections: set[Section], person: Definition) -> Section | None:
    """Return the section whose page shows it all, or the person's own; None: the page over all."""
    section = next(iter(sections)) if len(sections) == 1 else person.section
    return section if section in sections and section.parent is not None else None
