"""The schema of content/known-findings.yml: its rules, and today's addresses."""

from __future__ import annotations

from typing import Any

from handbook.languages import catalogue, rules
from handbook.model.handbook import Handbook
from handbook.model.json_schema.scalars import Schema, scalars
from handbook.model.json_schema.words import TOPIC, field_words, keys_of, part_words
from handbook.model.known_findings import KnownFinding
from handbook.problems import BEARABLE, BY_WORD


def known_findings(handbook: Handbook, language: str) -> Schema:
    """Return the schema of the list: which keys an entry takes depends on its rule."""
    text = scalars(language)["text"]
    shapes = {"rule": _rules(language), "at": _places(handbook, language)}
    fields = keys_of(KnownFinding)
    words = {key: field_words(KnownFinding, key, language) for key in fields}
    keys = {
        key: {"title": words[key]["label"], "description": words[key]["help"]}
        | shapes.get(key, text)
        for key in fields
    }
    by_word = {"properties": {"rule": {"enum": sorted(BY_WORD)}}, "required": ["rule"]}
    told = part_words(KnownFinding, language)
    entry = {
        "title": told["label"],
        "description": told["help"],
        "type": "object",
        "properties": keys,
        "required": [key for key, field in fields.items() if field.is_required()],
        "additionalProperties": False,
        "if": by_word,
        "then": {"required": ["word"], "properties": {"contains": False}},
        "else": {"required": ["at"], "properties": {"word": False}},
    }
    return {
        "title": told["label"],
        "type": ["array", "object"],
        "if": {"type": "array"},
        "then": {"items": entry, "minItems": 1},
        "else": entry,
    }


def _rules(language: str) -> Schema:
    told = rules(language)
    bearable = [rule for rule in told if rule in BEARABLE]
    return {
        "enum": bearable,
        "enumDescriptions": [told[rule]["line"] for rule in bearable],
        "errorMessage": _said("unknown-rule", language),
    }


def _places(handbook: Handbook, language: str) -> Schema:
    titles: dict[str, str] = dict.fromkeys(sorted(handbook.unreadable), "")
    titles |= {each.address: str(each.title) for each in handbook.definitions}
    choices: dict[str, Any] = {
        "enum": list(titles),
        "enumDescriptions": list(titles.values()),
        "errorMessage": _said("not-a-place", language),
    }
    path = {"type": "string", "pattern": "^/?content/"}
    return {"anyOf": [choices, path]} if titles else path


def _said(key: str, language: str) -> str:
    """Return what an editor says of a value that cannot stand there."""
    said: str = catalogue(language, TOPIC)["editor"]["known"][key]
    return said
