"""The words by which editors write lengths of time, days and limits, in any language.

A handbook in one language may say what another says: 2wd in a Chinese one. So all are read
everywhere. Words stand in small letters. What is written in Chinese signs (十二, 周一至周五,
五月一日) is read by a grammar of its own, where it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The units of time."""

    second: Words
    minute: Words
    quarter_hour: Words
    hour: Words
    working_hour: Words
    day: Words
    calendar_day: Words
    working_day: Words
    week: Words
    fortnight: Words
    month: Words
    quarter: Words
    year: Words
    abbreviated: Words  # those that are written out where they are shown

    @property
    def all(self) -> frozenset[str]:
        """Every word for a unit."""
        return frozenset(word for each in fields(self) for word in getattr(self, each.name))


@dataclass(frozen=True, slots=True)
class Intervals:
    """How often: what may stand after `every`, or in place of it."""

    shift: Words
    day: Words
    week: Words
    month: Words
    quarter: Words
    half_year: Words
    year: Words
    regular: Words
    irregular: Words
    other: dict[str, str]  # a word, and the length of time that it stands for


@dataclass(frozen=True, slots=True)
class Days:
    """The names of days and months; of signs there are none here."""

    weekdays: tuple[Words, ...]  # from Monday, seven or none
    months: tuple[Words, ...]  # twelve or none
    working_days: Words
    weekends: Words
    every_day: Words


@dataclass(frozen=True, slots=True)
class Limits:
    """Words that set a limit without a number."""

    at_once: Words
    same_day: Words
    next_day: Words
    nobody_knows: Words  # as soon as possible


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one language says."""

    yes: Words
    no: Words
    lengths: Lengths
    intervals: Intervals
    days: Days
    limits: Limits
