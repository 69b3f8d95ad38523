"""Today's ids as choices, kind by kind, each told by its title."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.languages import catalogue
from handbook.model.handbook import Handbook
from handbook.model.json_schema.scalars import Schema, alternatives, ref
from handbook.model.json_schema.words import TOPIC, part_words
from handbook.model.kinds import KINDS, Definition
from handbook.model.kinds.procedure import END
from handbook.model.values import ID

MISREAD = "misread-id"
WAY = "way-out"  # where `go` and `next` lead


def id_schemas(handbook: Handbook, language: str) -> dict[str, Schema]:
    """Return a schema for the ids of each kind, one for ids that could not be read, one for ways.

    An id may be written bare or with its section in front; which of several definitions a bare id
    means depends on the file it stands in, so that all of them are told.
    """
    says = catalogue(language, TOPIC)["editor"]
    message = says["unknown-id"]
    found = {
        f"{kind}-id": _ids(handbook.of(cls), part_words(cls, language)["label"], says)
        for kind, cls in KINDS.items()
    }
    addresses = sorted(handbook.unreadable - {""})
    spelt = [each for a in addresses for each in (a.rpartition("/")[2], a, f"/{a}")]
    misread = [word for id in spelt for word in _as_read(id)]
    found[MISREAD] = {"enum": list(dict.fromkeys(misread))} if misread else {"not": {}}
    way = rf"^/?{ID.pattern}(/{ID.pattern})*$"
    found[WAY] = alternatives(
        [{"enum": [END]}, {"type": ["string", "number"], "pattern": way, "errorMessage": message}]
    )
    return found


def reference(kinds: Iterable[str], *, way: bool) -> list[Schema]:
    """Return the alternatives of a field that names a definition of one of `kinds`.

    Each stands in an allOf of its own: yaml-language-server would otherwise list every id there
    is in the message about an unknown one.
    """
    named = [{"allOf": [ref(f"{kind}-id")]} for kind in (kinds or KINDS)]
    return [*named, ref(WAY) if way else {"allOf": [ref(MISREAD)]}]


def _ids(definitions: tuple[Definition, ...], kind: str, says: dict[str, str]) -> Schema:
    told: dict[str | int | float | bool, list[str]] = {}
    for definition in definitions:
        words = says["named"].format(kind=kind, title=definition.title)
        if definition.section.path:
            words += says["of-section"].format(section=definition.section.title)
        for id in dict.fromkeys((str(definition.id), definition.address)):
            for word in _as_read(id):
                told.setdefault(word, []).append(words)
    choices = {
        "enum": list(told),
        "enumDescriptions": ["\n".join(dict.fromkeys(words)) for words in told.values()],
        "errorMessage": says["unknown-id"],
    }
    # With a slash in front an id is looked up from the root: allowed, but not worth offering.
    rooted = "|".join(dict.fromkeys(definition.address for definition in definitions))
    return (
        {"anyOf": [choices, {"type": "string", "pattern": f"^/({rooted})$"}]} if told else choices
    )


def _as_read(id: str) -> list[str | int | bool]:
    """Return an id as an editor's YAML 1.2 parser may read it: unquoted, 2024 is a number."""
    if id.isdecimal():
        return [id, int(id)]
    return [id, id == "true"] if id in ("true", "false") else [id]
