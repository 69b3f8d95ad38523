"""The fields that a handbook declares for itself in handbook.yml, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, create_model

from handbook.model.field_types import TYPES
from handbook.model.kinds import KINDS
from handbook.model.kinds.policy import Article
from handbook.model.kinds.procedure import Step
from handbook.model.kinds.script import SpokenLine
from handbook.model.own_values import OwnValues, Shapes
from handbook.model.part import Part
from handbook.model.values import AtLeastOne, Id, Line, OneOf, Some, Words, YesNo, fault

# Where a field may stand: on the head of a kind, and on these parts.
PARTS: dict[str, type[Part]] = {"step": Step, "article": Article, "line": SpokenLine}
PLACES: dict[str, type[Part]] = {**KINDS, **PARTS}
OWN_TYPES = tuple(name for name, each in TYPES.items() if each.holds is not None)
Place = Annotated[str, OneOf(tuple(PLACES))]
OwnType = Annotated[str, OneOf(OWN_TYPES)]
_AHEAD = "own_"  # of the attribute, so that no key can hide anything that all parts have


class OwnField(Part):
    """A field that this handbook needs besides those of the model."""

    key: Id
    on: AtLeastOne[Place]
    label: Line
    type: OwnType = "text"
    options: Words = ()
    required: YesNo = False
    register_: YesNo = Field(False, alias="register")
    help: Line | None = None
    note: Line | None = None

    @property
    def attribute(self) -> str:
        """The name under which values hold it."""
        return _AHEAD + self.key.replace("-", "_")

    def _settle(self, context: Any) -> None:
        needs_options = TYPES[str(self.type)].needs == "options" if self.type in TYPES else False
        if needs_options and not self.options:
            raise fault("nothing-to-choose", self.place_of("type"), "options", type=self.type)
        if self.options and self.type in TYPES and not needs_options:
            raise fault("useless-key", self.place_of("options"), "type",
                        key="options", type="choice")  # fmt: skip
        for place in self.on:
            if place in PLACES and self.key in _keys(PLACES[place]):
                raise fault("unfit-own-field", self.place_of("key"), "rename",
                            key=self.key, kind="model", of=place)  # fmt: skip


def repeated(fields: Iterable[OwnField]) -> Iterator[tuple[OwnField, OwnField]]:
    """Yield each field whose key another has at the same place before it, and that one."""
    first: dict[tuple[str, str], OwnField] = {}
    for field in fields:
        for place in field.on:
            other = first.setdefault((str(place), str(field.key)), field)
            if other is not field:
                yield field, other
                break


def shapes_of(fields: Iterable[OwnField]) -> Shapes:
    """Return the class of the values at each place where a handbook has fields of its own."""
    at: dict[str, list[OwnField]] = {}
    for field in fields:
        for place in field.on:
            at.setdefault(str(place), []).append(field)
    return {place: _shape(place, own) for place, own in at.items()}


def _shape(place: str, fields: Iterable[OwnField]) -> type[OwnValues]:
    keys: dict[str, Any] = {
        field.attribute: (_holds(field) | None, Field(None, alias=str(field.key)))
        for field in fields
    }
    return create_model(f"Own-{place}", __base__=OwnValues, **keys)


def _holds(field: OwnField) -> Any:
    type = TYPES.get(str(field.type), TYPES["text"])
    if type.needs != "options":
        return type.holds
    one = Annotated[str, OneOf(tuple(map(str, field.options)))]
    return Some[one] if type.input == "several" else one


def _keys(part: type[Part]) -> frozenset[str]:
    return frozenset(str(field.alias or name) for name, field in part.model_fields.items())
