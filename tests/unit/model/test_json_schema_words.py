"""Every field has a name and a sentence about it in every language, and no catalogue has more."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.languages import LANGUAGES, catalogue
from handbook.model.json_schema import field_words, part_words
from handbook.model.json_schema.shapes import shapes
from handbook.model.json_schema.words import TOPIC, keys_of, name_of, parts
from handbook.model.part import Part

FIELDS = [(part, key) for part in parts().values() for key in keys_of(part)]
OF_THE_EDITOR = "editor"  # the table of what the editor says besides


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", parts().values(), ids=name_of)
def test_every_part_is_described(part: type[Part], language: str) -> None:
    assert set(part_words(part, language)) == {"label", "help"}
    assert all(part_words(part, language).values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("part", "key"), FIELDS, ids=lambda v: v if isinstance(v, str) else "")
def test_every_field_is_described(part: type[Part], key: str, language: str) -> None:
    words = field_words(part, key, language)
    assert {"label", "help"} <= set(words) <= {"label", "help", "choices"}
    assert words["label"]
    assert words["help"].endswith(("。", "."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_to_choose_from_is_described(language: str) -> None:
    said = shapes(language)
    for part, key in FIELDS:
        choices = field_words(part, key, language).get("choices")
        if choices is not None:
            shape = said[name_of(part)]["properties"][key]
            assert set(choices) == set(_enum_in(shape)), f"{name_of(part)}.{key}"


def _enum_in(shape: dict[str, Any]) -> list[str]:
    for each in (shape, *shape.get("anyOf", ())):
        if "enum" in each:
            return each["enum"]
    raise AssertionError(f"nothing to choose from in {shape}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_described_that_does_not_exist(language: str) -> None:
    classes = {name_of(cls): cls for part in parts().values() for cls in part.__mro__[:-1]}
    for name, table in catalogue(language, TOPIC).items():
        if name == OF_THE_EDITOR:
            continue
        assert name in classes, f"[{name}]"
        assert set(table) - {"self"} <= set(keys_of(classes[name])), f"[{name}]"


def test_all_languages_say_the_same_things() -> None:
    said = [_keys(catalogue(language, TOPIC)) for language in LANGUAGES]
    assert all(keys == said[0] for keys in said)


def _keys(table: dict[str, Any]) -> dict[str, Any]:
    return {key: _keys(value) if isinstance(value, dict) else "" for key, value in table.items()}
