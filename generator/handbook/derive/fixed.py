"""Duties on fixed days: those that a calendar program can be told."""

from __future__ import annotations

from handbook.derive.duties import Duty, duties
from handbook.derive.recurrence import recurrences
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role


def is_fixed(duty: Duty) -> bool:
    """Tell whether a calendar knows the day."""
    schedule = duty.schedule
    is_once = schedule.every is None and (schedule.from_ or schedule.to)
    return bool(is_once or recurrences(schedule))


def fixed_duties(handbook: Handbook) -> dict[Definition, list[Duty]]:
    """Return the duties on fixed days of each role that has any."""
    found: dict[Definition, list[Duty]] = {}
    for duty in duties(handbook):
        if is_fixed(duty):
            for person in dict.fromkeys(duty.who):
                if isinstance(person, Role) and person.status != "retired":
                    found.setdefault(person, []).append(duty)
    return found
