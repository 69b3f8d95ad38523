"""The duty calendar: what is due at intervals, around events, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.kinds.procedure import Step
from handbook.model.schedules import INTERVALS, Schedule

# The columns of the calendar, from the shortest interval to what no calendar knows.
RHYTHMS = (*INTERVALS, "other", "event", "once", "on-demand")


@dataclass(frozen=True, slots=True)
class Duty:
    """Something due: a whole procedure, or one step of it, and who does it."""

    rhythm: str  # one of RHYTHMS
    schedule: Schedule
    procedure: Procedure
    step: Step | None
    who: tuple[Definition, ...]


def duties(handbook: Handbook, among: Iterable[Definition] | None = None) -> tuple[Duty, ...]:
    """Return every duty, by rhythm, then in the order of the handbook.

    `among` are the definitions to look at; without it, all. What is retired is nobody's duty.
    """
    procedures = (
        each for each in (handbook.definitions if among is None else among)
        if isinstance(each, Procedure) and each.status != "retired"
    )  # fmt: skip
    found = [duty for procedure in procedures for duty in _duties(handbook, procedure)]
    return tuple(sorted(found, key=lambda duty: RHYTHMS.index(duty.rhythm)))


_OF_WHOM: WeakKeyDictionary[Handbook, dict[Definition, tuple[Duty, ...]]] = WeakKeyDictionary()


def duties_by_person(handbook: Handbook) -> dict[Definition, tuple[Duty, ...]]:
    """Return the duties of each role and unit; worked out once for a handbook."""
    if handbook not in _OF_WHOM:
        found: dict[Definition, list[Duty]] = {}
        for duty in duties(handbook):
            for person in dict.fromkeys(duty.who):
                found.setdefault(person, []).append(duty)
        _OF_WHOM[handbook] = {person: tuple(due) for person, due in found.items()}
    return _OF_WHOM[handbook]


def _duties(handbook: Handbook, procedure: Procedure) -> Iterator[Duty]:
    doers = tuple(
        dict.fromkeys(who for step in procedure.steps for who in handbook.all_of(step.by))
    )
    for schedule in procedure.schedule:
        yield Duty(rhythm_of(schedule), schedule, procedure, None, doers[:1])
    for step in procedure.steps:
        for schedule in step.schedule:
            yield Duty(rhythm_of(schedule), schedule, procedure, step, handbook.all_of(step.by))


def rhythm_of(schedule: Schedule) -> str:
    """Return the column of the calendar in which a schedule belongs."""
    if schedule.every is not None:
        return schedule.every.unit if schedule.every.unit in INTERVALS else "other"
    if schedule.after or schedule.before or schedule.when:
        return "event"
    if schedule.from_ or schedule.to:
        return "once"
    return "on-demand" if schedule.on_demand else "other"
