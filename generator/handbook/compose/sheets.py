"""Compose all that is printed: the sheets of definitions, overviews and books."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from handbook.compose.books.sheets import Book, books_in, compose_book
from handbook.compose.kinds.sheets import PlacedSheet, compose_sheet, sheets_in
from handbook.compose.overviews.sheets import OverviewSheet, compose_overview, overviews_in
from handbook.compose.setting import addresses
from handbook.compose.templates.environment import environment
from handbook.model.handbook import Handbook
from handbook.model.section import Section

Printable = PlacedSheet | OverviewSheet | Book
Compose = Callable[[Handbook, Environment], Printable]
# What tells a sheet besides its HTML: enough to know it again in the next build.
_FACTS = ("kind", "id", "section", "sheet", "title", "code", "version", "edition", "paper")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet that is to be: its address, and what composes it out of the handbook it is given."""

    uri: str
    compose: Compose


def compose_sheets(
    handbook: Handbook, project: Path, language: str | None = None
) -> list[Printable]:
    """Compose all sheets, overviews and books, in this order; `language` overrides their own."""
    if language is not None:
        settings = handbook.settings.model_copy(update={"language": language})
        handbook = replace(handbook, settings=settings)
    templates = environment(project)
    overviews = overviews_in(handbook)
    return [each.compose(handbook, templates) for each in wanted_sheets(handbook, overviews)]


def wanted_sheets(handbook: Handbook, overviews: Iterable[tuple[Section, str]]) -> Iterator[Wanted]:
    """Yield all that is to be printed, in the order of the handbook; nothing is composed yet."""
    for definition, sheet in sheets_in(handbook):
        uri = addresses.sheet_of(definition, sheet)
        yield Wanted(uri, partial(_sheet, definition.address, sheet))
    for section, sheet in overviews:
        uri = addresses.overview_sheet(section, sheet)
        yield Wanted(uri, partial(_overview, section, sheet))
    for section in books_in(handbook):
        yield Wanted(addresses.book_of(section), partial(_book, section))


def _sheet(address: str, sheet: str, handbook: Handbook, templates: Environment) -> Printable:
    return compose_sheet(handbook, templates, handbook[address], sheet)


def _overview(
    section: Section, sheet: str, handbook: Handbook, templates: Environment
) -> Printable:
    return compose_overview(handbook, templates, section, sheet)


def _book(section: Section, handbook: Handbook, templates: Environment) -> Printable:
    return compose_book(handbook, templates, section)


def facts_of(sheet: Printable) -> dict[str, Any]:
    """Return what tells a sheet besides its HTML, as plain data."""
    shown = (sheet.definition,) if isinstance(sheet, PlacedSheet) else sheet.definitions
    return {
        "class": type(sheet).__name__,
        "shown": [each.address for each in shown],
        **{name: str(getattr(sheet, name)) for name in _FACTS},
    }


def known_sheet(
    uri: str, facts: Mapping[str, Any], composed: Printable | None, handbook: Handbook
) -> Printable:
    """Return a sheet of which these facts were told, in the handbook as it stands now.

    Where it was not composed, it has no HTML.
    """
    told = {"uri": uri, "html": composed.html if composed else ""}
    told |= {name: facts[name] for name in _FACTS}
    shown = tuple(handbook[address] for address in facts["shown"])
    if facts["class"] == PlacedSheet.__name__:
        return PlacedSheet(**told, definition=shown[0])
    sections = (each for each in handbook.sections if each.address == facts["section"])
    section = next(sections, handbook.organisation)
    place = section.sheet.place if section.sheet else handbook.settings.place
    if facts["class"] == Book.__name__:
        pieces = composed.pieces if isinstance(composed, Book) else ()
        return Book(**told, place=place, definitions=shown, pieces=pieces)
    return OverviewSheet(**told, place=place, definitions=shown)
