"""The handbook's own fields: each key once at a place, and filled in where it must be."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.own_fields import repeated
from handbook.model.own_values import place_of
from handbook.model.part import Part
from handbook.model.walk import parts_in
from handbook.problems import Problem, problem


def repeated_own_fields(handbook: Handbook) -> Iterator[Problem]:
    """At one place a key stands for one field."""
    for field, other in repeated(handbook.settings.fields):
        place = next(each for each in field.on if each in other.on)
        yield problem(
            "unfit-own-field", field.place_of("key"), "rename",
            key=field.key, kind="twice", of=place, where=other.place_of("key"),
        )  # fmt: skip


def missing_own_values(handbook: Handbook) -> Iterator[Problem]:
    """What a handbook requires of its own is filled in, on everything that is not retired."""
    required = [field for field in handbook.settings.fields if field.required]
    if not required or not handbook.settings_are_whole:
        return
    for definition in handbook.current():
        for part in parts_in(definition):
            place = place_of(type(part))
            for field in required:
                if place in field.on and not _is_written(part, str(field.key)):
                    yield _missing(part, str(field.key))


def _is_written(part: Part, key: str) -> bool:
    own = getattr(part, "own", None)
    return own is not None and bool(str(own._written.get(key, "")).strip())


def _missing(part: Part, key: str) -> Problem:
    name = getattr(part, "id", None) or getattr(part, "title", "")
    said = f"own: {{{key}: …}}"
    return problem("missing-own-value", part.place, "add", key=key, name=name, said=said)
