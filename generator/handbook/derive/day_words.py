"""The days that editors write into `on`, read as rules: 周一至周五, 3日, 4月, 第二个周三, 中秋."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import replace

from handbook.derive.date_words import in_figures, month_named
from handbook.derive.feasts import ON_A_DATE, ON_A_WEEKDAY, lunar_feast
from handbook.derive.repeat import LAST, Frequency, Recurrence
from handbook.model.weekdays import (
    AND,
    CHINESE,
    DAY_NAME,
    NUMBERS,
    WEEK,
    WORKING_DAYS,
    days_named,
    group_named,
)

_MONTH_AND_DAY = re.compile(r"(?:次年|翌年)?(\d{1,2})月(\d{1,2})[日号號]")
_MONTH_SPAN = re.compile(r"(\d{1,2})月?\s*(?:至|到|-|–|~|～)\s*(\d{1,2})月")
_MONTH = re.compile(r"(?:次年|翌年)?(\d{1,2})月")
_DAY_OF_MONTH = re.compile(r"(?:每月)?(\d{1,2})[日号號]")
_DAY_SPAN = re.compile(
    r"(?:每月)?(?:(\d{1,2})月)?(\d{1,2})[日号號]?\s*(?:至|到|-|–|~|～)\s*"
    r"(?:(?:(\d{1,2})月)?(\d{1,2})[日号號]|(月底|月末))"
)
_WHICH = {"一": 1, "1": 1, "first": 1, "1st": 1, "二": 2, "2": 2, "second": 2, "2nd": 2,
          "三": 3, "3": 3, "third": 3, "3rd": 3, "四": 4, "4": 4, "fourth": 4, "4th": 4,
          "最后": -1, "最後": -1, "last": -1}  # fmt: skip
_WHICH_WEEKDAY = re.compile(
    rf"(?:每月)?(?:(\d{{1,2}})月)?的?(?:第?([一二三四1-4])|(最后|最後)一)[个個]?{WEEK}([一二三四五六日天])"
)
_WHICH_ENGLISH = re.compile(
    rf"(first|second|third|fourth|last|1st|2nd|3rd|4th) {DAY_NAME}(?: (?:in|of) ([a-z]+))?", re.I
)
_MONTH_START = ("第一天", "第1天", "first day", "1st day")
_MONTH_END = ("月底", "月末", "最后一天", "最後一天", "last day", "month end", "month-end",
              "end", "end of month")  # fmt: skip


def day_of(words: str) -> Recurrence | None:
    """Read one entry of `on`; None for what no calendar knows."""
    words = in_figures(words)
    name = words.lower()
    if name in ON_A_DATE:
        month, day = ON_A_DATE[name]
        return Recurrence("YEARLY", months=(month,), month_days=(day,))
    if name in ON_A_WEEKDAY:
        month, which, weekday = ON_A_WEEKDAY[name]
        return Recurrence("YEARLY", months=(month,), weekdays=(weekday,), which=which)
    if feast := lunar_feast(words):
        return Recurrence("YEARLY", feast=feast)
    if group := group_named(name):
        return Recurrence("WEEKLY", weekdays=group, is_of_working_days=group == WORKING_DAYS)
    if found := _WHICH_WEEKDAY.fullmatch(words):
        of_month, nth, final, day_name = found.groups()
        number = CHINESE.index(day_name.replace("天", "日"))
        return _one_of((int(of_month),) if of_month else (), _WHICH[nth or final], number)
    if found := _WHICH_ENGLISH.fullmatch(words):
        named = month_named(found[3]) if found[3] else None
        if found[3] and not named:
            return None
        months = (named,) if named else ()
        return _one_of(months, _WHICH[found[1].lower()], NUMBERS[found[2].lower()])
    if days := days_named(words):
        return Recurrence("WEEKLY", weekdays=days)
    if found := _MONTH_AND_DAY.fullmatch(words):
        return _checked((int(found[1]),), (int(found[2]),))
    if found := _DAY_SPAN.fullmatch(words):
        of_month, first, to_month, last, end = found.groups()
        if end:
            return _checked((int(of_month),) if of_month else (), (LAST,))
        if to_month not in (None, of_month):
            return None  # into the next month: how many days that is no rule can tell
        return _days_of((int(of_month),) if of_month else (), int(first), int(last))
    if found := _MONTH_SPAN.fullmatch(words):
        return _months_of(int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(words):
        return _checked((int(found[1]),), ())
    if found := _DAY_OF_MONTH.fullmatch(words):
        return _checked((), (int(found[1]),))
    if name in _MONTH_START:
        return _checked((), (1,))
    return _checked((), (LAST,)) if name in _MONTH_END else _several(words)


def _several(words: str) -> Recurrence | None:
    """Read days of one kind in one entry: Monday and Thursday, 1日、15日, April and October."""
    parts = [part for part in AND.split(words) if part]
    read = [day_of(part) for part in parts] if len(parts) > 1 else []
    rules = [rule for rule in read if rule is not None]
    if not rules or len(rules) < len(read):
        return None
    first = rules[0]
    together = replace(
        first,
        weekdays=_sorted(n for rule in rules for n in rule.weekdays),
        months=_sorted(n for rule in rules for n in rule.months),
        month_days=_sorted(n for rule in rules for n in rule.month_days),
        is_of_working_days=all(rule.is_of_working_days for rule in rules),
    )
    alike = [
        replace(rule, weekdays=(), months=(), month_days=(), is_of_working_days=False)
        for rule in rules
    ]
    kinds = {(bool(rule.weekdays), rule.months * bool(rule.month_days), bool(rule.month_days))
             for rule in rules}  # fmt: skip
    is_plain = not (first.which or first.further_days or first.feast)
    return together if is_plain and len(set(alike)) == len(kinds) == 1 else None


def _sorted(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))


def _one_of(months: tuple[int, ...], which: int, weekday: int) -> Recurrence | None:
    """Return the rule of one weekday of a month: 第一个周一, 最后一个周五."""
    if any(not 1 <= month <= 12 for month in months):
        return None
    frequency: Frequency = "YEARLY" if months else "MONTHLY"
    return Recurrence(frequency, weekdays=(weekday,), months=months, which=which)


def _days_of(months: tuple[int, ...], first: int, last: int) -> Recurrence | None:
    """Return the rule of 5日至25日, in one month or in each."""
    rule = _checked(months, (first,))
    if rule is None or last < first or _checked(months, (last,)) is None:
        return None
    return replace(rule, further_days=last - first)


def _months_of(first: int, last: int) -> Recurrence | None:
    """Return the rule of 3月至5月; 11月至2月 runs over the end of the year."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    months = ((first - 1 + ahead) % 12 + 1 for ahead in range((last - first) % 12 + 1))
    return Recurrence("YEARLY", months=tuple(sorted(months)))


def _checked(months: tuple[int, ...], days: tuple[int, ...]) -> Recurrence | None:
    """Return the rule when its day exists in some year (2024 was a leap year)."""
    if any(not 1 <= month <= 12 for month in months) or any(day > 31 or day == 0 for day in days):
        return None
    if months and any(day > calendar.monthrange(2024, months[0])[1] for day in days):
        return None
    return Recurrence("YEARLY" if months else "MONTHLY", months=months, month_days=days)
