"""The flow of a procedure: which step may follow which, what is reached, how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from handbook.model.kinds.procedure import END, Branch, Procedure, Step
from handbook.model.limits import Limit, Span, cases_of
from handbook.read.nodes import Text


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one step to the next.

    `target` is a step id, END, or None when the way leads out to another procedure (or nowhere:
    `text` is what was written). `branch` is the branch that opens the way, if any.
    """

    source: str
    target: str | None
    text: Text | None = None
    branch: Branch | None = None

    @property
    def named(self) -> Text:
        """What was written of a way that leads out."""
        if self.text is None:
            raise ValueError(f"the way from {self.source} leads on within its procedure")
        return self.text


@dataclass(frozen=True, eq=False)
class Flow:
    """The ways through a procedure.

    Convention: steps run in the order of writing. A `next` replaces the way to the following step.
    Branches are asked in order; without an otherwise (a branch without `when`) and without a
    `next`, the work goes on with the following step when no condition holds.
    """

    procedure: Procedure
    seconds_of: Callable[[Span], float | None] = attrgetter("seconds")

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All ways, in the order of the steps."""
        steps = self.procedure.steps
        following = {step.id: after.id for step, after in pairwise(steps)}
        return tuple(
            edge for step in steps for edge in self._ways_from(step, following.get(step.id, END))
        )

    def _ways_from(self, step: Step, following: str) -> Iterator[Edge]:
        for branch in step.branches:
            yield Edge(step.id, self._inner(branch.go.text), branch.go.text, branch)
        if step.next is not None:
            yield Edge(step.id, self._inner(step.next.text), step.next.text)
        elif all(branch.when is not None for branch in step.branches):
            yield Edge(step.id, following)

    def _inner(self, target: Text) -> str | None:
        return str(target) if target == END or target in self.ids else None

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the steps."""
        return frozenset(str(step.id) for step in self.procedure.steps)

    def ways_from(self, id: str) -> tuple[Edge, ...]:
        """Return the ways out of a step."""
        return self._ways.get(id, ())

    @cached_property
    def _ways(self) -> dict[str, tuple[Edge, ...]]:
        ways: dict[str, list[Edge]] = {}
        for edge in self.edges:
            ways.setdefault(edge.source, []).append(edge)
        return {source: tuple(edges) for source, edges in ways.items()}

    @cached_property
    def reached(self) -> frozenset[str]:
        """The steps that the work can come to; steps done together are reached together."""
        together: dict[str, set[str]] = {}
        for step in self.procedure.steps:
            for other in step.together_with:
                together.setdefault(step.id, set()).add(other)
                together.setdefault(other, set()).add(step.id)
        seen: set[str] = set()
        ahead = [str(step.id) for step in self.procedure.steps[:1]]
        while ahead:
            id = ahead.pop()
            if id in seen or id not in self.ids:
                continue
            seen.add(id)
            ahead += [edge.target for edge in self.ways_from(id) if edge.target]
            ahead += together.get(id, ())
        return frozenset(seen)

    @cached_property
    def finishing(self) -> frozenset[str]:
        """The steps from which the work can come to an end, here or in another procedure."""
        before: dict[str, set[str]] = {}
        ahead: list[str] = []
        for edge in self.edges:
            if edge.target is None or edge.target == END:
                ahead.append(edge.source)
            else:
                before.setdefault(edge.target, set()).add(edge.source)
        seen: set[str] = set()
        while ahead:
            id = ahead.pop()
            if id not in seen:
                seen.add(id)
                ahead += before.get(id, ())
        return frozenset(seen)

    @cached_property
    def longest(self) -> tuple[Step, ...]:
        """The steps on the way through whose limits add up to the most seconds.

        A step is counted once, however often a jump back may repeat it. Limits counted from an
        event of their own (`after`, `before`) and limits that are a clock time or have no number
        count nothing: only what is certain is added up. Steps done together count as the longest
        of them.
        """
        return tuple(self._steps[id] for id in _heaviest_way(self))

    @property
    def seconds(self) -> float:
        """The sum of the limits on the longest way, in seconds."""
        return sum(self.weight(str(step.id)) for step in self.longest)

    def weight(self, id: str) -> float:
        """Return the seconds a step certainly counts for on a way through it."""
        group = self._groups.get(id)
        return self._own_weight(id) if group is None or id == group[0] else 0.0

    def _own_weight(self, id: str) -> float:
        """Return what a step counts for by itself: of limits by case the longest."""
        certain = (
            self.seconds_of(limit.within)
            for limit in cases_of(self._steps[id].within)
            if limit.counts_from is None
        )
        return max((float(seconds or 0) for seconds in certain), default=0.0)

    def longest_limit(self, step: Step) -> Limit:
        """Return the limit by which a step with a weight is judged."""
        certain = (each for each in cases_of(step.within) if each.counts_from is None)
        return max(certain, key=lambda limit: self.seconds_of(limit.within) or 0)

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        """The steps done at the same time as one, itself included, the longest first."""
        together: dict[str, set[str]] = {}
        for step in self.procedure.steps:
            for other in self.ids.intersection(step.together_with):
                together.setdefault(str(step.id), {str(step.id)}).add(other)
                together.setdefault(other, {other}).add(str(step.id))
        order = list(self._steps)
        return {
            id: tuple(sorted(group, key=lambda each: (-self._own_weight(each), order.index(each))))
            for id, group in together.items()
        }

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {str(step.id): step for step in self.procedure.steps}


def _heaviest_way(flow: Flow) -> list[str]:
    """Return the ids of the heaviest way that visits no step twice.

    Jumps back are taken out first (an edge to a step written earlier), so that what is left is a
    graph without cycles and one pass from the last step to the first suffices.
    """
    order = [str(step.id) for step in flow.procedure.steps]
    position = {id: number for number, id in enumerate(order)}
    seconds: dict[str, float] = {}
    onward: dict[str, str | None] = {}
    for id in reversed(order):
        ahead = [
            edge.target
            for edge in flow.ways_from(id)
            if edge.target in position and position[edge.target] > position[id]
        ]
        onward[id] = max(ahead, key=lambda target: seconds[target], default=None)
        seconds[id] = flow.weight(id) + seconds.get(onward[id] or "", 0.0)
    way: list[str] = []
    at = order[0] if order else None
    while at is not None:
        way.append(at)
        at = onward[at]
    return way
