"""On which days a rule begins."""

from __future__ import annotations

import datetime

import pytest

from handbook.derive.repeat import LAST, Recurrence

DAY = datetime.date


@pytest.mark.parametrize(
    ("rule", "begins", "does_not"),
    [
        (Recurrence("MONTHLY", month_days=(LAST,)), DAY(2026, 2, 28), DAY(2024, 2, 28)),
        (Recurrence("MONTHLY", month_days=(LAST,)), DAY(2026, 4, 30), DAY(2026, 5, 30)),
        (Recurrence("MONTHLY", month_days=(5,)), DAY(2026, 4, 5), DAY(2026, 4, 30)),
        (Recurrence("YEARLY", months=(3,)), DAY(2026, 3, 9), DAY(2026, 4, 9)),
        (Recurrence("MONTHLY", weekdays=(0,), which=1), DAY(2026, 6, 1), DAY(2026, 6, 8)),
        (Recurrence("MONTHLY", weekdays=(0,), which=2), DAY(2026, 9, 14), DAY(2026, 9, 7)),
        (Recurrence("MONTHLY", weekdays=(4,), which=-1), DAY(2026, 7, 31), DAY(2026, 7, 24)),
        (Recurrence("WEEKLY", weekdays=(2,)), DAY(2026, 10, 7), DAY(2026, 10, 8)),
    ],
)
def test_a_rule_begins_on_its_days_only(
    rule: Recurrence, begins: datetime.date, does_not: datetime.date
) -> None:
    assert rule.falls_on(begins)
    assert not rule.falls_on(does_not)


def test_the_first_day_may_be_the_day_asked_from() -> None:
    rule = Recurrence("MONTHLY", month_days=(5,))
    assert rule.first_from(DAY(2026, 4, 5)) == DAY(2026, 4, 5)
    assert rule.first_from(DAY(2026, 4, 6)) == DAY(2026, 5, 5)


def test_a_leap_day_is_waited_for_over_eight_years() -> None:
    rule = Recurrence("YEARLY", months=(2,), month_days=(29,))
    assert rule.first_from(DAY(1896, 3, 1)) == DAY(1904, 2, 29)


def test_a_rule_without_any_day_says_so() -> None:
    with pytest.raises(ValueError, match="no day fits"):
        Recurrence("YEARLY", months=(2,), month_days=(30,)).first_from(DAY(2026, 1, 1))
