"""What each field is called and what it means: labels for pages, docs and editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from handbook.languages import LANGUAGES, catalogue, record_of
from handbook.model.kinds import KINDS
from handbook.model.own_values import OwnValues
from handbook.model.part import Part
from handbook.model.special_files import SPECIAL

TOPIC = "fields"
ROOTS: tuple[type[Part], ...] = (*KINDS.values(), *(each.part for each in SPECIAL))


def name_of(part: type[Part]) -> str:
    """Return what a class is called in the catalogues: FormField is form-field."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", part.__name__).lower()


def keys_of(part: type[Part]) -> dict[str, Any]:
    """Return the fields of a part by the keys that stand for them in YAML."""
    return {str(field.alias or name): field for name, field in part.model_fields.items()}


def part_words(part: type[Part], language: str) -> dict[str, str]:
    """Return label and help of a kind or part; raises KeyError when a catalogue lacks them."""
    words: dict[str, str] = catalogue(language, TOPIC)[name_of(part)]["self"]
    return words


def field_words(part: type[Part], key: str, language: str) -> dict[str, Any]:
    """Return label, help and, for a field with a few words to choose from, choices.

    A field stands in the table of the class that declares it: the head of all definitions in
    [definition]. Raises KeyError when a catalogue lacks it.
    """
    words = catalogue(language, TOPIC)
    for cls in part.__mro__:
        if issubclass(cls, Part) and key in words.get(name_of(cls), {}):
            found: dict[str, Any] = words[name_of(cls)][key]
            return _with_all_languages(found) if key == "language" else found
    raise KeyError(f"{name_of(part)}.{key}")


def _with_all_languages(words: dict[str, Any]) -> dict[str, Any]:
    """Let a language that another has no word for be called by its own name."""
    told = words["choices"]
    return words | {"choices": {tag: told.get(tag, record_of(tag).name) for tag in LANGUAGES}}


@cache
def parts() -> dict[str, type[Part]]:
    """Return every class that stands somewhere in the YAML, by its name in Python."""
    found: dict[str, type[Part]] = {}
    ahead = list(ROOTS)
    while ahead:
        part = ahead.pop(0)
        if part.__name__ not in found:
            found[part.__name__] = part
            for field in part.model_fields.values():
                ahead += _parts_in(field.annotation)
    return found


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if annotation is OwnValues:  # what stands there a handbook says for itself
        return
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)
