"""Join the pieces of a book, each laid out by itself, to one PDF as sound as from one piece.

Links between pieces find their pages, the outline and the tree of tags become one, each typeface
is there once, and what was left open is filled in. (ISO 32000-1, 7.7, 12.3 and 14.7)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import accumulate
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from handbook.paper.placeholders import BOOK_SCHEME, PAGE, PAGES, Placeholder
from handbook.sheets.filled_in import Filler
from handbook.sheets.joined_fonts import JoinedFonts
from handbook.sheets.outcome import Misfit, Pressed

OF_A_PAGE = frozenset({"lone-heading", "lone-sign-off"})  # misfits whose value is a page

LEVELS = tuple("123")  # of bookmarks, as print/css/book.css writes them


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece that was laid out, and its placeholders."""

    pressed: Pressed
    placeholders: tuple[Placeholder, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its level from 1, its title, and the page and place it leads to."""

    level: int
    title: str
    target: Any


def joined(pieces: Sequence[Laid], words: Mapping[str, str]) -> Pressed:
    """Return the book; `words` are those of placeholders that tell no page."""
    with ExitStack() as opened:
        book, *others = (
            opened.enter_context(pikepdf.open(BytesIO(piece.pressed.pdf))) for piece in pieces
        )
        joint = _Joint(book, pieces[0])
        for piece, source in zip(pieces[1:], others, strict=True):
            joint.add(source, piece)
        joint.finish(words)
        out = BytesIO()
        book.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    counts = [piece.pressed.pages for piece in pieces]
    misfits = tuple(
        _in_book(misfit, before)
        for piece, before in zip(pieces, accumulate(counts, initial=0), strict=False)
        for misfit in piece.pressed.misfits
    )
    return Pressed(out.getvalue(), sum(counts), pieces[0].pressed.size_mm, misfits)


def _in_book(misfit: Misfit, before: int) -> Misfit:
    """Tell the page of a misfit as the book counts."""
    if misfit.rule in OF_A_PAGE and misfit.value.isdigit():
        return replace(misfit, value=str(int(misfit.value) + before))
    return misfit


class _Joint:
    """A book that grows by its pieces; the first is what it begins with."""

    def __init__(self, book: pikepdf.Pdf, piece: Laid) -> None:
        self.book = book
        self.fonts = JoinedFonts()
        self.placeholders: list[tuple[Placeholder, ...]] = []  # of each page
        self.destinations = dict(_destinations(book.Root.get("/Names")))
        self.bookmarks = list(_bookmarks(book.Root.get("/Outlines")))
        self._took(piece, book.pages[0].Resources)

    def add(self, source: pikepdf.Pdf, piece: Laid) -> None:
        """Add the pages of a piece, and all that leads to them."""
        names, outline = source.Root.get("/Names"), source.Root.get("/Outlines")
        if names is not None:
            names = source.make_indirect(names)
            del source.Root.Names  # they come over below
        before = len(self.book.pages)
        self.book.pages.extend(source.pages)
        # From here on, whatever comes over from there finds its pages among those of the book.
        if names is not None:
            self.destinations |= dict(_destinations(self.book.copy_foreign(names)))
        if outline is not None:
            copied = self.book.copy_foreign(source.make_indirect(outline))
            self.bookmarks += _bookmarks(copied)
        self._join_structure(self.book.copy_foreign(source.Root.StructTreeRoot), before)
        self._took(piece, self.book.pages[before].Resources)

    def finish(self, words: Mapping[str, str]) -> None:
        """Let everything lead where it should, and fill in what was left open."""
        pages = {page.objgen: number for number, page in enumerate(self.book.pages, 1)}
        told = {
            name: str(pages[target[0].objgen]) for name, target in self.destinations.items()
        }
        told |= {PAGES: str(len(pages)), **words}
        filler = Filler(self.fonts)
        for number, (page, placeholders) in enumerate(
            zip(self.book.pages, self.placeholders, strict=True), 1
        ):
            for note in page.get("/Annots", ()):
                _lead_within(note)
            if placeholders:
                filled = filler.filled(
                    page.Contents.read_bytes(), placeholders, told | {PAGE: str(number)}
                )
                page.Contents = self.book.make_stream(filled)
        self.fonts.write(self.book)
        listed = [part for name in sorted(self.destinations)
                  for part in (String(name), self.destinations[name])]  # fmt: skip
        self.book.Root.Names = Dictionary(Dests=Dictionary(Names=Array(listed)))
        self.book.Root.Outlines = _outline(self.book, self.bookmarks)

    def _took(self, piece: Laid, resources: Any) -> None:
        self.placeholders += [piece.placeholders] * piece.pressed.pages
        self.fonts.take(resources.Font)

    def _join_structure(self, root: Any, before: int) -> None:
        """Hang the tags of a piece below those of the book, with numbers and names of their own."""
        own = self.book.Root.StructTreeRoot
        document, added = own.K[0], root.K[0]
        numbers = own.ParentTree.Nums
        offset = int(numbers[len(numbers) - 2]) + 1 if len(numbers) else 0
        for at, owner in _pairs(root.ParentTree.Nums):
            numbers.append(int(at) + offset)
            numbers.append(owner)
        for page in list(self.book.pages)[before:]:
            page.StructParents = int(page.StructParents) + offset
            for note in page.get("/Annots", ()):
                if "/StructParent" in note:
                    note.StructParent = int(note.StructParent) + offset
        for element in added.K:
            element.P = document
            document.K.append(element)
        for element in _elements(added):
            _rename(element, f"{before}-")


def _pairs(listed: Any) -> Iterator[tuple[Any, Any]]:
    return zip(listed[::2], listed[1::2], strict=True)


def _destinations(names: Any) -> Iterator[tuple[str, Any]]:
    """Yield the named places of a piece: (name, place)."""
    if names is not None:
        for name, place in _pairs(list(names.Dests.Names)):
            yield str(name), place


def _elements(element: Any) -> Iterator[Any]:
    """Yield the elements below one."""
    for kid in element.get("/K", ()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _rename(element: Any, front: str) -> None:
    """Put something before the names by which cells know their headers."""
    if "/ID" in element:
        element.ID = String(front + str(element.ID))
    if "/A" in element and "/Headers" in element.A:
        element.A.Headers = Array(String(front + str(each)) for each in element.A.Headers)


def _lead_within(note: Any) -> None:
    """Let a link to another piece lead to its place in the book."""
    address = str(note.A.get("/URI", "")) if "/A" in note else ""
    if address.startswith(BOOK_SCHEME):
        anchor = address.removeprefix(BOOK_SCHEME)
        del note.A
        note.Dest = String(anchor)
        note.Contents = String(anchor)


def _bookmarks(outline: Any, depth: int = 1) -> Iterator[Bookmark]:
    """Yield the bookmarks of a piece, or below one, in their order.

    A title begins with its level, for a piece may go on in the midst of a section; where it does
    not, as in a template of somebody's own, its depth in the piece counts.
    """
    entry = outline.get("/First") if outline is not None else None
    while entry is not None:
        title = str(entry.Title)
        level = int(title[0]) if title[:1] in LEVELS else 0
        yield Bookmark(level or depth, title[1:] if level else title, entry.Dest)
        yield from _bookmarks(entry, depth + 1)
        entry = entry.get("/Next")


def _outline(book: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> Any:
    """Write bookmarks as an outline in which all can be seen."""
    root = book.make_indirect(Dictionary(Type=Name.Outlines, Count=0))
    above = [root]
    for bookmark in bookmarks:
        del above[bookmark.level :]
        parent = above[-1]
        entry = book.make_indirect(
            Dictionary(Title=String(bookmark.title), Dest=bookmark.target, Parent=parent, Count=0)
        )
        if "/Last" in parent:
            entry.Prev = parent.Last
            parent.Last.Next = entry
        else:
            parent.First = entry
        parent.Last = entry
        for each in above:
            each.Count = int(each.Count) + 1
        above.append(entry)
    return root
