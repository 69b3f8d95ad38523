"""Registers: one line for each document, form, record and open point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.model.control import Control, control_of
from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.kinds import ControlledDocument, Definition, Form, Procedure
from handbook.model.kinds.procedure import Record
from handbook.model.part import Part
from handbook.model.validate import part_at
from handbook.model.values import is_open
from handbook.read.nodes import Node, Text
from handbook.read.nodes import Record as Mapping
from handbook.read.nodes import Sequence as Listing


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A controlled document with its control block."""

    definition: ControlledDocument
    control: Control


def documents(
    handbook: Handbook, among: Iterable[Definition] | None = None
) -> Iterator[RegisteredDocument]:
    """Yield every controlled document that is a paper: roles are people."""
    for definition in handbook.definitions if among is None else among:
        if isinstance(definition, ControlledDocument) and definition.registered:
            yield RegisteredDocument(definition, control_of(definition))


def are_reviewed(handbook: Handbook) -> bool:
    """Whether any document has been reviewed: the registers of all sections have one head."""
    return any(
        definition.reviewed or definition.section.default("reviewed")
        for definition in handbook.definitions
        if isinstance(definition, ControlledDocument) and definition.registered
    )


@dataclass(frozen=True, slots=True)
class RegisteredRecord:
    """What is kept: a form or other record, how long, where, and which procedure says so."""

    procedure: Procedure | None
    form: Definition | None
    text: Text | None
    keep: Duration | Text | None
    where: Text | None
    source: Definition  # in which it is written


def records(
    handbook: Handbook, among: Iterable[Definition] | None = None
) -> Iterator[RegisteredRecord]:
    """Yield the records of procedures, then the forms that none of these procedures lists."""
    looked_at = handbook.definitions if among is None else tuple(among)
    listed: set[Definition] = set()
    for procedure in looked_at:
        if not isinstance(procedure, Procedure):
            continue
        for record in procedure.records:
            found = _registered(handbook, procedure, record)
            if found.form is not None:
                listed.add(found.form)
            yield found
    for form in looked_at:
        if not isinstance(form, Form):
            continue
        if form not in listed and (form.keep is not None or form.filed_at):
            yield RegisteredRecord(None, form, None, form.keep, form.filed_at, form)


def _registered(handbook: Handbook, procedure: Procedure, record: Record) -> RegisteredRecord:
    """Fill what the procedure does not say from the form itself."""
    form = handbook.find(record.form) if record.form else None
    keep, where = record.keep, record.where
    if isinstance(form, Form):
        keep = form.keep if keep is None else keep
        where = where or form.filed_at
    return RegisteredRecord(procedure, form, record.text, keep, where, procedure)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something still to be settled: an entry of `open`, or a field that says 待定.

    `holder` is the sort of part that has the field: the `on` of a change is not that of a schedule.
    """

    definition: Definition
    field: str | None  # None for an entry of `open`
    text: Text
    part: str | None  # the id of the step, field or article it stands in
    holder: type[Part]


def open_points(
    handbook: Handbook, among: Iterable[Definition] | None = None
) -> Iterator[OpenPoint]:
    """Yield what is still to be settled, in the order of the handbook."""
    for definition in handbook.definitions if among is None else among:
        for text in definition.open:
            yield OpenPoint(definition, None, text, None, type(definition))
        yield from _unsettled(definition._written, definition, type(definition), None, None)


def _unsettled(
    node: Node,
    definition: Definition,
    holder: type[Part],
    field: str | None,
    part: str | None,
) -> Iterator[OpenPoint]:
    if isinstance(node, Mapping):
        own = node.get("id")
        part = str(own) if isinstance(own, Text) and own != definition.id else part
        inside = part_at(holder, () if field is None else (field,))
        for key, value in node.items():
            if key not in ("note", "open"):
                yield from _unsettled(value, definition, inside, str(key), part)
    elif isinstance(node, Listing):
        for item in node:
            yield from _unsettled(item, definition, holder, field, part)
    elif is_open(node):
        yield OpenPoint(definition, field, node, part, holder)
