"""Whatever goes wrong is told in one plain sentence, in every language."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from handbook.cli import faults
from handbook.cli.faults import Fault, sentence
from handbook.cli.words import words_of
from handbook.languages import LANGUAGES

SOURCES = sorted(Path(faults.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unforeseen_fault_names_itself_on_one_line(language: str) -> None:
    told = sentence(ValueError("first\nsecond"), language)
    assert "ValueError: first" in told
    assert "\n" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_the_machine_names_the_file_and_the_reason(language: str) -> None:
    told = sentence(OSError(errno.EACCES, "Permission denied", "/srv/x.yml"), language)
    assert "/srv/x.yml" in told
    assert words_of(language)["faults"]["reasons"]["permission"] in told


def test_an_earlier_stage_may_know_better_what_to_say() -> None:
    class PangoMissing(RuntimeError):
        def told(self, language: str) -> str:
            return f"install Pango ({language})"

    assert sentence(PangoMissing(), "en") == "install Pango (en)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_that_is_raised_has_its_sentence(language: str) -> None:
    raised = {
        key
        for source in SOURCES
        for key in re.findall(r'Fault\("([a-z-]+)"', source.read_text(encoding="utf-8"))
    }
    assert raised
    assert raised <= words_of(language)["faults"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_say_the_same_things(language: str) -> None:
    def keys(table: dict) -> dict:
        return {
            key: keys(value) if isinstance(value, dict) else None for key, value in table.items()
        }

    english, other = (dict(words_of(each)) for each in ("en", language))
    counts = {"counts"}  # only English has a singular
    assert keys({k: v for k, v in other.items() if k not in counts}) == keys(
        {k: v for k, v in english.items() if k not in counts}
    )


def test_a_fault_is_filled_with_its_details() -> None:
    assert sentence(Fault("no-folder", path="x"), "en") == "there is no folder 'x'"
