"""What is due around an event: how many months and days before or after it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from handbook.derive.duties import Duty, duties
from handbook.derive.limits import TimeLimit, time_limits
from handbook.model.durations import DAY, Duration, calendar_parts
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.read.nodes import Text

Relation = Literal["after", "before", "when"]


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from an event on the calendar; of `working` days, Monday to Friday count."""

    months: int = 0
    days: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class EventDuty:
    """Something due around an event, from `first` to `last`; both None when nobody can tell."""

    event: Text
    relation: Relation
    source: Duty | TimeLimit
    first: Offset | None
    last: Offset | None

    @property
    def procedure(self) -> Definition:
        return self.source.procedure

    @property
    def step(self) -> Part | None:
        return self.source.step

    @property
    def who(self) -> tuple[Definition, ...]:
        return self.source.who


def event_duties(
    handbook: Handbook, among: Iterable[Definition] | None = None
) -> Iterator[EventDuty]:
    """Yield what is due around events: schedules bound to one, and limits that count from one."""
    among = tuple(handbook.definitions if among is None else among)
    for duty in duties(handbook, among):
        for relation in get_args(Relation):
            moment = getattr(duty.schedule, relation)
            if moment is not None:
                span = moment.at or moment.within
                first, last = _ends(handbook, span, opens=moment.at is None)
                yield EventDuty(moment.event, relation, duty, first, last)
    live = [each for each in among if isinstance(each, Procedure) and not each.is_retired]
    for limit in time_limits(handbook, live):
        counts = limit.limit.counts_from
        if counts is not None:
            first, last = _ends(handbook, limit.limit.within, opens=counts.relation == "after")
            yield EventDuty(counts.event, counts.relation, limit, first, last)


def _ends(
    handbook: Handbook, span: Span | None, opens: bool
) -> tuple[Offset | None, Offset | None]:
    """Return the earliest and latest distance; `opens` when it may be done from the event on."""
    if span is None:
        return Offset(), Offset()
    duration = handbook.duration(span)
    if duration is None:
        seconds = handbook.seconds(span)
        if seconds is None:
            return None, None
        # 当天 and 次日 name a day; as limits they last until that day is over.
        last = Offset(days=max(0, math.ceil(seconds / DAY) - 1))
        return (Offset() if opens else last), last
    first, last = (_offset(duration, end) for end in ("low", "high"))
    opens = opens and duration.low == duration.high
    return (Offset() if opens else first), last


def _offset(duration: Duration, end: Literal["low", "high"]) -> Offset:
    months, days = calendar_parts(duration, end)
    # Hours after an event still belong to its day.
    return Offset(months, math.floor(days), duration.in_working_days)
