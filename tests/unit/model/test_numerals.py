"""Numbers as people write them are read in every language and form."""

from __future__ import annotations

import re

import pytest

from handbook.model.numerals import NUMBER, folded, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12), ("1,200", 1200), ("1,234,567", 1234567), ("1.5", 1.5), ("2½", 2.5),
        ("½", 0.5), ("¼", 0.25), ("1¾", 1.75), ("3/4", 0.75), ("10 1/2", 10.5), ("１２", 12),
        ("一", 1), ("两", 2), ("兩", 2), ("九", 9), ("零", 0), ("十", 10), ("十二", 12),
        ("二十", 20), ("三十五", 35), ("两十", 20), ("半", 0.5),
        ("a", 1), ("an", 1), ("a couple of", 2), ("couple of", 2), ("a dozen", 12),
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
        ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17),
        ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40),
        ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ("Twenty-Four", 24), ("ninety nine", 99),
        ("half", 0.5), ("half a", 0.5), ("half an", 0.5), ("a half", 0.5), ("one half", 0.5),
        ("a quarter", 0.25), ("one quarter", 0.25), ("quarter", 0.25), ("three quarters", 0.75),
        ("a quarter of an", 0.25), ("three quarters of a", 0.75), ("quarter of a", 0.25),
        ("a quarter of a", 0.25), ("quarter of an", 0.25), ("three quarters of an", 0.75),
        ("two and a half", 2.5), ("3 and a quarter", 3.25), ("one and three quarters", 1.75),
        ("twenty-one and a half", 21.5),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(words: str, value: float) -> None:
    plain = folded(words)
    assert re.fullmatch(NUMBER, plain)
    assert number(plain) == value


@pytest.mark.parametrize("words", ["", "no", "1/3", "12,34", "1234567", "1.23456", "百", "tenth"])
def test_anything_else_is_no_number(words: str) -> None:
    assert not re.fullmatch(NUMBER, folded(words))


def test_words_are_folded_to_plain_small_ones_with_single_spaces() -> None:
    assert folded("  Ｔwo　 AND \t½ ") == "two and 1/2"
