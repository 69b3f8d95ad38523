"""A standard stands for a limit: its value is read as a limit is, or it is told."""

from __future__ import annotations

import datetime

import pytest
from tests.written import handbook_of

from handbook.check import check
from handbook.model.durations import DAY

MINUTE = 60


def made(standard: str, where: str = 'within: "[[slow]]"'):
    return handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n"
        "- {kind: standard, id: quick, title: Quick, value: 30分钟}\n"
        f"- {{kind: standard, id: slow, title: Slow, {standard}}}\n"
        f"- {{kind: procedure, id: p, title: 事, steps: [{{id: a, do: 做, by: clerk, {where}}}]}}\n"
    )


def told(handbook) -> list[str]:
    day = datetime.date(2026, 3, 1)
    rules = [each.rule for each in check(handbook, day)]
    return [rule for rule in rules if rule == "standard-without-time"]


@pytest.mark.parametrize(
    ("standard", "seconds"),
    [
        ("value: 5 business days", 5 * DAY), ("value: 5 working days", 5 * DAY),
        ("value: 2个工作日", 2 * DAY), ("value: 不超过30分钟", 30 * MINUTE), ("value: 当天", DAY),
        ("value: '[[quick]]'", 30 * MINUTE), ("value: 立即", 0),
        ("levels: [{when: 甲, value: 10分钟}, {when: 乙, value: 20分钟}]", 20 * MINUTE),
        ("value: 5分钟, levels: [{when: 乙, value: '[[quick]]'}]", 30 * MINUTE),
    ],
)  # fmt: skip
def test_the_value_of_a_standard_is_a_limit(standard: str, seconds: float) -> None:
    handbook = made(standard)
    span = handbook["p"].steps[0].within.within
    assert handbook.seconds(span) == seconds
    assert told(handbook) == []


@pytest.mark.parametrize("standard", ["value: 待定", "value: 16:00前", "value: 尽快"])
def test_what_is_open_or_has_no_length_is_a_limit_too(standard: str) -> None:
    handbook = made(standard)
    assert handbook.seconds(handbook["p"].steps[0].within.within) is None
    assert told(handbook) == []


@pytest.mark.parametrize(
    "where",
    ['within: "[[slow]]"', 'within: {within: "[[slow]]", after: 来信}',
     'escalate: {after: "[[slow]]", to: clerk}', 'schedule: {every: 周, within: "[[slow]]"}',
     'schedule: {after: {event: 提车, at: "[[slow]]"}}',
     'schedule: {when: {event: 提车, within: "[[slow]]"}}'],
)  # fmt: skip
@pytest.mark.parametrize(
    "standard", ["value: soon", "value: 3次", "levels: [{when: 甲, value: 20元}]"]
)
def test_a_standard_that_is_no_time_is_told_wherever_it_is_a_limit(where, standard) -> None:
    assert told(made(standard, where)) == ["standard-without-time"]


def test_a_promise_is_judged_by_the_standard_of_a_step() -> None:
    handbook = handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n"
        "- {kind: standard, id: slow, title: Slow, value: 9 business days}\n"
        "- {kind: procedure, id: p, title: 事, promise: {within: 4天, to: 客户},"
        ' steps: [{id: a, do: 做, by: clerk, within: "[[slow]]"}]}\n'
    )
    rules = [each.rule for each in check(handbook, datetime.date(2026, 3, 1))]
    assert "broken-promise" in rules


def test_standards_that_name_each_other_say_nothing() -> None:
    handbook = made("value: '[[slow]]'")
    assert handbook.seconds(handbook["p"].steps[0].within.within) is None
    assert told(handbook) == ["standard-without-time"]
