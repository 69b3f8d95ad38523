"""The same hand-over in two procedures: the same people, the same document, the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.kinds.procedure import Step
from handbook.model.limits import cases_of
from handbook.problems import Place, Problem, problem

People = frozenset[Definition]
Between = tuple[People, People, Definition, tuple[str, ...]]  # whom, what, in which case


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody gives somebody a document within a limit."""

    procedure: Procedure
    step: Step
    place: Place  # of the limit
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
                    "conflicting-limits", other.place, "agree",
                    limit=other.limit, do=other.step.do, other=first.limit,
                    title=first.procedure.title, where=first.place,
                )  # fmt: skip


def _handovers(handbook: Handbook) -> dict[Between, list[Handover]]:
    found: dict[Between, list[Handover]] = defaultdict(list)
    for procedure in handbook.current(Procedure):
        for at, step in enumerate(procedure.steps):
            papers = handbook.all_of((*step.fill, *step.use))
            doers = frozenset(handbook.all_of(step.by))
            receivers = _receivers(handbook, procedure, at) - doers
            if not doers or not receivers:
                continue
            for limit in cases_of(step.within):
                length = handbook.duration(limit.within)
                if length is None:
                    continue
                around = tuple(str(each or "") for each in (limit.when, limit.after, limit.before))
                for paper in papers:
                    handover = Handover(procedure, step, limit.place, length)
                    found[doers, receivers, paper, around].append(handover)
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
