"""The steps of procedures that concern a role, with those just before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from handbook.compose.kinds.procedure.view import ProcedureView, StepView
from handbook.compose.kinds.role.work import as_what
from handbook.compose.setting.medium import Paper
from handbook.derive.work import DOES, PartOfWork, involvements
from handbook.model.flow import Flow
from handbook.model.kinds import Definition, Procedure
from handbook.model.kinds.procedure import Step


@dataclass(frozen=True)
class RoleStep:
    """A step as a role sees it: its own, one in which it has another part, or a neighbour."""

    step: StepView
    is_own: bool
    part: str  # what else it is here: answers for it, is asked, is told
    is_gap: bool  # whether steps that do not concern the role were left out before it

    @property
    def is_neighbour(self) -> bool:
        return not self.is_own and not self.part


@dataclass(frozen=True)
class RoleProcedure:
    """A procedure with the steps that concern a role, and on whose behalf it acts."""

    procedure: Procedure
    name: Markup
    on_behalf: Markup | None
    steps: tuple[RoleStep, ...]


class RoleSteps:
    """What one doer, and the groups it belongs to, do in the procedures of a handbook."""

    def __init__(self, doer: Definition, groups: Iterable[Definition], medium: Paper) -> None:
        self.doer = doer
        self.doers = (doer, *groups)
        self.medium = medium

    @cached_property
    def procedures(self) -> tuple[RoleProcedure, ...]:
        """What it does itself, then what it does as one of a group."""
        return tuple(found for doer in self.doers for found in self._of(doer))

    @property
    def own_steps(self) -> Iterator[Step]:
        """The steps it does itself."""
        for found in self.procedures:
            yield from (each.step.step for each in found.steps if each.is_own)

    def _of(self, doer: Definition) -> Iterator[RoleProcedure]:
        on_behalf = None if doer is self.doer else self.medium.setter.name(doer)
        for found in involvements(self.medium.handbook, doer):
            procedure = found.procedure
            steps = tuple(self._steps(procedure, found.parts))
            yield RoleProcedure(procedure, self.medium.setter.name(procedure), on_behalf, steps)

    def _steps(
        self, procedure: Procedure, parts: Mapping[str, tuple[PartOfWork, ...]]
    ) -> Iterator[RoleStep]:
        inside = self.medium.within(procedure.section)
        shown = neighbours(inside.handbook.flow(procedure), parts.keys()) | parts.keys()
        before = 0
        for view in ProcedureView(procedure, inside).steps:
            if view.id in shown:
                own = parts.get(view.id, ())
                part = as_what(own, self.medium.t)
                yield RoleStep(view, DOES in own, part, view.number > before + 1)
                before = view.number


def neighbours(flow: Flow, own: Iterable[str]) -> set[str]:
    """Return the ids of the steps from which work comes to some steps, and to which it goes."""
    own = set(own)
    sides = ((edge.source, edge.target) for edge in flow.edges if edge.target in flow.ids)
    return {
        other
        for pair in sides
        for one, other in (pair, pair[::-1])
        if one in own and other not in own
    }
