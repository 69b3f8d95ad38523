"""What a kind declares of itself: refused where something is missing or cannot be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, get_args

from handbook.model.part import Part
from handbook.model.schedules import Schedule
from handbook.packages import IncompleteKind, KindPackage
from handbook.read.nodes import Text

if TYPE_CHECKING:
    from handbook.model.kinds.definition import Definition

# What each kind declares in its class, and what that says.
DECLARED = {
    "kind": "the word for it in YAML",
    "folder": "the folder of its pages on the site",
    "order": "its place in menus and indexes: the lowest number first",
    "sheets": "the sheets made of one of them, in the order in which they are offered",
    "registered": "whether it is a paper of the register of documents",
    "instead_of_summary": "the key that stands for a missing summary, or None",
    "concerns": "the keys that name whom it concerns: filled_by, steps.by",
    "weight": "what a search puts first where words fit alike: 1 is as usual",
    "ways": "the key of the parts that `go` and `next` may name, or None",
}
Path = tuple[str, ...]  # the keys that lead to a value from the definition: ("steps", "schedule")


# The keys by which parts are told of.
_SAID = ("do", "title", "label", "text", "say", "number", "id")


def judge(cls: type[Definition]) -> None:
    """Raise IncompleteKind where the class of a kind does not declare all that is asked of it."""
    missing = [key for key in DECLARED if key not in cls.__dict__]
    if missing:
        told = "; ".join(f"{key} ({DECLARED[key]})" for key in missing)
        raise IncompleteKind(f"The kind {cls.__name__} does not say: {told}")
    if cls.ways is not None and not _is_path(cls, (cls.ways,)):
        raise IncompleteKind(f"The kind {cls.__name__} has no key {cls.ways}, named by `ways`")
    key = cls.instead_of_summary
    if key is not None and key not in cls.model_fields:
        raise IncompleteKind(f"The kind {cls.__name__} has no key {key} instead of a summary")
    for named in cls.concerns:
        if not _is_path(cls, tuple(named.split("."))):
            raise IncompleteKind(f"The kind {cls.__name__} has no key {named}, named by `concerns`")


def in_order(modules: Iterable[ModuleType]) -> dict[str, type[Definition]]:
    """Return the kinds that modules define, by their words, in the order that they declare.

    Raises IncompleteKind where two would stand under one word, in one folder or at one place.
    """
    found: list[type[Definition]] = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and "kind" in each.__dict__
    ]
    for said in ("kind", "folder", "order"):
        first: dict[object, type] = {}
        for each in found:
            other = first.setdefault(getattr(each, said), each)
            if other is not each:
                both = f"{other.__name__} and {each.__name__}"
                raise IncompleteKind(f"Two kinds have one {said}: {both}")
    return {each.kind: each for each in sorted(found, key=lambda each: each.order)}


def insist_on_kind(package: KindPackage, kinds: Mapping[str, type[Definition]]) -> None:
    """Raise IncompleteKind where a package does not bring the kind that it names."""
    found = kinds.get(package.kind)
    if found is None or found.__module__ != f"{package.module}.model":
        raise IncompleteKind(f"{package.module}.model does not define the kind {package.kind}")


@cache
def paths_to(cls: type[Part], wanted: type[Part]) -> tuple[Path, ...]:
    """Return the keys by which parts of a class are reached from another, outer ones first."""
    found: list[Path] = []
    inner: list[Path] = []
    for name, field in cls.model_fields.items():
        for part in _parts_in(field.annotation):
            if issubclass(part, wanted):
                found.append((name,))
            elif part is not cls:
                inner += ((name, *rest) for rest in paths_to(part, wanted))
    return (*found, *inner)


def schedules_of(cls: type[Part]) -> tuple[Path, ...]:
    """Return the keys of a kind that hold schedules; what they hold is due by itself."""
    return paths_to(cls, Schedule)


def values_at(part: Part, path: Iterable[str]) -> tuple[Any, ...]:
    """Return what stands under some keys of a part, of each of several parts on the way."""
    found: tuple[Any, ...] = (part,)
    for key in path:
        inner = (getattr(each, key) for each in found)
        found = tuple(
            value
            for values in inner
            for value in (values if isinstance(values, tuple) else (values,))
            if value is not None
        )
    return found


def words_of(part: Part) -> Text:
    """Return by which words a part is told of elsewhere: what is done, its title, its label."""
    said = (getattr(part, key, None) for key in _SAID)
    return next((words for words in said if words), Text(""))


def _is_path(cls: type[Part], path: Path) -> bool:
    name, *rest = path
    if name not in cls.model_fields:
        return False
    parts = _parts_in(cls.model_fields[name].annotation)
    return not rest or any(_is_path(part, tuple(rest)) for part in parts)


def _parts_in(annotation: object) -> tuple[type[Part], ...]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return (annotation,)
    return tuple(part for inner in get_args(annotation) for part in _parts_in(inner))
