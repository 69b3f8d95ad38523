"""The editions that rule 1 gives, for ever: paper carries them.

Where this fails, the rule changed. Put it back, and give what is better the next number.
"""

from __future__ import annotations

import pytest
from tests.unit.model.edition.golden import FOLDER, handbook_of

from handbook.compose.setting.readers import read_by
from handbook.languages import catalogue
from handbook.model.edition import RULE, RULES, edition_of, mark_of


def told(rule: int) -> str:
    """Return the editions of each audience by a rule, and the marks of steps."""
    whole, lines = handbook_of(), []
    for audience in ("public", "staff", "manager"):
        read = read_by(whole, audience)
        lines += [f"{audience} {d.address} {edition_of(d, read, rule)}" for d in read.definitions]
    steps = whole["proc-complaint"].steps
    lines += [f"{each.id} {mark_of(each, whole['proc-complaint'], whole)}" for each in steps]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_gives_the_editions_it_always_gave(rule: int) -> None:
    assert told(rule) == (FOLDER / f"rule-{rule}.txt").read_text("utf-8")


def test_the_newest_rule_is_in_force() -> None:
    assert max(RULES) == RULE


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-CN", "（内部）"), ("zh-TW", "（內部）"), ("en", "(internal)")],
)
def test_the_words_for_what_is_kept_back_count_and_stay(language: str, words: str) -> None:
    assert catalogue(language, "labels")["kept-back"] == words
