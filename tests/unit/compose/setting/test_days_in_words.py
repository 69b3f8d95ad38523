"""The days of a schedule as English says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markupsafe import Markup

from handbook.compose.setting.days_in_words import DaysInWords
from handbook.languages import DayWords, record_of
from handbook.read.nodes import Text


def english(plain: Callable[[Text], Markup] = Markup) -> DaysInWords:
    words = record_of("en").days
    assert isinstance(words, DayWords)
    return DaysInWords(words, plain)


def said(every: str, unit: str | None, *days: str) -> str:
    texts = [Text.at(day, "content/a.yml", 1, 1) for day in days]
    return str(english(lambda day: Markup(f"<{day}>")).on_days(every, unit, texts))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("Monday", "every Monday"), ("周二", "every Tuesday"), ("Wed", "every Wednesday"),
        ("Thursday", "every Thursday"), ("Fri", "every Friday"), ("周六", "every Saturday"),
        ("Sunday", "every Sunday"),
        ("working days", "every working day"), ("工作日", "every working day"),
        ("business days", "every working day"), ("weekdays", "every weekday"),
        ("Mon-Fri", "every Monday to Friday"), ("weekends", "every weekend"),
        ("周末", "every weekend"), ("Sat, Sun", "every Saturday and Sunday"),
        ("Sat-Mon", "every Saturday to Monday"), ("周一、周三", "every Monday and Wednesday"),
        ("Mon-Wed", "every Monday to Wednesday"),
        ("Mon, Tue, Thu", "every Monday, Tuesday and Thursday"),
    ],
)  # fmt: skip
def test_weekdays_stand_in_place_of_how_often(day: str, words: str) -> None:
    assert said("weekly", "week", day) == words
    assert said("daily", "day", day) == words


@pytest.mark.parametrize(
    ("unit", "day", "words"),
    [
        ("month", "1st", "x on the 1st"), ("month", "22日", "x on the 22nd"),
        ("month", "3号", "x on the 3rd"), ("month", "11th", "x on the 11th"),
        ("month", "last day", "x on the last day"), ("month", "月底", "x on the last day"),
        ("month", "first Monday", "x on the first Monday"),
        ("month", "last Friday", "x on the last Friday"),
        ("month", "第二个周二", "x on the second Tuesday"),
        ("month", "1st to 5th", "x on the 1st to the 5th"),
        ("month", "10日至20日", "x on the 10th to the 20th"),
        ("year", "1 May", "x on 1 May"), ("year", "12月31日", "x on 31 December"),
        ("year", "5月1日至7日", "x on 1–7 May"),
        ("year", "June", "x in June"), ("year", "6月", "x in June"),
        ("year", "Christmas", "x on <Christmas>"), ("month", "whenever", "x on <whenever>"),
        ("month", "Monday", "x on Monday"),
        ("year", "first Monday of May", "x on the first Monday in May"),
    ],
)  # fmt: skip
def test_a_date_or_a_month_follows_how_often(unit: str, day: str, words: str) -> None:
    assert said("x", unit, day) == words


def test_several_days_are_joined_each_by_its_kind() -> None:
    assert said("x", "quarter", "April", "July", "1st") == "x on the 1st in April and July"
    assert said("x", "month", "Monday", "1st", "2nd") == "x on Monday, the 1st and the 2nd"
    assert said("x", None, "Friday") == "x on Friday"
    assert said("x", "month") == "x"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (30, "30th"), (31, "31st"),
    ],
)  # fmt: skip
def test_a_number_in_a_row_has_its_ending(number: int, words: str) -> None:
    assert english().words.ordinals[number - 1] == words


def test_words_are_listed_with_commas_and_an_and() -> None:
    listed = english().listed
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "<c"]) == Markup("a, b and <c")
