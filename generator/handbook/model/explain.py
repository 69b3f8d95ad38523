"""Explain a file that reads badly by the one line that, put right, leaves nothing to tell.

The reader proves a suspicion by the parser: it must get further. Yet a line that lost its dash, or
one gone altogether, often parses: what is left is a duplicate key here, an unknown one there. So
where more than one thing is wrong, or what is told may be only a consequence, the suspicions are
put to the test of the whole definition: the repair after which nothing is wrong any more is told,
and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.model.part import Part
from handbook.model.suspects import suspicions
from handbook.problems import MODELLING, OF_NAMES, READING, Problem, in_order
from handbook.read import Reading, SourceFile, Tree
from handbook.read.characters import evened_out
from handbook.read.file import text_of
from handbook.read.lines import read_line
from handbook.read.mending import Mending, definitions_in, problem_of, replaced
from handbook.read.nodes import Node, Record
from handbook.read.nodes import Sequence as List
from handbook.read.repair import as_read, given_up, irregularity, lists_are_flush, moved_up
from handbook.read.slips import Slip


@dataclass(frozen=True)
class Written:
    """What should stand in a file: one part, or definitions; and what is wrong with its root."""

    whole: type[Part] | None
    faults: Callable[[Node], list[Problem]]


# Of these one alone may be a consequence of what went wrong in a line nearby.
DOUBTFUL = frozenset({
    "indentation", "duplicate-key", "list-in-text", "not-yaml", "missing-colon", "not-text",
    "not-a-mapping", "wrong-shape", "not-a-definition", "key-not-text", "stray-bracket",
    "unclosed-bracket", "unclosed-quote", "missing-comma", "missing-kind",
})  # fmt: skip
# And of these several: what is told of a value alone has nothing to do with the lines around.
SHAPE = DOUBTFUL | {"unknown-key", "missing-field", "missing-id", "empty-field", "stray-comma"}
# But these have their cause in their own line, however many there are.
SETTLED = frozenset({("unknown-key", "comma")})
# These say all there is to say.
PLAIN = frozenset({"tab", "control-character", "too-deep", "several-documents", "merge-conflict"})
CONSIDERED = READING.keys() | SHAPE | {"unknown-kind"}
OF_VALUES = MODELLING.keys() - CONSIDERED - OF_NAMES  # a repair must bring forth none of these
_BEGINS = re.compile(r"- +(?:\{ *)?(?:kind|id)\b")
MOST_TRIES = 600  # for one definition
BUDGET = 6_000_000  # characters read while looking, for a whole file


def explained(
    tree: Tree,
    reading: Reading,
    problems: Sequence[Problem],
    should_be: Callable[[str], Written | None],
) -> Reading | None:
    """Return the reading as it would be with those lines put right; None where none is found."""
    told: dict[str, list[Problem]] = {}
    for found in problems:
        if found.rule in CONSIDERED | OF_VALUES and found.place.path.endswith((".yml", ".yaml")):
            told.setdefault(found.place.path, []).append(found)
    files = {file.path: file for file in reading.files}
    kept = list(reading.problems)
    changed = False
    for path, of_file in told.items():
        if not _is_doubtful(of_file):
            continue
        written = should_be(path)
        if written is None:
            continue
        text, _ = text_of(tree, path)
        explanation = text and _Explaining(evened_out(text), path, of_file, written).run()
        if not explanation:
            continue
        changed = True
        files[path] = _with_root(path, explanation.root)
        kept = [p for p in kept if p.place.path != path or not explanation.covers(p)]
        kept += explanation.problems
    if not changed:
        return None
    return replace(
        reading,
        files=tuple(sorted(files.values(), key=lambda file: file.path)),
        problems=tuple(in_order(kept)),
    )


def _is_doubtful(told: Sequence[Problem]) -> bool:
    rules = [found.rule for found in told if (found.rule, found.hint) not in SETTLED]
    if not PLAIN.isdisjoint(rules):
        return False
    return not DOUBTFUL.isdisjoint(rules) or sum(rule in SHAPE for rule in rules) > 1


def _with_root(path: str, root: Node) -> SourceFile:
    *folder, name = path.split("/")[1:]
    return SourceFile(path, tuple(folder), name, root)


@dataclass(frozen=True)
class _Explanation:
    """A file with lines put right: what it gives, what is told instead, and of which lines."""

    root: Node
    problems: tuple[Problem, ...]
    ranges: tuple[range, ...]

    def covers(self, found: Problem) -> bool:
        return any(found.place.line in lines for lines in self.ranges)


class _Explaining:
    """One file being explained, definition by definition."""

    def __init__(self, text: str, path: str, told: Sequence[Problem], written: Written) -> None:
        self.path, self.told, self.written = path, told, written
        self.parts = list(_joined_where_told(definitions_in(text), told))
        self.lists_are_flush = lists_are_flush(text)
        self.budget = BUDGET

    def run(self) -> _Explanation | None:
        roots: list[Node] = []
        problems: list[Problem] = []
        ranges: list[range] = []
        for above, text in self.parts:
            covered = range(above + 1, above + text.rstrip("\n").count("\n") + 2)
            told = [found for found in self.told if found.place.line in covered]
            best = self._best(text, above, told) if _is_doubtful(told) else None
            if best is None:
                root, _ = Mending(text, self.path, above, [self.budget]).run()
                roots += [] if root is None else [root]
                continue
            root, found = best
            roots.append(root)
            problems += found
            ranges.append(covered)
        if not ranges or not roots:
            return None
        return _Explanation(_joined(roots), tuple(problems), tuple(ranges))

    def _best(
        self, text: str, above: int, told: Sequence[Problem]
    ) -> tuple[Node, list[Problem]] | None:
        """Return the definition with one line put right, and what is told of it then."""
        lines = [read_line(number, line) for number, line in enumerate(text.split("\n"))]
        of_values = sum(found.rule in OF_VALUES for found in told)
        told = [found for found in told if found.rule in CONSIDERED]
        best: tuple[tuple[int, int, int, int], Slip, str] | None = None
        tried: set[str] = {text}
        for order, (likely, slip) in enumerate(
            suspicions(lines, told, above, given_up(text, lines), self.written.whole)
        ):
            mended = replaced(lines, slip.mended)
            self.budget -= len(mended)
            if order > MOST_TRIES or self.budget < 0:
                break
            if mended in tried or (best and best[0][0] == 0 and likely > best[0][1]):
                continue
            tried.add(mended)
            faults = self._faults(mended)
            if faults is None:
                continue
            new_of_values = sum(found.rule in OF_VALUES for found in faults) - of_values
            left = sum(found.rule not in OF_VALUES for found in faults) + max(0, new_of_values)
            rank = (left, likely, irregularity(mended, lists_are_flush=self.lists_are_flush), order)
            if best is None or rank < best[0]:
                best = rank, slip, mended
        if best is None or best[0][0] + 1 > len(told):
            return None
        return self._told(best[1], best[2], above)

    def _faults(self, text: str) -> list[Problem] | None:
        """Return what would be wrong with a definition; None where it cannot be read."""
        read = as_read(text, self.path)
        if read is None or (len(self.parts) > 1 and not isinstance(read[0], List)):
            return None
        root, found = read
        if self.written.whole is not None and not isinstance(root, Record):
            return None
        return [*found, *self.written.faults(root)]

    def _told(self, slip: Slip, mended: str, above: int) -> tuple[Node, list[Problem]] | None:
        read = as_read(mended, self.path, above)
        if read is None:
            return None
        root, found = read
        if "\n" in slip.mended.get(slip.line, ""):  # a line was put in
            moved_up(root, slip.line + above + 1)
        return root, [problem_of(slip, self.path, above), *found]


def _joined_where_told(
    parts: Iterable[tuple[int, str]], told: Sequence[Problem]
) -> Iterator[tuple[int, str]]:
    """Join neighbours of which something was told, and a part that begins like no definition.

    The line by which a definition begins may have slipped into the one above, or away from it.
    """
    spoiled = {found.place.line for found in told}
    above, text, is_told = 0, "", False
    for start, part in parts:
        also_told = any(
            start < line <= start + 1 + part.rstrip("\n").count("\n") for line in spoiled
        )
        begins = _BEGINS.match(part)
        if text and begins and not (is_told and also_told):
            yield above, text
            above, text = start, ""
        text += part
        is_told = also_told or (is_told and not begins)
    yield above, text


def _joined(roots: Sequence[Node]) -> Node:
    if len(roots) == 1:
        return roots[0]
    joined = List(roots[0].place)
    for root in roots:
        joined.extend(root if isinstance(root, List) else [root])
    return joined
