"""The words of all topics in every language: the same things said, in each one's own way."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any

import pytest
from opencc import OpenCC

from handbook.languages import LANGUAGES, PROBLEM_FILES, catalogue, record_of
from handbook.languages.filling import FORMS, fill, with_singular

TOPICS = sorted(path.stem for path in (record_of("en").folder / "words").iterdir())
FULL_WIDTH = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef]+")
# What is alike in two languages: signs, numbers and names of programs.
ALIKE = re.compile(r"(?:\{\w+\}|[\W\d_]|RACI|CSV|JSON|QR|PDF|N/A|yyyy|mm|dd|hh)*")
# A word that both kinds of Chinese write in the same signs is the same word.
TO_TRADITIONAL, TO_SIMPLIFIED = OpenCC("s2tw"), OpenCC("t2s")
# Signs that are both simplified and traditional, of which the converter knows one use only.
ALSO_TRADITIONAL = set("台里后面只干准才系制表松布范周占注吃群峰着床游")


def words(language: str, topic: str) -> dict[str, str]:
    return dict(_leaves(catalogue(language, topic)))


def _leaves(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def fields(template: str) -> set[str]:
    named = (name for _, name, _, _ in string.Formatter().parse(template) if name)
    return {name.partition("=")[0] for name in named}


def shown(template: str) -> set[str]:
    """Return the details that are shown; others only choose a form."""
    counted = {found[1] for found in FORMS.finditer(template) if "#" in found[0]}
    return fields(FORMS.sub("", template)) | counted


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_topics_with_the_same_keys(language: str, topic: str) -> None:
    own, chinese = words(language, topic), words("zh-CN", topic)
    own.pop("no-deputy.between", None)  # the sign between titles is only Chinese
    chinese.pop("no-deputy.between", None)
    assert list(own) == list(chinese)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_names_the_same_details(language: str, topic: str) -> None:
    if topic == "fields":
        return  # what editors are told of fields is not filled: {name} is an example
    chinese = words("zh-CN", topic)
    different = {
        key: shown(said) ^ shown(chinese[key])
        for key, said in words(language, topic).items()
        if key not in ("date", "date-short") and shown(said) != shown(chinese[key])
    }
    assert different == {}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty(language: str, topic: str) -> None:
    silent = {key for key, said in words(language, topic).items() if not said}
    assert silent <= {"book-page-before", "book-page-after"}


@pytest.mark.parametrize("topic", TOPICS)
def test_english_is_written_without_chinese_signs(topic: str) -> None:
    found = {
        key: FULL_WIDTH.findall(said)
        for key, said in words("en", topic).items()
        if FULL_WIDTH.search(said)
    }
    assert found == {}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("chinese", ["zh-CN", "zh-TW"])
def test_nothing_is_left_in_english(topic: str, chinese: str) -> None:
    said = words(chinese, topic)
    same = [
        key for key, english in words("en", topic).items()
        if said[key] == english and not ALIKE.fullmatch(english)
    ]  # fmt: skip
    assert same == []


@pytest.mark.parametrize("topic", TOPICS)
def test_traditional_chinese_has_no_simplified_signs(topic: str) -> None:
    left = {
        key: {a for a, b in zip(said, TO_TRADITIONAL.convert(said), strict=False) if a != b}
        for key, said in words("zh-TW", topic).items()
        if simplified(said)
    }
    assert left == {}


def simplified(said: str) -> set[str]:
    """Return the signs of a text that stand in simplified writing only."""
    return {
        sign for sign in set(said) - ALSO_TRADITIONAL
        if TO_TRADITIONAL.convert(sign) != sign and TO_SIMPLIFIED.convert(sign) == sign
    }  # fmt: skip


@pytest.mark.parametrize("topic", TOPICS)
def test_simplified_chinese_has_no_traditional_signs(topic: str) -> None:
    left = {
        key: said for key, said in words("zh-CN", topic).items()
        if TO_SIMPLIFIED.convert(said) != said
    }  # fmt: skip
    assert left == {}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(("language", "foreign"), [("zh-CN", "「」『』"), ("zh-TW", "“”‘’")])
def test_each_chinese_has_its_own_quotes(topic: str, language: str, foreign: str) -> None:
    left = [key for key, said in words(language, topic).items() if set(said) & set(foreign)]
    assert left == []


NAMES = "Windows"  # a message that begins with it keeps its capital letter


@pytest.mark.parametrize("topic", PROBLEM_FILES)
def test_english_problems_are_written_alike(topic: str) -> None:
    """They follow a colon: no capital letter, no full stop; what they name stands in '…'."""
    said = {key: each for key, each in words("en", topic).items() if not each.startswith(NAMES)}
    assert [key for key, each in said.items() if re.match("[A-Z][a-z]", each)] == []
    assert [key for key, each in said.items() if re.search("[“”]", each)] == []
    assert [key for key, each in said.items() if each.endswith(".") and "\n" not in each] == []


# A number before a noun in the plural needs a form for one; after these words it is no noun.
VERBS = "belongs|does|ends|exists|has|holds|is|needs|opens|says|sets|takes|that|was"
_COUNTED = re.compile(rf"\{{\w+\}} (?!(?:[a-z]+ )?(?:{VERBS})\b)(?:[a-z]+ )?[a-z]{{2,}}s\b")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_counted_word_has_its_form_for_one(topic: str) -> None:
    plain = {
        key: _COUNTED.findall(said) for key, said in words("en", topic).items()
        if _COUNTED.search(said)
    }  # fmt: skip
    assert plain == {}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_can_be_filled(topic: str, language: str) -> None:
    for said in words(language, topic).values():
        if FORMS.search(said):
            for number in (0, 1, 2):
                told = fill(said, dict.fromkeys(fields(said), number))
                assert "|" not in told
                assert "#" not in told


def test_one_has_its_form_and_every_other_number_the_other() -> None:
    template = "{n:# step|# steps}, {n:it is|they are} late"
    assert fill(template, {"n": 1}) == fill(template, {"n": "1"}) == "1 step, it is late"
    assert fill(template, {"n": 0}) == "0 steps, they are late"
    assert fill(template, {"n": 12}) == "12 steps, they are late"


def test_a_language_says_itself_which_numbers_take_the_first_form() -> None:
    told = with_singular({"a": {"b": "{n:# étape|# étapes}"}, "c": "{n} fois"}, (0, 1))
    template = told["a"]["b"]
    assert [fill(template, {"n": n}) for n in (0, 1, "1", 2, 10)] == [
        "0 étape", "1 étape", "1 étape", "2 étapes", "10 étapes",
    ]  # fmt: skip
    assert told["c"] == "{n} fois"
    assert with_singular({"a": "{n:# step|# steps}"}, (1,)) == {"a": "{n:# step|# steps}"}
