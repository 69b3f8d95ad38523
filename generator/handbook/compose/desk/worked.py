"""Which days are worked, as scripts of pages take it."""

from __future__ import annotations

from handbook.derive.working_days import WorkingDays


def days_worked(worked: WorkingDays) -> dict[str, object]:
    """Return weekdays from Monday = 0, days off, those worked instead, and when hours close."""
    return {
        "weekdays": list(worked.weekdays),
        "off": [day.isoformat() for day in sorted(worked.off)],
        "on": [day.isoformat() for day in sorted(worked.on)],
        "closes": list(worked.closes),
    }
