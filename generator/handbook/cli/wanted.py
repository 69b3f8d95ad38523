"""What `handbook print` is asked for: sheets of definitions and sections, and books."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.cli.faults import Fault
from handbook.compose.books.sheets import is_book
from handbook.compose.overviews.calendar.planners import duties_of
from handbook.compose.overviews.records import ON_PAPER
from handbook.compose.overviews.sheets import overviews_on_request
from handbook.derive.period import Period
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role
from handbook.model.nearest import nearest
from handbook.model.section import Section
from handbook.model.settings import Settings
from handbook.model.sheets_made import SHEETS_OF
from handbook.problems import names_of

BOOK = "handbook"  # the sheet that is a book, and the id of the whole one


@dataclass(frozen=True, slots=True)
class Planner:
    """The planner of a section or a role for a period."""

    subject: Section | Role
    period: Period


# A definition or a section and the name of a sheet, a planner, or a book.
Wanted = tuple[Definition | Section, str] | Planner | Section


def wanted_by(
    handbook: Handbook, id: str, sheet: str | None, period: Period | None = None
) -> Iterator[Wanted]:
    """Yield what an id stands for; a definition goes before a section of the same name.

    With a period it is the planner of a section or a role; with the name of an overview, that of
    a section.

    `section/id` names a definition (`/id` at the top), as does a bare id that one section has.
    Raises Fault, which names the nearest one, for anything else.
    """
    if period is not None:
        yield Planner(planner_of(handbook, id, sheet, period), period)
        return
    if sheet in ON_PAPER:
        yield overview_of(handbook, id, sheet), sheet
        return
    section = section_named(handbook, id)
    found = [] if sheet == BOOK else definitions_named(handbook, id)
    if section is not None and not found and sheet not in (None, BOOK):
        offered = names_of((BOOK, *overviews_on_request(handbook, section)))
        raise Fault("unknown-sheet", id=id, sheet=sheet, sheets=offered)
    _require_one(id, found)
    if found:
        yield from sheets_of(found[0], sheet, handbook.settings)
    elif section is None:
        raise _unknown(handbook, id, sheet)
    elif not is_book(handbook, section):
        raise Fault("no-book", id=id)
    else:
        yield section


def overview_of(handbook: Handbook, id: str, sheet: str) -> Section:
    """Return the section whose overview is asked for."""
    section = section_named(handbook, id)
    if section is None:
        raise _unknown(handbook, id, BOOK)
    offered = tuple(overviews_on_request(handbook, section))
    if not offered:
        raise Fault("no-overviews", id=id)
    if sheet not in offered:
        raise Fault("empty-sheet", id=id, sheet=sheet, sheets=names_of(offered))
    return section


def planner_of(handbook: Handbook, id: str, sheet: str | None, period: Period) -> Section | Role:
    """Return the section or role whose planner is asked for; a section goes first."""
    if sheet not in (None, period.sheet):
        raise Fault("no-period", sheet=sheet)
    subject: Definition | Section | None = section_named(handbook, id)
    if subject is None:
        found = definitions_named(handbook, id)
        if not found:
            raise _unknown(handbook, id, None)
        _require_one(id, found)
        subject = found[0]
    if not isinstance(subject, Section | Role):
        raise Fault("no-planner", id=id, kind=subject.kind)
    if not duties_of(handbook, subject, period):
        raise Fault("nothing-due", id=id)
    return subject


def definitions_named(handbook: Handbook, id: str) -> list[Definition]:
    """Return the definitions that an id or address may mean."""
    exact = "/" in id
    return [
        each
        for each in handbook.definitions
        if (each.address == id.lstrip("/") if exact else each.id == id)
    ]


def section_named(handbook: Handbook, id: str) -> Section | None:
    """Return the section of an address; `handbook` is the whole."""
    if id in (BOOK, "/"):
        return handbook.organisation
    path = tuple(id.strip("/").split("/"))
    return next((each for each in handbook.sections if each.path == path), None)


def sheets_of(definition: Definition, sheet: str | None, settings: Settings) -> Iterator[Wanted]:
    """Yield the sheet of a definition that is asked for, those made of it, or else all it has."""
    offered = SHEETS_OF.get(definition.kind, ())
    if not offered:
        raise Fault("no-sheets", id=definition.id, kind=definition.kind)
    if sheet is not None and sheet not in offered:
        raise Fault("unknown-sheet", id=definition.id, sheet=sheet, sheets=names_of(offered))
    for name in (sheet,) if sheet else settings.sheets_of(definition) or offered:
        yield definition, name


def _require_one(id: str, found: Sequence[Definition]) -> None:
    if len(found) > 1:
        addresses = (each.address if each.section.path else f"/{each.id}" for each in found)
        raise Fault("ambiguous-id", id=id, addresses=names_of(addresses))


def _unknown(handbook: Handbook, id: str, sheet: str | None) -> Fault:
    sections = [each.address for each in handbook.sections if each.path]
    if sheet == BOOK:
        near = nearest(id, [*sections, BOOK])
        key = "unknown-section-nearest" if near else "unknown-section"
        return Fault(key, section=id, nearest=near, sections=names_of(sections))
    names = {name for each in handbook.definitions for name in (str(each.id), each.address)}
    near = nearest(id, sorted({*names, *sections}))
    return Fault("unknown-id-nearest" if near else "unknown-id", id=id, nearest=near)
