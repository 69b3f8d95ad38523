"""Lengths of time as people write them: 30分钟, 7-10天, 3个月±1周, 2wd, 1.5h."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import PlainValidator, WithJsonSchema

from handbook.model.values import SCALAR, as_text, fault, is_open
from handbook.read.nodes import Node, Text

SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 86400
# A month counts 30 days and a year 365, as in the day-count convention actual/365 of trade;
# a working day counts as one day, so that a sum of limits is never overstated.
UNITS: dict[str, int] = {}
for _seconds, _words in (
    (SECOND, "秒钟 秒鐘 秒 s sec secs second seconds"),
    (MINUTE, "分钟 分鐘 分 min mins minute minutes"),
    (HOUR, "个小时 小时 個小時 小時 个钟头 個鐘頭 h hr hrs hour hours"),
    (DAY, "天 日 d day days"),
    (DAY, "个工作日 個工作日 工作日 工作天 個工作天 wd"),
    (7 * DAY, "个星期 個星期 星期 个礼拜 個禮拜 周 週 w week weeks"),
    (30 * DAY, "个月 個月 月 mo month months"),
    (91 * DAY, "个季度 個季度 季度 q quarter quarters"),
    (365 * DAY, "年 y year years"),
):
    UNITS.update(dict.fromkeys(_words.split(), _seconds))

_MONTHS_IN = {30 * DAY: 1, 91 * DAY: 3, 365 * DAY: 12}
_DIGIT = "零一二两兩三四五六七八九"
_NUMBER = rf"(?:\d{{1,6}}(?:\.\d{{1,4}})?|[{_DIGIT}]?十[{_DIGIT}]?|[{_DIGIT}]|半)"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AMOUNT = rf"({_NUMBER})\s*(?:[个個](?=半))?(半?)\s*({_UNIT})(半?)"
_TO = r"\s*(?:-|–|—|~|～|至|到)\s*"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:{_UNIT})?{_TO}({_NUMBER})\s*({_UNIT})", re.I)
_SUM = re.compile(rf"(?:{_AMOUNT}\s*)+", re.I)
_ONE = re.compile(_AMOUNT, re.I)
_WORKING = re.compile(r"工作[日天]|\d\s*wd\b", re.I)
_DIGITS = {d: i for i, d in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds, from `low` to `high` (equal unless a range was written)."""

    text: Text
    low: float
    high: float
    margin: float = 0  # what stands after ±, in seconds
    in_working_days: bool = False

    def __str__(self) -> str:
        return str(self.text)


def parse_duration(text: Text) -> Duration | None:
    """Read a duration; return None when the text is not one."""
    words = text.strip()
    words, _, margin = (part.strip() for part in words.partition("±"))
    spread = _sum(margin) if margin else 0.0
    if spread is None:
        return None
    working = bool(_WORKING.search(words))
    ends = _RANGE.fullmatch(words)
    if ends:
        unit = UNITS[ends[3].lower()]
        low = UNITS[_unit_of_first(words) or ends[3].lower()]
        low, high = _number(ends[1]) * low, _number(ends[2]) * unit
        return Duration(text, low, high, spread, working) if low <= high else None
    total = _sum(words)
    return None if total is None else Duration(text, total, total, spread, working)


def _unit_of_first(words: str) -> str | None:
    match = re.match(rf"{_NUMBER}\s*({_UNIT}){_TO}", words, re.I)
    return match[1].lower() if match else None


def _sum(words: str) -> float | None:
    if not _SUM.fullmatch(words):
        return None
    return sum(
        (_number(count) + (0.5 if half or after else 0)) * UNITS[unit.lower()]
        for count, half, unit, after in _ONE.findall(words)
    )


def _number(words: str) -> float:
    if words == "半":
        return 0.5
    if words[0].isdigit():
        return float(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return float(_DIGITS[words[-1]])
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


SPELT = {
    "zh-CN": ("天", "小时", "分钟", "秒"),
    "zh-TW": ("天", "小時", "分鐘", "秒"),
    "en": ("d", "h", "min", "s"),
}
DAYS_FROM = 3 * DAY  # below it people count in hours: 26小时, not 1天2小时


def spell(seconds: float, language: str) -> str:
    """Write a number of seconds as a duration, such as 26小时 or 3天4小时; 0 is 0秒."""
    left = round(seconds)
    in_days = left >= DAYS_FROM or (left and left % DAY == 0)
    spelt = ""
    for size, word in zip((DAY, HOUR, MINUTE, SECOND), SPELT[language], strict=True):
        if size == DAY and not in_days:
            continue
        count, left = divmod(left, size)
        spelt += f"{count}{word}" if count else ""
    return spelt or f"0{SPELT[language][-1]}"


def calendar_parts(duration: Duration, end: Literal["low", "high"] = "high") -> tuple[int, float]:
    """Return a duration as (months, days) on the calendar; of a range, its lower or upper end."""
    words = duration.text.strip().partition("±")[0]
    ends = _RANGE.fullmatch(words)
    if ends and end == "low":
        amounts = [(ends[1], "", _unit_of_first(words) or ends[3], "")]
    else:
        amounts = [(ends[2], "", ends[3], "")] if ends else _ONE.findall(words)
    months = days = 0.0
    for count, half, unit, after in amounts:
        amount = _number(count) + (0.5 if half or after else 0)
        in_months = _MONTHS_IN.get(UNITS[unit.lower()])
        if in_months and float(amount * in_months).is_integer():
            months += amount * in_months
        else:
            days += amount * UNITS[unit.lower()] / DAY
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
    raise fault("not-a-duration", text, "example", text=text)


def as_retention(node: Node) -> Duration | Text:
    """Take how long something is kept: a duration, or words such as 永久, 3年以上 or 保修期内."""
    text = as_text(node)
    found = parse_duration(text)
    if found or not re.match(r"[\d-]", text) or _SUM.match(text):
        return found or text
    raise fault("not-a-duration", text, "keep", text=text)


Length = Annotated[Duration | Text, PlainValidator(as_duration), WithJsonSchema(SCALAR)]
Retention = Annotated[Duration | Text, PlainValidator(as_retention), WithJsonSchema(SCALAR)]
