"""Find the marks that git leaves where two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.problems import Place, Problem, names_of, problem

_OPENS = re.compile(r"<{7,}(?: |$)")
_BASE = re.compile(r"\|{7,}(?: |$)")
_PARTS = re.compile(r"={7,}$")
_CLOSES = re.compile(r">{7,}(?: |$)")


def without_conflicts(text: str, path: str, *, is_page: bool = False) -> tuple[str, list[Problem]]:
    """Report each conflict once, and keep the first of its versions; no line changes its number.

    A row of equals signs alone is a heading on a page.
    """
    if not re.search(r"^(?:<{7}|={7}|>{7}|\|{7})", text, re.MULTILINE):
        return text, []
    lines = text.split("\n")
    groups = list(_groups(lines, is_page=is_page))
    for marks in groups:
        # All of it is kept where a beginning or an end is gone.
        whole = _OPENS.match(lines[marks[0]]) and _CLOSES.match(lines[marks[-1]])
        for number in range(marks[1], marks[-1]) if whole and len(marks) > 1 else ():
            lines[number] = ""
    found = [_told(marks, text.split("\n"), path) for marks in groups]
    for marks in groups:
        for number in marks:
            lines[number] = ""
    return "\n".join(lines), found


def outside_conflicts(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what is told of lines within a conflict: they may not stay."""
    problems = list(problems)
    disputed = {
        (found.place.path, number)
        for found in problems
        if found.rule == "merge-conflict"
        for marks in (sorted(map(int, re.findall(r"\d+", str(dict(found.details)["lines"])))),)
        for number in range(marks[0], marks[-1] + 1)
    }
    return [
        found
        for found in problems
        if found.rule == "merge-conflict" or (found.place.path, found.place.line) not in disputed
    ]


def _groups(lines: list[str], *, is_page: bool) -> Iterator[list[int]]:
    """Yield the lines (from 0) with the marks of each conflict."""
    marks: list[int] = []
    for number, line in enumerate(map(str.rstrip, lines)):
        if _OPENS.match(line):
            if marks:
                yield marks
            marks = [number]
        elif _CLOSES.match(line):
            yield [*marks, number]
            marks = []
        elif (_BASE.match(line) or _PARTS.match(line)) and (marks or not is_page):
            marks.append(number)
    if marks:
        yield marks


def _told(marks: list[int], lines: list[str], path: str) -> Problem:
    signs = names_of(dict.fromkeys(lines[number][:7] for number in marks))
    numbers = names_of(number + 1 for number in marks)
    place = Place(path, marks[0] + 1, 1)
    return problem("merge-conflict", place, "choose", marks=signs, lines=numbers)
