"""The days of a schedule in English: every Monday, monthly on the 1st, yearly on 1 May."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from markupsafe import Markup

from handbook.derive.day_words import day_of
from handbook.derive.feasts import has_a_name
from handbook.derive.repeat import LAST, Recurrence
from handbook.read.nodes import Text

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
_FROM_MONDAY, _WEEKEND = (0, 1, 2, 3, 4), (5, 6)
_WORK, _END_OF_WEEK = re.compile(r"work|busi|工作", re.I), re.compile(r"weekend|[周週]末", re.I)
Form = Literal["weekday", "date", "month", "named"]
Plain = Callable[[Text], Markup]  # draws what stays as typed


def on_days(every: str, unit: str | None, days: Sequence[Text], plain: Plain) -> Markup:
    """Join how often, said already, with its days; `plain` draws those that stay as typed."""
    said = [_said(day, plain) for day in days]
    weekdays = [words for form, words in said if form == "weekday"]
    months = [words for form, words in said if form == "month"]
    others = [words for form, words in said if form in ("date", "named")]
    phrase = Markup(every)
    if weekdays and unit in ("day", "week"):
        phrase = Markup("every ") + listed(weekdays)
    elif weekdays:
        others = [*weekdays, *others]
    if others:
        phrase += Markup(" on ") + listed(others)
    if months:
        phrase += Markup(" in ") + listed(months)
    return phrase


def listed(words: Sequence[str]) -> Markup:
    """Join words as English does: one, one and two; one, two and three."""
    if len(words) < 2:
        return Markup("").join(words)
    return Markup(", ").join(words[:-1]) + Markup(" and ") + Markup(words[-1])


def _said(day: Text, plain: Plain) -> tuple[Form, Markup]:
    rule = day_of(str(day))
    if rule is None or has_a_name(str(day)):
        return "named", plain(day)
    if rule.which:
        which = f"the {_WHICH[rule.which]} {_DAYS[rule.weekdays[0]]}"
        return "date", Markup(which + "".join(f" in {_MONTHS[m - 1]}" for m in rule.months))
    if rule.weekdays:
        return "weekday", Markup(_weekdays(rule.weekdays, str(day)))
    if rule.month_days:
        return "date", Markup(_dates(rule))
    return "month", listed([Markup(_MONTHS[number - 1]) for number in rule.months])


def _weekdays(numbers: tuple[int, ...], typed: str) -> str:
    if numbers == _FROM_MONDAY and _WORK.search(typed):
        return "working day"
    if numbers == _WEEKEND and _END_OF_WEEK.search(typed):
        return "weekend"
    if numbers == _FROM_MONDAY and "weekday" in typed.lower():
        return "weekday"
    first = next((n for n in numbers if (n - 1) % 7 not in numbers), 0)
    run = [(first + ahead) % 7 for ahead in range(len(numbers))]
    if len(numbers) > 2 and set(run) == set(numbers):
        return f"{_DAYS[run[0]]} to {_DAYS[run[-1]]}"
    return str(listed([_DAYS[number] for number in numbers]))


def _dates(rule: Recurrence) -> str:
    first = rule.month_days[0]
    month = f" {_MONTHS[rule.months[0] - 1]}" if len(rule.months) == 1 else ""
    if rule.further_days:
        last = first + rule.further_days
        return f"{first}–{last}{month}" if month else f"the {ordinal(first)} to the {ordinal(last)}"
    days = sorted(rule.month_days, key=lambda day: day if day != LAST else 32)
    if month:
        return str(
            listed([f"{day}{month}" if day != LAST else f"the last day of{month}" for day in days])
        )
    return str(listed(["the last day" if day == LAST else f"the {ordinal(day)}" for day in days]))


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th, 21st …"""
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else tail}"
