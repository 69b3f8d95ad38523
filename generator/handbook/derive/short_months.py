"""Days that some months lack: the 30th falls on the last day of February, 31日 is 月末."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.derive.repeat import LAST, Recurrence

SHORTEST, LONGEST = 28, 31
MONTHS = range(1, 13)
FEBRUARY = 2
_OF_30 = (4, 6, 9, 11)


def in_every_month(rule: Recurrence) -> Iterator[Recurrence]:
    """Yield the rules by which a rule falls in each of its months, each true as it stands.

    Calendar programs skip a month that lacks the day. The first rule keeps the frequency; what
    holds in shorter months only is a rule of each year.
    """
    if not any(day + rule.further_days > SHORTEST for day in rule.month_days):
        yield rule
    elif rule.further_days:
        yield from _spans(rule)
    else:
        yield from _days(rule)


def _days(rule: Recurrence) -> Iterator[Recurrence]:
    days = tuple(sorted({LAST if day == LONGEST else day for day in rule.month_days}))
    months = rule.months or tuple(MONTHS)
    is_late = any(day > SHORTEST for day in days)
    if not is_late or FEBRUARY not in months:
        yield replace(rule, month_days=days)
        return
    longer = tuple(month for month in months if month != FEBRUARY)
    if longer:
        yield replace(rule, months=longer, month_days=days)
    early = tuple(day for day in days if 0 < day <= SHORTEST)
    yield replace(rule, frequency="YEARLY", months=(FEBRUARY,), month_days=(LAST, *early))


def _spans(rule: Recurrence) -> Iterator[Recurrence]:
    """Yield the rules of 25日至30日: it ends with the month at the latest (February: the 28th)."""
    (first,) = rule.month_days
    last = first + rule.further_days
    months = rule.months or tuple(MONTHS)
    frequency = rule.frequency
    by_length: dict[int, list[int]] = {}
    for month in months:
        length = SHORTEST if month == FEBRUARY else 30 if month in _OF_30 else LONGEST
        by_length.setdefault(min(last, length), []).append(month)
    for end, fitting in sorted(by_length.items(), reverse=True):
        start = min(first, end)
        yield replace(
            rule, frequency=frequency, months=tuple(fitting),
            month_days=(start,), further_days=end - start,
        )  # fmt: skip
        frequency = "YEARLY"
