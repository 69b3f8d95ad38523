"""The same hand-over in two procedures: the same people, the same document, the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.kinds.procedure import Step
from handbook.problems import Problem, problem

People = frozenset[Definition]


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody gives somebody a document within a limit."""

    procedure: Procedure
    step: Step
    limit: Duration


def conflicting_limits(handbook: Handbook) -> Iterator[Problem]:
    """Two procedures give the same people the same time to hand over the same document.

    Limits that count from events of their own are compared only where the events are the same.
    """
    for same in _handovers(handbook).values():
        first = same[0]
        for other in same[1:]:
            apart = other.procedure is not first.procedure
            if apart and (other.limit.low, other.limit.high) != (first.limit.low, first.limit.high):
                yield problem(
                    "conflicting-limits", other.step.within.place, "agree",
                    limit=other.limit, do=other.step.do, other=first.limit,
                    title=first.procedure.title, where=first.step.within.place,
                )  # fmt: skip


def _handovers(handbook: Handbook) -> dict[tuple, list[Handover]]:
    found: dict[tuple, list[Handover]] = defaultdict(list)
    for procedure in handbook.current(Procedure):
        for at, step in enumerate(procedure.steps):
            limit = step.within and handbook.duration(step.within.within)
            papers = handbook.all_of((*step.fill, *step.use))
            doers = frozenset(handbook.all_of(step.by))
            receivers = _receivers(handbook, procedure, at) - doers
            if not limit or not doers or not receivers:
                continue
            around = (str(step.within.after or ""), str(step.within.before or ""))
            for paper in papers:
                found[doers, receivers, paper, around].append(Handover(procedure, step, limit))
    return found


def _receivers(handbook: Handbook, procedure: Procedure, at: int) -> People:
    """Return who is told of a step, else who does the following one."""
    step = procedure.steps[at]
    if step.inform:
        return frozenset(handbook.all_of(step.inform))
    following = procedure.steps[at + 1 : at + 2]
    if step.branches or step.next is not None or not following:
        return frozenset()
    return frozenset(handbook.all_of(following[0].by))
