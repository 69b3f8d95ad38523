"""The fixed duties of a role as an iCalendar file (RFC 5545), the same bytes for the same handbook.

Times are floating: 14:30 is 14:30 wherever the calendar is read, as on the page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from handbook.compose.setting import addresses
from handbook.compose.setting.labels import Labels, labels
from handbook.compose.setting.plain_words import bare
from handbook.compose.setting.time_words import TimeWords
from handbook.compose.setting.typeset import Typesetter
from handbook.derive.duties import Duty
from handbook.derive.feasts import YEARS_WRITTEN_OUT, feast_days
from handbook.derive.occurrences import START, in_force, once_between
from handbook.derive.recurrence import WEEKDAYS, Recurrence, recurrences
from handbook.derive.working_days import WorkingDays, working_days
from handbook.model.clocks import on_the_clock, times_of_day
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.schedules import Schedule

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
    return bytes(calendar.to_ical())


def _events(duty: Duty, handbook: Handbook, t: Labels) -> Iterator[Event]:
    since = in_force(duty) or START
    worked = working_days(handbook, duty.procedure.section)
    for number, rule in enumerate(map(worked.kept_by, recurrences(duty.schedule))):
        name = f"{duty.position}-{number}"
        first = worked.first_of(rule, since)
        event = _event(duty, handbook, t, first, first + rule.further_days * _DAY, name)
        if rule.is_of_working_days:
            event.add("rrule", _rrule(rule))
            _take_days_off(event, rule, worked)
        elif rule.feast:
            event.add("rdate", _days_after(event.decoded("dtstart"), rule.feast))
        else:
            event.add("rrule", _rrule(rule))
        if rule.is_assumed:
            event.add("comment", t("calendar-assumed"))
        yield event
    once = once_between(duty)
    if once:
        yield _event(duty, handbook, t, *once, f"{duty.position}-once")


def _take_days_off(event: Event, rule: Recurrence, worked: WorkingDays) -> None:
    """Leave out the days off on which something would be due, and add those worked instead."""
    start = event.decoded("dtstart")
    is_timed = isinstance(start, datetime.datetime)
    first = start.date() if is_timed else start
    for key, days in (("exdate", worked.off), ("rdate", worked.on)):
        moved = [
            day for day in sorted(days)
            if day > first and rule.falls_on(day) == (key == "exdate")
            and (not rule.months or day.month in rule.months)
        ]  # fmt: skip
        if moved:
            event.add(key, [
                datetime.datetime.combine(day, start.time()) if is_timed else day for day in moved
            ], {} if is_timed else {"VALUE": "DATE"})  # fmt: skip


def _days_after(start: datetime.date | datetime.datetime, feast: str) -> list[datetime.date]:
    """Return when a feast comes round after its first day, at the same time of day."""
    at = start.time() if isinstance(start, datetime.datetime) else None
    first = start.date() if isinstance(start, datetime.datetime) else start
    days = (
        day for year in range(first.year, first.year + YEARS_WRITTEN_OUT)
        for day in feast_days(feast, year) if day > first
    )  # fmt: skip
    return [datetime.datetime.combine(day, at) if at else day for day in days]


def _event(
    duty: Duty,
    handbook: Handbook,
    t: Labels,
    first: datetime.date,
    last: datetime.date,
    name: str,
) -> Event:
    procedure, step = duty.procedure, duty.step
    setter = Typesetter(handbook, procedure.section.path, lambda target, words: words)
    words = bare(TimeWords(setter, t).schedule(duty.schedule))
    done = setter.bare(duty.done) if step else str(procedure.title)
    event = Event()
    place = "-".join((procedure.address.replace("/", "-"), *([duty.anchor] if duty.anchor else ())))
    event.add("uid", f"{place}-{name}@{_host(handbook)}")
    event.add("dtstamp", _midnight(duty))
    event.add("summary", done)
    where = t("book-title", title=procedure.title) if step else ""
    event.add("description", "\n".join(line for line in (where, words) if line))
    if handbook.settings.site_url:
        site = str(handbook.settings.site_url).rstrip("/")
        anchor = f"#{duty.anchor}" if duty.anchor else ""
        event.add("url", f"{site}/{addresses.page_of(procedure)}.html{anchor}")
    times = _times(duty.schedule)
    if times and first == last:
        event.add("dtstart", datetime.datetime.combine(first, times[0]))
        if len(times) > 1:
            end = first if times[1] > times[0] else first + _DAY
            event.add("dtend", datetime.datetime.combine(end, times[1]))
    else:
        event.add("dtstart", first)
        event.add("dtend", last + _DAY)
        event.add("transp", "TRANSPARENT")  # something due takes no hour of the day
    return event


def _midnight(duty: Duty) -> datetime.datetime:
    """Return the beginning of the day on which a duty comes into force: no time of writing."""
    return datetime.datetime.combine(in_force(duty) or START, datetime.time(), datetime.UTC)


def _host(handbook: Handbook) -> str:
    site = handbook.settings.site_url
    return (urlsplit(str(site)).hostname if site else None) or "handbook"


def _times(schedule: Schedule) -> list[datetime.time]:
    """Return when on the day: a time, or a beginning and an end; nothing for the whole day."""
    return [on_the_clock(time) for time in times_of_day(str(schedule.at or schedule.by or ""))]


def _rrule(rule: Recurrence) -> dict[str, object]:
    parts: dict[str, object] = {"freq": rule.frequency}
    if rule.interval != 1:
        parts["interval"] = rule.interval
    if rule.months:
        parts["bymonth"] = list(rule.months)
    if rule.month_days:
        parts["bymonthday"] = list(rule.month_days)
    if rule.weekdays:
        which = str(rule.which or "")
        parts["byday"] = [which + WEEKDAYS[number] for number in rule.weekdays]
    return parts
