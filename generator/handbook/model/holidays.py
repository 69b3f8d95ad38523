"""The days off, and those worked instead: content/holidays.yml, or a section's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from handbook.model.part import Part
from handbook.model.values import SCALAR, Line, Some, as_date, as_text, fault
from handbook.read.nodes import Text

TO = ".."
LONGEST = 62  # days in one row: more is a slip in a year or month
_DAY = datetime.timedelta(days=1)


def _as_days(node: Any) -> Text:
    """Take a day, or the first and last of several: 2027-02-06..2027-02-12."""
    text = as_text(node)
    ends = [_day(part, text) for part in text.split(TO)]
    if len(ends) > 2 or not datetime.timedelta(0) <= ends[-1] - ends[0] <= LONGEST * _DAY:
        raise fault("not-days", text, "example", text=text)
    return text


def _day(words: str, text: Text) -> datetime.date:
    day = as_date(Text.at(words.strip(), text.path, text.line, text.column, text.block))
    if isinstance(day, datetime.date):
        return day
    raise fault("not-days", text, "example", text=text)


Days = Annotated[Text, PlainValidator(_as_days), WithJsonSchema(SCALAR)]


class Holidays(Part):
    """Which days are off, and which are worked instead (调休)."""

    off: Some[Days] = ()
    on: Some[Days] = ()
    note: Line | None = None


def days_in(rows: Iterable[Text]) -> frozenset[datetime.date]:
    """Return the days that rows name."""
    found: set[datetime.date] = set()
    for row in rows:
        first, *last = (datetime.date.fromisoformat(part.strip()) for part in row.split(TO))
        length = (last[0] - first).days if last else 0
        found |= {first + ahead * _DAY for ahead in range(length + 1)}
    return frozenset(found)
