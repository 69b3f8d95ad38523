"""Compose the pages of the site: Markdown with the parts drawn by the shared macros."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer, Row
from handbook.compose.pages.definitions import definition_pages
from handbook.compose.pages.derived import derived_pages
from handbook.compose.pages.home import home_page
from handbook.compose.pages.indexes import index_pages
from handbook.compose.pages.keys import keys_page
from handbook.compose.pages.menu import Item, editors_items, menu
from handbook.compose.pages.prints import print_centre
from handbook.compose.pages.rules import rules_page
from handbook.compose.tooltips import with_tooltips
from handbook.model.handbook import Handbook

__all__ = ["Item", "compose_pages", "editors_items", "menu"]


def compose_pages(
    handbook: Handbook, project: Path, printed: Iterable[Row] | None = None
) -> list[Page]:
    """Return every page of the site.

    `printed` are the rows of print/index.json: pages then offer these sheets. Without them no page
    mentions a sheet.
    """
    composer = Composer(handbook, project, printed)
    pages = (
        home_page(composer),
        *index_pages(composer),
        *definition_pages(composer),
        *derived_pages(composer),
        print_centre(composer),
        rules_page(composer),
        keys_page(composer),
    )
    return with_tooltips(pages, handbook)
