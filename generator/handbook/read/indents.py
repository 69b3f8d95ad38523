"""Suspect that a line, with what hangs below it, is indented by the wrong number of spaces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from handbook.read.lines import Line, example
from handbook.read.slips import Slip

FAR = 40  # lines looked back for something to line up with


def indent_slips(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[Slip]:
    """Suspect lines, trying the columns that the lines around them begin in, nearest first.

    Most often one line is out; else the line has taken along what hangs below it.
    """
    numbers = [number for number in numbers if not lines[number].blank]
    for number in numbers:
        yield from _text_going_on(lines, number)
    yield from alone_slips(lines, numbers)
    yield from block_slips(lines, numbers)


def alone_slips(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[Slip]:
    """Suspect that one line is out."""
    yield from _moved_slips(lines, numbers, _alone)


def block_slips(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[Slip]:
    """Suspect that a line is out together with what hangs below it."""
    for below in (_with_deeper, _with_no_shallower):
        yield from _moved_slips(lines, numbers, below)


def _moved_slips(
    lines: Sequence[Line], numbers: Iterable[int], below: Callable[[Sequence[Line], int], range]
) -> Iterator[Slip]:
    for number in numbers:
        for other, wanted in _columns_around(lines, number):
            yield from _moved(lines, below(lines, number), wanted, other)


def _moved(lines: Sequence[Line], moved: range, wanted: int, other: int) -> Iterator[Slip]:
    line = lines[moved[0]]
    shift = wanted - line.indent
    if shift:
        mended = {number: _shifted(lines[number].source, shift) for number in moved}
        beginning = _beginning_at(lines, wanted, other, set(moved))
        hint = "needs" if beginning is None else "line-up"
        details = {"have": line.indent, "want": wanted}
        details |= {} if beginning is None else {"other": beginning + 1}
        yield Slip("indentation", line.number, line.indent, hint, details, mended)


def _beginning_at(
    lines: Sequence[Line], column: int, near: int, but: set[int]
) -> int | None:
    """Return a line that begins in a column, the nearest to another."""
    fitting = [
        each.number
        for each in lines
        if each.number not in but and not each.blank and column in (each.indent, each.start)
    ]
    return min(fitting, key=lambda number: abs(number - near), default=None)


def _text_going_on(lines: Sequence[Line], number: int) -> Iterator[Slip]:
    """Suspect a text that goes on with `注意: …`, which is no key of ours."""
    line = lines[number]
    above = next((lines[n] for n in range(number - 1, -1, -1) if not lines[n].blank), None)
    if above is None or line.key is None or line.key.isascii() or line.start != line.indent:
        return
    if above.key is not None and above.key.isascii() and above.part and line.start > above.start:
        at = line.source.index(":", line.start)
        mended = {number: line.with_sign(at, 1, "：")}
        details = {"key": above.key, "example": example(line.body)}
        yield Slip("colon-in-text", number, at, "block", details, mended)


def _columns_around(lines: Sequence[Line], number: int) -> list[tuple[int, int]]:
    """Return (line, column) for each column to line up with, the nearest above first."""
    columns: dict[int, int] = {}
    for above in range(number - 1, max(-1, number - FAR), -1):
        line = lines[above]
        if line.blank:
            continue
        # Behind dashes first: keys of one item are more often out of line than dashes.
        for column in (line.start, line.indent):
            columns.setdefault(column, above)
    below = next((line for line in lines[number + 1 : number + 4] if not line.blank), None)
    if below is not None:
        if lines[number].indent:
            # The line below hangs on this one: its keys stand behind this one's dash.
            hanging = below.indent - (lines[number].start - lines[number].indent)
            columns.setdefault(max(0, hanging), below.number)
        for column in (below.start, below.indent):
            columns.setdefault(column, below.number)
    return [(other, column) for column, other in columns.items()]


def _alone(lines: Sequence[Line], number: int) -> range:
    return range(number, number + 1)


def _with_deeper(lines: Sequence[Line], number: int) -> range:
    return _following(lines, number, lines[number].indent + 1)


def _with_no_shallower(lines: Sequence[Line], number: int) -> range:
    return _following(lines, number, lines[number].indent)


def _following(lines: Sequence[Line], number: int, least: int) -> range:
    """Return the line and those below it, as long as they are indented by `least` or more."""
    last = number
    while last + 1 < len(lines) and (lines[last + 1].blank or lines[last + 1].indent >= least):
        last += 1
    return range(number, last + 1)


def _shifted(source: str, shift: int) -> str:
    if not source.strip():
        return source
    bare = source.lstrip(" ")
    return " " * max(0, len(source) - len(bare) + shift) + bare
