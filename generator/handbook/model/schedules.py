"""When something is due: at intervals, around an event, on demand, or between two dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from handbook.model.clocks import times_of_day
from handbook.model.durations import parse_duration
from handbook.model.limits import Within
from handbook.model.part import Part
from handbook.model.values import SCALAR, Date, Line, Words, YesNo, as_text, fault, is_open
from handbook.read.nodes import Node, Text

INTERVALS = {
    "shift": ("班", "每班", "shift"),
    "day": ("日", "天", "每日", "每天", "day", "daily"),
    "week": ("周", "週", "星期", "每周", "每週", "每星期", "week", "weekly"),
    "month": ("月", "每月", "month", "monthly"),
    "quarter": ("季度", "季", "每季度", "每季", "quarter", "quarterly"),
    "half-year": ("半年", "每半年", "half-year", "half-yearly"),
    "year": ("年", "每年", "year", "yearly"),
    "regular": ("定期", "regular", "regularly"),
    "irregular": ("不定期", "irregular", "irregularly"),
}
_UNIT_OF = {word: unit for unit, words in INTERVALS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Interval:
    """How often: a unit of the calendar, or another length of time in seconds."""

    text: Text
    unit: str | None  # a key of INTERVALS, "open", or None when `seconds` tells
    seconds: float | None = None

    def __str__(self) -> str:
        return str(self.text)


def as_interval(node: Node) -> Interval:
    """Take an interval: 周, 每月, 半年, 2周, 定期, 待定."""
    text = as_text(node)
    if is_open(text):
        return Interval(text, "open")
    unit = _UNIT_OF.get(text.lower())
    if unit:
        return Interval(text, unit)
    duration = parse_duration(Text.at(text.removeprefix("每"), text.path, text.line, text.column))
    if duration:
        return Interval(text, None, duration.high)
    raise fault("not-an-interval", text, "example", text=text)


def as_time_of_day(node: Node) -> Text:
    """Take a clock time or a span of two, or an open point."""
    text = as_text(node)
    if is_open(text) or times_of_day(text):
        return text
    raise fault("not-a-time", text, "example", text=text)


Every = Annotated[Interval, PlainValidator(as_interval), WithJsonSchema(SCALAR)]
TimeOfDay = Annotated[Text, PlainValidator(as_time_of_day), WithJsonSchema(SCALAR)]


class Moment(Part):
    """A point in time told by an event: {event: 客户提车, at: 7-10天}."""

    shorthand: ClassVar = "event"
    event: Line
    at: Within | None = None
    within: Within | None = None


class Schedule(Part):
    """One rule of when something is due."""

    shorthand: ClassVar = "every"
    every: Every | None = None
    on: Words = ()
    at: TimeOfDay | None = None
    by: TimeOfDay | None = None
    within: Within | None = None
    after: Moment | None = None
    before: Moment | None = None
    when: Moment | None = None
    on_demand: YesNo | None = None
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None
    note: Line | None = None

    def _settle(self, context: Any) -> None:
        says = (self.every, self.after, self.before, self.when, self.on_demand, self.from_, self.to)
        if not self.on and all(part is None for part in says):
            raise fault("empty-schedule", self, "example")
