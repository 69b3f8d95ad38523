"""A language is a folder: its record is complete or refused by name, and so are its words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handbook.languages import (
    FALLBACK,
    LANGUAGES,
    UNNAMED,
    DayWords,
    IncompleteLanguage,
    record_of,
)
from handbook.languages.completeness import lacking
from handbook.languages.loading import FILE, language_in

ENGLISH = record_of("en").folder


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, "utf-8")
    return folder


def text_of(language: str = "en") -> str:
    return (record_of(language).folder / FILE).read_text("utf-8")


def test_the_languages_are_the_folders_that_are_there():
    folders = {path.parent.name for path in ENGLISH.parent.glob(f"*/{FILE}")}
    assert folders <= set(LANGUAGES)
    assert {UNNAMED, FALLBACK} <= folders


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_lacks_nothing_that_another_says(language: str):
    assert lacking(record_of(language).folder, record_of(UNNAMED).folder) == []


KEYS = sorted(set(re.findall(r"(?m)^([a-z-]+) = ", text_of())))


@pytest.mark.parametrize("key", KEYS)
def test_a_record_that_lacks_a_key_is_refused_by_name(tmp_path: Path, key: str):
    text = re.sub(rf"(?m)^{key} = (\[\n( .*\n)+\]|.*)\n", "", text_of())
    with pytest.raises(IncompleteLanguage, match=rf"The language fr lacks .*\b{key} in {FILE}"):
        language_in(written(tmp_path, text), "fr")


def test_a_record_without_a_table_is_refused_by_name(tmp_path: Path):
    text = text_of().partition("[quotes]")[0]
    with pytest.raises(IncompleteLanguage, match="The language fr lacks quotes"):
        language_in(written(tmp_path, text), "fr")


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ('name = "English"', "name = 3", "name in language.toml is 3, where str is asked"),
        ("place = 3", 'place = "last"', "place in language.toml is 'last', where int is asked"),
        ("place = 3", "place = true", "where int is asked"),
        ('script = "Latn"', 'script = "Cyrl"', "where Hans or Hant or Latn is asked"),
        ("singular = [1]", "singular = 1", "singular in language.toml is 1"),
        ('day = [" day", " days"]', 'day = [" day"]', "spelt.day in language.toml"),
        ("place = 3", "place = 3\nplase = 3", "says plase in language.toml, which nothing asks"),
        ("place = 3", "place = ", "The language fr, language.toml: "),
    ],
)
def test_a_record_that_says_what_cannot_be_is_refused(
    tmp_path: Path, was: str, now: str, told: str
):
    assert was in text_of()
    with pytest.raises(IncompleteLanguage, match="The language fr") as raised:
        language_in(written(tmp_path, text_of().replace(was, now, 1)), "fr")
    assert told in str(raised.value)


def test_a_folder_without_a_record_is_refused_by_name(tmp_path: Path):
    with pytest.raises(IncompleteLanguage, match=r"The language fr lacks language\.toml"):
        language_in(tmp_path, "fr")


def test_what_a_language_lacks_in_words_is_named(tmp_path: Path):
    folder = tmp_path / "fr"
    shutil.copytree(ENGLISH, folder)
    (folder / "words" / "cli.toml").unlink()
    (folder / "words" / "extra.toml").write_text("")
    labels = folder / "words" / "labels.toml"
    text = labels.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("list-comma"))
    labels.write_text(text.replace(line, 'list-coma = ","'), "utf-8")
    assert lacking(folder, ENGLISH) == [
        "words/cli.toml is missing",
        "words/extra.toml is asked for by nothing",
        "words/labels.toml lacks list-comma",
        "words/labels.toml says list-coma, for which nothing asks",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_that_are_said_have_all_their_words(language: str):
    days = record_of(language).days
    if isinstance(days, DayWords):
        numbers = [len(each) for each in (days.weekdays, days.months, days.which, days.ordinals)]
        assert numbers == [7, 12, 5, 31]
