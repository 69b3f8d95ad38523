"""The schemas of kinds and parts: what pydantic says of them, put so that editors can help.

Where several shapes are allowed, the mapping comes first, then single values, then lists: an
editor takes the first alternative for meant when none fits, and reports the wrong key in it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from handbook.languages import record_of
from handbook.model.json_schema.ids import reference
from handbook.model.json_schema.scalars import Schema, alternatives, choice, ref, scalars
from handbook.model.json_schema.words import (
    ROOTS,
    field_words,
    name_of,
    part_words,
    parts,
)
from handbook.model.kinds.form import Answer
from handbook.model.own_fields import PLACES, OwnField, shapes_of
from handbook.model.own_values import place_of
from handbook.model.part import Part

OWN = "own"
WAYS = ("go", "next")  # they may name a step or a line that only its own definition knows


def shapes(language: str, own: tuple[OwnField, ...] = ()) -> dict[str, Schema]:
    """Return the schema of every kind and part, by its name in the catalogues.

    `own` are the fields that the handbook declares for itself.
    """
    _, said = models_json_schema([(part, "validation") for part in ROOTS])
    return {
        name_of(part): _Shape(part, language, own).mapping(_mapping_in(said["$defs"][name]))
        for name, part in parts().items()
    }


def described(words: dict[str, str], *further: dict[str, str]) -> Schema:
    """Return title and description, and below these what other languages say."""
    others = (f"{each['label']}: {each['help']}" for each in further)
    return {"title": words["label"], "description": "\n\n".join((words["help"], *others))}


class _Shape:
    """The schema of one class."""

    def __init__(self, part: type[Part], language: str, own: tuple[OwnField, ...] = ()) -> None:
        self.part = part
        self.own = tuple(each for each in own if place_of(part) in each.on)
        self.language = language
        self.told = (language, *record_of(language).told_beside)
        self.scalars = scalars(language)

    def mapping(self, said: Schema) -> Schema:
        """Return the schema of the written-out form: `key: value` lines."""
        required = said.get("required", [])
        words = (part_words(self.part, language) for language in self.told)
        return {
            **described(*words),
            "type": "object",
            "properties": {
                key: self.property(key, schema, key in required)
                for key, schema in said["properties"].items()
                if self.own or key != OWN
            },
            "required": required,
            "additionalProperties": False,
        }

    def property(self, key: str, said: Schema, is_required: bool) -> Schema:
        """Return the schema of a field; one that may be absent may be empty too."""
        words = (field_words(self.part, key, language) for language in self.told)
        if key == OWN and self.own:
            return described(*words) | self.values()
        found = self.flat(said, key)
        if not any(each in found for each in (self.scalars["id"], self.scalars["text"])):
            found.append(self.scalars["open"])
        if not is_required:
            found.append(self.scalars["empty"])
        return described(*words) | alternatives(_in_order(found))

    def values(self) -> Schema:
        """Return the schema of what stands under `own`: the words are the handbook's."""
        said = shapes_of(self.own)[place_of(self.part) or ""].model_json_schema()["properties"]
        properties = {}
        for field in self.own:
            found = [*self.flat(said[str(field.key)], ""), self.scalars["open"]]
            told = {"title": str(field.label), "description": str(field.help or field.label)}
            properties[str(field.key)] = told | alternatives(_in_order(found))
        required = [str(field.key) for field in self.own if field.required]
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def flat(self, said: Schema, key: str) -> list[Schema]:
        """Return the alternatives that a schema of pydantic's amounts to, without nesting."""
        if "anyOf" in said:
            return [each for inner in said["anyOf"] for each in self.flat(inner, key)]
        if "x-is" in said:
            return [self.scalars[said["x-is"]]]
        if "x-kinds" in said:
            return [
                *reference(said["x-kinds"], way=key in WAYS),
                self.scalars["text" if said["x-soft"] else "open"],
            ]
        if "$ref" in said:
            part = parts()[said["$ref"].rpartition("/")[2]]
            mapping = ref(name_of(part))
            return [mapping, self.scalars["text"]] if part.shorthand else [mapping]
        if "enum" in said:
            told = self.choices(key) if key else {each: each for each in said["enum"]}
            return choice(said["enum"], told, self.language)
        if said.get("type") == "array":
            return [_without(said, "title", "default") | {"items": self.items(said["items"], key)}]
        if said.get("type") == "null":
            return [self.scalars["empty"]]
        if isinstance(said.get("additionalProperties"), dict):
            inner = [*self.flat(said["additionalProperties"], key), self.scalars["empty"]]
            return [{"type": "object", "additionalProperties": alternatives(inner)}]
        return [_without(said, "title", "default", "description")]

    def items(self, said: Schema, key: str) -> Schema:
        found = self.flat(said, key)
        if any(each.get("type") == "array" for each in found):  # a row of a table
            found.append(self.scalars["open"])
        return alternatives(_in_order(found))

    def choices(self, key: str) -> dict[str, str]:
        """Return what each word of a field means; values to note are of the types of a form."""
        if self.part is OwnField and key == "on":
            return {name: part_words(each, self.language)["label"] for name, each in PLACES.items()}
        words = field_words(self.part, key, self.language)
        if "choices" not in words:
            words = field_words(Answer, "type", self.language)
        choices: dict[str, str] = words["choices"]
        return choices


def _mapping_in(said: Schema) -> Schema:
    """Return the written-out form of a part that has a shorthand too."""
    return next((each for each in said.get("anyOf", ()) if "properties" in each), said)


def _in_order(schemas: list[Schema]) -> list[Schema]:
    return sorted(schemas, key=lambda schema: (schema.get("type") == "array", not _is_part(schema)))


def _is_part(schema: Schema) -> bool:
    return schema.get("$ref", "").rpartition("/")[2] in _names_of_parts()


@cache
def _names_of_parts() -> frozenset[str]:
    return frozenset(name_of(part) for part in parts().values())


def _without(schema: Schema, *keys: str) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in keys}
