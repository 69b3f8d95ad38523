"""Dates as the handbook's language writes them: 2026-12-01, 1 December 2026."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from handbook.compose.setting.labels import Labels
from handbook.derive.as_of import as_of
from handbook.model.kinds import Definition


def as_of_words(
    kinds: tuple[type[Definition], ...], among: Iterable[Definition], t: Labels
) -> str:
    """Say as of which day what gathers some kinds tells; nothing where no day is known."""
    day = as_of(kinds, among)
    return t("as-of", date=date_in_words(day, t)) if day else ""


def date_in_words(day: datetime.date | str | None, t: Labels) -> str:
    """Return a date, or what stands in its place (待定); nothing for None."""
    return _said(day, t, "date")


def date_in_column(day: datetime.date | str | None, t: Labels) -> str:
    """Return a date as narrow columns have it: 1 Dec 2026."""
    return _said(day, t, "date-short")


def _said(day: datetime.date | str | None, t: Labels, key: str) -> str:
    if not isinstance(day, datetime.date):
        return str(day or "")
    month = t(f"month-{day.month}")
    return t(key, iso=day.isoformat(), day=day.day, month=month, year=day.year)
