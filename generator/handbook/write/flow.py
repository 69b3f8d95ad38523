"""Changes of records and lists written in brackets."""

from __future__ import annotations

from handbook.read.spans import Span
from handbook.write.changes import Data
from handbook.write.pieces import Piece
from handbook.write.spelling import one_line

Ends = tuple[int, int]


def entry_added(text: str, record: Span, place: int, key: str, value: Data) -> list[Piece]:
    """Add a key to a record, so that it stands at a place among the others."""
    spelled = one_line({key: value}, flow=True)[1:-1]
    return _added(record, _ends(record), place, spelled)


def item_added(text: str, listing: Span, index: int, value: Data) -> list[Piece]:
    """Add an item to a list."""
    return _added(listing, _ends(listing), index, one_line(value, flow=True))


def entry_removed(text: str, record: Span, place: int) -> list[Piece]:
    """Remove a key with its value; comments among the lines of the brackets stay."""
    return _removed(text, record, place)


def item_removed(text: str, listing: Span, index: int) -> list[Piece]:
    """Remove an item of a list; comments among the lines of the brackets stay."""
    return _removed(text, listing, index)


def item_moved(text: str, listing: Span, index: int, to: int) -> list[Piece]:
    """Move an item of a list; the commas and line breaks stay where they are."""
    ends = _ends(listing)
    order = list(range(len(ends)))
    order.insert(to, order.pop(index))
    return [
        Piece(*ends[place], text[slice(*ends[old])])
        for place, old in enumerate(order) if place != old
    ]  # fmt: skip


def _ends(around: Span) -> list[Ends]:
    if around.entries:
        return [(key.start, max(key.end, value.end)) for key, value in around.entries]
    return [(each.start, each.end) for each in around.items]


def _added(around: Span, ends: list[Ends], place: int, spelled: str) -> list[Piece]:
    if not ends:
        return [Piece(around.start + 1, around.start + 1, spelled)]
    if place == 0:
        return [Piece(ends[0][0], ends[0][0], f"{spelled}, ")]
    return [Piece(ends[place - 1][1], ends[place - 1][1], f", {spelled}")]


def _removed(text: str, around: Span, place: int) -> list[Piece]:
    ends = _ends(around)
    start, end = ends[place]
    if len(ends) == 1:
        return [Piece(start, end, "")]
    is_last = place + 1 == len(ends)
    first, last = (ends[place - 1][1], start) if is_last else (end, ends[place + 1][0])
    between = text[first:last]
    if "#" not in between:
        return [Piece(min(first, start), max(last, end), "")]
    comma = first + between.index(",")
    return [Piece(start, end, ""), Piece(comma, comma + 1, "")]
