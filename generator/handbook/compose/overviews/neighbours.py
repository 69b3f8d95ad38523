"""The ways from the page of an overview to its neighbours."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.frame.composer import Composer
from handbook.compose.setting.addresses import overview_page, section_page
from handbook.compose.setting.medium import Screen
from handbook.model.section import Section


def ways_of(name: str, section: Section | None, composer: Composer, screen: Screen) -> list[Markup]:
    """Return where a section's page leads: to the section, and to the same over all."""
    if section is None:
        return []
    whole = composer.link(screen, overview_page(name), composer.t("overview-whole"))
    if section.parent is None:
        return [whole]
    return [composer.link(screen, section_page(section), section.title), whole]
