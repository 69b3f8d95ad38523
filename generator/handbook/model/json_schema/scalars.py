"""The schemas of single values: text, ids, yes or no, numbers, dates, and open points.

Editors read YAML 1.2, where 010 is a number and `true` a truth value; here all of it is text, so
numbers and truth values must pass. Types that stand in an `if` or a `not` do so on purpose: an
editor would offer true, false and null at every text otherwise. `errorMessage`, `enumDescriptions`
and `defaultSnippets` are words that editors understand; other validators pass over them.
"""

from __future__ import annotations

from typing import Any

from handbook.languages import catalogue
from handbook.model.clocks import CLOCK
from handbook.model.json_schema.words import TOPIC
from handbook.model.values import COUNT, ID, NO, NUMBER, OPEN_WORDS, YES

Schema = dict[str, Any]


def _any_case(*words: str) -> str:
    spelt = (
        "".join(f"[{c.upper()}{c.lower()}]" if c.isascii() else c for c in word) for word in words
    )
    return "|".join(spelt)


OPEN = rf"\s*({_any_case(*OPEN_WORDS)})\s*"
_OPEN: Schema = {"type": "string", "pattern": f"^{OPEN}$"}


def ref(name: str) -> Schema:
    """Point to a schema that stands in $defs."""
    return {"$ref": f"#/$defs/{name}"}


def alternatives(schemas: list[Schema]) -> Schema:
    """Join schemas of which one must fit, each once."""
    once = [schema for n, schema in enumerate(schemas) if schema not in schemas[:n]]
    return once[0] if len(once) == 1 else {"anyOf": once}


def scalars(language: str) -> dict[str, Schema]:
    """Return the schemas by the name that `x-is` gives in the model.

    They are put where they are used, not into $defs: yaml-language-server remembers one title for
    each schema, and would show the same one for all fields.
    """
    says = catalogue(language, TOPIC)["editor"]
    return {
        "text": {"if": {"type": ["number", "boolean"]}, "else": {"type": "string"}},
        "empty": {"not": {"type": ["string", "number", "boolean", "array", "object"]}},
        "open": _OPEN,
        "id": _matching(ID.pattern, says["not-an-id"], "number"),
        "yes-no": {
            "if": {"type": "boolean"},
            "else": {
                "type": "string",
                "pattern": f"^({_any_case(*YES, *NO)}|{OPEN})$",
                "errorMessage": says["not-yes-no"],
            },
            # An enum would be offered in quotes: to YAML 1.1 a bare yes is a truth value.
            "defaultSnippets": [{"label": word, "bodyText": word} for word in (YES[0], NO[0])],
        },
        "count": _matching(rf"{COUNT.pattern}|{OPEN}", says["not-a-count"], "integer", minimum=0),
        "number": _matching(rf"{NUMBER.pattern}|{OPEN}", says["not-a-number"], "number"),
        "date": _matching(rf"\d{{4}}-\d{{2}}-\d{{2}}|{OPEN}", says["not-a-date"]),
        "clock": _matching(rf"{CLOCK.pattern}|{OPEN}", says["not-a-time"]),
    }


def choice(words: list[str], told: dict[str, str], language: str) -> list[Schema]:
    """Return the alternatives of a field that holds one of a few words."""
    message = catalogue(language, TOPIC)["editor"]["unknown-word"]
    described = [told[word] for word in words]
    return [{"enum": words, "enumDescriptions": described, "errorMessage": message}, _OPEN]


def _matching(pattern: str, message: str, *types: str, **limits: Any) -> Schema:
    return {
        "type": ["string", *types],
        "pattern": f"^({pattern})$",
        "errorMessage": message,
        **limits,
    }
