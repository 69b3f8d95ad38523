"""On which days of a month or year a duty falls."""

from __future__ import annotations

import datetime

import pytest
from tests.written import handbook_of

from handbook.derive.duties import duties
from handbook.derive.fixed import fixed_duties
from handbook.derive.occurrences import occurrences
from handbook.derive.working_days import WorkingDays

YEAR = (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))


def days(schedule: str, effective: str = "", first=YEAR[0], last=YEAR[1]) -> list[str]:
    effective = f"  effective: {effective}\n" if effective else ""
    handbook = handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n"
        f"- kind: procedure\n  id: p\n  title: 事\n{effective}  schedule: {schedule}\n"
        "  steps: [{id: a, do: 做, by: clerk}]\n"
    )
    (duty,) = duties(handbook)
    return [
        f"{each.first:%m-%d}" + ("" if each.first == each.last else f"..{each.last:%m-%d}")
        for each in occurrences(duty, first, last, WorkingDays())
    ]


def test_a_feast_falls_on_its_own_day_each_year() -> None:
    assert days("{every: 年, on: 中秋}") == ["09-25"]


def test_days_that_last_are_told_from_the_first_to_the_last() -> None:
    march = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)
    assert days("{every: 月, on: 5日至25日}", "", *march) == ["03-05..03-25"]


def test_nothing_is_due_before_it_is_in_force() -> None:
    assert days("{every: 季度}", "2026-07-01") == ["09-30", "12-31"]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("{every: 2周, on: 周三}", ["10-07", "10-21", "11-04"]),
        ("{every: 10天}", ["10-01", "10-11", "10-21", "10-31", "11-10"]),
        ("{every: 2个月}", ["10-31"]),
    ],
)
def test_an_interval_counts_from_the_first_day_due(schedule: str, expected: list[str]) -> None:
    autumn = datetime.date(2026, 9, 1), datetime.date(2026, 11, 15)
    assert days(schedule, "2026-10-01", *autumn) == expected


def test_what_is_due_once_is_shown_where_it_overlaps() -> None:
    october = datetime.date(2026, 10, 1), datetime.date(2026, 10, 31)
    assert days("{from: 2026-09-20, to: 2026-10-08}", "", *october) == ["09-20..10-08"]
    assert days("{from: 2026-11-20}", "", *october) == []


def test_a_role_has_the_fixed_duties_of_its_groups() -> None:
    handbook = handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n"
        "- {kind: role, id: all, title: 全体, members: [clerk]}\n"
        "- {kind: procedure, id: p, title: 事, schedule: {every: 周}, "
        "steps: [{id: a, do: 做, by: all}]}\n"
    )
    assert {str(role.id) for role in fixed_duties(handbook)} == {"clerk", "all"}
