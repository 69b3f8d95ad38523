"""The schemas of single values: text, ids, yes or no, numbers, dates, and open points.

Editors read YAML 1.2, where 010 is a number and `true` a truth value; here all of it is text, so
numbers and truth values must pass. Two roundabout ways are for yaml-language-server: a type that
stands in a `not` is never offered as a completion (true, false and null would be, at every text),
and the first of several alternatives gives the message when none fits.
"""

from __future__ import annotations

from typing import Any

from handbook.messages import catalogue
from handbook.model.json_schema.words import TOPIC
from handbook.model.values import ID

OPEN = r"\s*(待定|[Tt][Bb][Dd])\s*"
_CLOCK = r"([01]?\d|2[0-4])[:：][0-5]\d"
_ONLY_EMPTY = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
_NUMBER_OR_TRUTH = {"not": {"type": ["string", "null", "array", "object"]}}
_TRUTH = {"not": {"type": ["string", "number", "null", "array", "object"]}}

Schema = dict[str, Any]


def ref(name: str) -> Schema:
    """Point to a schema that stands in $defs."""
    return {"$ref": f"#/$defs/{name}"}


def alternatives(schemas: list[Schema]) -> Schema:
    """Join schemas of which one must fit, each once."""
    once = [schema for n, schema in enumerate(schemas) if schema not in schemas[:n]]
    return once[0] if len(once) == 1 else {"anyOf": once}


def scalars(language: str) -> dict[str, Schema]:
    """Return the schemas by the name that `x-is` gives in the model."""
    says = catalogue(language, TOPIC)["editor"]
    return {
        "text": {"anyOf": [{"type": "string"}, _NUMBER_OR_TRUTH]},
        "empty": _ONLY_EMPTY,
        "open": {"type": "string", "pattern": f"^{OPEN}$"},
        "id": _matching(ID.pattern, says["not-an-id"], "number"),
        "yes-no": {
            "anyOf": [
                {"enum": ["yes", "no"], "errorMessage": says["not-yes-no"]},
                {"type": "string", "pattern": _any_case("yes", "no", "true", "false", "是", "否")},
                _TRUTH,
                ref("open"),
            ]
        },
        "count": _matching(
            rf"\d{{1,6}}\s*(人|名|行|份)?|{OPEN}", says["not-a-count"], "integer", minimum=0
        ),
        "number": _matching(
            rf"[+-]?\d{{1,12}}(\.\d{{1,6}})?|{OPEN}", says["not-a-number"], "number"
        ),
        "date": _matching(rf"\d{{4}}-\d{{2}}-\d{{2}}|{OPEN}", says["not-a-date"]),
        "clock": _matching(rf"{_CLOCK}|{OPEN}", says["not-a-time"]),
    }


def choice(words: list[str], told: dict[str, str], language: str) -> list[Schema]:
    """Return the alternatives of a field that holds one of a few words."""
    message = catalogue(language, TOPIC)["editor"]["unknown-word"]
    described = [told[word] for word in words]
    return [{"enum": words, "enumDescriptions": described, "errorMessage": message}, ref("open")]


def _matching(pattern: str, message: str, *types: str, **limits: Any) -> Schema:
    return {
        "type": ["string", *types],
        "pattern": f"^({pattern})$",
        "errorMessage": message,
        **limits,
    }


def _any_case(*words: str) -> str:
    spelt = ("".join(f"[{c.upper()}{c}]" if c.isascii() else c for c in word) for word in words)
    return f"^({'|'.join(spelt)})$"
