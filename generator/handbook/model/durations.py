"""Lengths of time as people write them: 30分钟, 7-10天, 3个月±1周, 2wd, two and a half hours."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from operator import attrgetter
from typing import Annotated, Literal

from pydantic import PlainValidator, WithJsonSchema

from handbook.languages import record_of, united
from handbook.model.numerals import NUMBER, folded, number
from handbook.model.values import SCALAR, as_text, fault, is_open
from handbook.read.nodes import Node, Text

SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 86400
# A month counts 30 days and a year 365, as in the day-count convention actual/365 of trade;
# a working day counts as one day, so that a sum of limits is never overstated.
_SIZES = {
    "second": SECOND, "minute": MINUTE, "quarter_hour": 15 * MINUTE, "hour": HOUR,
    "working_hour": HOUR, "day": DAY, "calendar_day": DAY, "working_day": DAY, "week": 7 * DAY,
    "fortnight": 14 * DAY, "month": 30 * DAY, "quarter": 91 * DAY, "year": 365 * DAY,
}  # fmt: skip
UNITS: dict[str, int] = {}
for _unit, _seconds in _SIZES.items():
    UNITS |= dict.fromkeys(united(attrgetter(f"lengths.{_unit}")), _seconds)
WORKING_DAYS = frozenset(united(lambda says: says.lengths.working_day))

_MONTHS_IN = {30 * DAY: 1, 91 * DAY: 3, 365 * DAY: 12}
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_KIND_OF_DAY = r"(?:(?:full|whole|clear|calendar|consecutive|further) )?"
_AMOUNT = re.compile(
    rf"({NUMBER})(?: ?[个個](?=半))?(半?)(?: |-(?=[a-z]))?{_KIND_OF_DAY}"
    rf"(?:({_UNIT})(?![a-z])\.?|(m)(?![a-z]))"
    r"(半| and a half| and a quarter)?"
)
_ALONE = re.compile(NUMBER)
_BETWEEN = re.compile(r" ?(?:(?:, ?|, )?and |plus |, ?|[零又]|) ?")
_TO = re.compile(r" ?(?:-|–|—|~|至|到) ?| to | or ")
_LIKE_A_DATE = re.compile(r"(\d{1,2}) ?([.\-–—~/至到]) ?(\d{1,2}) ?[日号號]")
_MARGIN = re.compile(r"±|\+ ?/ ?-|\bplus or minus\b|\bgive or take\b")
_AFTER_UNIT = {"": 0, "半": 0.5, " and a half": 0.5, " and a quarter": 0.25}

# What a length is made of: so many, of a unit of so many seconds.
Amounts = tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds, from `low` to `high` (equal unless a range was written)."""

    text: Text
    ends: tuple[Amounts, Amounts]
    margin: float = 0  # what stands after ±, in seconds
    in_working_days: bool = False

    @property
    def low(self) -> float:
        return _seconds_of(self.ends[0])

    @property
    def high(self) -> float:
        return _seconds_of(self.ends[1])

    def __str__(self) -> str:
        return str(self.text)


def parse_duration(text: Text) -> Duration | None:
    """Read a duration; return None when the text is not one."""
    words, *margin = _MARGIN.split(folded(text), maxsplit=1)
    spread = _sum(margin[0].strip()) if margin else ()
    ends = _ends(words.strip())
    if ends is None or spread is None or _seconds_of(ends[0]) > _seconds_of(ends[1]):
        return None
    working = any(match[3] in WORKING_DAYS for match in _AMOUNT.finditer(words))
    return Duration(text, ends, _seconds_of(spread), working)


def begins_as_duration(words: str) -> bool:
    """Tell whether words begin with a length of time, whatever follows: 3年以上."""
    return _AMOUNT.match(folded(words)) is not None


def days_meant(text: str) -> str:
    """Return how many days 10.8日 and 10-8日 say, which may be dates; nothing for all others."""
    found = _LIKE_A_DATE.fullmatch(folded(text))
    if found is None:
        return ""
    if found[2] == ".":
        return f"{found[1]}.{found[3]}"
    return "-".join(sorted((found[1], found[3]), key=int))


def _ends(words: str) -> tuple[Amounts, Amounts] | None:
    """Read one length, or the two of a range: 7-10天, 1周-1个月, between 3 and 5 days."""
    if (whole := _sum(words)) is not None:
        return whole, whole
    joints = [*_TO.finditer(words)]
    begun = re.match("between |from ", words)
    if begun:
        words = " " * begun.end() + words[begun.end() :]
        joints += re.finditer(" and ", words)
    for joint in joints:
        last = _sum(words[joint.end() :])
        if last is None:
            continue
        first = words[: joint.start()].strip()
        if _ALONE.fullmatch(first) and len(last) == 1:
            return ((number(first), last[0][1]),), last
        if (low := _sum(first)) is not None:
            return low, last
    return None


def _sum(words: str) -> Amounts | None:
    """Read amounts that follow each other: 1小时30分钟, 1 hour and 30 minutes, 1h 30m."""
    found: list[tuple[float, int]] = []
    at = 0
    while match := _AMOUNT.match(words, at):
        count, half, unit, minutes, after = match.groups()
        if minutes and (not found or found[-1][1] != HOUR):
            return None  # a bare m may be minutes or months
        if unit == "日" and "." in count:
            return None  # 10.8日 is a date to many: so many days are 天
        size = MINUTE if minutes else UNITS[unit]
        found.append((number(count) + (0.5 if half else 0) + _AFTER_UNIT[after or ""], size))
        at = match.end()
        if at == len(words):
            return tuple(found)
        between = _BETWEEN.match(words, at)
        at = between.end() if between else at
    return None


def _seconds_of(amounts: Amounts) -> float:
    return sum(count * size for count, size in amounts)


DAYS_FROM = 3 * DAY  # below it people count in hours: 26小时, not 1天2小时


def spell(seconds: float, language: str) -> str:
    """Write a number of seconds as a duration: 26小时, 3天4小时, 3 days 4 hours; 0 is 0秒."""
    left = round(seconds)
    in_days = left >= DAYS_FROM or (left and left % DAY == 0)
    spelt: list[str] = []
    known = record_of(language)
    units = known.spelt.units
    for size, (one, many) in zip((DAY, HOUR, MINUTE, SECOND), units, strict=True):
        if size == DAY and not in_days:
            continue
        count, left = divmod(left, size)
        if count:
            spelt.append(f"{count}{one if count in known.singular else many}")
    return known.spelt.between.join(spelt) or f"0{units[-1][0 not in known.singular]}"


def calendar_parts(duration: Duration, end: Literal["low", "high"] = "high") -> tuple[int, float]:
    """Return a duration as (months, days) on the calendar; of a range, its lower or upper end."""
    months = days = 0.0
    for amount, size in duration.ends[("low", "high").index(end)]:
        in_months = _MONTHS_IN.get(size)
        if in_months and float(amount * in_months).is_integer():
            months += amount * in_months
        else:
            days += amount * size / DAY
    return int(months), days


def later(day: datetime.date, duration: Duration) -> datetime.date:
    """Return the day a duration after another: months and years by the calendar, the rest by days.

    The 31st becomes the last day of a shorter month. Of a range the later end counts.
    """
    months, days = calendar_parts(duration)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    start = datetime.date(year, month + 1, min(day.day, last))
    left = (datetime.date.max - start).days
    return start + datetime.timedelta(days=min(days, left))


def as_duration(node: Node) -> Duration | Text:
    """Take a duration, or an open point."""
    text = as_text(node)
    if is_open(text):
        return text
    found = parse_duration(text)
    if found:
        return found
    if days := days_meant(text):
        raise fault("not-a-duration", text, "days", text=text, days=days)
    raise fault("not-a-duration", text, "example", text=text)


def as_retention(node: Node) -> Duration | Text:
    """Take how long something is kept: a duration, or words such as 永久, 3年以上 or 保修期内."""
    text = as_text(node)
    found = parse_duration(text)
    if found or not re.match(r"[\d-]", text) or begins_as_duration(text):
        return found or text
    raise fault("not-a-duration", text, "keep", text=text)


Length = Annotated[Duration | Text, PlainValidator(as_duration), WithJsonSchema(SCALAR)]
Retention = Annotated[Duration | Text, PlainValidator(as_retention), WithJsonSchema(SCALAR)]
