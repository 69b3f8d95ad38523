"""Wished changes, and what data they make of data: the measure by which changed text is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]  # keys and numbers of items from the root of a file


@dataclass(frozen=True, slots=True)
class Replace:
    """Put another value in the place of one."""

    at: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Respell:
    """Replace every occurrence of some words within a text, wherever its lines break."""

    at: Path
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddKey:
    """Add a key to the record `at`, behind the last of those that `order` names before it."""

    at: Path
    key: str
    value: Data
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddItem:
    """Add an item to the list `at`, so that it stands at `index`."""

    at: Path
    index: int
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a key with its value, or an item of a list."""

    at: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Move an item of a list, so that it then stands at `index`."""

    at: Path
    index: int


Change = Replace | Respell | AddKey | AddItem | Remove | Move


def plain(node: Any) -> Data:
    """Return what was read without its places."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [plain(item) for item in node]
    return str(node)


def applied(data: Data, changes: Iterable[Change]) -> Data:
    """Return the data that changes make of data. Raises LookupError where a path leads nowhere."""
    root = [deepcopy(data)]
    for change in changes:
        _apply(root, change)
    return root[0]


def _apply(root: list[Any], change: Change) -> None:
    match change:
        case Replace(at, value):
            holder, key = _holder(root, at)
            holder[key] = deepcopy(value)
        case Respell(at, old, new):
            holder, key = _holder(root, at)
            holder[key] = holder[key].replace(old, new)
        case AddKey(at, key, value, order):
            record = found_in(root[0], at)
            items = list(record.items())
            items.insert(place_for(key, list(record), order), (key, deepcopy(value)))
            record.clear()
            record.update(items)
        case AddItem(at, index, value):
            found_in(root[0], at).insert(index, deepcopy(value))
        case Remove(at):
            holder, key = _holder(root, at)
            del holder[key]
        case Move(at, index):
            holder, key = _holder(root, at)
            holder.insert(index, holder.pop(key))


def _holder(root: list[Any], at: Path) -> tuple[Any, Any]:
    """Return what holds the value at a path, and by which key or number."""
    return (found_in(root[0], at[:-1]), at[-1]) if at else (root, 0)


def found_in(data: Any, at: Path) -> Any:
    """Return the value at a path. Raises LookupError."""
    for step in at:
        data = data[step]
    return data


def place_for(key: str, keys: Sequence[str], order: Sequence[str]) -> int:
    """Return at which place among keys a new one belongs, by the order in which they are known."""
    if key not in order:
        return len(keys)
    before = set(order[: order.index(key)])
    return max((place for place, each in enumerate(keys, 1) if each in before), default=0)


def in_order(data: Data) -> Any:
    """Return data in a form whose equality sees the order of keys too."""
    if isinstance(data, dict):
        return {"": [(key, in_order(value)) for key, value in data.items()]}
    if isinstance(data, list):
        return [in_order(item) for item in data]
    return data
