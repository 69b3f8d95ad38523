"""The schema files: of definitions, and of each special file."""

from __future__ import annotations

from typing import Any

from handbook.languages import catalogue
from handbook.model.handbook import Handbook
from handbook.model.json_schema.ids import id_schemas
from handbook.model.json_schema.known import known_findings
from handbook.model.json_schema.scalars import Schema, ref
from handbook.model.json_schema.shapes import shapes
from handbook.model.json_schema.words import TOPIC, name_of, part_words
from handbook.model.kinds import KINDS
from handbook.model.special_files import KNOWN, SPECIAL, SpecialFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS = "definitions.schema.json"


def schemas(handbook: Handbook, language: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas (2020-12) of a handbook's files, by file name.

    The words are in `language`, the handbook's own when none is given, and a second one. Ids are
    those of the definitions in `handbook`; a reference to any other is reported by the editor.
    """
    language = language or str(handbook.settings.language)
    defs = id_schemas(handbook, language) | shapes(language, tuple(handbook.settings.fields))
    for kind in KINDS:
        defs[kind] = _with_kind(defs[kind], kind, language)
    defs["definition"] = _definition(language)
    title = catalogue(language, TOPIC)["editor"]["definitions"]
    return {
        DEFINITIONS: _file(_one_or_many(ref("definition"), title), defs),
        **{each.schema: _special(each, handbook, defs, language) for each in SPECIAL},
    }


def _special(
    special: SpecialFile, handbook: Handbook, defs: dict[str, Schema], language: str
) -> dict[str, Any]:
    """Return the schema of a special file."""
    if special is KNOWN:
        return _file(known_findings(handbook, language), {})
    one = ref(name_of(special.part))
    title = part_words(special.part, language)["label"]
    return _file(_one_or_many(one, title) if special.is_list else one, defs)


def _one_or_many(one: Schema, title: str) -> Schema:
    return {
        "title": title,
        "type": ["array", "object"],
        "if": {"type": "array"},
        "then": {"items": one, "minItems": 1},
        "else": one,
    }


def _definition(language: str) -> Schema:
    """Return the schema of any definition: its kind decides on the rest."""
    return {
        "title": catalogue(language, TOPIC)["editor"]["definition"],
        "type": "object",
        "properties": {"kind": _kind(language)},
        "required": ["kind"],
        "allOf": [
            {
                "if": {
                    "type": "object",
                    "properties": {"kind": {"const": kind}},
                    "required": ["kind"],
                },
                "then": ref(kind),
            }
            for kind in KINDS
        ],
    }


def _with_kind(schema: Schema, kind: str, language: str) -> Schema:
    told = {"title": part_words(KINDS[kind], language)["label"], "const": kind}
    return schema | {"properties": {"kind": told, **schema["properties"]}}


def _kind(language: str) -> Schema:
    says = catalogue(language, TOPIC)["editor"]
    told = (part_words(cls, language) for cls in KINDS.values())
    return {
        "title": says["kind"]["label"],
        "description": says["kind"]["help"],
        "errorMessage": says["unknown-kind"].format(kinds=" ".join(KINDS)),
        "enum": list(KINDS),
        "enumDescriptions": [says["told"].format(**words) for words in told],
    }


def _file(root: Schema, defs: dict[str, Schema]) -> dict[str, Any]:
    """Return a whole file with those of `defs` that it uses, in a fixed order."""
    used: set[str] = set()
    ahead: list[Any] = [root]
    while ahead:
        node = ahead.pop()
        if isinstance(node, dict):
            target = node.get("$ref")
            if isinstance(target, str) and (name := target.rpartition("/")[2]) not in used:
                used.add(name)
                ahead.append(defs[name])
            ahead += node.values()
        elif isinstance(node, list):
            ahead += node
    return {
        "$schema": DRAFT,
        **root,
        "$defs": {name: schema for name, schema in defs.items() if name in used},
    }
