"""Lengths of time as people who write English put them, and their brothers in Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.durations import DAY, HOUR, MINUTE, Duration, parse_duration
from handbook.model.numerals import folded, number
from handbook.read.nodes import Text

WEEK, MONTH, YEAR = 7 * DAY, 30 * DAY, 365 * DAY


def duration(words: str) -> Duration | None:
    return parse_duration(Text.at(words, "content/a.yml", 1, 1))


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("3 days", 3 * DAY), ("5 working days", 5 * DAY), ("2 business days", 2 * DAY),
        ("1 working day", DAY), ("5 Working Days", 5 * DAY), ("3 workdays", 3 * DAY),
        ("an hour", HOUR), ("a day", DAY), ("one year", YEAR), ("two weeks", 2 * WEEK),
        ("twelve months", 12 * MONTH), ("twenty-four hours", DAY), ("forty five minutes", 45 * 60),
        ("1 hour 30 minutes", 90 * 60), ("1 hour, 30 minutes", 90 * 60),
        ("1 hour and 30 min", 90 * 60), ("1h 30m", 90 * 60), ("2 days and 4 hours", 52 * HOUR),
        ("half a day", 12 * HOUR), ("half an hour", 1800), ("half-day", 12 * HOUR),
        ("half a year", 182.5 * DAY), ("an hour and a half", 5400), ("one and a half hours", 5400),
        ("two and a half days", 2.5 * DAY), ("2½ days", 2.5 * DAY), ("2 1/2 days", 2.5 * DAY),
        ("½ hour", 1800), ("1.5 hours", 5400), ("a quarter of an hour", 900),
        ("three quarters of an hour", 2700), ("a quarter", 91 * DAY), ("2 quarters", 182 * DAY),
        ("24 hrs", DAY), ("24hrs", DAY), ("10 mins", 600), ("10 mins.", 600), ("30 secs", 30),
        ("30 SECONDS", 30), ("2 wks", 2 * WEEK), ("5 yrs", 5 * YEAR), ("6 mths", 6 * MONTH),
        ("a fortnight", 14 * DAY), ("a couple of days", 2 * DAY), ("10 calendar days", 10 * DAY),
        ("two full days", 2 * DAY), ("3 clear working days", 3 * DAY), ("24-hour", DAY),
        ("1,000 hours", 1000 * HOUR), ("4 working hours", 4 * HOUR), (" 3  days ", 3 * DAY),
        ("三刻钟", 45 * MINUTE), ("1小时零5分钟", 3900), ("3个自然日", 3 * DAY),
        ("2個營業日", 2 * DAY), ("一个钟头", HOUR),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_seconds(words, seconds):
    assert duration(words).high == seconds


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("3-5 days", 3, 5), ("3 – 5 days", 3, 5), ("3 to 5 working days", 3, 5),
        ("between 3 and 5 days", 3, 5), ("from 2 to 3 weeks", 14, 21), ("2 or 3 days", 2, 3),
        ("two to three weeks", 14, 21), ("2 days to 1 week", 2, 7),
        ("six months to a year", 180, 365),
        ("a week or ten days", 7, 10), ("1-2 business days", 1, 2),
        ("between a day and a week", 1, 7),
    ],
)  # fmt: skip
def test_a_range_has_two_ends(words, low, high):
    found = duration(words)
    assert (found.low, found.high) == (low * DAY, high * DAY)


@pytest.mark.parametrize(
    "words", ["3 months ± 1 week", "3 months +/- 1 week", "3mo plus or minus 7d"]
)
def test_a_margin_is_said_in_signs_or_in_words(words):
    found = duration(words)
    assert (found.high, found.margin) == (90 * DAY, WEEK)


@pytest.mark.parametrize(
    "words",
    ["5 working days", "2 business days", "a working day", "2 WORKDAYS", "3-5 weekdays",
     "two or three working days", "2個營業日"],
)  # fmt: skip
def test_working_days_are_known_as_such(words):
    assert duration(words).in_working_days


@pytest.mark.parametrize("words", ["3 days", "a week", "4 working hours", "10 calendar days"])
def test_other_days_are_none(words):
    assert not duration(words).in_working_days


@pytest.mark.parametrize(
    "words",
    ["soon", "days", "three", "day", "5 to 3 days", "2 moons", "30m", "1 hour 30", "3 days ago",
     "a few days", "3 working", "an", "half", "-3 days", "hourſ", "2 mon"],
)  # fmt: skip
def test_what_is_no_length_of_time_is_not_guessed(words):
    assert duration(words) is None


@given(st.integers(1, 99), st.sampled_from(["day", "working day", "business day", "week", "hour"]))
def test_one_and_many_full_width_and_capitals_say_the_same(count, unit):
    plain = duration(f"{count} {unit}s")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in str(count))
    for words in (
        f"{count} {unit}",
        f"{count}{unit}s",
        f"{count} {unit.upper()}S",
        f"{wide} {unit}s",
    ):
        assert (duration(words).high, duration(words).in_working_days) == (
            plain.high, plain.in_working_days
        )  # fmt: skip


@given(st.text(alphabet="0123456789.,-/½ abdefhikmnoqrstuvwxyz±", max_size=24))
def test_reading_never_fails_on_anything_like_english(words):
    found = duration(words)
    assert found is None or 0 <= found.low <= found.high


@pytest.mark.parametrize(
    ("words", "value"),
    [("a", 1), ("forty-five", 45), ("ninety nine", 99), ("two and a half", 2.5), ("1,250", 1250),
     ("3/4", 0.75), ("2 1/2", 2.5), ("half an", 0.5), ("十二", 12), ("兩", 2), ("半", 0.5)],
)  # fmt: skip
def test_a_number_is_read_in_words_and_figures(words, value):
    assert number(folded(words)) == value
