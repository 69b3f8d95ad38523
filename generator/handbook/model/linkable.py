"""Tell whether [[id]] may stand in a field: not in one that holds a `Word`."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import PlainValidator

from handbook.model.part import Part
from handbook.model.values import as_word


@cache
def takes_links(part: type[Part], key: str) -> bool:
    """Tell whether a text under a key of a part may link to something."""
    for name, field in part.model_fields.items():
        if name.rstrip("_") == key:
            return not _is_word(field.annotation, tuple(field.metadata))
    return True


def _is_word(annotation: Any, metadata: tuple[object, ...] = ()) -> bool:
    for each in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(each, PlainValidator) and each.func is as_word:
            return True
    return any(_is_word(each) for each in get_args(annotation))
