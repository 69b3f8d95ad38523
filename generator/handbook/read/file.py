"""Read one file: bytes, text, then plain data that remembers where it was written."""

from __future__ import annotations

from collections import Counter

import yaml

from handbook.problems import Place, Problem, in_order, problem
from handbook.read.characters import (
    MOST,
    evened_out,
    tabs_in_front,
    with_blanks_for_tabs,
    without_controls,
)
from handbook.read.composer import DEEPEST, TooDeep, compose
from handbook.read.conflicts import without_conflicts
from handbook.read.decoding import decode
from handbook.read.mending import mend
from handbook.read.mentions import unveiled, unveiled_problem, with_mentions_veiled
from handbook.read.nodes import Node, Text
from handbook.read.swallowed import swallowed_slips, with_signs_as_meant
from handbook.read.tree import Tree, Unreadable

LARGEST = 1024 * 1024
Read = tuple[Node | None, list[Problem]]

# What each path gave when it was last read: who reads a hundred files again and again to see what
# changed in one keeps this, and hands it in each time.
FileMemory = dict[str, tuple[str, Node | None, tuple[Problem, ...]]]


def read_file(tree: Tree, path: str, memory: FileMemory | None = None) -> Read:
    """Read the file at a path; never raises for what it finds."""
    text, problems = text_of(tree, path)
    if text is None:
        return None, problems
    last = memory.get(path) if memory is not None else None
    if last is None or last[0] != text:
        node, found = read_text(text, path)
        last = text, node, tuple(found)
        if memory is not None:
            memory[path] = last
    return last[1], list(last[2])


def text_of(tree: Tree, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, or why there is none."""
    place = Place(path)
    kind = tree.entry(path).kind
    if kind in ("folder", "special"):
        return None, [problem("unreadable-file", place, kind)]
    try:
        size = tree.size(path)
        if size > LARGEST:
            shown = f"{size / LARGEST:.1f}"
            return None, [problem("too-large", place, "split", size=shown)]
        content = tree.read(path)
    except Unreadable as fault:
        details = {"code": fault.code} if fault.hint == "fault" else {}
        return None, [problem("unreadable-file", place, fault.hint, **details)]
    return decode(content, path)


def read_text(text: str, path: str) -> Read:
    """Read a text as the content of the file at `path`.

    Where there are problems, the data is what the text gives once they are mended, or None.
    """
    text, problems = without_controls(evened_out(text), path)
    text, conflicts = without_conflicts(text, path)
    problems += conflicts
    if not text.strip():
        return None, problems or [problem("empty-file", Place(path), "delete")]
    tabs = tabs_in_front(text, path)
    if tabs:
        root, further = _without_tabs(text, path)
        problems += tabs
    else:
        root, further = _composed(text, path)
    if root is None and not problems and not further:
        return None, [problem("empty-file", Place(path), "comments")]
    problems += further
    if problems and (not root or isinstance(root, Text)):
        return None, _inside(problems, text)  # what is missing was spoiled, not left out
    found, root = _at_root(root, text, path)
    return root, _inside(problems + found, text)


def _composed(text: str, path: str) -> Read:
    try:
        return compose(text, path)
    except TooDeep as deep:
        return None, [problem("too-deep", deep.place, "flatten", limit=DEEPEST)]
    except yaml.YAMLError:
        return _with_mentions(text, path)


def _with_mentions(text: str, path: str) -> Read:
    """Compose with the mentions in bracketed texts veiled; what then still fails is mended."""
    veiled = with_mentions_veiled(text)
    try:
        if veiled == text:
            return mend(text, path)
        root, found = compose(veiled, path)
    except yaml.YAMLError:
        root, found = mend(veiled, path)
    except TooDeep as deep:
        return None, [problem("too-deep", deep.place, "flatten", limit=DEEPEST)]
    told = [unveiled_problem(each) for each in found]
    return None if root is None else unveiled(root), told


def _without_tabs(text: str, path: str) -> Read:
    """Guess how wide the editor shows a tab; a wrong guess must not bring further problems."""
    for width in (2, 4, 8):
        try:
            return compose(with_blanks_for_tabs(text, width), path)
        except (yaml.YAMLError, TooDeep):
            continue
    return None, []


def _at_root(root: Node | None, text: str, path: str) -> tuple[list[Problem], Node | None]:
    """Look for what YAML took for text, and drop a root that holds no definitions."""
    if isinstance(root, Text) and not root.strip():
        return [problem("empty-file", Place(path), "delete")], None
    if root is not None and not root:
        return [problem("empty-list", root.place, "delete")], None
    found = swallowed_slips(root, text)
    mended = _recomposed(found, text, path) if found else root
    return found, None if isinstance(mended, Text) else mended


def _recomposed(found: list[Problem], text: str, path: str) -> Node | None:
    """Compose again with the swallowed signs as they were meant; None where that fails."""
    try:
        return compose(with_signs_as_meant(text, found), path)[0]
    except (yaml.YAMLError, TooDeep):
        return None


def _inside(problems: list[Problem], text: str) -> list[Problem]:
    """Put the problems in order, each inside the file: mended lines may be longer than it.

    Of each rule the first are enough; the rest is found once these are repaired.
    """
    if not problems:
        return problems
    lines = text.split("\n")
    kept = []
    count: Counter[str] = Counter()
    for found in problems:
        count[found.rule] += 1
        if count[found.rule] > MOST:
            continue
        line = min(found.place.line, len(lines))
        column = min(found.place.column, len(lines[line - 1]) + 1)
        place = Place(found.place.path, line, column)
        kept.append(Problem(found.rule, place, found.details, found.hint))
    return in_order(kept)
