"""The swimlane of a procedure as nodes in rows and lanes, and the ways between them.

A step is a box in the lane of whoever does it. Each condition of a branch is a node of its own
below the step: 是 leads to the branch's target, 否 to the next condition, and at last to the step
that follows. Ways that leave the picture (to another procedure, to the end, to a step on another
sheet) lead to a pill in the lane "outside", in the same row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from handbook.model.flow import Flow
from handbook.model.kinds.procedure import END, Procedure, Step
from handbook.read.nodes import Text

Kind = Literal["start", "end", "step", "question", "exit"]


class Captions(Protocol):
    """The words of a picture, in the handbook's language."""

    start: str
    end: str
    yes: str
    no: str
    nobody: str

    def lane(self, step: Step) -> str:
        """Return who does a step."""

    def step(self, step: Step) -> str:
        """Return what is done."""

    def limit(self, step: Step) -> str:
        """Return within which time, or nothing."""

    def question(self, condition: Text) -> str:
        """Return a branch's condition."""

    def elsewhere(self, target: Text) -> str:
        """Return the title of another procedure."""

    def href_of_step(self, step: Step) -> str | None:
        """Return where a step's box leads when it is clicked; None on paper."""

    def href_of_procedure(self, target: Text) -> str | None:
        """Return where the box of another procedure leads; None on paper."""

    def other_sheet(self, number: int) -> str:
        """Return the words that lead to a step drawn on another sheet."""


@dataclass(frozen=True)
class Node:
    """A node of the picture; `lane` None is the lane outside."""

    name: str
    kind: Kind
    lane: str | None
    row: int
    text: str
    number: int | None = None
    limit: str = ""
    is_critical: bool = False
    href: str | None = None


@dataclass(frozen=True)
class Way:
    """An arrow from node to node, with a word at its beginning."""

    source: str
    target: str
    word: str = ""


@dataclass
class Swimlane:
    """Lanes in order of first appearance, nodes by row, and the ways between them."""

    lanes: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)

    @property
    def has_outside(self) -> bool:
        return any(node.lane is None for node in self.nodes)

    def node(self, name: str) -> Node:
        return next(node for node in self.nodes if node.name == name)


def swimlanes(
    procedure: Procedure, flow: Flow, captions: Captions, steps_a_sheet: int | None = None
) -> list[Swimlane]:
    """Return the swimlanes of a procedure: one, or one for each `steps_a_sheet` steps."""
    steps = procedure.steps
    size = steps_a_sheet or max(len(steps), 1)
    sheets = -(-len(steps) // size)
    size = -(-len(steps) // max(sheets, 1))  # even sheets rather than a lone step on the last
    lanes = list(dict.fromkeys(captions.lane(step) for step in steps))
    return [
        _Sheet(procedure, flow, captions, lanes, steps[start : start + size]).drawn()
        for start in range(0, len(steps), size)
    ]


class _Sheet:
    """Builds one sheet of a swimlane, row by row."""

    def __init__(
        self,
        procedure: Procedure,
        flow: Flow,
        captions: Captions,
        lanes: Sequence[str],
        steps: Sequence[Step],
    ) -> None:
        self.all = procedure.steps
        self.flow = flow
        self.captions = captions
        self.steps = steps
        self.numbers = {str(step.id): number for number, step in enumerate(self.all, 1)}
        self.here = {str(step.id) for step in steps}
        used = {captions.lane(step) for step in steps}
        self.lane = Swimlane(lanes=[lane for lane in lanes if lane in used])
        self.row = 0

    def drawn(self) -> Swimlane:
        first = self.steps[0]
        lane = self.captions.lane(first)
        number = self.numbers[first.id]
        opening = self.captions.start if number == 1 else self.captions.other_sheet(number - 1)
        self._add(Node("start", "start", lane, 0, opening))
        self._way("start", first.id)
        self.row = 1
        for step in self.steps:
            self._draw(step)
        return self.lane

    def _draw(self, step: Step) -> None:
        lane = self.captions.lane(step)
        row = self._row_beside(step, lane)
        self._add(
            Node(
                str(step.id), "step", lane, row, self.captions.step(step),
                number=self.numbers[step.id], limit=self.captions.limit(step),
                is_critical=step.critical, href=self.captions.href_of_step(step),
            )
        )  # fmt: skip
        self.row = max(self.row, row + 1)
        last, word = str(step.id), ""
        for number, edge in enumerate(self.flow.ways_from(step.id)):
            if edge.branch is not None and edge.branch.when is not None:
                name = f"{step.id}?{number}"
                condition = self.captions.question(edge.branch.when)
                self._add(Node(name, "question", lane, self.row, condition))
                self._way(last, name, word)
                self.row += 1
                self._lead(name, edge.target, edge.text, self.captions.yes)
                last, word = name, self.captions.no
            else:
                self._lead(last, edge.target, edge.text, word)
                return

    def _row_beside(self, step: Step, lane: str) -> int:
        """Put steps done at the same time side by side where their lanes differ."""
        for node in self.lane.nodes:
            if node.kind != "step" or node.row != self.row - 1:
                continue
            other = next(each for each in self.steps if each.id == node.name)
            together = step.id in other.together_with or other.id in step.together_with
            taken = {each.lane for each in self.lane.nodes if each.row == node.row}
            if together and lane not in taken:
                return node.row
        return self.row

    def _lead(self, source: str, target: str | None, text: Text | None, word: str) -> None:
        """Draw the way to a step, or to a pill for what is not in this picture."""
        if target in self.here:
            self._way(source, target, word)
            return
        origin = self.lane.node(source)
        href = None
        if target == END:
            words = self.captions.end
        elif target is not None:
            words = self.captions.other_sheet(self.numbers[target])
        else:
            assert text is not None  # a way out of the procedure says whither
            words, href = self.captions.elsewhere(text), self.captions.href_of_procedure(text)
        outside_is_taken = any(
            node.lane is None and node.row == origin.row for node in self.lane.nodes
        )
        # A condition that does not hold leads down: sideways leads the one that holds.
        goes_on_below = word == self.captions.no or (
            word != self.captions.yes and self._is_last(source)
        )
        name = f"{source}>{len(self.lane.ways)}"
        kind: Kind = "end" if target == END else "exit"
        if goes_on_below or outside_is_taken:
            self._add(Node(name, kind, origin.lane, self.row, words, href=href))
            self.row += 1
        else:
            self._add(Node(name, kind, None, origin.row, words, href=href))
        self._way(source, name, word)

    def _is_last(self, source: str) -> bool:
        """Tell whether nothing is drawn below a node any more."""
        return source.partition("?")[0] == str(self.steps[-1].id)

    def _add(self, node: Node) -> None:
        self.lane.nodes.append(node)

    def _way(self, source: str, target: str, word: str = "") -> None:
        self.lane.ways.append(Way(str(source), str(target), word))
