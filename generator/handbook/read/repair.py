"""Read one definition of a file as it would be with a line of it put right."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from handbook.problems import Problem
from handbook.read.complaints import understand
from handbook.read.composer import TooDeep, compose, parse_error
from handbook.read.lines import Line
from handbook.read.mentions import unveiled, unveiled_problem, with_mentions_veiled
from handbook.read.nodes import Node, Record, Text
from handbook.read.nodes import Sequence as List
from handbook.read.swallowed import swallowed_slips

STEP = 2  # spaces a level, as nearly everybody writes them
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?$")

Read = tuple[Node, list[Problem]]


def as_read(text: str, path: str, above: int = 0) -> Read | None:
    """Read a text that `above` lines precede in its file; None where the parser gives up."""
    veiled = with_mentions_veiled(text)
    try:
        root, found = compose(veiled, path, above)
    except (yaml.YAMLError, TooDeep):
        return None
    if root is None or isinstance(root, Text):
        return None
    root = unveiled(root)
    if not above:
        found = [*found, *swallowed_slips(root, text)]
    return root, [unveiled_problem(each) for each in found]


def given_up(text: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the lines (from 0) where the parser gives up, and where that began."""
    error = parse_error(with_mentions_veiled(text))
    if error is None:
        return ()
    complaint = understand(error, list(lines))
    return complaint.line, complaint.since_line


def irregularity(text: str, *, lists_are_flush: bool) -> int:
    """Count the lines that stand deeper than the line they hang on by more or less than usual."""
    count, lists = _indented(text)
    return count + lists[not lists_are_flush]


def lists_are_flush(text: str) -> bool:
    """Tell whether most lists begin in the column of their key, not deeper."""
    lists = _indented(text)[1]
    return lists[True] > lists[False]


def _indented(text: str) -> tuple[int, dict[bool, int]]:
    """Count odd indentations, and the lists that begin in the column of their key, and deeper."""
    count, block = 0, None
    hanging: list[tuple[int, bool]] = [(0, True)]  # columns, and whether a dash opens them
    lists = {True: 0, False: 0}  # in the column of their key, and deeper
    for line in text.split("\n"):
        body = line.lstrip(" ")
        if not body or body.startswith("#"):
            continue
        indent, dash = len(line) - len(body), body.startswith("- ")
        if block is not None and indent > block:
            continue
        block = indent if _BLOCK.search(body) else None
        while hanging and hanging[-1][0] > indent:
            hanging.pop()
        if not hanging or hanging[-1][0] != indent:
            deeper = indent - (hanging[-1][0] if hanging else 0)
            count += deeper != STEP
            lists[False] += dash
            hanging.append((indent, dash))
        elif dash and not hanging[-1][1]:
            lists[True] += 1
            hanging.append((indent, True))
        elif hanging[-1][1] and not dash and len(hanging) > 1 and hanging[-2][0] == indent:
            hanging.pop()
    return count, lists


def moved_up(node: Node, line: int) -> None:
    """Let what stands below a line that was put in stand where it does in the file."""
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Text):
            if each.line > line:
                each.line -= 1
            continue
        if each.place.line > line:
            place = each.place
            each.place = type(place)(place.path, place.line - 1, place.column)
        if isinstance(each, Record):
            waiting += each.keys()
            waiting += each.values()
        elif isinstance(each, List):
            waiting += each
