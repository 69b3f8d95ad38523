"""Ids and codes: each names one thing only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model.handbook import Handbook
from handbook.model.kinds import ControlledDocument, Definition, Form, Procedure
from handbook.model.kinds.procedure import END
from handbook.model.part import Part
from handbook.model.values import is_open
from handbook.problems import Problem, problem
from handbook.read.nodes import Text


def duplicate_ids(handbook: Handbook) -> Iterator[Problem]:
    """One id names one thing within its section, whatever its kind."""
    first: dict[str, Definition] = {}
    for definition in sorted(handbook.definitions, key=lambda each: each.place):
        other = first.setdefault(definition.address, definition)
        if other is not definition:
            yield problem(
                "duplicate-id", definition.place_of("id"), "rename",
                id=definition.id, kind=other.kind, title=other.title, where=other.place_of("id"),
            )  # fmt: skip


def former_addresses(handbook: Handbook) -> Iterator[Problem]:
    """An address that was given up belongs to one definition, and to none that lives there now."""
    live = {each.address: each for each in handbook.definitions}
    first: dict[str, Definition] = {}
    for definition in handbook.definitions:
        for address, text in zip(definition.former_addresses, definition.was, strict=True):
            other = live.get(address) or first.setdefault(address, definition)
            if other is not definition or address in live:
                yield problem(
                    "taken-former-address", text.place, "remove",
                    address=address, title=other.title, where=other.place_of("id"),
                )  # fmt: skip


def duplicate_part_ids(handbook: Handbook) -> Iterator[Problem]:
    """Steps, lines, groups, fields, columns and articles each have an id of their own."""
    for definition in handbook.definitions:
        for parts in _parts_with_ids(definition):
            yield from _repeats(parts)


def _parts_with_ids(definition: Definition) -> Iterator[Iterable[Part]]:
    """Yield the parts of a definition among which an id may occur once."""
    if isinstance(definition, Form):
        yield definition.groups
        yield definition.fields  # of all groups together
        for field in definition.fields:
            yield field.columns
    else:
        yield from _siblings(definition)


def _siblings(part: Part) -> Iterator[Iterable[Part]]:
    """Yield the parts with ids that stand side by side."""
    for value in part.__dict__.values():
        parts = [each for each in value if isinstance(each, Part)] if type(value) is tuple else []
        if parts and "id" in type(parts[0]).model_fields:
            yield parts
        for each in parts:
            yield from _siblings(each)


def _repeats(parts: Iterable[Part]) -> Iterator[Problem]:
    first: dict[str, Part] = {}
    for part in parts:
        id: Text | None = getattr(part, "id", None)
        if id is not None and first.setdefault(id, part) is not part:
            where = first[id].place_of("id")
            yield problem("duplicate-part-id", part.place_of("id"), "rename", id=id, where=where)


def reserved_ids(handbook: Handbook) -> Iterator[Problem]:
    """No step is called `end`: in `go` and `next` that word is the end of the procedure."""
    for procedure in handbook.of(Procedure):
        for step in procedure.steps:
            if step.id == END:
                yield problem("reserved-id", step.place_of("id"), "rename", id=step.id)


def duplicate_codes(handbook: Handbook) -> Iterator[Problem]:
    """A code is given once.

    A section's own version of a shared definition (the same kind and id) may keep its code, and
    the code of a retired document may be given again.
    """
    first: dict[str, ControlledDocument] = {}
    documents = [each for each in handbook.of(ControlledDocument) if not each.is_retired]
    for document in sorted(documents, key=lambda each: each.place):
        code = document.code
        if code is None or is_open(code):
            continue
        other = first.setdefault(code.strip().casefold(), document)
        if other is not document and (other.kind, other.id) != (document.kind, document.id):
            yield problem(
                "duplicate-code", document.place_of("code"), "renumber",
                code=code, title=other.title, where=other.place_of("code"),
            )  # fmt: skip
