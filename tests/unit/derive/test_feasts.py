"""Feasts that move: the days of the lunar year on the common calendar."""

from __future__ import annotations

import datetime

import pytest

from handbook.derive.feasts import feast_days, lunar_feast


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("春节", 2026, "2026-02-17"), ("春節", 2027, "2027-02-06"), ("除夕", 2026, "2026-02-16"),
        ("元宵节", 2026, "2026-03-03"), ("端午", 2026, "2026-06-19"), ("中秋", 2026, "2026-09-25"),
        ("中秋节", 2028, "2028-10-03"), ("重阳", 2026, "2026-10-18"),
        ("清明节", 2026, "2026-04-05"), ("冬至", 2026, "2026-12-22"),
        ("农历八月廿三", 2026, "2026-10-03"),
        ("腊月二十三", 2026, "2026-02-10"),
    ],
)  # fmt: skip
def test_a_feast_falls_on_its_day(words: str, year: int, day: str) -> None:
    """The days are those of the public almanacs for these years."""
    assert feast_days(lunar_feast(words), year) == (datetime.date.fromisoformat(day),)


def test_a_feast_may_fall_twice_in_a_year_or_not_at_all() -> None:
    assert [len(feast_days("腊八", year)) for year in (2021, 2022, 2023, 2024)] == [1, 2, 0, 1]
    assert {day.year for day in feast_days("腊八", 2022)} == {2022}


@pytest.mark.parametrize("words", ["小年", "三月十五", "店庆", "8月15日", "教師節", ""])
def test_what_may_mean_several_days_is_no_feast(words: str) -> None:
    assert lunar_feast(words) == ""


def test_the_thirtieth_of_a_month_of_29_days_is_left_out() -> None:
    """From 2025 to 2029 no lunar year ends on a thirtieth."""
    found = {year: feast_days("腊月三十", year) for year in range(2025, 2031)}
    assert [year for year, days in found.items() if days] == [2030]
    assert found[2030] == feast_days("除夕", 2030) == (datetime.date(2030, 2, 2),)
