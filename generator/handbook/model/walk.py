"""Walk through everything written in a definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference
from handbook.read.nodes import Text


class Leaf(NamedTuple):
    """A text or a reference, the field it stands in, and the parts around it from outside in."""

    value: Text | Reference
    field: str
    parts: tuple[Part, ...]

    @property
    def part_id(self) -> str | None:
        """The id of the innermost step, line, field or article around it."""
        for part in reversed(self.parts[1:]):
            found = part.__dict__.get("id")
            if found is not None:
                return str(found)
        return None


def leaves(part: Part, around: tuple[Part, ...] = ()) -> Iterator[Leaf]:
    """Yield the texts and references in a part, in the order of its fields."""
    parts = (*around, part)
    for field, value in part.__dict__.items():
        yield from _leaves_of(value, field.rstrip("_"), parts)


def _leaves_of(value: Any, field: str, parts: tuple[Part, ...]) -> Iterator[Leaf]:
    if isinstance(value, Text | Reference):
        yield Leaf(value, field, parts)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves_of(item, field, parts)
    elif isinstance(value, Part):
        yield from leaves(value, parts)
    elif isinstance(value, Span):
        if value.standard is not None:
            yield Leaf(value.standard, field, parts)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves_of(item, field, parts)
