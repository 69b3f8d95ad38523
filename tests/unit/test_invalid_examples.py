"""Each rule has an example that breaks it and no other, and words in every language."""

import datetime
import string
from pathlib import Path

import pytest

from handbook.check.known import judge
from handbook.languages import LANGUAGES, catalogue, rules, tell
from handbook.model.load import load
from handbook.problems import CHECKING, CONSISTENCY, MODELLING, PRINTING, READING

EXAMPLES = Path(__file__).parents[1] / "examples"
TODAY = datetime.date(2026, 3, 1)
OURS = sorted({**MODELLING, **CHECKING, **CONSISTENCY})


def problems_in(project: Path) -> list:
    return list(judge(project, load(project), TODAY).problems)


@pytest.mark.parametrize("rule", OURS)
def test_the_example_breaks_its_rule_and_no_other(rule):
    folder = EXAMPLES / "invalid" / rule
    told = [f"{each.place} {each.severity} {each.rule}" for each in problems_in(folder)]
    assert told == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {line.split()[-1] for line in told} == {rule}


@pytest.mark.parametrize("rule", sorted(p.name for p in (EXAMPLES / "invalid").iterdir()))
def test_a_file_that_cannot_be_read_brings_no_problems_of_other_stages(rule):
    if rule in READING:
        found = problems_in(EXAMPLES / "invalid" / rule)
        assert {each.rule for each in found} <= READING.keys() | {"no-settings"}


@pytest.mark.parametrize("folder", sorted(p.name for p in (EXAMPLES / "valid").iterdir()))
def test_a_handbook_without_mistakes_has_no_problems(folder):
    assert problems_in(EXAMPLES / "valid" / folder) == []


@pytest.mark.parametrize("rule", OURS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_filled_from_the_problem(rule, language):
    for problem in problems_in(EXAMPLES / "invalid" / rule):
        for sentence in tell(problem, language):
            assert sentence == sentence.strip() != ""
            assert "None" not in sentence


@pytest.mark.parametrize("topic", ["model", "check", "consistency"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_cover_the_rules_exactly(language, topic):
    expected = {"model": MODELLING, "check": CHECKING, "consistency": CONSISTENCY}[topic]
    assert catalogue(language, topic).keys() == expected.keys()


@pytest.mark.parametrize("rule", sorted({*OURS, *PRINTING}))
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_give_the_same_hints_with_the_same_details(language, rule):
    chinese, other = rules("zh-CN")[rule], rules(language)[rule]
    assert other["line"]
    assert other["hint"].keys() == chinese["hint"].keys()
    assert placeholders(other["message"]) == placeholders(chinese["message"])
    for name, template in chinese["hint"].items():
        assert placeholders(other["hint"][name]) == placeholders(template)


def test_no_rule_stands_in_two_catalogues():
    assert not READING.keys() & MODELLING.keys()
    assert not (READING.keys() | MODELLING.keys()) & CHECKING.keys()
    assert not (READING.keys() | MODELLING.keys() | CHECKING.keys()) & CONSISTENCY.keys()


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
