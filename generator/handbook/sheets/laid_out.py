"""Walk through the boxes of a document that WeasyPrint has laid out, page by page.

Each box comes with what it stands in: the classes and headings around it, and the definition and
step that the template marked with data-of and data-step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Headings that are no headings of the document, because they are rows or lines of a list.
LIKE_HEADINGS = {
    "phase", "chain__phase", "toc--section", "toc--chapter", "toc--volume", "article__title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """What a box stands in."""

    classes: frozenset[str] = frozenset()
    of: str = ""  # the address of a definition in a book
    step: str = ""
    is_heading: bool = False

    @property
    def about(self) -> str:
        """What a misfit here is about: a step, or in a book a definition, or a step of it."""
        return f"{self.of}#{self.step}" if self.of else self.step

    def within(self, element: Any) -> Spot:
        """Return the spot of what stands in an element here."""
        classes = classes_of(element)
        if not hasattr(element, "get"):
            return self
        return replace(
            self,
            classes=self.classes | classes,
            of=element.get("data-of") or self.of,
            step=element.get("data-step") or self.step,
            is_heading=self.is_heading or _is_heading(element, classes),
        )


def classes_of(element: Any) -> set[str]:
    """Return the classes of an element; nothing for a box that has none of its own."""
    return set((element.get("class") or "").split()) if hasattr(element, "get") else set()


def _is_heading(element: Any, classes: set[str]) -> bool:
    """Whether something must stand below an element; a line of an index has nothing below it."""
    return element.tag in HEADINGS or bool(classes & LIKE_HEADINGS and "toc--index" not in classes)


def boxes_of(page: Any) -> Iterator[tuple[Any, Spot]]:
    """Yield the boxes of a page with their spots, in reading order; margins are left out."""
    return _below(page._page_box, Spot())


def texts_of(page: Any) -> Iterator[tuple[Any, Spot]]:
    """Yield each piece of a line of text on a page."""
    from weasyprint.formatting_structure.boxes import TextBox

    for box, spot in boxes_of(page):
        if isinstance(box, TextBox) and box.text.strip():
            yield box, spot


def lines_of(page: Any) -> Iterator[tuple[str, bool, bool, Spot]]:
    """Yield each line of text: what it says, whether others follow and precede it, its spot."""
    from weasyprint.formatting_structure.boxes import LineBox

    for box, spot in boxes_of(page):
        lines = [child for child in getattr(box, "children", ()) if isinstance(child, LineBox)]
        for number, line in enumerate(lines):
            yield _said(line), number < len(lines) - 1, number > 0, spot


def _below(box: Any, spot: Spot) -> Iterator[tuple[Any, Spot]]:
    from weasyprint.formatting_structure.boxes import MarginBox

    if isinstance(box, MarginBox):
        return
    if box.element is not None:
        spot = spot.within(box.element)
    yield box, spot
    for child in getattr(box, "children", ()):
        yield from _below(child, spot)


def _said(line: Any) -> str:
    """Return the text of a line; what stands in it as a block of its own is one sign."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

    if isinstance(line, TextBox):
        return line.text
    if isinstance(line, InlineBox | LineBox):
        return "".join(map(_said, line.children))
    return "\ufffc"
