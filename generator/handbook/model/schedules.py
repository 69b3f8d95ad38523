"""When something is due: at intervals, around an event, on demand, or between two dates."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from handbook.languages import LANGUAGES, record_of, united
from handbook.languages.vocabulary import Intervals
from handbook.model.clocks import times_of_day
from handbook.model.durations import Duration, parse_duration
from handbook.model.intervals import as_written
from handbook.model.limits import Within
from handbook.model.part import Part
from handbook.model.values import SCALAR, Date, Line, Words, YesNo, as_text, fault, is_open
from handbook.model.weekdays import NAMES
from handbook.read.nodes import Node, Text

INTERVALS = tuple(
    each.name.replace("_", "-") for each in fields(Intervals) if each.name != "other"
)
_UNIT_OF = {
    word: unit
    for unit in INTERVALS
    for word in united(attrgetter(f"intervals.{unit.replace('-', '_')}"))
}
# Other words for a length of time, in those in which it is said after "every".
_LENGTH_OF = {
    word: length
    for tag in LANGUAGES
    for word, length in record_of(tag).reads.intervals.other.items()
}
_EACH = re.compile(r"(?:(?:once )?(?:every|each|per|once an?) |每)\s*", re.I)
_DAY = rf"(?:{NAMES})\b\.?|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]"
_WEEKDAYS = re.compile(
    rf"(?:{_DAY})(?:\s*(?:-|–|~|,|、|，|和|至|到|\bto\b|\band\b)+\s*(?:and )?(?:{_DAY}))*", re.I
)


_NUMBER = re.compile(r"[\d〇零一二两兩三四五六七八九十]")


@dataclass(frozen=True, slots=True)
class Interval:
    """How often: a unit of the calendar, or another length of time.

    `words` are what is said after "every": of 每2周 it is 2周. `days` are weekdays that stand in
    place of a unit: every Monday is every week on Monday.
    """

    text: Text
    unit: str | None  # a key of INTERVALS, "open", or None when `duration` tells
    words: Text
    duration: Duration | None = None
    days: tuple[Text, ...] = ()

    @property
    def seconds(self) -> float | None:
        return self.duration.high if self.duration else None

    def __str__(self) -> str:
        return str(self.text)


def as_interval(node: Node) -> Interval:
    """Take an interval: 周, 每月, 半年, 2周, every other week, Monday, 定期, 待定."""
    text = as_text(node)
    if is_open(text):
        return Interval(text, "open", text)
    each = _EACH.match(text)
    core = text[each.end() :] if each else str(text)
    words = Text.at(_LENGTH_OF.get(core.lower(), core), text.path, text.line, text.column)
    unit = _UNIT_OF.get(words.lower())
    if unit:
        return Interval(text, unit, words)
    if _WEEKDAYS.fullmatch(words):
        return Interval(text, "week", words, days=(words,))
    one = Text.at(f"1 {words}", text.path, text.line, text.column)
    # 每月5日 is a day of each month, not a month and five days.
    duration = parse_duration(words) or (None if _NUMBER.search(words) else parse_duration(one))
    if duration and not (duration.in_working_days and duration.text == one):
        return Interval(text, None, words, duration)
    written = as_written(text)
    hint = "written" if written else "example"
    raise fault("not-an-interval", text, hint, text=text, written=written)


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

    @property
    def days(self) -> tuple[Text, ...]:
        """The days on which it is due: those of `on`, and weekdays that stand in `every`."""
        return (*(self.every.days if self.every else ()), *self.on)

    def _settle(self, context: Any) -> None:
        says = (self.every, self.after, self.before, self.when, self.on_demand, self.from_, self.to)
        if not self.on and all(part is None for part in says):
            raise fault("empty-schedule", self, "example")
        begin, end = self.from_, self.to
        if isinstance(begin, datetime.date) and isinstance(end, datetime.date) and end < begin:
            place = self.place_of("to")
            raise fault("hours-backwards", place, "dates", text=end, begin=begin, kind="dates")
