"""What a sheet asks of the press: to lay out its page, or the pieces of a book and to bind them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple
from typing import NamedTuple

from handbook.compose.books.sheets import Book
from handbook.compose.sheets import Printable
from handbook.sheets.cache import key_of
from handbook.sheets.outcome import Pressed, Spoilt


class Keys(NamedTuple):
    """Under which a sheet is kept, and under which what is laid out for it."""

    whole: str
    pieces: tuple[str, ...]


def pages_of(sheet: Printable) -> tuple[str, ...]:
    """Return the HTML that is laid out for a sheet."""
    return tuple(piece.html for piece in sheet.pieces) if isinstance(sheet, Book) else (sheet.html,)


def keys_of(sheet: Printable) -> Keys:
    """Return the keys of a sheet: hashes of all that the bytes depend on."""
    pieces = tuple(map(key_of, pages_of(sheet)))
    if not isinstance(sheet, Book):
        return Keys(pieces[0], pieces)
    left_open = [[astuple(each) for each in piece.placeholders] for piece in sheet.pieces]
    told = json.dumps([pieces, left_open, sheet.words])
    return Keys(hashlib.sha256(told.encode()).hexdigest(), pieces)


def bound(book: Book, pieces: Iterable[Pressed | Spoilt]) -> Pressed | Spoilt:
    """Join the pieces of a book; what spoilt one of them has spoilt it all."""
    from handbook.sheets.joined import Laid, joined

    laid = []
    for piece, made in zip(book.pieces, pieces, strict=True):
        if isinstance(made, Spoilt):
            return made
        laid.append(Laid(made, piece.placeholders))
    try:
        return joined(laid, book.words)
    except Exception as error:  # as of what renders a sheet
        return Spoilt(f"{type(error).__name__}: {error}")
