"""Changes of records and lists written over several lines."""

from __future__ import annotations

import re

from handbook.read.spans import Span
from handbook.write.changes import Data
from handbook.write.pieces import (
    Piece,
    column,
    line_end,
    line_start,
    stands_first,
    whole_lines,
)
from handbook.write.spelling import entry, item

_COMMENT = re.compile(r" *#")


def entry_added(text: str, record: Span, place: int, key: str, value: Data) -> list[Piece]:
    """Add a key to a record, so that it stands at a place among the others."""
    indent = column(text, record.entries[0][0].start)
    spelled = entry(key, value, indent)
    if place == 0:
        first = record.entries[0][0].start
        return [Piece(first, first, spelled + "\n" + " " * indent)]
    return [_line_behind(text, record.entries[place - 1][1].end, " " * indent + spelled)]


def item_added(text: str, listing: Span, index: int, value: Data) -> list[Piece]:
    """Add an item to a list."""
    indent = column(text, listing.start)
    spelled = item(value, indent)
    if index == 0:
        return [Piece(listing.start, listing.start, spelled + "\n" + " " * indent)]
    return [_line_behind(text, listing.items[index - 1].end, " " * indent + spelled)]


def entry_removed(text: str, record: Span, place: int) -> list[Piece]:
    """Remove a key with its value and what is noted behind it; comments above stay."""
    starts = [key.start for key, _ in record.entries]
    return _removed(text, record, starts, [value.end for _, value in record.entries], place, "{}")


def item_removed(text: str, listing: Span, index: int) -> list[Piece]:
    """Remove an item of a list and what is noted behind it; comments above stay."""
    starts = dashes(text, listing)
    return _removed(text, listing, starts, [each.end for each in listing.items], index, "[]")


def item_moved(text: str, listing: Span, index: int, to: int) -> list[Piece]:
    """Move an item of a list; comments right above it go along."""
    starts = dashes(text, listing)
    ends = [line_end(text, each.end) for each in listing.items]
    tops = [top_with_comments(text, start) for start in starts]
    if not stands_first(text, starts[0]):  # it shares its line with what holds the list
        tops[0] = starts[0]
    low, high = min(index, to), max(index, to)
    bodies = [text[top:end] for top, end in zip(tops, ends, strict=True)]
    order = list(range(len(bodies)))
    order.insert(to, order.pop(index))
    fitted = {
        place: _at_margin(bodies[old], tops[old], tops[place], text, starts[old])
        for place, old in enumerate(order) if low <= place <= high
    }  # fmt: skip
    return [Piece(tops[place], ends[place], body) for place, body in fitted.items()]


def dashes(text: str, listing: Span) -> list[int]:
    """Return where the dash of each item stands: all in the column of the first."""
    margin = column(text, listing.start)
    found = []
    for each in listing.items:
        at = line_start(text, each.start) + margin
        while text[at : at + 1] != "-" or at > each.start or column(text, at) != margin:
            at = line_start(text, line_start(text, at) - 1) + margin
        found.append(at)
    return found


def _line_behind(text: str, at: int, line: str) -> Piece:
    end = line_end(text, at)
    return Piece(end, end, "\n" + line)


def _removed(
    text: str, around: Span, starts: list[int], ends: list[int], place: int, empty: str
) -> list[Piece]:
    if len(starts) == 1:
        return [Piece(around.start, around.end, empty)]
    start, end = starts[place], ends[place]
    if stands_first(text, start):
        return [whole_lines(text, start, end)]
    after = starts[place + 1]  # it shares its line with a dash; the next moves up into it
    if text[line_end(text, end) : after].strip():  # but for the comments between
        return [Piece(start, line_end(text, end), "")]
    return [Piece(start, after, "")]


def top_with_comments(text: str, start: int) -> int:
    """Return where the comments right above a line begin, as far as they are indented like it."""
    top, margin = line_start(text, start), column(text, start)
    while top:
        above = line_start(text, top - 1)
        line = text[above:top]
        if not _COMMENT.match(line) or len(line) - len(line.lstrip(" ")) != margin:
            break
        top = above
    return top


def _at_margin(body: str, top: int, new_top: int, text: str, start: int) -> str:
    """Return lines as they stand elsewhere: with or without the blanks in front of the first."""
    had, has = top == line_start(text, top), new_top == line_start(text, new_top)
    margin = " " * column(text, start)
    if had and not has:
        return body.removeprefix(margin)
    return margin + body if has and not had else body
