"""Mend slips of typing in YAML where there is one way only: signs, blanks, and quotes left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.problems import Problem
from handbook.read import read_text
from handbook.read.characters import evened_out
from handbook.read.flow_slips import flow_slips_in
from handbook.read.lines import quoted, read_line
from handbook.read.nodes import Node
from handbook.read.slips import slips_in
from handbook.read.swallowed import with_signs_as_meant
from handbook.write.changes import in_order, plain
from handbook.write.lines import as_before

SIGNS = frozenset({
    "full-width-colon", "full-width-sign", "full-width-space", "space-after-colon",
    "space-after-dash",
})  # fmt: skip
QUOTES = frozenset({"colon-in-text", "sign-at-start", "sign-in-text", "text-after-quotes"})
CERTAIN = SIGNS | QUOTES


def slips_mended(text: str, path: str, told: Iterable[Problem]) -> str:
    """Return a text with those of the slips mended that are told of it, and certain.

    Each must leave fewer problems, and the text must say what it was taken to say with them.
    """
    wanted = {(each.rule, each.place) for each in told if each.rule in CERTAIN}
    now = evened_out(text)
    root, problems = read_text(now, path)
    for found in sorted(problems, key=lambda each: each.place, reverse=True):
        if (found.rule, found.place) not in wanted:
            continue
        for mended in _ways(now, found):
            after, left = read_text(mended, path)
            if len(left) < len(problems) and _says_the_same(root, after):
                now, root, problems = mended, after, left
                break
    return as_before(text, now)


def _says_the_same(before: Node | None, after: Node | None) -> bool:
    if before is None or after is None:
        return after is not None
    return bool(in_order(plain(before)) == in_order(plain(after)))


def _ways(text: str, found: Problem) -> Iterator[str]:
    """Yield the text with one slip mended, in the ways that the reader itself tries."""
    lines = text.split("\n")
    number, column = found.place.line - 1, found.place.column - 1
    if number >= len(lines):
        return
    line = read_line(number, lines[number])
    for slip in (*slips_in(line), *flow_slips_in(line)):
        if (slip.rule, slip.column) == (found.rule, column):
            yield _with(lines, slip.mended)
    if found.rule in SIGNS:
        yield with_signs_as_meant(text, [found])
    source = lines[number]
    end = source.find("]]", column)
    if source.startswith("[[", column) and end > 0:  # YAML took it for a list in a list
        link = quoted(source[column : end + 2])
        yield _with(lines, {number: source[:column] + link + source[end + 2 :]})


def _with(lines: list[str], mended: dict[int, str]) -> str:
    return "\n".join(mended.get(number, line) for number, line in enumerate(lines))
