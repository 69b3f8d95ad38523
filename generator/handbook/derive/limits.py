"""Every time limit and promise of the handbook in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.kinds.procedure import Step
from handbook.model.limits import Limit, cases_of

LimitKind = Literal["step", "promise", "escalation"]


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit: who must have done what, within which time, and where it is written.

    `seconds` is the most the limit allows, None when that is not certain (待定, a clock time).
    """

    kind: LimitKind
    procedure: Procedure
    step: Step | None
    who: tuple[Definition, ...]
    limit: Limit
    seconds: float | None


def time_limits(
    handbook: Handbook, among: Iterable[Procedure] | None = None
) -> Iterator[TimeLimit]:
    """Yield every limit, procedure by procedure: its promise, its steps, their escalations.

    What differs by case has a limit for each.
    `among` are the procedures to look at; without it, all.
    """
    for procedure in handbook.of(Procedure) if among is None else among:
        if procedure.promise is not None:
            for limit in cases_of(procedure.promise.within):
                yield _limit(handbook, "promise", procedure, None, (), limit)
        for step in procedure.steps:
            doers = handbook.all_of(step.by)
            for limit in cases_of(step.within):
                yield _limit(handbook, "step", procedure, step, doers, limit)
            for escalation in step.escalate:
                told = handbook.all_of(escalation.to)
                for limit in cases_of(escalation.after):
                    yield _limit(handbook, "escalation", procedure, step, told, limit)


def _limit(
    handbook: Handbook,
    kind: LimitKind,
    procedure: Procedure,
    step: Step | None,
    who: tuple[Definition, ...],
    limit: Limit,
) -> TimeLimit:
    return TimeLimit(kind, procedure, step, who, limit, handbook.seconds(limit.within))


@dataclass(frozen=True, slots=True)
class Budget:
    """The longest way through a procedure against its promise, in seconds."""

    procedure: Procedure
    way: tuple[Step, ...]
    total: float
    promised: float | None

    @property
    def is_exceeded(self) -> bool:
        """Whether the steps may take longer than what is promised."""
        return self.promised is not None and self.total > self.promised


def budget(handbook: Handbook, procedure: Procedure) -> Budget | None:
    """Return a procedure's longest way, or None when no step of it has a certain limit."""
    flow = handbook.flow(procedure)
    way = tuple(step for step in flow.longest if flow.weight(step.id))
    if not way:
        return None
    limit = promised(handbook, procedure)
    seconds = handbook.seconds(limit.within) if limit else None
    return Budget(procedure, way, flow.seconds, seconds)


def promised(handbook: Handbook, procedure: Procedure) -> Limit | None:
    """Return what is promised; of limits by case the longest, None where that is not certain."""
    limits = cases_of(procedure.promise.within if procedure.promise else None)
    seconds = {id(limit): handbook.seconds(limit.within) for limit in limits}
    if not limits or (len(limits) > 1 and None in seconds.values()):
        return None
    return max(limits, key=lambda limit: seconds[id(limit)] or 0)
