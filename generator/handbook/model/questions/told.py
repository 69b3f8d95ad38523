"""Tell what something says as plain data, so that two answers can be compared.

Places are left out: a line added above moves all that stands below, and says nothing else. A
definition is told by its address and kind; what is read of it is a question of its own.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from handbook.model.kinds import Definition
from handbook.model.part import Part
from handbook.model.special_files import SpecialFile
from handbook.problems import Place
from handbook.read.nodes import Record, Sequence, Text

SIGNS = 24  # of the hash; two answers that differ have the same once in 10^28
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AS_IT_IS = (str, Text, int, float, bool, type(None), Record, Sequence)


class Untellable(TypeError):
    """A value of which nobody has said how it is told."""


def seal(value: object) -> str:
    """Return the hash of what a value says; raise Untellable."""
    text = _encoded(told(value)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:SIGNS]


def told(value: Any) -> Any:
    """Return what a value says as plain data of JSON; raise Untellable."""
    kind = type(value)
    tell = _TOLD.get(kind)
    if tell is None:
        tell = _TOLD[kind] = _way_of(kind)
    return tell(value)


def name_of(definition: Definition) -> tuple[str, str]:
    """Return what a definition is told by where another thing names it."""
    return definition.address, definition.kind


def _as_it_is(value: Any) -> Any:
    return value


def _list(value: Any) -> list[Any]:
    return [told(each) for each in value]


def _unordered(value: Any) -> list[Any]:
    return sorted((told(each) for each in value), key=_encoded)


def _mapping(value: Mapping[Any, Any]) -> list[Any]:
    return [[told(key), told(each)] for key, each in value.items()]


def _day(value: Any) -> str:
    text: str = value.isoformat()
    return text


def _length(value: datetime.timedelta) -> float:
    return value.total_seconds()


def _content(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()


def _class(value: type) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def _name(value: SpecialFile) -> str:
    return value.name


def _nothing(value: Any) -> None:
    """Leave out where something stands."""


def _part(value: Part) -> list[Any]:
    """Tell the fields of a part, and what was written there that no field holds: 待定."""
    said = {
        name: told(each) for name, each in value.__dict__.items() if each is not None and each != ()
    }
    private: dict[str, Record] = value.__pydantic_private__  # type: ignore[assignment]  # born whole
    return [type(value).__name__, said, private["_written"]]


def _record(names: tuple[str, ...]) -> Callable[[Any], list[Any]]:
    def tell(value: Any) -> list[Any]:
        return [type(value).__name__, *(told(getattr(value, name)) for name in names)]

    return tell


_TOLD: dict[type, Callable[[Any], Any]] = {
    **dict.fromkeys(_AS_IT_IS, _as_it_is),
    **dict.fromkeys((tuple, list), _list),
    **dict.fromkeys((set, frozenset), _unordered),
    dict: _mapping,
    datetime.date: _day,
    datetime.datetime: _day,
    datetime.time: _day,
    datetime.timedelta: _length,
    bytes: _content,
    Place: _nothing,
    SpecialFile: _name,
}


def _way_of(kind: type) -> Callable[[Any], Any]:
    """Return how values of a class are told; raise Untellable where nobody has said."""
    if issubclass(kind, Definition):
        return name_of
    if issubclass(kind, Part):
        return _part
    if issubclass(kind, type):
        return _class
    if is_dataclass(kind):
        return _record(tuple(each.name for each in fields(kind)))
    raise Untellable(f"{kind.__module__}.{kind.__qualname__}")
