"""The duty calendar: what is due at intervals, around events, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.kinds.record import schedules_of, values_at, words_of
from handbook.model.part import Part
from handbook.model.schedules import INTERVALS, Schedule
from handbook.read.nodes import Text

# The columns of the calendar, from the shortest interval to what no calendar knows.
RHYTHMS = (*INTERVALS, "other", "event", "once", "on-demand")


@dataclass(frozen=True, slots=True)
class Duty:
    """Something due: a whole definition, or one part of it, and who does it.

    Most often it is a procedure and one of its steps; any kind with a key for schedules has duties.
    """

    rhythm: str  # one of RHYTHMS
    schedule: Schedule
    procedure: Definition
    step: Part | None
    who: tuple[Definition, ...]
    position: int  # among the schedules that stand together

    @property
    def done(self) -> Text:
        """What is to be done, in the words of the step, or the title of the whole."""
        return words_of(self.procedure if self.step is None else self.step)

    @property
    def anchor(self) -> str | None:
        """The id of the step that is to be done."""
        id = getattr(self.step, "id", None)
        return None if id is None else str(id)


def duties(handbook: Handbook, among: Iterable[Definition] | None = None) -> tuple[Duty, ...]:
    """Return every duty, by rhythm, then in the order of the handbook.

    `among` are the definitions to look at; without it, all. What is retired is nobody's duty.
    """
    current = (
        each for each in (handbook.definitions if among is None else among)
        if not each.is_retired
    )  # fmt: skip
    found = [duty for each in current for duty in _duties(handbook, each)]
    return tuple(sorted(found, key=lambda duty: RHYTHMS.index(duty.rhythm)))


def is_due(definition: Definition) -> bool:
    """Whether a definition, or any part of it, has a schedule."""
    return any(values_at(definition, path) for path in schedules_of(type(definition)))


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


def _duties(handbook: Handbook, definition: Definition) -> Iterator[Duty]:
    for *way, key in schedules_of(type(definition)):
        for part in values_at(definition, way):
            step = None if part is definition else part
            who = _who(handbook, definition, part, way)
            for position, schedule in enumerate(values_at(part, (key,))):
                yield Duty(rhythm_of(schedule), schedule, definition, step, who, position)


def _who(
    handbook: Handbook, definition: Definition, part: Part, way: Sequence[str]
) -> tuple[Definition, ...]:
    """Return who does what is due: who is named beside it, else for the whole of it.

    Where only parts of a definition name somebody, the first of them begins it.
    """
    named = [each.split(".") for each in definition.concerns]
    beside = [key for *around, key in named if around == list(way)]
    if beside:
        return handbook.all_of(who for key in beside for who in values_at(part, (key,)))
    for *around, key in named:
        found = handbook.all_of(values_at(definition, (*around, key)))
        if found:
            return found[:1] if around else found
    return ()


def rhythm_of(schedule: Schedule) -> str:
    """Return the column of the calendar in which a schedule belongs."""
    if schedule.every is not None:
        return schedule.every.unit if schedule.every.unit in INTERVALS else "other"
    if schedule.after or schedule.before or schedule.when:
        return "event"
    if schedule.from_ or schedule.to:
        return "once"
    return "on-demand" if schedule.on_demand else "other"
