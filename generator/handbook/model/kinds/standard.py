"""Standards: a figure written in one place only."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from handbook.model.kinds.definition import Definition
from handbook.model.part import Part
from handbook.model.references import refer_to
from handbook.model.values import Line, Prose, choice, fault, some

SENSES = ("at-most", "at-least", "exactly", "about", "between", "before")


class Level(Part):
    """The value under a condition: {when: 首次, value: 30元}."""

    when: Prose
    value: Line
    note: Line | None = None


class Standard(Definition):
    """A figure that people are held to, or that texts quote."""

    kind: ClassVar = "standard"
    folder: ClassVar = "standards"
    value: Line | None = None
    sense: choice(*SENSES) | None = None
    per: Line | None = None
    except_: Prose | None = Field(None, alias="except")
    levels: some(Level) = ()
    applies_to: refer_to("role", "unit", "procedure") = ()
    measured_by: Prose | None = None
    frequency: Line | None = None

    def _settle(self, context: Any) -> None:
        super()._settle(context)
        if self.value is None and not self.levels:
            raise fault("missing-field", self, "add", key="value")
