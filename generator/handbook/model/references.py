"""References: a bare id, looked up from the section outwards, or section/id from the root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from handbook.model.values import Some, as_text, is_open
from handbook.problems import Place
from handbook.read.nodes import Node, Text

Scope = tuple[str, ...]  # the folder names of a section below content/; () is the organisation


def addresses_for(text: str, scope: Scope) -> Iterator[str]:
    """Yield where what a text names may stand, as seen from a section, the nearest first."""
    if "/" in text:
        yield text.removeprefix("/")
        return
    for depth in range(len(scope), -1, -1):
        yield "/".join((*scope[:depth], text))


class HasScope(Protocol):
    """What a validator is told of the file: from which section names are looked up."""

    @property
    def scope(self) -> Scope: ...


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


@dataclass(frozen=True)
class ReferTo:
    """Annotates a field that names a definition of one of `kinds`; of any where none is given.

    With `soft`, words may stand there too.
    """

    kinds: tuple[str, ...] = ()
    soft: bool = False

    @property
    def json_schema(self) -> JsonSchemaValue:
        kinds = list(self.kinds)
        return {"type": ["string", "integer"], "x-kinds": kinds, "x-soft": self.soft}

    def as_reference(self, node: Node, info: core_schema.ValidationInfo[HasScope]) -> Reference:
        return Reference(as_text(node), self.kinds, info.context.scope, self.soft)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.as_reference)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return self.json_schema


WHO = ("role", "unit")
PAPERS = ("form", "policy", "document")

AnyRef = Annotated[Reference, ReferTo()]
AnyRefs = Some[AnyRef]
WhoRef = Annotated[Reference, ReferTo(WHO)]
Who = Some[WhoRef]
Speaker = Annotated[Reference, ReferTo(WHO, soft=True)]  # or words for one: 客户
UnitRef = Annotated[Reference, ReferTo(("unit",))]
UnitRefs = Some[UnitRef]
RoleRefs = Some[Annotated[Reference, ReferTo(("role",))]]
FormRefs = Some[Annotated[Reference, ReferTo(("form",))]]
ScriptRefs = Some[Annotated[Reference, ReferTo(("script",))]]
PaperRefs = Some[Annotated[Reference, ReferTo(PAPERS)]]
Kept = Annotated[Reference, ReferTo(("form", "document"))]
StepWay = Annotated[Reference, ReferTo(("procedure",))]  # or a step of its own procedure, or `end`
LineWay = Annotated[Reference, ReferTo(("script", "procedure"))]  # or a line of its own script
Kpis = Some[Annotated[Reference, ReferTo(("standard",), soft=True)]]
AppliesTo = Some[Annotated[Reference, ReferTo((*WHO, "procedure"))]]
