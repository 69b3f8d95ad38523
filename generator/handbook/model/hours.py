"""Working hours: in words, or days of the week with their spans, {周一至周五: 8:30-17:30}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from handbook.model.clocks import times_of_day
from handbook.model.nearest import nearest
from handbook.model.values import SCALAR, as_line, as_text, as_word, fault, is_open
from handbook.model.weekdays import WORKING_DAYS, weekdays
from handbook.read.nodes import Node, Record, Sequence, Text

Minutes = tuple[int, int]  # from when to when, after midnight
OfDays = Mapping[Text, tuple[Text, ...]]  # as written: spans by days
Days = dict[int, tuple[Minutes, ...]]  # by weekday, Monday = 0; () where it is closed

MIDNIGHT = 24 * 60
_BETWEEN = re.compile(
    r"\s*(?:、|，|,|;|；|/|和|及|与|與|\band\b)\s*|(?<=\d)\s+(?=\d{1,2}[:：])", re.I
)
# Days of the week behind a time begin a row of their own: 周一至周五8:30-17:30，周六9:00-12:00.
_BETWEEN_ROWS = re.compile(
    r"\s*[;；。]\s*"
    r"|(?<=[\dm])\s*[,，、]?\s*(?=[周週星礼禮][一-龥]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)",
    re.I,
)
_CLOSED = re.compile(r"休息?|公休|不上班|不营业|不營業|关门|關門|closed|off", re.I)
_ALL_DAY = re.compile(r"全天|(?:全天)?24\s*(?:小[时時]|hours|h)|all day|round the clock", re.I)
_AFTERNOON = re.compile(r"下午|午后|午後|晚上|晚间|晚間|傍晚")
_BEGINS_WITH_TIME = re.compile(
    r"(?=\d{1,2}\s*(?:[:：.点點時时]|[ap]\.?m)|24\s*(?:小|h)|[上下中]午|早上|晚上|全天|休|closed)",
    re.I,
)
NAMES = (
    *(f"周{sign}" for sign in "一二三四五六日"), *(f"星期{sign}" for sign in "一二三四五六日"),
    "周一至周五", "周一至周六", "周一至周日", "周六至周日", "工作日", "周末", "每天",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Monday to Friday", "Mon-Fri", "weekdays", "weekends", "daily",
)  # fmt: skip


def as_hours(node: Node) -> Text | OfDays:
    """Take hours in words, or spans by days of the week."""
    if not isinstance(node, Record):
        return as_line(node)
    if not node:
        raise fault("empty-field", node, "remove")
    found: dict[Text, tuple[Text, ...]] = {}
    named: dict[int, Text] = {}
    for name, value in node.items():
        days = weekdays(name)
        if days is None:
            near = nearest(name, NAMES)
            raise fault("unknown-weekday", name, "nearest" if near else "example",
                        text=name, nearest=near)  # fmt: skip
        for day in days:
            if day in named:
                raise fault("weekday-twice", name, "once", text=name, other=named[day])
            named[day] = name
        found[name] = _as_spans(value)
    return found


def _as_spans(node: Node) -> tuple[Text, ...]:
    rows = [as_word(each) for each in (node if isinstance(node, Sequence) else [as_text(node)])]
    spans = tuple(part for row in rows for part in _parts(row))
    if not spans:
        raise fault("not-hours", node, "example", text="")
    end = 0
    for each in spans:
        read = span_of(each)
        if read is None:
            raise fault("not-hours", each, "example", text=each)
        for begin, until in read:
            if until <= begin:
                raise fault("hours-backwards", each, "midnight", text=each, kind="end")
            if begin < end:
                raise fault("hours-backwards", each, "order", text=each, kind="order")
            end = until
    return spans


def _parts(row: Text) -> Iterator[Text]:
    """Yield the spans of one line, each where it stands."""
    start = 0
    for end, following in [*(each.span() for each in _BETWEEN.finditer(row)), (len(row),) * 2]:
        words = row[start:end].strip()
        if words:
            place = row.offset_place(row.index(words, start))
            yield Text.at(words, place.path, place.line, place.column)
        start = following


def span_of(words: str) -> tuple[Minutes, ...] | None:
    """Read one span of a day; () where it is closed, None where it is no span."""
    if _CLOSED.fullmatch(words):
        return ()
    if is_open(words) or _ALL_DAY.fullmatch(words):
        return ((0, MIDNIGHT),)
    times = times_of_day(words)
    if len(times) != 2:
        return None
    begin, end = (hour * 60 + minute for hour, minute in times)
    if end <= begin and end < MIDNIGHT // 2 and _AFTERNOON.match(words):
        end += MIDNIGHT // 2  # 下午1:30-5:30
    return ((begin, end),)


def days_of(hours: Text | OfDays) -> Days:
    """Return the spans of the days that hours name; {} where these are words without days.

    A time without days is that of Monday to Friday.
    """
    if not isinstance(hours, Text):
        return _read(hours.items())
    rows = []
    for row in _BETWEEN_ROWS.split(hours.strip("。.;； ")):
        at = _BEGINS_WITH_TIME.search(row)
        name, rest = (row[: at.start()], row[at.start() :]) if at else (row, "")
        name = name.rstrip(":：, ，（(")
        rows.append((name, [part for part in _BETWEEN.split(rest.rstrip("）)")) if part]))
    return _read(rows)


def _read(rows: Iterable[tuple[str, Iterable[str]]]) -> Days:
    """Return what rows say; {} where one of them cannot be read."""
    found: Days = {}
    for name, spans in rows:
        days = weekdays(name) if name else WORKING_DAYS
        read = [span_of(each) for each in spans]
        if days is None or not read or None in read:
            return {}
        found |= dict.fromkeys(days, tuple(each for parts in read for each in parts or ()))
    return found


Hours = Annotated[
    Text | OfDays,
    PlainValidator(as_hours),
    WithJsonSchema({"anyOf": [SCALAR, {"type": "object", "additionalProperties": {
        "anyOf": [SCALAR, {"type": "array", "items": SCALAR}],
    }}]}),
]  # fmt: skip
