"""Turn plain data into typed objects, keeping as much as can be understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from handbook.model.nearest import nearest
from handbook.model.part import Part
from handbook.problems import Place, Problem, names_of, problem
from handbook.read.nodes import Node, Record, Sequence, Text

P = TypeVar("P", bound=Part)
Location = tuple[str | int, ...]
SAYS_WHAT_LACKS = frozenset(
    {"missing-field", "empty-schedule", "empty-field", "nothing-to-choose", "useless-key"}
)

# Lists whose items have a word of their own in the messages.
COUNTED = frozenset(
    {"steps", "lines", "articles", "groups", "fields", "columns", "branches", "rows"}
)
_WHOLE = {"SectionSheet": "section", "Settings": "settings"}


@dataclass(frozen=True)
class Context:
    """What the parts of a file need to know of where it stands."""

    section: Any

    @property
    def scope(self) -> tuple[str, ...]:
        return self.section.path


def validate(cls: type[P], node: Node, context: Context) -> tuple[P | None, list[Problem]]:
    """Make a part from a node; what is wrong is reported and left out, the rest is kept.

    Returns (part, problems); the part is None when nothing usable is left.
    """
    problems: list[Problem] = []
    while True:
        try:
            return cls.model_validate(node, context=context), problems
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
            told = [_told(fault, node, cls) for fault in faults if not _told_before(fault, node)]
            node, misspelt = _with_keys_as_meant(node, told)
            if misspelt:  # what else is wrong may be so for that reason only
                problems += misspelt
                continue
            problems += told
            node = _pruned(node, [_place_to_prune(fault) for fault in faults])
            if node is None:
                return None, problems


def _with_keys_as_meant(node: Node, told: list[Problem]) -> tuple[Node, list[Problem]]:
    """Return a copy with misspelt keys as they were meant, and what was told of those."""
    wrong = {
        found.place: found
        for found in told
        if found.rule == "unknown-key" and found.hint == "nearest"
    }
    misspelt: list[Problem] = []
    return (_renamed(node, wrong, misspelt) if wrong else node), misspelt


def _renamed(node: Node, wrong: dict[Place, Problem], misspelt: list[Problem]) -> Node:
    if isinstance(node, Sequence):
        return type(node)(node.place, [_renamed(each, wrong, misspelt) for each in node])
    if not isinstance(node, Record):
        return node
    renamed: dict[Text, Node] = {}
    for key, value in node.items():
        found = wrong.get(key.place)
        meant = dict(found.details)["nearest"] if found else key
        if found and meant not in node and meant not in renamed:
            key = Text.at(meant, key.path, key.line, key.column, key.block)
            misspelt.append(found)
        renamed[key] = _renamed(value, wrong, misspelt)
    return _Rest(node.place, renamed, getattr(node, "lost", frozenset()))


class _Rest(Record):
    """What is left of a record once what is wrong in it was taken out."""

    __slots__ = ("lost",)

    def __init__(self, place: Place, items: dict, lost: frozenset[str]) -> None:
        super().__init__(place, items)
        self.lost = lost


class _RestOfList(Sequence):
    """What is left of a list once what is wrong in it was taken out."""

    __slots__ = ()


def _told_before(fault: dict[str, Any], node: Node) -> bool:
    """Tell whether something is missing only because what stood there was wrong."""
    location: Location = fault["loc"]
    if fault["type"] == "missing":
        holder = _walk(node, location[:-1])
        return isinstance(holder, _Rest) and location[-1] in holder.lost
    if fault["type"] == "handbook" and fault["ctx"]["problem"].rule in SAYS_WHAT_LACKS:
        holder = _walk(node, location)
        inside = holder.values() if isinstance(holder, Record) else ()
        return any(_has_lost_something(each) for each in (holder, *inside))
    return False


def _has_lost_something(node: Node) -> bool:
    return isinstance(node, _RestOfList) or (isinstance(node, _Rest) and bool(node.lost))


def _told(fault: dict[str, Any], node: Node, cls: type[Part]) -> Problem:
    """Put a validation error into our words."""
    location: Location = fault["loc"]
    if fault["type"] == "handbook":
        found = fault["ctx"]["problem"]
        if found.rule == "missing-field":
            return _missing(node, location, dict(found.details)["key"], cls)
        return found
    holder = _walk(node, location[:-1])
    if fault["type"] == "missing":
        return _missing(node, location[:-1], str(location[-1]), cls)
    if fault["type"] == "extra_forbidden":
        return _unknown_key(holder, str(location[-1]), part_at(cls, location[:-1]))
    here = _walk(node, location)
    hint = {"tuple_type": "list", "dict_type": "mapping"}.get(fault["type"])
    return problem("wrong-shape", here.place, hint)


def _unknown_key(holder: Node, key: str, part: type[Part]) -> Problem:
    known = keys_of(part)
    near = nearest(key, [each for each in known if each not in holder])
    place = holder.key(key).place if isinstance(holder, Record) else holder.place
    return problem("unknown-key", place, "nearest" if near else "known",
                   key=key, nearest=near, known=names_of(known))  # fmt: skip


def _missing(node: Node, location: Location, key: str, cls: type[Part]) -> Problem:
    """Say what lacks a key: by its name, or else by where it stands: step 1."""
    holder = _walk(node, location)
    name = holder.get("id") or holder.get("title") if isinstance(holder, Record) else None
    kind, number = "named", 0
    if not location and cls.__name__ in _WHOLE:
        kind = _WHOLE[cls.__name__]
    elif not isinstance(name, Text):
        *around, last = location or ("part",)
        if isinstance(last, int):
            name, number = (around[-1] if around else ""), last + 1
            kind = str(name) if name in COUNTED else "item"
        else:
            kind, name = "part", last if location else getattr(cls, "kind", "")
    return problem(
        "missing-field", holder.place, "add", key=key, kind=kind, name=name, number=number
    )


def keys_of(part: type[Part]) -> list[str]:
    """Return the keys that a part can have, as they are written."""
    return [str(field.alias or name) for name, field in part.model_fields.items()]


def part_at(cls: type[Part], location: Location) -> type[Part]:
    """Return the class of the part at a location, as far as field types tell."""
    for step in location:
        if isinstance(step, str) and step in _by_key(cls):
            inner = _part_in(_by_key(cls)[step])
            cls = inner or cls
    return cls


def _by_key(cls: type[Part]) -> dict[str, Any]:
    return {str(field.alias or name): field.annotation for name, field in cls.model_fields.items()}


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for arg in inner if (found := _part_in(arg))), None)


def _walk(node: Node, location: Iterable[str | int]) -> Node:
    """Follow a location as far as the written data goes: one thing may stand for a list of one."""
    for step in location:
        known = range(len(node)) if isinstance(node, Sequence) else node
        if not isinstance(node, Text) and step in known:
            node = node[step]
    return node


def _place_to_prune(fault: dict[str, Any]) -> Location:
    return fault["loc"][:-1] if fault["type"] == "missing" else fault["loc"]


def _pruned(node: Node, locations: Iterable[Location]) -> Node | None:
    """Return a copy without what stands at the locations; None when nothing would be left."""
    marked: set[int] = set()
    for location in locations:
        target = node
        for step in location:
            inner = _walk(target, (step,))
            target = inner
        if target is node:
            return None
        marked.add(id(target))
    return _without(node, marked)


def _without(node: Node, marked: set[int]) -> Node:
    if isinstance(node, Record):
        kept = {k: _without(v, marked) for k, v in node.items() if id(v) not in marked}
        before = node.lost if isinstance(node, _Rest) else frozenset()
        return _Rest(node.place, kept, before | {str(k) for k in node if k not in kept})
    if isinstance(node, Sequence):
        kept = [_without(v, marked) for v in node if id(v) not in marked]
        return (
            _RestOfList(node.place, kept) if len(kept) < len(node) else Sequence(node.place, kept)
        )
    return node
