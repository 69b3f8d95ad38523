"""Suspect that a line, with what hangs below it, is indented by the wrong number of spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.read.lines import Line
from handbook.read.slips import Slip

FAR = 40  # lines looked back for something to line up with


def indent_slips(lines: Sequence[Line], number: int) -> Iterator[Slip]:
    """Suspect line `number`, trying the columns that the lines above begin in, nearest first."""
    line = lines[number]
    if line.blank:
        return
    yield from _text_going_on(lines, number)
    for other, wanted in _columns_above(lines, number):
        shift = wanted - line.indent
        if not shift:
            continue
        for below in (_children(lines, number), _block(lines, number)):
            mended = {n: _shifted(lines[n].source, shift) for n in below}
            details = {"have": line.indent, "want": wanted, "other": other + 1}
            yield Slip("indentation", number, line.indent, "line-up", details, mended)


def _text_going_on(lines: Sequence[Line], number: int) -> Iterator[Slip]:
    """Suspect a text that goes on with `注意: …`, which is no key of ours."""
    line = lines[number]
    above = next((lines[n] for n in range(number - 1, -1, -1) if not lines[n].blank), None)
    if above is None or line.key is None or line.key.isascii() or line.start != line.indent:
        return
    if above.key is not None and above.key.isascii() and above.part and line.start > above.start:
        at = line.source.index(":", line.start)
        mended = {number: line.with_sign(at, 1, "：")}
        details = {"key": above.key, "text": line.body}
        yield Slip("colon-in-text", number, at, "block", details, mended)


def _columns_above(lines: Sequence[Line], number: int) -> list[tuple[int, int]]:
    """Return (line, column) for each column used above, nearest line first, without repeats."""
    columns: dict[int, int] = {}
    for above in range(number - 1, max(-1, number - FAR), -1):
        line = lines[above]
        if line.blank:
            continue
        # Behind dashes first: keys of one item are more often out of line than dashes.
        for column in (line.start, line.indent):
            columns.setdefault(column, above)
    return [(above, column) for column, above in columns.items()]


def _children(lines: Sequence[Line], number: int) -> list[int]:
    """Return the line and the deeper ones below it."""
    last = number
    while last + 1 < len(lines) and (
        lines[last + 1].blank or lines[last + 1].indent > lines[number].indent
    ):
        last += 1
    return list(range(number, last + 1))


def _block(lines: Sequence[Line], number: int) -> list[int]:
    """Return the line and those below it that are no shallower."""
    last = number
    while last + 1 < len(lines) and (
        lines[last + 1].blank or lines[last + 1].indent >= lines[number].indent
    ):
        last += 1
    return list(range(number, last + 1))


def _shifted(source: str, shift: int) -> str:
    if not source.strip():
        return source
    bare = source.lstrip(" ")
    return " " * max(0, len(source) - len(bare) + shift) + bare
