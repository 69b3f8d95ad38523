"""Days of the week as people write them."""

from __future__ import annotations

import pytest

from handbook.model.weekdays import days_named, group_named, weekdays


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("周一", (0,)), ("星期二", (1,)), ("礼拜三", (2,)), ("週四", (3,)), ("禮拜五", (4,)),
        ("周六", (5,)), ("周日", (6,)), ("星期天", (6,)), ("每周一", (0,)),
        ("周一至周五", (0, 1, 2, 3, 4)), ("周一到五", (0, 1, 2, 3, 4)), ("周六~周日", (5, 6)),
        ("周六至周一", (0, 5, 6)), ("周日至周六", (0, 1, 2, 3, 4, 5, 6)),
        ("Monday", (0,)), ("tues", (1,)), ("Wednesdays", (2,)), ("Thurs.", (3,)), ("fri", (4,)),
        ("every Saturday", (5,)), ("Sun", (6,)), ("thur", (3,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)), ("Friday to Monday", (0, 4, 5, 6)),
        ("Tue through Thu", (1, 2, 3)), ("sat until sun", (5, 6)),
    ],
)  # fmt: skip
def test_a_day_or_a_span_of_days_is_known(words: str, days: tuple[int, ...]) -> None:
    assert days_named(words) == weekdays(words) == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("周一、三、五", (0, 2, 4)), ("周一，周三", (0, 2)), ("周一至三、周六", (0, 1, 2, 5)),
        ("周一 和 周四", (0, 3)), ("Monday and Thursday", (0, 3)), ("Mon, Wed, and Fri", (0, 2, 4)),
        ("工作日", (0, 1, 2, 3, 4)), ("每个工作日", (0, 1, 2, 3, 4)), ("Weekdays", (0, 1, 2, 3, 4)),
        ("business day", (0, 1, 2, 3, 4)), ("workdays", (0, 1, 2, 3, 4)),
        ("周末", (5, 6)), ("週末", (5, 6)), ("weekend", (5, 6)), ("weekends", (5, 6)),
        ("工作日、周六", (0, 1, 2, 3, 4, 5)), ("每個工作日", (0, 1, 2, 3, 4)),
        ("每天", (0, 1, 2, 3, 4, 5, 6)), ("每日", (0, 1, 2, 3, 4, 5, 6)),
        ("Daily", (0, 1, 2, 3, 4, 5, 6)), ("every day", (0, 1, 2, 3, 4, 5, 6)),
        ("周一、周一", (0, 0)), ("周一;周二/周三&周四", (0, 1, 2, 3)),
    ],
)  # fmt: skip
def test_several_days_are_known_each_as_often_as_it_is_named(
    words: str, days: tuple[int, ...]
) -> None:
    assert weekdays(words) == days


@pytest.mark.parametrize("words", ["", "、", "一", "三、五", "周八", "Munday", "周一、甲", "5日"])
def test_other_words_name_no_days(words: str) -> None:
    assert weekdays(words) is None


def test_working_days_and_weekends_are_groups_and_single_days_are_none() -> None:
    assert group_named("每个工作日") == group_named("Working Days") == (0, 1, 2, 3, 4)
    assert group_named("周末") == (5, 6)
    assert group_named("周一") is None
