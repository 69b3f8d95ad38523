"""Figures with their units, read out of running text."""

from __future__ import annotations

import pytest

from handbook.check.consistency.quantities import number, quantities


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("半", 0.5), ("1,200", 1200), ("1.5", 1.5), ("零", 0), ("九", 9), ("十", 10), ("十二", 12),
        ("二十", 20), ("百", 100), ("两百", 200), ("兩百", 200), ("三百二十一", 321),
    ],
)  # fmt: skip
def test_digits_and_numerals_are_numbers(words: str, figure: float) -> None:
    assert number(words) == figure


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("30分钟至2小时", "s", 1800, 7200),
        ("1小时-90分钟", "s", 3600, 5400),
        ("500元至1万元", "元", 500, 10000),
        ("第3至5日", "no.s", 3 * 86400, 5 * 86400),
        ("半天", "s", 43200, 43200),
        ("3次", "次", 3, 3),
    ],
)
def test_a_range_has_both_ends_in_one_unit(text: str, unit: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.unit, found.low, found.high) == (unit, low, high)


@pytest.mark.parametrize("text", ["10.8日", "10-8日", "10.5至10.8日", "3-2天"])
def test_what_may_be_a_date_or_runs_backwards_is_no_figure(text: str) -> None:
    assert list(quantities(text)) == []


def test_the_words_and_their_place_are_told() -> None:
    text = "请在 15 秒 内接起"
    (found,) = quantities(text)
    assert found.words == text[found.start : found.end] == "15 秒"


@pytest.mark.parametrize("text", ["10月8日", "10/8日"])
def test_the_day_of_a_date_is_no_span_of_time(text: str) -> None:
    assert not list(quantities(text))


def test_a_day_at_the_very_beginning_is_one() -> None:
    assert [found.low for found in quantities("8日内")] == [8 * 86400]


def test_the_same_amount_in_other_words_is_equal() -> None:
    (hours,), (minutes,), (days,) = map(quantities, ("1小时", "60分钟", "1天"))
    assert hours.equals(minutes)
    assert not hours.equals(days)
