"""The schema files: definitions, section.yml, handbook.yml and known-findings.yml."""

from __future__ import annotations

from typing import Any

from handbook.messages import catalogue
from handbook.model.handbook import Handbook
from handbook.model.json_schema.ids import id_schemas
from handbook.model.json_schema.known import known_findings
from handbook.model.json_schema.scalars import Schema, ref
from handbook.model.json_schema.shapes import shapes
from handbook.model.json_schema.words import TOPIC, part_words
from handbook.model.kinds import KINDS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS = "definitions.schema.json"
SECTION = "section.schema.json"
HANDBOOK = "handbook.schema.json"
KNOWN = "known-findings.schema.json"


def schemas(handbook: Handbook, language: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas (2020-12) of a handbook's files, by file name.

    The words are in `language`, the handbook's own when none is given, and a second one. Ids are
    those of the definitions in `handbook`; a reference to any other is reported by the editor.
    """
    language = language or str(handbook.settings.language)
    defs = id_schemas(handbook, language) | shapes(language)
    for kind in KINDS:
        defs[kind] = _with_kind(defs[kind], kind, language)
    defs["definition"] = _definition(language)
    one_or_many = {
        "title": catalogue(language, TOPIC)["editor"]["definitions"],
        "type": ["array", "object"],
        "if": {"type": "array"},
        "then": {"items": ref("definition"), "minItems": 1},
        "else": ref("definition"),
    }
    return {
        DEFINITIONS: _file(one_or_many, defs),
        SECTION: _file(ref("section-sheet"), defs),
        HANDBOOK: _file(ref("settings"), defs),
        KNOWN: _file(known_findings(handbook, language), {}),
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
        "errorMessage": says["unknown-kind"],
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
