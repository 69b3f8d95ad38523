"""Procedures: who does what, step by step, within which time."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from handbook.model.durations import Retention
from handbook.model.field_types import FieldType, type_named
from handbook.model.kinds.definition import ControlledDocument
from handbook.model.kinds.form import TypeName
from handbook.model.kinds.option import Options, meanings
from handbook.model.kinds.picture import Pictures
from handbook.model.limits import Limits
from handbook.model.own_values import OwnOfStep
from handbook.model.part import Part
from handbook.model.references import (
    AnyRefs,
    FormRefs,
    Kept,
    PaperRefs,
    ScriptRefs,
    StepWay,
    Who,
)
from handbook.model.schedules import Schedule
from handbook.model.values import AtLeastOne, Id, Line, OneOf, Prose, Some, YesNo, fault
from handbook.read.nodes import Text

MODES = ("read-do", "do-confirm")
END = "end"  # the target that stands for the end of the procedure
Mode = Annotated[str, OneOf(MODES)]
Schedules = Some[Schedule]


class Promise(Part):
    """What the steps together must not exceed, and to whom it is promised."""

    shorthand: ClassVar = "within"
    within: Limits
    to: Line | None = None


class Check(Part):
    """One thing to tick, or a value to write down, within a step."""

    shorthand: ClassVar = "text"
    text: Prose
    value: TypeName | None = None
    options: Options = ()
    note: Line | None = None

    @property
    def field_type(self) -> FieldType | None:
        """The record of what is written down; None for a box to tick."""
        return None if self.value is None else type_named(self.value)

    @property
    def meanings(self) -> dict[str, Text]:
        """What its options mean, as far as that is written."""
        return meanings(self.options)

    def _settle(self, context: Any) -> None:
        if self.field_type and self.field_type.needs == "options" and not self.options:
            raise fault("nothing-to-choose", self.place_of("value"), "options", type=self.value)


class Branch(Part):
    """Where the work goes on under a condition; without `when`, otherwise."""

    when: Prose | None = None
    go: StepWay
    note: Line | None = None


class Escalation(Part):
    """Who is told when a step takes too long or goes wrong; without `after`, at once."""

    shorthand: ClassVar = "to"
    after: Limits | None = None
    when: Prose | None = None
    to: Who = ()
    how: Prose | None = None
    note: Line | None = None


class Step(Part):
    """One action of a procedure."""

    id: Id
    do: Prose
    by: Who = ()
    accountable: Who = ()
    consult: Who = ()
    inform: Who = ()
    phase: Line | None = None
    within: Limits | None = None
    schedule: Schedules = ()
    how: Prose | None = None
    pictures: Pictures = ()
    say: ScriptRefs = ()
    fill: FormRefs = ()
    use: PaperRefs = ()
    checks: Some[Check] = ()
    critical: YesNo = False
    caution: Prose | None = None
    why: Prose | None = None
    branches: Some[Branch] = ()
    next: StepWay | None = None
    together_with: Some[Id] = ()
    escalate: Some[Escalation] = ()
    own: OwnOfStep | None = None
    source: Line | None = None
    note: Line | None = None


class Record(Part):
    """What a procedure leaves behind, how long it is kept and where."""

    shorthand: ClassVar = "text"
    form: Kept | None = None
    text: Prose | None = None
    keep: Retention | None = None
    where: Line | None = None
    note: Line | None = None


class Procedure(ControlledDocument):
    """A piece of work: trigger, steps, time limits and records."""

    kind = "procedure"
    folder = "procedures"
    order = 10
    sheets = ("checklist", "card", "procedure", "observe")
    registered = True
    instead_of_summary = "purpose"
    concerns = ("steps.by",)
    weight = 2
    ways = "steps"
    purpose: Prose | None = None
    scope: Prose | None = None
    trigger: Prose | None = None
    mode: Mode = "read-do"
    promise: Promise | None = None
    schedule: Schedules = ()
    steps: AtLeastOne[Step]
    records: Some[Record] = ()
    related: AnyRefs = ()

    def step(self, id: str) -> Step | None:
        """Return the step of this id, or None."""
        return next((step for step in self.steps if step.id == id), None)

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each step by its id: they are counted from one, as they are written."""
        return {str(step.id): number for number, step in enumerate(self.steps, 1)}
