"""What is due around events, so that a page can tell the dates when it is given the event's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.kinds.procedure.elsewhere import step_link
from handbook.compose.overviews.table import named
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import Duty
from handbook.derive.events import EventDuty, Offset, event_duties
from handbook.derive.working_days import WorkingDays, working_days


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something due: its rule in words, what and who, and the rule as data for the page."""

    rule: Markup
    what: Markup
    who: Markup
    people: str
    data: str
    worked: WorkingDays | None  # where working days count, those of its section


@dataclass(frozen=True, slots=True)
class EventView:
    """An event and what is due around it, the earliest first."""

    name: str
    lines: tuple[EventLine, ...]


def events_of(screens: Iterable[Screen]) -> list[EventView]:
    """Return the events that bring work with them, those with most work first.

    `screens` are the page as each section sees it: a section's text uses the section's ids.
    """
    found: dict[str, list[tuple[EventDuty, Screen]]] = {}
    for screen in screens:
        for duty in event_duties(screen.handbook, screen.handbook.in_section(screen.section)):
            name = screen.setter_in(duty.procedure).bare(duty.event).strip()
            found.setdefault(name, []).append((duty, screen))
    views = [
        EventView(name, tuple(_line(*each) for each in sorted(due, key=lambda it: _when(it[0]))))
        for name, due in found.items()
    ]
    return sorted(views, key=lambda view: -len(view.lines))


def _when(duty: EventDuty) -> tuple[float, float]:
    sign = -1 if duty.relation == "before" else 1
    ends = [each.months * 30.4 + each.days for each in (duty.first, duty.last) if each is not None]
    return (sign * max(ends), sign * min(ends)) if ends else (float("inf"), 0.0)


def _line(duty: EventDuty, screen: Screen) -> EventLine:
    times = screen.times_in(duty.procedure)
    source = duty.source
    rule = (
        times.schedule(source.schedule) if isinstance(source, Duty) else times.limit(source.limit)
    )
    procedure = screen.setter.name(duty.procedure)
    if duty.step is not None:
        step = step_link(duty.procedure, duty.step, screen)
        what = Markup('{} <span class="of">{}</span>').format(step, procedure)
    else:
        what = procedure
    people = " ".join(person.address for person in duty.who)
    counts = any(end and end.working for end in (duty.first, duty.last))
    worked = working_days(screen.handbook, duty.procedure.section) if counts else None
    return EventLine(times.begun(rule), what, named(duty.who, screen), people, _data(duty), worked)


def calendars_in(events: Iterable[EventView]) -> list[WorkingDays]:
    """Return which days are worked by whoever wrote what is due, each once."""
    lines = (line for event in events for line in event.lines)
    return list(dict.fromkeys(line.worked for line in lines if line.worked is not None))


def _data(duty: EventDuty) -> str:
    """Return the rule as JSON: sign, then [months, days, working] of the first and last day."""
    if duty.first is None or duty.last is None:
        return ""
    ends = [_end(duty.first), _end(duty.last)]
    return json.dumps([-1 if duty.relation == "before" else 1, *ends], separators=(",", ":"))


def _end(offset: Offset) -> list[int]:
    return [offset.months, offset.days, int(offset.working)]
