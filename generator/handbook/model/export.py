"""The handbook as plain data for other programs: handbook.json.

    {"format": 1,
     "settings":    {title, organisation, language, …}             what handbook.yml says
     "sections":    [{address, title, parent, requires, sheet}]    the organisation ("") first
     "definitions": [{kind, id, address, section, title, edition, status, place, …,
                      control, links, used_by}]}

Sections and definitions stand in the order of the handbook; keys in the order of the model. A key
stands where something is written or has a default; empty values and notes for editors are left out.

Values:
  text         as written, with its [[id]] and 《》; `links` tells what they name; the file of a
               picture ![words](file) lies beside the file that `place` names
  yes or no    true, false
  number       number
  date         "2026-10-01"
  open point   {"open": true}, wherever 待定 or TBD stands
  duration     {"text", "seconds_min", "seconds_max", "working_days"}, "seconds_margin" after ±
  span         {"text", "kind": duration | clock | word | standard}; with the fields of a duration,
               or "seconds_max" (null when words do not tell), and for a standard its "standard"
  option       text, or {"option", "means"} where its meaning is written
  limit        {"when", "within": span, "after", "before"}; a list of them where they differ by case
  hours        text, or {days: [spans]} as written
  interval     {"text", "unit", "seconds"}; either tells how often
  reference    {"id", "address"}; the address is null when it names nothing in the handbook
  `go`, `next` may name a part of the same definition: {"id", "address", "part"}; the end of the
               work is {"id": "end", "address": null}
  words where a reference or words may stand: {"text"}
  one or many  always a list
  control      {code, version, edition, effective, reviewed, owner, approved_by, review_every,
               next_review}, section defaults included; controlled documents only
  links        [{"to", "relation", "part"}], used_by [{"from", "relation", "part"}]: addresses; the
               field that holds the mention, and the id of the step, line or article, or null
  place        {"path", "line"} of the definition in the project; the line is left out of what is
               made for an audience, where a gap would tell that something stands in it
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any

from handbook.model.control import Control, control_of
from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.kinds import ControlledDocument, Definition
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference
from handbook.model.schedules import Interval
from handbook.model.section import Section
from handbook.model.values import is_open
from handbook.read.collector import no_search_for_cycles
from handbook.read.nodes import Text

FORMAT = 1
UNPUBLISHED = "note"
OPEN = {"open": True}
LONGEST_OPEN = 20  # characters; blanks around 待定 count
WITHIN_A_DEFINITION = ("go", "next")  # these fields may name a step or a line of the same one


def as_data(handbook: Handbook) -> dict[str, Any]:
    """Return the whole handbook as str, int, float, bool, None, list and dict; see the module."""
    export = _Export(handbook)
    with no_search_for_cycles():
        return {
            "format": FORMAT,
            "settings": export.part(handbook.settings),
            "sections": [export.section(section) for section in handbook.sections],
            "definitions": [export.definition(definition) for definition in handbook.definitions],
        }


def as_json(handbook: Handbook) -> str:
    """Return the handbook as JSON text: a definition a line, so that changes show line by line.

    Indenting it all would take four times as long: only Python's slow encoder can do that.
    """
    data = as_data(handbook)
    lines = []
    for key, value in data.items():
        if isinstance(value, list):
            text = (
                "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"
            )
        else:
            text = json.dumps(value, ensure_ascii=False)
        lines.append(f"{json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


class _Export:
    """Turns each type of value into plain data."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.parts: frozenset[str] = frozenset()  # ids that `go` and `next` may name
        self.turns: dict[type, Callable[[Any], Any]] = {
            Text: self.text,
            str: str,
            bool: bool,
            int: int,
            float: float,
            tuple: self.several,
            dict: self.named,
            Reference: self.reference,
            Span: self.span,
            Duration: self.duration,
            Interval: self.interval,
            datetime.date: datetime.date.isoformat,
        }

    def section(self, section: Section) -> dict[str, Any]:
        """Return a section and what its section.yml says."""
        return {
            "address": section.address,
            "title": section.title,
            "parent": section.parent.address if section.parent else None,
            "requires": list(section.requires),
            "sheet": self.part(section.sheet) if section.sheet else None,
        }

    def definition(self, definition: Definition) -> dict[str, Any]:
        """Return a definition with its control block and links."""
        self.parts = _parts_of(definition)
        edition = self.handbook.edition(definition)
        head = {
            "kind": definition.kind,
            "id": str(definition.id),
            "address": definition.address,
            "section": definition.section.address,
            "title": str(definition.title),
            "edition": edition,
            "status": self.value(definition.status),
            "place": self.place(definition),
        }
        data = head | self.part(definition) | head
        if isinstance(definition, ControlledDocument):
            data["control"] = self.control(control_of(definition), edition)
        data["links"] = [
            {"to": link.target.address, "relation": link.relation, "part": link.part}
            for link in self.handbook.uses(definition)
        ]
        data["used_by"] = [
            {"from": link.source.address, "relation": link.relation, "part": link.part}
            for link in self.handbook.used_by(definition)
        ]
        return data

    def place(self, definition: Definition) -> dict[str, Any]:
        """Return where a definition stands; for an audience no line, which would show gaps."""
        place = definition.place
        path = {"path": place.path}
        return path if self.handbook.audience else path | {"line": place.line}

    def control(self, control: Control, edition: str) -> dict[str, Any]:
        """Return a control block; what is not known is null."""
        values: dict[str, Any] = {"code": control.code, "version": control.version}
        values["edition"] = edition
        values |= {field.name: getattr(control, field.name) for field in fields(control)}
        return {key: None if value is None else self.value(value) for key, value in values.items()}

    def part(self, part: Part) -> dict[str, Any]:
        """Return what is written in a part, and its defaults."""
        data: dict[str, Any] = {}
        written, turns = part.__dict__, self.turns
        for name, key, must_be_settled in _fields(type(part)):
            value = written[name]
            if value is None:
                continue
            if value == ():
                if must_be_settled:
                    data[key] = OPEN
            elif value is False:
                data[key] = OPEN if is_open(part._written.get(key)) else False
            elif key == "id":
                data[key] = str(value)
            elif key in WITHIN_A_DEFINITION:
                data[key] = self.onward(value)
            else:
                turn = turns.get(type(value))
                data[key] = self.part(value) if turn is None else turn(value)
        return data

    def value(self, value: Any) -> Any:
        """Return any value of a field."""
        turn = self.turns.get(type(value))
        return self.part(value) if turn is None else turn(value)

    def text(self, text: Text) -> Any:
        return OPEN if len(text) < LONGEST_OPEN and is_open(text) else str(text)

    def several(self, values: tuple[Any, ...]) -> list[Any]:
        return [self.value(value) for value in values]

    def named(self, values: dict[str, Any]) -> dict[str, Any]:
        return {str(key): self.value(value) for key, value in values.items()}

    def reference(self, reference: Reference) -> dict[str, Any]:
        if reference.is_open:
            return OPEN
        found = self.handbook.find(reference)
        if found is None and reference.soft:
            return {"text": str(reference)}
        return {"id": str(reference), "address": found.address if found else None}

    def onward(self, reference: Reference) -> dict[str, Any]:
        """Return where the work or the talk goes on."""
        if str(reference) in self.parts:
            return {"id": str(reference), "address": None, "part": str(reference)}
        return self.reference(reference)

    def span(self, span: Span) -> dict[str, Any]:
        if span.kind == "open":
            return OPEN
        data: dict[str, Any] = {"text": str(span), "kind": span.kind}
        if span.duration is not None:
            return data | self.duration(span.duration) | {"text": str(span)}
        if span.standard is not None:
            data["standard"] = self.reference(span.standard)
        if span.kind != "clock":
            data["seconds_max"] = _number(self.handbook.seconds(span))
        return data

    def duration(self, duration: Duration) -> dict[str, Any]:
        data: dict[str, Any] = {
            "text": str(duration),
            "seconds_min": _number(duration.low),
            "seconds_max": _number(duration.high),
            "working_days": duration.in_working_days,
        }
        if duration.margin:
            data["seconds_margin"] = _number(duration.margin)
        return data

    def interval(self, interval: Interval) -> dict[str, Any]:
        if interval.unit == "open":
            return OPEN
        return {
            "text": str(interval),
            "unit": interval.unit,
            "seconds": _number(interval.seconds),
        }


def _parts_of(definition: Definition) -> frozenset[str]:
    return frozenset(str(part.id) for part in definition.onward if part.id)


def _number(seconds: float | None) -> float | int | None:
    """Return whole seconds as an int, so that no program reads 1800.0 for 1800."""
    return int(seconds) if seconds is not None and seconds == int(seconds) else seconds


@cache
def _fields(cls: type[Part]) -> tuple[tuple[str, str, bool], ...]:
    """Return each published field of a part: attribute, key, and whether empty means 待定."""
    return tuple(
        (name, str(field.alias or name), field.is_required())
        for name, field in cls.model_fields.items()
        if name != UNPUBLISHED
    )
