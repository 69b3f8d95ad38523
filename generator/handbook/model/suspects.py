"""What may have gone wrong around the lines that something was told of, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from handbook.model.kinds import KINDS
from handbook.model.part import Part
from handbook.model.validate import keys_of, part_at
from handbook.problems import Problem
from handbook.read.flow_slips import flow_slips_in, sign_slips_in
from handbook.read.indents import alone_slips, block_slips
from handbook.read.lines import Line
from handbook.read.lost_lines import (
    columns_above,
    dash_slips,
    first_line_slips,
    key_line_slips,
    keys_around,
    list_slips,
    swap_slips,
)
from handbook.read.slips import Slip, slips_in

ABOVE = 3  # lines above what was told of that are suspected too
MOST_LINES = 16
FAR_OUT = 4  # columns
UNLIKELY = 6

Suspicion = tuple[int, Slip]  # the lower the figure, the likelier


def suspicions(
    lines: Sequence[Line],
    told: Sequence[Problem],
    above: int,
    given_up: Sequence[int] = (),
    whole: type[Part] | None = None,
) -> Iterator[Suspicion]:
    """Yield what may be wrong with a definition (or a file that is `whole` one part)."""
    spots = [*given_up, *(found.place.line - above - 1 for found in told)]
    numbers = _numbers(lines, spots)
    for found in told:
        if found.rule in ("unknown-key", "unknown-kind") and found.hint == "nearest":
            yield 0, _right_word(found, lines, above)
    for number in numbers:
        for slip in (*slips_in(lines[number]), *flow_slips_in(lines[number])):
            yield 1, slip
    for number in numbers[:3]:
        for slip in sign_slips_in(lines[number]):
            yield 1, slip
    for slip in list_slips(lines, numbers[:3]):
        yield 1, slip
    for slip in alone_slips(lines, numbers):
        yield _likely(slip, 2), slip
    for slip in dash_slips(lines, numbers, as_others=True):
        yield 2, slip
    for slip in swap_slips(lines, numbers):
        yield 4, slip
    for slip in first_line_slips(lines, numbers, KINDS):
        yield 5, slip
    for slip in dash_slips(lines, numbers, as_others=False):
        yield 6, slip
    for number in numbers:
        for column in columns_above(lines, number):
            keys = _keys_missing(lines, number, column, whole)
            for slip in key_line_slips(lines, number, column, keys):
                yield 7, slip
    for slip in block_slips(lines, numbers):
        yield _likely(slip, 3), slip


def _likely(slip: Slip, likely: int) -> int:
    """Rate a line that is out: hardly by more than two levels."""
    far = abs(int(str(slip.details["have"])) - int(str(slip.details["want"]))) > FAR_OUT
    return likely + UNLIKELY * far


def _numbers(lines: Sequence[Line], spots: Sequence[int]) -> list[int]:
    """Return the lines told of and those right above them, the first told of first."""
    wanted: dict[int, None] = {}
    for at in dict.fromkeys(spots):
        for number in (at, *range(at - 1, at - ABOVE - 1, -1), at + 1, *_around(lines, at)):
            if 0 <= number < len(lines) and not lines[number].unreadable:
                wanted.setdefault(number)
    # A list may have lost its very first line.
    first = next((line.number for line in lines if not line.blank), 0)
    kept = list(wanted)[:MOST_LINES]
    return kept if first in kept else [*kept, first]


def _around(lines: Sequence[Line], at: int) -> Iterator[int]:
    """Yield the first line below what a line hangs on, and that itself; then what it hangs on."""
    for _ in range(2):
        inside = lines[at].indent if at < len(lines) else 0
        above = range(min(at, len(lines)) - 1, -1, -1)
        at = next((n for n in above if not lines[n].blank and lines[n].indent < inside), -1)
        if at < 0:
            return
        yield at + 1
        yield at


def _right_word(found: Problem, lines: Sequence[Line], above: int) -> Slip:
    details = dict(found.details)
    wrong = details["key"] if found.rule == "unknown-key" else details["kind"]
    number, column = found.place.line - above - 1, found.place.column - 1
    mended = lines[number].with_sign(column, len(wrong), details["nearest"])
    return Slip(found.rule, number, column, "nearest", details, {number: mended})


def _keys_missing(
    lines: Sequence[Line], number: int, column: int, whole: type[Part] | None
) -> list[str]:
    """Return the keys that the record around a line could have and does not."""
    way, own = keys_around(lines, number, column)
    part = part_at(whole, tuple(way)) if whole else _part(lines, number, way)
    return [key for key in keys_of(part) if key not in own] if part else []


def _part(lines: Sequence[Line], number: int, way: list[str]) -> type[Part] | None:
    kinds = (line.part for line in reversed(lines[: number + 1]) if line.key == "kind")
    kind: Any = KINDS.get(next(kinds, ""))
    return kind and part_at(kind, tuple(way))
