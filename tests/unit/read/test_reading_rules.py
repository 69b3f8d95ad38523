"""Each rule of reading has an example on disk, and words in every language."""

import string
import tomllib
from pathlib import Path

import pytest

from handbook.languages.filling import fill
from handbook.problems import READING
from handbook.read import FolderTree, read_content

EXAMPLES = Path(__file__).parents[2] / "examples" / "invalid"
WORDS = Path(__file__).parents[3] / "generator" / "handbook" / "languages"
LANGUAGES = ("zh-CN", "en", "zh-TW")
# Links, permissions, bytes and sizes do not travel well in git: test_reading_files makes them.
MADE_BY_TESTS = {
    "binary-file",
    "file-name",
    "link-broken",
    "link-outside",
    "no-content",
    "not-utf-8",
    "too-large",
    "unreadable-file",
}


@pytest.mark.parametrize("rule", sorted(READING.keys() - MADE_BY_TESTS))
def test_the_example_breaks_its_rule_and_no_other(rule):
    found = read_content(FolderTree(EXAMPLES / rule)).problems
    told = "".join(f"{one.place} {one.severity} {one.rule}\n" for one in found)
    assert told == (EXAMPLES / rule / "expected.txt").read_text(encoding="utf-8")
    assert {one.rule for one in found} == {rule}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_cover_the_rules_exactly(language):
    assert words(language).keys() == READING.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", sorted(READING.keys() - MADE_BY_TESTS))
def test_the_words_are_filled_from_the_problem(rule, language):
    for problem in read_content(FolderTree(EXAMPLES / rule)).problems:
        entry = words(language)[problem.rule]
        for template in (entry["message"], entry["hint"][problem.hint]):
            filled = fill(template, dict(problem.details))
            assert filled.strip() == filled != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_give_the_same_hints_with_the_same_details(language):
    chinese, other = words("zh-CN"), words(language)
    for rule, entry in chinese.items():
        assert other[rule]["hint"].keys() == entry["hint"].keys()
        for name, template in {"message": entry["message"], **entry["hint"]}.items():
            translated = {"message": other[rule]["message"], **other[rule]["hint"]}[name]
            assert placeholders(translated) == placeholders(template)


def words(language: str) -> dict:
    return tomllib.loads((WORDS / language / "words" / "read.toml").read_text(encoding="utf-8"))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
