"""Walk through the boxes of a document that WeasyPrint has laid out, page by page.

Each box comes with what it stands in: the classes and headings around it, the definition and step
that the template marked (paper/marks.py), and the room that it must not leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, MarginBox, TextBox

from handbook.paper import marks
from handbook.sheets.boxes import Box, Element, Page
from handbook.sheets.rooms import Room, room_in, room_of_margin, room_of_page

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Spot:
    """What a box stands in."""

    room: Room
    classes: frozenset[str] = frozenset()
    of: str = ""  # the address of a definition in a book
    step: str = ""
    is_heading: bool = False

    @property
    def about(self) -> str:
        """What a misfit here is about: a step, or in a book a definition, or a step of it."""
        return f"{self.of}#{self.step}" if self.of else self.step

    def within(self, box: Box) -> Spot:
        """Return the spot of what stands in a box here."""
        room, element = room_in(box, self.room), box.element
        if element is None or not hasattr(element, "get"):
            return self if room is self.room else replace(self, room=room)
        classes = classes_of(element)
        now = Spot(
            room,
            self.classes if classes <= self.classes else self.classes | classes,
            element.get(marks.OF) or self.of,
            element.get(marks.STEP) or self.step,
            self.is_heading or _is_heading(element, classes),
        )
        return self if now == self else now


# The boxes of a page with their spots, in reading order.
Placed = Sequence[tuple[Box, Spot]]


def classes_of(element: Element | None) -> set[str]:
    """Return the classes of an element; nothing for a box that has none of its own."""
    if element is None or not hasattr(element, "get"):  # a page's is no element
        return set()
    return set((element.get("class") or "").split())


def _is_heading(element: Element, classes: Iterable[str]) -> bool:
    """Whether something must stand below an element; a line of an index has nothing below it."""
    return element.tag in HEADINGS or (
        not marks.LIKE_HEADINGS.isdisjoint(classes) and marks.LINE_OF_INDEX not in classes
    )


def boxes_of(page: Page) -> Placed:
    """Return the boxes of a page; those in its margins are left out."""
    found: list[tuple[Box, Spot]] = []
    for child in page._page_box.children:
        if not isinstance(child, MarginBox):
            _gather(child, Spot(room_of_page(page._page_box)), found)
    return found


def margins_of(page: Page) -> Placed:
    """Return the boxes in the margins of a page; what is turned lies across the page on purpose."""
    found: list[tuple[Box, Spot]] = []
    for child in page._page_box.children:
        if isinstance(child, MarginBox) and not child.style["transform"]:
            _gather(child, Spot(room_of_margin(child, page._page_box)), found)
    return found


def texts_in(boxes: Placed) -> Iterator[tuple[Box, Spot]]:
    """Yield each piece of a line of text."""
    for box, spot in boxes:
        if isinstance(box, TextBox) and box.text.strip():
            yield box, spot


def lines_in(boxes: Placed) -> Iterator[tuple[str, bool, bool, Spot]]:
    """Yield each line of text: what it says, whether others follow and precede it, its spot."""
    for box, spot in boxes:
        lines = [child for child in getattr(box, "children", ()) if isinstance(child, LineBox)]
        for number, line in enumerate(lines):
            yield _said(line), number < len(lines) - 1, number > 0, spot


def _gather(box: Box, spot: Spot, found: list[tuple[Box, Spot]]) -> None:
    """Collect a box and those in it; a list, for nested generators take three times as long."""
    if not isinstance(box, TextBox):
        spot = spot.within(box)
    found.append((box, spot))
    for child in getattr(box, "children", ()):
        _gather(child, spot, found)


def _said(line: Box) -> str:
    """Return the text of a line; what stands in it as a block of its own is one sign."""
    if isinstance(line, TextBox):
        text: str = line.text
        return text
    if isinstance(line, InlineBox | LineBox):
        return "".join(map(_said, line.children))
    return "\ufffc"
