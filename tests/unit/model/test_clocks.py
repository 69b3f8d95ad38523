"""Times of day in the spellings of three languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.clocks import CLOCK, clock, on_the_clock, times_of_day


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("8:30", 8, 30), ("08:30", 8, 30), ("16：00", 16, 0), ("24:00", 24, 0), ("4 pm", 16, 0),
        ("4pm", 16, 0), ("4:30 pm", 16, 30), ("4.30 p.m.", 16, 30), ("4:30 PM", 16, 30),
        ("12 am", 0, 0), ("12 pm", 12, 0), ("12:15 a.m.", 0, 15), ("noon", 12, 0),
        ("Midday", 12, 0),
        ("12 noon", 12, 0), ("midnight", 24, 0), ("16:00 hrs", 16, 0), ("下午4点", 16, 0),
        ("下午4点半", 16, 30), ("上午9:30", 9, 30), ("9點", 9, 0), ("16点05分", 16, 5),
        ("晚上11点", 23, 0), ("中午12点", 12, 0), ("中午1点", 13, 0), ("8点整", 8, 0),
        ("正午", 12, 0),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read(words, hour, minute):
    assert clock(words) == (hour, minute)


@pytest.mark.parametrize(
    "words", ["25:00", "24:30", "13 pm", "0 pm", "4", "4.30", "25点", "tea", ""]
)
def test_anything_else_is_no_time_of_day(words):
    assert clock(words) is None


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("10:00", [(10, 0)]), ("4 pm", [(16, 0)]), ("9:00-11:30", [(9, 0), (11, 30)]),
        ("9-11 am", [(9, 0), (11, 0)]), ("9am–5pm", [(9, 0), (17, 0)]),
        ("9:00 to 11:00", [(9, 0), (11, 0)]), ("from noon to 2 pm", [(12, 0), (14, 0)]),
        ("between 9:00 and 11:00", [(9, 0), (11, 0)]), ("上午9点至11点", [(9, 0), (11, 0)]),
        ("22:00 until 2:00", [(22, 0), (2, 0)]), ("9-11", []), ("8:00-9:00-10:00", []),
    ],
)  # fmt: skip
def test_a_time_may_be_a_span_of_two(words, ends):
    assert list(times_of_day(words)) == ends


def test_the_end_of_a_day_is_the_beginning_of_a_day_on_a_clock():
    assert on_the_clock((24, 0)).isoformat() == "00:00:00"


@given(st.integers(0, 23), st.integers(0, 59))
def test_twelve_and_twenty_four_hours_tell_the_same_time(hour, minute):
    half_of_day = "pm" if hour >= 12 else "am"
    assert clock(f"{hour % 12 or 12}:{minute:02} {half_of_day}") == clock(f"{hour}:{minute:02}")


@given(st.from_regex(re.compile(CLOCK.pattern, re.ASCII), fullmatch=True))
def test_the_pattern_that_editors_are_given_takes_times_only(words):
    over_the_day = re.search(r"24\D*[1-9]|24\D*0[1-9]|24.*半", words)
    assert clock(words) is not None or over_the_day


@pytest.mark.parametrize(
    "words",
    ["1 December 2026", "December 1, 2026", "1st Dec 2026", "Dec. 1 2026", "2026/12/1",
     "2026年12月1日", "2026 Dec 1"],
)  # fmt: skip
def test_a_date_written_in_another_way_is_told_as_it_should_be(load, words):
    text = f"kind: policy\nid: p\ntitle: P\nissued: '{words}'\narticles: {{id: a, text: A}}\n"
    (found,) = load(text).problems
    assert (dict(found.details)["spelt"], found.hint) == ("2026-12-01", "spelt")
