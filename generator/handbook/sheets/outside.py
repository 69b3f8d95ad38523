"""Find what leaves its box on the laid-out pages, or lies upon something else.

The body of a letter is what can be seen of it: the air that typefaces put around it may overlap.
Lengths are pixels of WeasyPrint's, 96 to an inch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weasyprint.formatting_structure.boxes import (
    InlineBlockBox,
    ReplacedBox,
    TableBox,
    TableCellBox,
    TextBox,
)

from handbook.paper import marks
from handbook.paper.measures import PX
from handbook.sheets.boxes import Box, Document, Element
from handbook.sheets.laid_out import Placed, Spot, margins_of
from handbook.sheets.outcome import Misfit

ASIDE, BELOW = 0.9 * PX, 0.3 * PX  # by so much a line may stand out, sideways and downwards
UPON = 1.5  # by so much bodies of letters may overlap
ABOVE, UNDER = 0.8, 0.08  # of its line a letter's body reaches, in sizes of the type
LONGEST = 24  # characters of what is told
MOST = 12  # are told of one sheet


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to see on a page, with its edges; letters by their bodies."""

    box: Box
    spot: Spot
    left: float
    right: float
    top: float
    bottom: float

    @property
    def is_too_wide(self) -> bool:
        """Whether it stands out of its room at a side."""
        room = self.spot.room
        return self.left < room.left - ASIDE or self.right > room.right + ASIDE

    @property
    def is_too_high(self) -> bool:
        """Whether it stands out of its room above or below."""
        room = self.spot.room
        return self.top < room.top - BELOW or self.bottom > room.bottom + BELOW


def strays(document: Document, pages: Sequence[Placed]) -> list[Mark]:
    """Return the marks that stand outside their room, or upon another."""
    found: list[Mark] = []
    for page, boxes in zip(document.pages, pages, strict=True):
        marks = [mark for mark in map(_mark, (*boxes, *margins_of(page))) if mark]
        found += (mark for mark in marks if mark.is_too_wide or mark.is_too_high)
        found += _upon_another(marks)
    return found


def lost_heads(pages: Sequence[Placed]) -> Iterator[tuple[Element, Spot]]:
    """Yield the heads of tables that stand on no page: one that is higher than it is left out."""
    seen = {box.element for boxes in pages for box, _ in boxes}
    tables = {
        box.element: spot for boxes in pages for box, spot in boxes if isinstance(box, TableBox)
    }
    for table, spot in tables.items():
        for head in table.iter("thead"):
            if not seen.intersection(head.iter("th")) and "".join(head.itertext()).strip():
                yield head, spot


def outside(pages: Sequence[Placed], strays: Sequence[Mark]) -> list[Misfit]:
    """Return what stands outside its box on the pages, each once, and not all of very many."""
    found = [_misfit(mark) for mark in strays]
    for head, spot in lost_heads(pages):
        words = max("".join(head.itertext()).split(), key=len)
        found.append(Misfit("outside-its-box", spot.about, shown(words), words))
    found += [
        Misfit("outside-its-box", spot.about, shown(words), words, "columns")
        for words, spot in _narrow_columns(pages)
    ]
    return list(dict.fromkeys(found))[:MOST]


def words_of(box: Box) -> str:
    """Return what a box says, or what is said around one that says nothing."""
    if isinstance(box, TextBox):
        words: list[str] = box.text.replace("\u2009", " ").split()
        return max(words, key=len)
    element = box.element
    return element.get(marks.TITLE) or " ".join("".join(element.itertext()).split())


def shown(words: str) -> str:
    """Return words as they are told: the first of many."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _misfit(mark: Mark) -> Misfit:
    words = words_of(mark.box)
    return Misfit("outside-its-box", mark.spot.about, shown(words), words)


def _mark(placed: tuple[Box, Spot]) -> Mark | None:
    """Return the mark of a box; None for one that shows nothing of its own."""
    box, spot = placed
    if isinstance(box, TextBox):
        if not box.text.strip() or not marks.NOT_READ.isdisjoint(spot.classes):
            return None
        line = box.position_y + box.baseline
        size = box.style["font_size"]
        left = box.position_x
        return Mark(box, spot, left, left + box.width, line - ABOVE * size, line + UNDER * size)
    if not isinstance(box, ReplacedBox) and not _is_blank(box):
        return None
    left, top = box.border_box_x(), box.border_box_y()
    right, bottom = left + box.border_width(), top + box.border_height()
    return Mark(box, spot, left, right, top, bottom)


def _is_blank(box: Box) -> bool:
    """Whether a box is a place to write in that stands in a line."""
    return isinstance(box, InlineBlockBox) and not box.children and bool(box.border_bottom_width)


def _upon_another(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield of each two marks that lie upon one another the text, of two texts the longer."""
    open_marks: list[Mark] = []
    for mark in sorted(marks, key=lambda each: each.top):
        start = mark.top + UPON
        open_marks = [each for each in open_marks if each.bottom > start]
        for other in open_marks:
            if min(mark.right, other.right) - max(mark.left, other.left) > UPON and (
                mark.bottom > other.top + UPON
            ):
                yield max((mark, other), key=_length)
        open_marks.append(mark)


def _length(mark: Mark) -> float:
    return mark.right - mark.left if isinstance(mark.box, TextBox) else 0.0


def _narrow_columns(pages: Sequence[Placed]) -> Iterator[tuple[str, Spot]]:
    """Yield of each table the head of a column narrower than the template asked with data-least."""
    found: dict[Element | None, tuple[str, Spot]] = {}
    for boxes in pages:
        table = None
        for box, spot in boxes:
            if isinstance(box, TableBox):
                table = box.element
            least = box.element.get(marks.LEAST) if isinstance(box, TableCellBox) else None
            if least and box.border_width() < float(least) * PX - ASIDE:
                found.setdefault(table, (words_of(box), spot))
    yield from found.values()
