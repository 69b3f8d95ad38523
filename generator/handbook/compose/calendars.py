"""The fixed duties of a role as an iCalendar file (RFC 5545), the same bytes for the same handbook.

Times are floating: 14:30 is 14:30 wherever the calendar is read, as on the page.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from handbook.compose import addresses
from handbook.compose.labels import Labels, labels
from handbook.compose.limits import TimeWords
from handbook.compose.typeset import Typesetter
from handbook.compose.views.table import bare
from handbook.derive.duties import Duty
from handbook.derive.recurrence import WEEKDAYS, Recurrence, recurrences
from handbook.model.control import control_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.schedules import Schedule

START = datetime.date(2026, 1, 1)  # where a document does not say from when it is in force
_DAY = datetime.timedelta(days=1)


def calendar_of(who: Definition, due: Iterable[Duty], handbook: Handbook) -> bytes | None:
    """Return the calendar of someone's fixed duties, or None where there are none."""
    t = labels(str(handbook.settings.language))
    events = [event for duty in due for event in _events(duty, handbook, t)]
    if not events:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//handbook//duty calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", t("calendar-of", title=who.title))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _events(duty: Duty, handbook: Handbook, t: Labels) -> Iterator[Event]:
    for number, rule in enumerate(recurrences(duty.schedule)):
        start = rule.first_from(_in_force(duty))
        event = _event(duty, handbook, t, start, f"{_position(duty)}-{number}")
        event.add("rrule", _rrule(rule))
        if rule.is_assumed:
            event.add("comment", t("calendar-assumed"))
        yield event
    ends = duty.schedule.from_, duty.schedule.to
    first, last = (end if isinstance(end, datetime.date) else None for end in ends)
    if duty.schedule.every is None and (first or last):
        event = _event(duty, handbook, t, first or last, f"{_position(duty)}-once")
        if first and last and last > first:
            event.pop("dtend", None)
            event.add("dtend", last + _DAY)
        yield event


def _event(duty: Duty, handbook: Handbook, t: Labels, day: datetime.date, name: str) -> Event:
    procedure, step = duty.procedure, duty.step
    setter = Typesetter(handbook, procedure.section.path, lambda target, words: words)
    words = bare(TimeWords(setter, t).schedule(duty.schedule))
    done = setter.bare(step.do) if step else str(procedure.title)
    event = Event()
    place = "-".join((procedure.address.replace("/", "-"), *([str(step.id)] if step else ())))
    event.add("uid", f"{place}-{name}@{_host(handbook)}")
    event.add("dtstamp", datetime.datetime.combine(_in_force(duty), datetime.time(), datetime.UTC))
    event.add("summary", done)
    where = t("book-title", title=procedure.title) if step else ""
    event.add("description", "\n".join(line for line in (where, words) if line))
    if handbook.settings.site_url:
        site = str(handbook.settings.site_url).rstrip("/")
        anchor = f"#{step.id}" if step else ""
        event.add("url", f"{site}/{addresses.page_of(procedure)}.html{anchor}")
    times = _times(duty.schedule)
    if times:
        event.add("dtstart", datetime.datetime.combine(day, times[0]))
        if len(times) > 1:
            end = day if times[1] > times[0] else day + _DAY
            event.add("dtend", datetime.datetime.combine(end, times[1]))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + _DAY)
        event.add("transp", "TRANSPARENT")  # something due takes no hour of the day
    return event


def _position(duty: Duty) -> int:
    """Return which of its schedules a duty follows: the name of an event must not change."""
    schedules = (duty.step or duty.procedure).schedule
    return next(number for number, each in enumerate(schedules) if each is duty.schedule)


def _in_force(duty: Duty) -> datetime.date:
    effective = control_of(duty.procedure).effective
    return effective if isinstance(effective, datetime.date) else START


def _host(handbook: Handbook) -> str:
    site = handbook.settings.site_url
    return (urlsplit(str(site)).hostname if site else None) or "handbook"


def _times(schedule: Schedule) -> list[datetime.time]:
    """Return when on the day: a time, or a beginning and an end; nothing for the whole day."""
    found = re.findall(r"(\d{1,2}):(\d{2})", str(schedule.at or schedule.by or ""))
    return [datetime.time(int(hour) % 24, int(minute)) for hour, minute in found]


def _rrule(rule: Recurrence) -> dict[str, object]:
    parts: dict[str, object] = {"freq": rule.frequency}
    if rule.interval != 1:
        parts["interval"] = rule.interval
    if rule.months:
        parts["bymonth"] = list(rule.months)
    if rule.month_days:
        parts["bymonthday"] = list(rule.month_days)
    if rule.weekdays:
        parts["byday"] = [WEEKDAYS[number] for number in rule.weekdays]
    return parts
