"""The subjects of derived pages: what each is called, where it is, and how its table is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.compose.overviews import registers
from handbook.compose.overviews.calendar.duties import duty_table
from handbook.compose.overviews.matrix import MatrixTable, responsibility_table
from handbook.compose.overviews.table import Table
from handbook.compose.overviews.time_limits import limit_table
from handbook.compose.setting.medium import Screen
from handbook.derive.events import event_duties
from handbook.derive.registers import open_points, records
from handbook.derive.responsibilities import those_with_parts
from handbook.model.handbook import Handbook
from handbook.model.kinds import (
    ControlledDocument,
    Definition,
    Form,
    Procedure,
    Standard,
    Term,
    Unit,
)
from handbook.model.kinds.record import schedules_of, values_at
from handbook.model.section import Section

OVERVIEW = "overview"
CHART = "organisation"
DATES = "dates"


@dataclass(frozen=True)
class Subject:
    """A table over the handbook: its name in addresses and labels, and how a section's is made.

    `has_any` tells, without drawing anything, whether a section has something to show.
    """

    name: str
    table: Callable[[Section, Screen], Table | MatrixTable]
    has_any: Callable[[Handbook, tuple[Definition, ...]], bool]
    by_role: bool = False
    by_size: bool = False


def _has(kind: type) -> Callable[..., bool]:
    def has_any(handbook: Handbook, among: tuple[Definition, ...]) -> bool:
        return any(isinstance(each, kind) and each.status != "retired" for each in among)

    return has_any


def _has_duties(handbook: Handbook, among: tuple[Definition, ...]) -> bool:
    return any(
        each.status != "retired" and any(values_at(each, way) for way in schedules_of(type(each)))
        for each in among
    )  # fmt: skip


def _has_limits(handbook: Handbook, among: tuple[Definition, ...]) -> bool:
    return any(
        isinstance(each, Procedure) and each.status != "retired"
        and (each.promise or any(
            step.within or any(told.after for told in step.escalate) for step in each.steps
        ))
        for each in among
    )  # fmt: skip


def _has_documents(handbook: Handbook, among: tuple[Definition, ...]) -> bool:
    return any(isinstance(each, ControlledDocument) and each.registered for each in among)


def _has_yield(derive: Callable) -> Callable[..., bool]:
    def has_any(handbook: Handbook, among: tuple[Definition, ...]) -> bool:
        live = [each for each in among if each.status != "retired"]
        return next(iter(derive(handbook, live)), None) is not None

    return has_any


SUBJECTS = (
    Subject("responsibilities", responsibility_table, _has_yield(those_with_parts), by_role=True),
    Subject("limits", limit_table, _has_limits, by_role=True, by_size=True),
    Subject("calendar", duty_table, _has_duties, by_role=True),
    Subject("documents", registers.document_table, _has_documents),
    Subject("forms", registers.form_table, _has(Form), by_role=True),
    Subject("records", registers.record_table, _has_yield(records)),
    Subject("standards", registers.standard_table, _has(Standard), by_role=True),
    Subject("glossary", registers.glossary_table, _has(Term)),
    Subject("open", registers.open_table, _has_yield(open_points)),
)
has_units = _has(Unit)
has_events = _has_yield(event_duties)


def address_of(name: str, section: Section | None = None, page: int = 1) -> str:
    """Return the address of a subject's page over all, or of a section, without its ending."""
    number = "" if page == 1 else f"-{page}"
    if section is None:
        return f"{OVERVIEW}/{name}"
    if section.parent is None:  # the organisation's own, where those of sections stand apart
        return f"{OVERVIEW}/shared/{name}{number}"
    return "/".join((*section.path, OVERVIEW, name + number))


def subjects_over_all(handbook: Handbook) -> Iterator[str]:
    """Yield the names of the pages over the whole handbook, in the order of the menu."""
    everything = handbook.definitions
    if has_units(handbook, everything):
        yield CHART
    for subject in SUBJECTS:
        if subject.has_any(handbook, everything):
            yield subject.name
        if subject.name == "calendar" and has_events(handbook, everything):
            yield DATES


def subjects_of(handbook: Handbook, section: Section) -> Iterator[str]:
    """Yield the names of a section's own pages."""
    own = handbook.in_section(section)
    if has_units(handbook, own):
        yield CHART
    for subject in SUBJECTS:
        if subject.has_any(handbook, own):
            yield subject.name
