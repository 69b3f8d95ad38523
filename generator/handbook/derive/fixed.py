"""Duties on fixed days: those that a calendar program can be told."""

from __future__ import annotations

from handbook.derive.duties import Duty, duties_by_person
from handbook.derive.occurrences import once_between
from handbook.derive.recurrence import recurrences
from handbook.derive.work import acting_as
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role


def is_fixed(duty: Duty) -> bool:
    """Tell whether a calendar knows the day."""
    return once_between(duty) is not None or bool(recurrences(duty.schedule))


def fixed_duties(handbook: Handbook) -> dict[Definition, list[Duty]]:
    """Return the duties on fixed days of each role that has any, those of its groups included."""
    by_person = duties_by_person(handbook)
    found: dict[Definition, list[Duty]] = {}
    for role in handbook.of(Role):
        if not role.is_retired:
            everyone = acting_as(handbook, role)
            due = [duty for each in everyone for duty in by_person.get(each, ())]
            fixed = [duty for duty in dict.fromkeys(due) if is_fixed(duty)]
            if fixed:
                found[role] = fixed
    return found
