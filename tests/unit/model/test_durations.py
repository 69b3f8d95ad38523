"""Lengths of time: what people write, what is made of it, how it is written again."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handbook.languages import LANGUAGES
from handbook.model.durations import DAY, UNITS, Duration, days_meant, later, parse_duration, spell
from handbook.read.nodes import Text


def duration(words: str) -> Duration | None:
    return parse_duration(Text.at(words, "content/a.yml", 1, 1))


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("20秒", 20), ("3分钟", 180), ("24小时", DAY), ("2天", 2 * DAY), ("2个工作日", 2 * DAY),
        ("1周", 7 * DAY), ("3个月", 90 * DAY), ("1年", 365 * DAY),
        ("20s", 20), ("3min", 180), ("24h", DAY), ("2d", 2 * DAY), ("2wd", 2 * DAY),
        ("1w", 7 * DAY), ("3mo", 90 * DAY), ("1y", 365 * DAY),
        ("30分鐘", 1800), ("2小時", 7200), ("1個月", 30 * DAY), ("兩週", 14 * DAY),
        ("2個工作日", 2 * DAY),
        ("半小时", 1800), ("1个半小时", 5400), ("两天半", 2.5 * DAY), ("一年半", 547.5 * DAY),
        ("1小时30分钟", 5400), ("1h30min", 5400), ("1.5h", 5400), ("24 小时", DAY), ("2D", 2 * DAY),
        ("十天", 10 * DAY), ("二十五天", 25 * DAY), ("３天", 3 * DAY),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_seconds(words, seconds):
    assert duration(words).high == seconds


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("7-10天", 7, 10),
        ("7至10天", 7, 10),
        ("1-2周", 7, 14),
        ("1周-1个月", 7, 30),
        ("2~4wd", 2, 4),
    ],
)
def test_a_range_has_two_ends(words, low, high):
    found = duration(words)
    assert (found.low, found.high) == (low * DAY, high * DAY)


def test_what_stands_after_plus_minus_is_a_margin():
    found = duration("3个月±1周")
    assert (found.high, found.margin) == (90 * DAY, 7 * DAY)


@pytest.mark.parametrize("words", ["2个工作日", "2wd", "1-3个工作日", "2個工作日"])
def test_working_days_are_known_as_such(words):
    assert duration(words).in_working_days


@pytest.mark.parametrize(
    "words", ["", "天", "3", "3块", "10-7天", "±1天", "三五天", "十十天", "-1天", "1天后", "永久",
              "10.8日", "1.5日", "10-8日"]
)
def test_anything_else_is_no_length_of_time(words):
    assert duration(words) is None


@given(st.text(alphabet="0123456789.-~±半一二两十零个個 天日周月年小时工作wdhmin至到", max_size=12))
@example("十十天")
@example("9" * 400 + "年")
def test_reading_never_fails_and_a_duration_has_ends_in_order(words):
    found = duration(words)
    if found:
        assert 0 <= found.low <= found.high
        assert later(datetime.date(2026, 1, 31), found) >= datetime.date(2026, 1, 31)


@given(st.text(max_size=20))
def test_reading_never_fails_on_any_text(words):
    assert duration(words) is None or duration(words).high >= 0


@given(st.integers(0, 999_999), st.sampled_from(sorted(UNITS)))
def test_a_number_and_a_unit_are_that_many_seconds(count, unit):
    assert duration(f"{count}{unit}").high == count * UNITS[unit]


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_what_was_spelt_is_read_as_the_same_length(seconds, language):
    assert duration(spell(seconds, language)).high == seconds


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0秒"),
        (93600, "26小时"),
        (DAY, "1天"),
        (5400, "1小时30分钟"),
        (4 * DAY + 3600, "4天1小时"),
    ],
)
def test_people_count_in_hours_before_they_count_in_days(seconds, words):
    assert spell(seconds, "zh-CN") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (300, "5 min"),
        (3600, "1 hour"),
        (93600, "26 hours"),
        (DAY, "1 day"),
        (5400, "1 hour 30 min"),
        (4 * DAY + 3600, "4 days 1 hour"),
    ],
)
def test_english_parts_a_number_from_its_word_and_knows_one_from_many(seconds, words):
    assert spell(seconds, "en") == words


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        ("2026-01-31", "1个月", "2026-02-28"), ("2028-02-29", "1年", "2029-02-28"),
        ("2026-10-01", "半年", "2027-04-01"), ("2026-10-01", "1季度", "2027-01-01"),
        ("2026-12-31", "2周", "2027-01-14"), ("2026-01-01", "1-2年", "2028-01-01"),
        ("2026-01-01", "999999年", "9999-12-31"), ("2026-01-01", "999999周", "9999-12-31"),
    ],
)  # fmt: skip
def test_months_and_years_go_by_the_calendar(start, words, end):
    assert later(datetime.date.fromisoformat(start), duration(words)).isoformat() == end


@pytest.mark.parametrize(("words", "days"), [
    ("10.8日", "10.8"), ("10-8日", "8-10"), ("10/8日", "8-10"), ("１０-8 号", "8-10"),
    ("10.8天", ""),
    ("10-8天", ""), ("3日", ""), ("10月8日", ""),
])  # fmt: skip
def test_what_may_be_a_date_is_told_as_days(words, days):
    assert days_meant(words) == days
