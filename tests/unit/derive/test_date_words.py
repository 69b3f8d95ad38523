"""Dates in words and in English, told in figures."""

from __future__ import annotations

import pytest

from handbook.derive.date_words import in_figures, month_named


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("1 May", "5月1日"),
        ("May 1st", "5月1日"),
        ("the 1st of May", "5月1日"),
        ("Sept. 30", "9月30日"),
        ("on the 1st of each month", "1日"),
        ("the 15th day", "15日"),
        ("1st", "1日"),
        ("5 to 25", "5日至25日"),
        ("5 to 8 March", "3月5日至3月8日"),
        ("March 5-8", "3月5日至3月8日"),
        ("28 March to 2 April", "3月28日至4月2日"),
        ("March 28 to April 2", "3月28日至4月2日"),
        ("March to May", "3月至5月"),
        ("May", "5月"),
        ("五月一日", "5月1日"),
        ("十月十日", "10月10日"),
        ("十二月二十五日", "12月25日"),
        ("每月三十日", "每月30日"),
        ("every Monday", "Monday"),
        ("on Monday", "Monday"),
    ],
)
def test_a_date_is_told_in_figures(words: str, told: str) -> None:
    assert in_figures(words) == told


@pytest.mark.parametrize("words", ["农历八月十五日", "正月十五日", "腊月八日", "周一", "天晴时"])
def test_other_words_stand_as_they_are(words: str) -> None:
    assert in_figures(words) == words


def test_a_month_is_known_by_its_name_and_its_short_name() -> None:
    assert [month_named(word) for word in ("January", "jan", "Sept", "DEC")] == [1, 1, 9, 12]


def test_a_word_that_only_begins_like_a_month_is_none() -> None:
    assert month_named("Marching") is None
