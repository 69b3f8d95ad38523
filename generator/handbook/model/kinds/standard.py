"""Standards: a figure written in one place only."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from handbook.model.kinds.definition import Definition
from handbook.model.part import Part
from handbook.model.references import AppliesTo
from handbook.model.values import Line, OneOf, Prose, Some, fault

SENSES = ("at-most", "at-least", "exactly", "about", "between", "before")
Sense = Annotated[str, OneOf(SENSES)]


class Level(Part):
    """The value under a condition: {when: 首次, value: 30元}."""

    when: Prose
    value: Line
    note: Line | None = None


class Standard(Definition):
    """A figure that people are held to, or that texts quote."""

    kind = "standard"
    folder = "standards"
    order = 70
    sheets = ()
    registered = False
    instead_of_summary = None
    concerns = ("applies_to",)
    weight = 1
    ways = None
    value: Line | None = None
    sense: Sense | None = None
    per: Line | None = None
    except_: Prose | None = Field(None, alias="except")
    levels: Some[Level] = ()
    applies_to: AppliesTo = ()
    measured_by: Prose | None = None
    frequency: Line | None = None

    def _settle(self, context: Any) -> None:
        super()._settle(context)
        if self.value is None and not self.levels:
            raise fault("missing-field", self, "add", key="value")
