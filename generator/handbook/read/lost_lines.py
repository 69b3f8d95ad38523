"""Suspect what went wrong around a line that is right in itself.

Its dash was lost, it changed places with the next, or a line above it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handbook.read.lines import Line, short
from handbook.read.slips import Slip

FAR = 60  # lines looked back for an item to compare with
LOST = "words-of-a-lost-line-0"  # stand for those of a line that is gone; no one calls a thing so


def dash_slips(
    lines: Sequence[Line], numbers: Iterable[int], *, as_others: bool
) -> Iterator[Slip]:
    """Suspect that a line has lost its dash, or has one that the others do not have.

    With it the line begins `as_others` do, by the same key; or else by another.
    """
    for number in numbers:
        line = lines[number]
        body = line.source.lstrip(" ")
        if line.start == line.indent:
            for column, other in _dashes_around(lines, number):
                mended = {number: f"{' ' * column}- {body}"}
                details = {"example": short(f"- {body}"), "other": other + 1}
                hint = "like" if other != number else "dash"
                if (lines[other].key == line.key) is not as_others:
                    continue
                yield Slip("missing-dash", number, line.indent, hint, details, mended)
        elif line.key is not None and not as_others:
            mended = {number: " " * line.start + line.body}
            details = {"text": short(line.body)}
            yield Slip("stray-dash", number, line.indent, "delete", details, mended)


def list_slips(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[Slip]:
    """Suspect that the key above a list is followed by words, where nothing may stand."""
    for number in numbers:
        line, above = lines[number], lines[max(0, number - 1)]
        if line.start > line.indent and above.key is not None and above.part:
            mended = {above.number: above.source[: above.at].rstrip()}
            yield Slip("list-in-text", number, line.indent, "block", {}, mended)


def swap_slips(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[Slip]:
    """Suspect that a line and the next stand in the wrong order."""
    for number in numbers:
        if number + 1 < len(lines):
            line, after = lines[number], lines[number + 1]
            mended = {number: after.source, number + 1: line.source}
            details = {"text": short(after.body), "next": number + 2}
            yield Slip("swapped-lines", number, line.indent, "swap", details, mended)


def first_line_slips(
    lines: Sequence[Line], numbers: Iterable[int], kinds: Iterable[str]
) -> Iterator[Slip]:
    """Suspect that the line is gone by which an item begins: `- kind: …`, `- id: …`."""
    for number in numbers:
        line = lines[number]
        if line.key is None or line.start != line.indent:
            continue
        for other in _items_around(lines, number):
            first = lines[other]
            front = f"{' ' * first.indent}- {first.key}: "
            values = [first.part or LOST]
            if first.key == "kind":
                values = list(dict.fromkeys([*values, *kinds]))
            elif first.key == "id":
                values = [LOST]
            for value in values:
                gone = {number: f"{front}{value}\n{line.source}"}
                details = {"example": f"- {first.key}: …", "other": other + 1}
                yield Slip("missing-line", number, line.indent, "item", details, gone)


def key_line_slips(
    lines: Sequence[Line], number: int, column: int, keys: Iterable[str]
) -> Iterator[Slip]:
    """Suspect that the line of a key is gone, of which this line is the value."""
    line = lines[number]
    for key in keys:
        is_text = line.key is None and line.start == line.indent
        gone = {number: f"{' ' * column}{key}:{' |' * is_text}\n{line.source}"}
        details: dict[str, object] = {"example": f"{key}:"}
        above = lines[number - 1] if number else line
        if line.start > line.indent and above.key is not None and above.part:
            details |= {"key": above.key, "other": number}
            yield Slip("list-in-text", number, line.indent, "key", details, gone)
        else:
            yield Slip("missing-line", number, line.indent, "key", details, gone)


def columns_above(lines: Sequence[Line], number: int) -> list[int]:
    """Return the columns of the records that a line may hang in, the innermost first."""
    columns: list[int] = []
    limit = lines[number].indent + 1
    for above in range(number - 1, max(-1, number - FAR), -1):
        line = lines[above]
        if line.blank or line.key is None:
            continue
        if line.start < limit:
            columns.append(line.start)
            limit = line.start
        if line.indent < line.start and line.indent < limit:
            limit = line.indent + 1
    return columns


def keys_around(lines: Sequence[Line], number: int, column: int) -> tuple[list[str], set[str]]:
    """Return the keys that lead to a record at a column, outermost first, and those it has."""
    way: list[str] = []
    own: set[str] = set()
    limit, inside = column, True
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if line.blank or line.key is None:
            continue
        if inside and line.start == column:
            own.add(line.key)
            inside = line.indent == line.start
            limit = min(limit, line.indent)
        elif line.start < limit or (line.indent == line.start == limit and not inside):
            way.append(line.key)
            limit = line.indent
            inside = False
    return way[::-1], own


def _dashes_around(lines: Sequence[Line], number: int) -> list[tuple[int, int]]:
    """Return (column, line) for each column in which items around begin, the nearest first."""
    columns: dict[int, int] = {}
    above = range(number - 1, max(-1, number - FAR), -1)
    for other in (*above, *range(number + 1, min(len(lines), number + FAR))):
        line = lines[other]
        if not line.blank and line.start > line.indent:
            columns.setdefault(line.indent, other)
    for column in (0, lines[number].indent, lines[number].indent - 2, lines[number].indent - 1):
        if column >= 0:
            columns.setdefault(column, number)
    return list(columns.items())


def _items_around(lines: Sequence[Line], number: int) -> list[int]:
    """Return the beginnings of items that begin in the column of this line, each key once."""
    found: dict[str, int] = {}
    above = range(number - 1, -1, -1)
    for other in (*above, *range(number + 1, len(lines))):
        line = lines[other]
        if line.key is not None and line.indent < line.start == lines[number].indent:
            found.setdefault(line.key, other)
    return list(found.values())
