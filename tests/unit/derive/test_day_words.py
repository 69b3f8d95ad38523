"""The days of `on` as rules: which words name which days, and which name none."""

from __future__ import annotations

import pytest

from handbook.derive.day_words import WORKING_DAYS, day_of
from handbook.derive.repeat import LAST, Recurrence


@pytest.mark.parametrize(
    ("words", "weekdays"),
    [
        ("周一", (0,)),
        ("每周日", (6,)),
        ("星期天", (6,)),
        ("周二至周四", (1, 2, 3)),
        ("周六至周一", (0, 5, 6)),
        ("Monday", (0,)),
        ("Tue", (1,)),
        ("Fri to Sun", (4, 5, 6)),
        ("周末", (5, 6)),
        ("周四、周一", (0, 3)),
    ],
)
def test_days_of_the_week_come_round_weekly(words: str, weekdays: tuple[int, ...]) -> None:
    assert day_of(words) == Recurrence("WEEKLY", weekdays=weekdays)


@pytest.mark.parametrize("words", ["工作日", "每个工作日", "working days", "business day"])
def test_working_days_are_known_as_such(words: str) -> None:
    assert day_of(words) == Recurrence("WEEKLY", weekdays=WORKING_DAYS, is_of_working_days=True)


@pytest.mark.parametrize(
    ("words", "months", "days"),
    [
        ("1日", (), (1,)),
        ("31日", (), (31,)),
        ("15日、1日", (), (1, 15)),
        ("第一天", (), (1,)),
        ("月底", (), (LAST,)),
        ("last day", (), (LAST,)),
        ("1月", (1,), ()),
        ("12月", (12,), ()),
        ("April and October", (4, 10), ()),
        ("3月至5月", (3, 4, 5), ()),
        ("11月至2月", (1, 2, 11, 12), ()),
        ("1月至1月", (1,), ()),
        ("10月至12月", (10, 11, 12), ()),
        ("2月29日", (2,), (29,)),
        ("12月31日", (12,), (31,)),
    ],
)
def test_days_and_months_stand_as_written(
    words: str, months: tuple[int, ...], days: tuple[int, ...]
) -> None:
    frequency = "YEARLY" if months else "MONTHLY"
    assert day_of(words) == Recurrence(frequency, months=months, month_days=days)


@pytest.mark.parametrize(
    ("words", "months", "first", "further"),
    [
        ("5日至25日", (), 5, 20),
        ("3月5日至8日", (3,), 5, 3),
        ("3月5日至3月8日", (3,), 5, 3),
        ("5日至5日", (), 5, 0),
    ],
)
def test_a_span_of_days_lasts_from_its_first(
    words: str, months: tuple[int, ...], first: int, further: int
) -> None:
    found = day_of(words)
    assert found is not None
    assert (found.months, found.month_days, found.further_days) == (months, (first,), further)


@pytest.mark.parametrize(
    ("words", "months", "which", "weekday"),
    [
        ("第二个周三", (), 2, 2),
        ("最后一个周五", (), -1, 4),
        ("1月第一个周一", (1,), 1, 0),
        ("12月的第一个周日", (12,), 1, 6),
        ("last Friday", (), -1, 4),
        ("first Monday of May", (5,), 1, 0),
    ],
)
def test_one_weekday_of_a_month_is_counted(
    words: str, months: tuple[int, ...], which: int, weekday: int
) -> None:
    frequency = "YEARLY" if months else "MONTHLY"
    assert day_of(words) == Recurrence(frequency, months=months, which=which, weekdays=(weekday,))


@pytest.mark.parametrize(
    "words",
    [
        "0日", "32日", "2月30日", "4月31日", "0月", "13月", "0月5日", "0月至3月", "3月至13月",
        "25日至5日", "5日至32日", "0月第一个周一", "13月第一个周一", "3月28日至4月2日",
        "first Monday of spring", "周一、天晴", "周一、1日", "天晴时", "每班",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_no_day(words: str) -> None:
    assert day_of(words) is None
