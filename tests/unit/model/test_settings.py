"""What handbook.yml may say, and what is said of anything else."""

from __future__ import annotations

import pytest
from tests.written import handbook_of, loaded

from handbook.model.settings import words_alike

TERM = "- {kind: term, id: a, title: 甲, definition: 乙}\n"
BASE = "title: 手册\norganisation: 公司\n"


def settings(more: str):
    return handbook_of(TERM, handbook=BASE + more).settings


def rules(more: str) -> list[str]:
    return [each.rule for each in loaded(TERM, handbook=BASE + more).problems]


def test_what_nobody_says_is_decided() -> None:
    made = settings("")
    assert (made.language, made.paper, made.audiences) == (
        "zh-CN", "A4", ("public", "staff", "manager"),
    )  # fmt: skip
    assert (made.site_url, made.feedback, made.accent, made.synonyms) == (None, None, None, ())


@pytest.mark.parametrize(
    "more",
    [
        "site_url: https://h.example/x", "site_url: http://localhost:8000", "accent: '#0aF9c3'",
        "feedback: mailto:a@b.example", "feedback: https://x.example/?page={address}",
        "synonyms: 退款、退钱", "synonyms: [a/b, 甲|乙]", "paper: Letter", "language: en",
        "accent: 待定", "site_url: 待定",
    ],
)  # fmt: skip
def test_addresses_colours_and_synonyms_are_taken(more: str) -> None:
    assert rules(more) == []


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("site_url: ftp://h.example", "bad-address"), ("site_url: https://h ex", "bad-address"),
        ("site_url: https://", "bad-address"), ("accent: '#0aF9c'", "bad-colour"),
        ("accent: '0aF9c3'", "bad-colour"), ("accent: '#0aF9c3f'", "bad-colour"),
        ("feedback: a@b.example", "bad-feedback"), ("feedback: https://x/{page}", "bad-feedback"),
        ("feedback: https://x/}", "bad-feedback"), ("synonyms: 退款", "lone-synonym"),
        ("synonyms: 退款、退款", "lone-synonym"), ("paper: A3", "not-a-choice"),
        ("runs: {keep: 一阵子}", "not-a-duration"),
    ],
)  # fmt: skip
def test_anything_else_is_told(more: str, rule: str) -> None:
    assert rules(more) == [rule]


def test_a_line_of_synonyms_is_parted_at_each_of_their_signs() -> None:
    assert words_alike(" a、b，c,d；e;f/g|h、 ") == ("a", "b", "c", "d", "e", "f", "g", "h")
