"""A type of field is one record: complete, told in every language, and named nowhere else."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from tests.written import loaded

from handbook.compose.setting.labels import labels
from handbook.languages import catalogue
from handbook.model.field_types import (
    TYPES,
    TYPICAL,
    FieldType,
    looks_right,
    type_named,
    types_with,
)
from handbook.model.settings import LANGUAGES

PROJECT = Path(__file__).parents[3]
EACH = pytest.mark.parametrize("type", TYPES.values(), ids=TYPES.keys())
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def test_a_record_leaves_no_question_open():
    assert all(each.default is MISSING for each in fields(FieldType))
    known = {each.name: getattr(TYPES["text"], each.name) for each in fields(FieldType)}
    del known["look"], known["pdf"]
    with pytest.raises(TypeError, match="missing 2 required keyword-only arguments: 'look' and"):
        FieldType(**known)


@EACH_LANGUAGE
@EACH
def test_what_is_wrong_and_how_it_is_written_has_words(type: FieldType, language: str):
    if type.wrong:
        assert type.wrong in catalogue(language, "check")["unfit-default"]["kind"]
    if type.pattern:
        assert f"error-{type.wrong}" in catalogue(language, "desk")["form"]
    if type.look == "date":
        assert labels(language)(f"{type.name}-blanks")
        assert labels(language)(f"input-{type.name}")


@EACH
def test_a_pattern_takes_the_whole_answer_and_no_empty_one(type: FieldType):
    assert not type.pattern or not looks_right(type, "")
    assert not type.pattern or type.wrong


@EACH
def test_a_width_has_room_in_a_row(type: FieldType):
    assert 1 <= type.width <= 12
    assert 1 <= type.share <= 12


@pytest.mark.parametrize("key", TYPICAL)
def test_each_key_means_something_with_the_type_that_is_named_for_it(key):
    assert key in type_named(TYPICAL[key]).keys
    assert types_with(key)[0] == TYPICAL[key]


@pytest.mark.parametrize(
    ("type", "words", "fits"),
    [
        ("number", "1,200.50", True), ("number", "1,2", False), ("money", "12元", False),
        ("score", "-1", True), ("phone", "8800", True), ("phone", "(010) 12345", True),
        ("phone", "12", False), ("phone", "-----", False), ("date", "2026-02-29", False),
        ("date", "2026-02-28", True), ("time", "25:00", False), 
        ("datetime", "2026-10-01T8:30", True),
        ("yes-no", "是", True), ("yes-no", "maybe", False), ("text", "anything", True),
    ],
)  # fmt: skip
def test_answers_look_as_the_type_says(type: str, words: str, fits: bool):
    assert looks_right(TYPES[type], words) == fits


# A comparison of a type with a word, in Python, in a template or in a script.
COMPARED = re.compile(
    r"""(?:\btype\b|\.value)\)?\s*(?:[!=]==?|not in|in)\s*[(\["']\s*["']?([a-z-]+)"""
)


def test_types_are_told_apart_nowhere_else():
    found = [
        f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"
        for folder in ("generator/handbook", "templates")
        for path in sorted((PROJECT / folder).rglob("*"))
        if path.suffix in (".py", ".html", ".md", ".js") and path.name != "field_types.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if any(each in TYPES for each in COMPARED.findall(line))
    ]
    assert found == []


def test_a_column_of_a_table_is_no_table() -> None:
    column = "{label: 乙, type: table}"
    field = f"{{label: 甲, type: table, columns: [{column}]}}"
    form = f"{{kind: form, id: f, title: 表, groups: {{fields: [{field}]}}}}"
    (found,) = loaded(form).problems
    assert (found.rule, dict(found.details)["text"]) == ("not-a-choice", "table")
