"""What the model says of each key: a text, a reference, a figure, or a part with its own keys."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import PlainValidator

from handbook.model.kinds.option import Option, WithMeaning
from handbook.model.limits import ByCase
from handbook.model.part import Part
from handbook.model.references import ReferTo
from handbook.model.values import OneOf

_ALIKE = {"_as_most": "as_number", "_as_rows": "as_count"}  # figures within bounds


@dataclass(frozen=True)
class Shape:
    """`sort` is part, table (of names), or the name of the function that takes the value."""

    sort: str
    many: bool = False
    part: type[Part] | None = None
    kinds: tuple[str, ...] = ()
    is_soft: bool = False


def keys_of(part: type[Part]) -> dict[str, Shape]:
    """Return the keys of a part as editors write them."""
    return {
        str(field.alias or name): _shape(field.annotation, list(field.metadata))
        for name, field in part.model_fields.items()
    }


def _shape(annotation: Any, metadata: list[Any], many: bool = False) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(args[0], [*args[1:], *metadata], many)
    by_case = any(isinstance(each, ByCase) for each in metadata)
    if origin in (Union, types.UnionType) and (by_case or type(None) in args):
        return _shape(args[0], [] if by_case else metadata, many or by_case)
    referring = next((each for each in metadata if isinstance(each, ReferTo)), None)
    if referring is not None:
        return Shape("as_reference", many, None, referring.kinds, referring.soft)
    if any(isinstance(each, WithMeaning) for each in metadata):
        return Shape("part", many, Option)
    if any(isinstance(each, OneOf) for each in metadata):
        return Shape("as_choice", many)
    taking = next((each for each in metadata if isinstance(each, PlainValidator)), None)
    if taking is not None:
        return Shape(_ALIKE.get(taking.func.__name__, taking.func.__name__), many)
    if origin is tuple:
        return _shape(args[0], [], many=True)
    if origin is dict:
        return Shape("table", many, args[1])
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Shape("part", many, annotation)
    raise TypeError(f"{annotation} with {metadata}")


def all_keys(part: type[Part], around: str) -> dict[str, Shape]:
    """Return every key of a kind with its parts, such as procedure.steps.how."""
    found: dict[str, Shape] = {}
    for name, shape in keys_of(part).items():
        key = f"{around}.{name}"
        found[key] = shape
        if shape.sort == "table":
            found[f"{key}.name"] = shape
        if shape.part is not None:
            found |= all_keys(shape.part, key)
    return found
