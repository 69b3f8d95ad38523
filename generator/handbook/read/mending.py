"""Say what is wrong in a text the parser rejects, by finding the repair that lets it get further.

The parser's own positions and words are of little use to an editor: a full-width colon is
reported a line too late, as "could not find expected ':'". So each suspicion is put to the test:
mend the line, parse again. The mended text also gives what the rest of the file defines, so that
one slip does not make every reference to this file look wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from handbook.problems import Place, Problem, problem
from handbook.read.comments import cut_within
from handbook.read.complaints import Complaint, slip_complained_of, understand
from handbook.read.composer import DEEPEST, TooDeep, compose, parse_error
from handbook.read.flow_slips import comment_slips_in, flow_slips_in
from handbook.read.indents import indent_slips
from handbook.read.lines import Line, read_line
from handbook.read.nodes import Node
from handbook.read.nodes import Sequence as List
from handbook.read.slips import Slip, slips_in

MOST_SLIPS = 20  # in one definition; behind so many nothing said would be of use
MOST_TRIES = 80  # repairs for one slip
NEAR = 60  # lines looked back for it
_ITEM = re.compile(r"-(?: |$)")
LINES = ("other", "next")  # details that name another line
BUDGET = 10_000_000  # characters parsed while looking, for a whole file


def mend(text: str, path: str) -> tuple[Node | None, list[Problem]]:
    """Report every slip found, and compose what the text gives once they are mended."""
    found: list[Problem] = []
    roots: list[Node] = []
    budget = [BUDGET]
    for above, part in definitions_in(text):
        root, problems = Mending(part, path, above, budget).run()
        found.extend(problems)
        if root is not None:
            roots.append(root)
    if len(roots) < 2:
        return (roots[0] if roots else None), found
    joined = List(roots[0].place)
    for root in roots:
        joined.extend(root if isinstance(root, List) else [])
    return joined, found


def definitions_in(text: str) -> Iterator[tuple[int, str]]:
    """Cut a list at its dashes in the first column: a slip then spoils one definition only."""
    lines = text.split("\n")
    solid = (line for line in lines if line.strip() and not line.startswith(("#", "---")))
    if not _ITEM.match(next(solid, "")):
        yield 0, text
        return
    starts = [number for number, line in enumerate(lines) if _ITEM.match(line)]
    starts[0] = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start, "\n".join(lines[start:end]) + "\n"


def problem_of(slip: Slip, path: str, above: int) -> Problem:
    """Tell a slip in a part of a file that `above` lines precede."""
    place = Place(path, slip.line + above + 1, slip.column + 1)
    lines = {key: int(str(slip.details[key])) + above for key in LINES if key in slip.details}
    return problem(slip.rule, place, slip.hint, **{**slip.details, **lines})


class Mending:
    """One part of a file being mended."""

    def __init__(self, text: str, path: str, above: int, budget: list[int]) -> None:
        self.text, self.path, self.above, self.budget = text, path, above, budget
        self.found: list[Problem] = []

    def run(self) -> tuple[Node | None, list[Problem]]:
        for _ in range(MOST_SLIPS):
            try:
                root, problems = compose(self.text, self.path, self.above)
            except TooDeep as deep:
                return None, [
                    *self.found,
                    problem("too-deep", deep.place, "flatten", limit=DEEPEST),
                ]
            except yaml.YAMLError as error:
                if not self._mend_one(error):
                    break
            else:
                return root, self.found + problems
        return None, self.found

    def _mend_one(self, error: yaml.YAMLError) -> bool:
        """Report one slip; return whether the text could be mended."""
        self.budget[0] -= len(self.text)
        lines = [read_line(number, line) for number, line in enumerate(self.text.split("\n"))]
        complaint = understand(error, lines)
        best, mended = self._best(complaint, lines)
        if best is None:
            best = slip_complained_of(complaint, lines)
        self.found.append(problem_of(best, self.path, self.above))
        if mended is None:
            return False
        self.text = mended
        return True

    def _best(self, complaint: Complaint, lines: list[Line]) -> tuple[Slip | None, str | None]:
        """Try the suspicions in turn: the first that mends all wins, else what gets furthest."""
        best, best_text, furthest = None, None, _beyond(complaint)
        tries = 0
        for slip in _suspicions(complaint, lines):
            self.budget[0] -= len(self.text)
            tries += 1
            if tries > MOST_TRIES or self.budget[0] < 0:
                break
            text = replaced(lines, slip.mended)
            if text == self.text:
                continue
            error = parse_error(text)
            if error is None:
                return slip, text
            reached = understand(error, lines).reached
            if reached > furthest:
                best, best_text, furthest = slip, text, reached
        return best, best_text


def _beyond(complaint: Complaint) -> tuple[int, int]:
    """Return what a repair must surpass; quotes put into the line move columns by a few."""
    line, column = complaint.reached
    return line, column + 4


def _suspicions(complaint: Complaint, lines: list[Line]) -> Iterator[Slip]:
    """Suspect the lines near the complaint first, then those above, then the indentation."""
    numbers = list(_numbers(complaint, lines))
    near, far = numbers[:3], numbers[3:]
    for number in near:
        yield from comment_slips_in(lines[number])
        yield from cut_within(lines[number])
        yield from slips_in(lines[number])
        yield from flow_slips_in(lines[number])
    yield slip_complained_of(complaint, lines)
    yield from indent_slips(lines, near)
    for number in far:
        yield from slips_in(lines[number])
        yield from flow_slips_in(lines[number])


def _numbers(complaint: Complaint, lines: list[Line]) -> Iterator[int]:
    """Give the line that cannot be finished, the one complained of, then those above."""
    seen: set[int] = set()
    first = [complaint.line, complaint.since_line]
    if complaint.reached[0] == complaint.since_line:
        first.reverse()
    above = range(complaint.line, max(-1, complaint.line - NEAR), -1)
    for number in (*first[:1], *above[:3], *first[1:], *above[3:]):
        if number not in seen and not lines[number].blank:
            seen.add(number)
            yield number


def replaced(lines: Sequence[Line], mended: dict[int, str]) -> str:
    """Return the text with some lines as they were meant."""
    return "\n".join(mended.get(line.number, line.source) for line in lines)
