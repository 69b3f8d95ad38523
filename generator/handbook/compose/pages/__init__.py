"""Compose the pages of the site: Markdown with the parts drawn by the shared macros."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbook.compose.frame.composer import Row
from handbook.compose.frame.page import Page
from handbook.compose.pages.composition import Composition
from handbook.compose.pages.menu import Item, editors_items, menu
from handbook.model.handbook import Handbook

__all__ = ["Composition", "Item", "compose_pages", "editors_items", "menu"]


def compose_pages(
    handbook: Handbook, project: Path, printed: Iterable[Row] | None = None
) -> list[Page]:
    """Return every page of the site.

    `printed` are the rows of print/index.json: pages then offer these sheets. Without them no page
    mentions a sheet.
    """
    return list(Composition(handbook, project, printed).rest())
