"""Compose all that is printed: the sheets of definitions, overviews and books."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbook.compose.books.sheets import Book, compose_books
from handbook.compose.kinds.sheets import PlacedSheet, compose_sheet, sheets_in
from handbook.compose.overviews.sheets import OverviewSheet, compose_overviews
from handbook.compose.templates.environment import environment
from handbook.model.handbook import Handbook

Printable = PlacedSheet | OverviewSheet | Book


def compose_sheets(
    handbook: Handbook, project: Path, language: str | None = None
) -> list[Printable]:
    """Compose all sheets, overviews and books, in this order; `language` overrides their own."""
    if language is not None:
        settings = handbook.settings.model_copy(update={"language": language})
        handbook = replace(handbook, settings=settings)
    templates = environment(project)
    sheets = (
        compose_sheet(handbook, templates, definition, sheet)
        for definition, sheet in sheets_in(handbook)
    )
    overviews = compose_overviews(handbook, templates)
    return [*sheets, *overviews, *compose_books(handbook, templates)]
