"""Which range of figures the words of a tier stand for, and where two of them do not meet."""

from __future__ import annotations

import math

import pytest

from handbook.check.consistency.tiers import tier_of
from handbook.read.nodes import Text

TIERS = (
    "- kind: policy\n  id: p\n  title: 制度\n  articles:\n"
    "    - {id: a, table: {columns: [档, 结果], rows: [%s]}}\n"
)


@pytest.mark.parametrize(
    ("words", "low", "high", "low_in", "high_in"),
    [
        ("85分以上", 85, math.inf, True, False),
        ("不少于85分", 85, math.inf, True, False),
        ("超过85分", 85, math.inf, False, False),
        ("85分以外", 85, math.inf, False, False),
        ("85分以下", -math.inf, 85, False, True),
        ("不超过85分", -math.inf, 85, False, True),
        ("不满85分", -math.inf, 85, False, False),
        ("85分未满", -math.inf, 85, False, False),
        ("60至85分", 60, 85, True, True),
        ("85分", 85, 85, True, True),
        ("4-6", 4, 6, True, True),
        ("4", 4, 4, True, True),
    ],
)
def test_words_say_which_ends_belong_to_a_tier(
    words: str, low: float, high: float, low_in: bool, high_in: bool
) -> None:
    tier = tier_of(Text.at(words, "p.yml", 1, 1))
    assert tier is not None
    assert (tier.low, tier.high, tier.low_in, tier.high_in) == (low, high, low_in, high_in)


@pytest.mark.parametrize("words", ["一般", "超过一般", "60至85分左右"])
def test_other_words_are_no_tier(words: str) -> None:
    assert tier_of(Text.at(words, "p.yml", 1, 1)) is None


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        ("不满60分", "60分以上", []),
        ("60分以下", "超过60分", []),
        ("60分以下", "60分以上", ["overlapping-tiers"]),
        ("不满60分", "超过60分", ["gap-between-tiers"]),
        ("1-3天", "4-7天", []),
        ("1-3天", "5-7天", ["gap-between-tiers"]),
        ("1-3小时", "4-7小时", []),
        ("1-30分钟", "31-60分钟", []),
        ("0%-60%", "61%-80%", ["gap-between-tiers"]),
    ],
)
def test_two_tiers_that_follow_each_other_meet_once(rules, lower, upper, expected) -> None:
    assert rules(TIERS % f"['{lower}', 甲], ['{upper}', 乙]") == expected


@pytest.mark.parametrize(
    ("lower", "upper", "shown"),
    [("1-3天", "5-7天", "3天"), ("1-3小时", "5-7小时", "3小时"), ("1-3分钟", "5-7分钟", "3分钟")],
)
def test_a_gap_is_told_in_the_unit_of_its_ends(problems, lower, upper, shown) -> None:
    (found,) = problems(TIERS % f"['{lower}', 甲], ['{upper}', 乙]")
    assert dict(found.details)["at"] == shown
