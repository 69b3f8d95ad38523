"""Pieces of a text to be replaced, each by other words; and lines and columns of places in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """From `start` up to `end` other words are to stand."""

    start: int
    end: int
    new: str


def replaced(text: str, pieces: Iterable[Piece]) -> str:
    """Return a text with pieces of it replaced; they do not overlap."""
    for piece in sorted(pieces, key=lambda each: each.start, reverse=True):
        text = text[: piece.start] + piece.new + text[piece.end :]
    return text


def line_start(text: str, at: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of a place ends, before its line break."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def column(text: str, at: int) -> int:
    """Return how many characters stand before a place in its line."""
    return at - line_start(text, at)


def stands_first(text: str, at: int) -> bool:
    """Whether only blanks stand before a place in its line."""
    return not text[line_start(text, at) : at].strip(" ")


def whole_lines(text: str, start: int, end: int) -> Piece:
    """Return the lines from `start` to `end` as a piece that is to go, line break included."""
    first, last = line_start(text, start), line_end(text, end)
    if last < len(text):
        return Piece(first, last + 1, "")
    return Piece(max(first - 1, 0), last, "")  # the last line of a file that ends without a break
