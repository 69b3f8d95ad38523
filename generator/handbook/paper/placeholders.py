"""What a piece of a book leaves open until all its pieces are laid out: pages, and the edition.

It is printed as zeros, in a colour that is nowhere else and tells which of the piece's
placeholders it is. When the pieces are joined, the words come into its place and its own colour
comes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

PAGE, PAGES, EDITION = ":page", ":pages", ":edition"
BOOK_SCHEME = "book:"  # an address that leads to an anchor of the book, in whichever piece
_MARK = 0xFE  # the share of red
_MOST = 256  # of a share of green or blue


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One that a piece has: what is told there, its colour, and whether it ends its line.

    `what` is PAGE, PAGES or EDITION, or else the anchor whose page is told.
    """

    what: str
    colour: str
    is_flush: bool = False


_WRITTEN = re.compile(r'data-place="([^"|]*)\|(#[0-9a-f]{6})\|(flush)?"')


def written(placeholder: Placeholder, length: int) -> str:
    """Return a placeholder as HTML, as wide as so many digits."""
    flush = "flush" if placeholder.is_flush else ""
    place = f"{placeholder.what}|{placeholder.colour}|{flush}"
    return f'<span class="placeholder" data-place="{place}">{"0" * length}</span>'


def marked(html: str) -> tuple[str, tuple[Placeholder, ...]]:
    """Return HTML in which each placeholder has its mark, and all of them in their order."""
    found: list[Placeholder] = []

    def mark(match: re.Match[str]) -> str:
        found.append(Placeholder(match[1], match[2], bool(match[3])))
        green, blue = divmod(len(found), _MOST)
        return f'style="color:#{_MARK:02x}{green:02x}{blue:02x}"'

    return _WRITTEN.sub(mark, html), tuple(found)


def placeholder_of(
    colour: Sequence[float], placeholders: Sequence[Placeholder]
) -> Placeholder | None:
    """Return the placeholder whose mark a colour is, as shares of red, green and blue."""
    red, green, blue = (round(share * (_MOST - 1)) for share in colour)
    number = green * _MOST + blue
    is_mark = red == _MARK and 0 < number <= len(placeholders)
    return placeholders[number - 1] if is_mark else None
