"""The options --month and --year: for which time a planner is made."""

from __future__ import annotations

import re

from handbook.cli.faults import Fault
from handbook.derive.period import Period

EARLIEST, LATEST = 1950, 2099


def period_of(month: str | None, year: str | None) -> Period | None:
    """Return the period that is asked for; None for a planner of any."""
    if month is None and year is None:
        return None
    if month is not None and year is not None:
        raise Fault("month-and-year")
    text = month or year or ""
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?", text)
    if found is None or bool(found[2]) != bool(month):
        raise Fault("bad-month" if month else "bad-year", text=text)
    period = Period(int(found[1]), int(found[2]) if found[2] else None)
    if not EARLIEST <= period.year <= LATEST or period.month not in (None, *range(1, 13)):
        raise Fault("bad-month" if month else "bad-year", text=text)
    return period
