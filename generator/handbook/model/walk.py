"""Walk through everything written in a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference
from handbook.problems import Place
from handbook.read.nodes import Text

# Texts in which nothing is mentioned or shown: they are compared, or not published.
NOT_PROSE = frozenset({"id", "code", "pattern", "aliases", "note", "file"})
_SIGNS = "“”‘’「」『』《》（）()，。、；：？！·→"
_RUN = re.compile(r"\w+")


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


def parts_in(part: Part) -> Iterator[Part]:
    """Yield a part and all that stand in it, in the order of their fields."""
    yield part
    for value in part.__dict__.values():
        held = value.values() if isinstance(value, dict) else value
        for each in held if isinstance(held, Iterable) and not isinstance(held, Part) else (held,):
            if isinstance(each, Part):
                yield from parts_in(each)


def leaves(part: Part) -> Iterator[Leaf]:
    """Yield the texts and references in a part, in the order of its fields."""
    found: list[Leaf] = []
    _gather(part, (), found)
    return iter(found)


def written_at(part: Part, words: str, id: str = "") -> Place | None:
    """Return where words are written in a part, first of all in what has that id; None elsewhere.

    Words as they are printed may have signs around them that nobody wrote.
    """
    longest = max(_RUN.findall(words), default="", key=len)
    for each in dict.fromkeys((words, words.strip(_SIGNS), longest)):
        found = [
            (leaf, leaf.value)
            for leaf in leaves(part)
            if isinstance(leaf.value, Text) and each in leaf.value
        ]
        if each and found:
            _, text = next((one for one in found if id and _has_id(one[0], id)), found[0])
            return text.offset_place(text.index(each))
    return None


def _has_id(leaf: Leaf, id: str) -> bool:
    return any(part.__dict__.get("id") == id for part in leaf.parts[1:])


def _gather(part: Part, around: tuple[Part, ...], found: list[Leaf]) -> None:
    """Collect the leaves of a part; a list, for nested generators take three times as long."""
    parts = (*around, part)
    for field, value in part.__dict__.items():
        if value is not None and value != ():
            _gather_value(value, field.rstrip("_"), parts, found)


def _gather_value(value: Any, field: str, parts: tuple[Part, ...], found: list[Leaf]) -> None:
    kind = type(value)
    if kind is Text or kind is Reference:
        found.append(Leaf(value, field, parts))
    elif kind is tuple:
        for item in value:
            _gather_value(item, field, parts, found)
    elif kind is Span:
        if value.standard is not None:
            found.append(Leaf(value.standard, field, parts))
    elif kind is dict:
        for item in value.values():
            _gather_value(item, field, parts, found)
    elif isinstance(value, Part):
        _gather(value, parts, found)
