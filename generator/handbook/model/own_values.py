"""What stands under `own`: values of fields that a handbook declares for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from handbook.model.part import Part
from handbook.read.nodes import Node


class OwnValues(Part):
    """The values of a handbook's own fields at one place; a class of its own for each place."""


Shapes = Mapping[str, type[OwnValues]]  # by the place: a kind, step, article …


class KnowsOwn(Protocol):
    """What a validator is told of the handbook: its own fields, and the kind of definition.

    Without shapes nobody knows the fields: whatever stands there is taken for right.
    """

    @property
    def own(self) -> Shapes | None: ...

    @property
    def kind(self) -> str: ...


@dataclass(frozen=True)
class OwnAt:
    """Annotates `own` of a part by its place; without one, it is that of a kind's head."""

    place: str = ""

    def read(
        self, node: Node, info: core_schema.ValidationInfo[KnowsOwn]
    ) -> OwnValues | None:
        known = info.context
        if known is None or known.own is None:
            return None
        shape = known.own.get(self.place or known.kind, OwnValues)
        return shape.model_validate(node, context=known)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"x-own": self.place}


def place_of(part: type[Part]) -> str | None:
    """Return at which place the values under `own` of a class stand; None where it has none."""
    field = part.model_fields.get("own")
    at = next(_marks(field.annotation, field.metadata), None) if field else None
    return None if at is None else at.place or str(getattr(part, "kind", ""))


def _marks(annotation: object, metadata: Iterable[object] = ()) -> Iterator[OwnAt]:
    for each in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(each, OwnAt):
            yield each
    for inner in get_args(annotation):
        yield from _marks(inner)


Own = Annotated[OwnValues, OwnAt()]
OwnOfStep = Annotated[OwnValues, OwnAt("step")]
OwnOfArticle = Annotated[OwnValues, OwnAt("article")]
OwnOfLine = Annotated[OwnValues, OwnAt("line")]
