"""References: a bare id, looked up from the section outwards, or section/id from the root."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from handbook.model.values import as_text, is_open, some
from handbook.problems import Place
from handbook.read.nodes import Node, Text

Scope = tuple[str, ...]  # the folder names of a section below content/; () is the organisation


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a definition: what was written, which kinds may stand there, and from where."""

    text: Text
    kinds: tuple[str, ...]
    scope: Scope
    soft: bool = False  # text may stand here too: unknown words are no fault

    @property
    def is_open(self) -> bool:
        """Whether 待定 stands here."""
        return is_open(self.text)

    @property
    def place(self) -> Place:
        return self.text.place

    def __str__(self) -> str:
        return str(self.text)


@cache
def refers_to(*kinds: str, soft: bool = False) -> Any:
    """Annotate a field that names a definition of one of `kinds` (all kinds when none is given)."""

    def as_reference(node: Node, info: ValidationInfo) -> Reference:
        return Reference(as_text(node), kinds, info.context.scope, soft)

    schema = {"type": ["string", "integer"], "x-kinds": list(kinds), "x-soft": soft}
    return Annotated[Reference, PlainValidator(as_reference), WithJsonSchema(schema)]


@cache
def refer_to(*kinds: str, soft: bool = False) -> Any:
    """Annotate a field that names one or several definitions of `kinds`."""
    return some(refers_to(*kinds, soft=soft))


WHO = ("role", "unit")
Who = refer_to(*WHO)
PAPERS = ("form", "policy", "document")
