"""What people read when something is wrong."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from reported import CHINESE, ENGLISH, line_at

from handbook.cli.report import Finding, text
from handbook.problems import Place

GOLDEN = Path(__file__).parent / "golden"
CASES = {"zh-CN": CHINESE, "en": ENGLISH}


@pytest.mark.parametrize("language", CASES)
def test_findings_read_as_they_should(language: str) -> None:
    told = click.unstyle(text.report(CASES[language], language, line_at, 144))
    assert told == (GOLDEN / f"text.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh-CN", "✓ 144 条定义，没有问题\n"),
        ("zh-TW", "✓ 144 條定義，沒有問題\n"),
        ("en", "✓ 144 definitions, no problems\n"),
    ],
)
def test_all_is_well_takes_one_line(language: str, line: str) -> None:
    assert click.unstyle(text.report([], language, line_at, 144)) == line


def test_known_findings_are_counted_and_not_shown() -> None:
    told = click.unstyle(text.report([], "en", line_at, 144, known=2))
    assert told == "✓ 144 definitions, no problems (2 known findings besides)\n"


def test_one_of_a_thing_is_told_in_the_singular() -> None:
    finding = Finding(Place("content/a.yml"), "no-settings", "warning", "odd", None)
    told = click.unstyle(text.report([finding], "en", line_at, 1))
    assert told.endswith("\n0 errors, 1 warning in 1 definition\n")


def test_what_would_act_on_the_terminal_is_made_harmless() -> None:
    finding = Finding(Place("content/a.yml"), "bad-id", "error", "'\x1b[31m\u202ered'", "\x07bell")
    told = click.unstyle(text.report([finding], "en", lambda _: "id: \x1b[2J", 1))
    assert not {"\x1b", "\u202e", "\x07"} & set(told)


def test_a_message_stays_on_its_line_and_ends_somewhere() -> None:
    finding = Finding(Place("content/a.yml"), "bad-id", "error", "a\nb " + "c" * 9999, None)
    first = click.unstyle(text.report([finding], "en", line_at, 1)).split("\n")[0]
    assert "a b c" in first
    assert len(first) < 500
    assert first.endswith("… [bad-id]")
