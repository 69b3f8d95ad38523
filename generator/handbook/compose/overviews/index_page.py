"""The page that leads to all derived pages, and the lines by which other pages lead to them."""

from __future__ import annotations

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.overviews.calendar.offered import calendar_files
from handbook.compose.overviews.records import overviews_over_all
from handbook.compose.overviews.ways import section_links
from handbook.compose.setting.addresses import OVERVIEW, overview_page


def overview_index(composer: Composer) -> Page:
    """Return the page that leads to the others; the roles' calendar files come along with it."""
    screen = composer.screen(f"{OVERVIEW}/index")
    t, handbook = composer.t, composer.handbook
    return composer.page(
        "derived/overview",
        screen,
        t("overview"),
        head={"search": {"exclude": True}, "hide": ["toc"]},
        attachments=tuple(calendar_files(composer)),
        subjects=[
            (
                composer.link(screen, overview_page(each.name), t(f"overview-{each.name}")),
                t(f"lead-{each.name}"),
            )
            for each in overviews_over_all(handbook)
        ],
        sections=[
            (section.title, links)
            for section in handbook.sections
            if section.parent is not None and (links := section_links(section, composer, screen))
        ],
    )
