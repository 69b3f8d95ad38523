"""Turn plain data into typed objects, keeping as much as can be understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.model.nearest import nearest
from handbook.model.own_values import OwnValues, Shapes, place_of
from handbook.model.part import Part
from handbook.model.section import Section
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

    section: Section
    kind: str = ""  # of the definition that is made
    own: Shapes | None = None  # the handbook's own fields; None where nobody knows them

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
            told = [
                _told(fault, node, cls, context)
                for fault in faults
                if not _told_before(fault, node)
            ]
            node, misspelt = _with_keys_as_meant(node, told)
            if misspelt:  # what else is wrong may be so for that reason only
                problems += misspelt
                continue
            problems += told
            rest = _pruned(node, [_place_to_prune(fault) for fault in faults])
            if rest is None:
                return None, problems
            node = rest


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

    def __init__(self, place: Place, items: Mapping[Text, Node], lost: frozenset[str]) -> None:
        super().__init__(place, items)
        self.lost = lost


class _RestOfList(Sequence):
    """What is left of a list once what is wrong in it was taken out."""

    __slots__ = ()


def _told_before(fault: ErrorDetails, node: Node) -> bool:
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


def _told(
    fault: ErrorDetails, node: Node, cls: type[Part], context: Context
) -> Problem:
    """Put a validation error into our words."""
    location: Location = fault["loc"]
    if fault["type"] == "handbook":
        found: Problem = fault["ctx"]["problem"]
        if found.rule == "missing-field":
            return _missing(node, location, dict(found.details)["key"], cls)
        return found
    holder = _walk(node, location[:-1])
    if fault["type"] == "missing":
        return _missing(node, location[:-1], str(location[-1]), cls)
    if fault["type"] == "extra_forbidden":
        part = part_at(cls, location[:-1], context.own)
        return _unknown_key(holder, str(location[-1]), part)
    here = _walk(node, location)
    hint = {"tuple_type": "list", "dict_type": "mapping"}.get(fault["type"])
    return problem("wrong-shape", here.place, hint)


def _unknown_key(holder: Node, key: str, part: type[Part]) -> Problem:
    known = keys_of(part)
    near = nearest(key, [each for each in known if each not in holder])
    written = holder.key(key) if isinstance(holder, Record) else None
    place = (holder if written is None else written).place
    hint = "own" if issubclass(part, OwnValues) else "known"
    if written is not None and _follows_a_comma(holder, written):
        hint = "comma"
    return problem("unknown-key", place, "nearest" if near else hint,
                   key=key, nearest=near, known=names_of(known))  # fmt: skip


def _follows_a_comma(holder: Node, key: Text) -> bool:
    """Tell whether a key without a value may be the end of a text in brackets: {how: 甲, 乙}."""
    if not isinstance(holder, Record) or holder[key] != "":
        return False
    before = [value for other, value in holder.items() if other.column < key.column]
    texts = (each for each in before if isinstance(each, Text) and each)
    return any(each.line == key.line for each in texts)


def _missing(node: Node, location: Location, key: str, cls: type[Part]) -> Problem:
    """Say what lacks a key: by its name, or else by where it stands: step 1."""
    holder = _walk(node, location)
    said = (holder.get("id") or holder.get("title")) if isinstance(holder, Record) else None
    name: object = said
    kind, number = "named", 0
    if not location and cls.__name__ in _WHOLE:
        kind = _WHOLE[cls.__name__]
    elif not isinstance(name, Text):
        *around, last = location or ("part",)
        if isinstance(last, int):
            inside = str(around[-1]) if around else ""
            name, number = inside, last + 1
            kind = inside if inside in COUNTED else "item"
        else:
            kind, name = "part", last if location else getattr(cls, "kind", "")
    return problem(
        "missing-field", holder.place, "add", key=key, kind=kind, name=name, number=number
    )


def keys_of(part: type[Part]) -> list[str]:
    """Return the keys that a part can have, as they are written."""
    return [str(field.alias or name) for name, field in part.model_fields.items()]


def part_at(
    cls: type[Part], location: Location, own: Shapes | None = None
) -> type[Part]:
    """Return the class of the part at a location, as far as field types tell."""
    for step in location:
        place = place_of(cls) if step == "own" else None
        if place is not None:
            cls = (own or {}).get(place, OwnValues)
        elif isinstance(step, str) and step in _by_key(cls):
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
        inner = _inner(node, step)
        node = node if inner is None else inner
    return node


def _inner(node: Node, step: str | int) -> Node | None:
    if isinstance(step, str):
        return node.get(step) if isinstance(node, Record) else None
    return node[step] if isinstance(node, Sequence) and step < len(node) else None


def _place_to_prune(fault: ErrorDetails) -> Location:
    location: Location = fault["loc"]
    return location[:-1] if fault["type"] == "missing" else location


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
        left = [_without(v, marked) for v in node if id(v) not in marked]
        is_whole = len(left) == len(node)
        return Sequence(node.place, left) if is_whole else _RestOfList(node.place, left)
    return node
