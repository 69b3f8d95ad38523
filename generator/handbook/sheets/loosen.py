"""Make what does not fit its box fit: break words, close up tables, turn pages, let heads grow.

A sheet is laid out as it should look; only where something then stands outside its box is it
loosened there, by marks on its elements, and laid out again. So sheets that fit look as they
always did, and nothing is guessed. Lengths are pixels of WeasyPrint's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weasyprint.formatting_structure.boxes import InlineBlockBox, TableBox, TextBox

from handbook.paper import marks
from handbook.paper.measures import CLOSE, CLOSE_LEADING, PX, TEXT
from handbook.sheets.boxes import Box, Document, Element
from handbook.sheets.laid_out import Placed, Spot, classes_of
from handbook.sheets.margins import grown_margins
from handbook.sheets.outside import ASIDE, Mark, lost_heads

ROUNDS = 3  # in the last one words break wherever their line ends
CLOSER = CLOSE / TEXT  # of the usual size of type, in a table that is closed up
PADDING = 1  # mm, of its cells
LONG_WORD = 0.3  # of a table's room: a longer word is broken before columns suffer
SHORT = 2  # pages: of a longer sheet only the part with the wide table is turned round
IN_LINE = {"span", "strong", "em", "a", "b", "code", "small"}
WHOLE = {"main", "body", "header", "section", "table", "tr"}  # are not loosened for their words
BLOCKS = 2  # around words: a paragraph, and what may be as wide as it
MARKED = "/* loosened */"
STYLES = (
    MARKED
    + """
@page upright {{ size: {width:.2f}px {height:.2f}px }}
@page across {{ size: {height:.2f}px {width:.2f}px }}
[{fit}~="turned"] > * {{ page: upright }}
[{fit}~="turned"] > [{fit}~="across"] {{ page: across }}
[{fit}~="word"], [{fit}~="word"]::after {{
  overflow-wrap: break-word !important; white-space: normal !important
}}
[{fit}~="word"]:not(td, th), [{fit}~="blank"] {{
  min-width: 0 !important; max-width: 100% !important; box-sizing: border-box !important
}}
[{fit}~="cell"] {{ overflow-wrap: anywhere !important; white-space: normal !important }}
[{fit}~="letter"] {{ word-break: break-all !important }}
[{fit}~="line"] {{ width: 100% !important }}
span[{fit}~="letter"] {{ margin-left: 0 !important; margin-right: 0 !important }}
[{fit}~="close"] {{ font-size: {size:g}pt !important; line-height: {leading} !important }}
[{fit}~="close"] th, [{fit}~="close"] td {{
  padding-left: {padding}mm !important; padding-right: {padding}mm !important
}}
[{fit}~="even"] {{ table-layout: fixed !important; width: 100% !important }}
[{fit}~="even"] th, [{fit}~="even"] td {{
  overflow-wrap: anywhere !important; white-space: normal !important; width: auto !important
}}
"""
)


def loosen(
    html: Element, document: Document, pages: Sequence[Placed], strays: Sequence[Mark], attempt: int
) -> bool:
    """Change the elements of a sheet where it did not fit; return whether anything is changed.

    `attempt` counts from 0: what did not help is followed by what helps more and looks worse.
    """
    heads = [head for head, _ in lost_heads(pages)]
    if not strays and not heads:
        return False
    sheet = _Sheet(html, document, pages)
    for head in heads:
        sheet.lower(head)
    for table, spot, number in _too_wide(pages):
        sheet.loosen_table(table, spot, number, attempt)
    # What is too high lies upon others, which are not to blame.
    is_crowded = any(mark.is_too_high for mark in strays)
    for mark in strays:
        if mark.is_too_wide or not is_crowded:
            sheet.loosen_words(mark, attempt)
    # How high heads and feet are shows when their words are broken.
    at_edges = [mark for mark in strays if marks.IN_MARGINS & mark.spot.classes]
    is_settled = not any(mark.is_too_wide for mark in at_edges)
    sheet.add_styles(grown_margins(document) if is_settled else "")
    return sheet.is_changed


class _Sheet:
    """The elements of a sheet while they are marked."""

    def __init__(self, html: Element, document: Document, pages: Sequence[Placed]) -> None:
        self.html = html
        self.page = document.pages[0]
        self.number_of_pages = len(document.pages)
        self.around = {child: parent for parent in html.iter() for child in parent}
        self.tables: set[Element] = set()
        self.blocks_in_lines = {
            box.element for boxes in pages for box, _ in boxes if isinstance(box, InlineBlockBox)
        }
        self.is_changed = False
        body = next(each for each in html if each.tag == "body")
        is_wide = self.page.width > self.page.height
        may_turn = not is_wide and marks.NEVER_TURNED.isdisjoint(classes_of(body))
        self.longer = self.page.height - self.page.width if may_turn else 0.0

    def add_styles(self, styles: str) -> None:
        """Write what the marks mean, and what is said besides, behind the styles of the sheet."""
        if not self.is_changed and not styles:
            return
        style = next(each for each in self.html.iter("style"))
        if MARKED not in style.text:
            style.text += STYLES.format(
                width=self.page.width, height=self.page.height, fit=marks.FIT,
                size=CLOSE, leading=CLOSE_LEADING, padding=PADDING,
            )  # fmt: skip
        self.is_changed = self.is_changed or styles not in style.text
        style.text += styles

    def lower(self, head: Element) -> None:
        """Give all columns the same room, and all the room there is, so that the head is lower."""
        table = next(each for each in self._outwards(head) if each.tag == "table")
        self._mark(table, "even")
        self._mark(self.around[table], "line")

    def loosen_words(self, mark: Mark, attempt: int) -> None:
        """Let the words of a mark break, and the blocks that are as wide as they are."""
        element = mark.box.element
        if any(each in self.tables for each in self._outwards(element)):
            return
        if isinstance(mark.box, InlineBlockBox):
            self._mark(element, "blank")
        if not isinstance(mark.box, TextBox):
            return
        blocks = 0
        for each in self._outwards(element):
            if blocks == BLOCKS or each.tag in WHOLE:
                break
            self._mark(each, *(("word", "letter") if attempt else ("word",)))
            if attempt and each in self.blocks_in_lines:  # trying how narrow they can be takes long
                self._mark(each, "line")
            blocks += each.tag not in IN_LINE
            row = self.around[each]
            if marks.ROWS & classes_of(row):
                for other in row:
                    self._mark(other, "word")
                break

    def loosen_table(self, table: Box, spot: Spot, number: int, attempt: int) -> None:
        """Break the long words of a table; close it up, turn its page or level its columns."""
        element = table.element
        self.tables.add(element)
        room = spot.room.walls[1] - table.position_x
        longest = LONG_WORD * room
        for box in _long_words(table, longest):
            self._mark(box.element, "cell")
        widths = [min(width, longest) for width in table.column_widths]
        closer = [CLOSER * (width - _padding(table)) + 2 * PADDING * PX for width in widths]
        turns = self._may_turn(element)
        wide = room + (self.longer if turns else 0)
        if attempt or sum(closer) > wide:
            self._mark(element, "close", "even")
        elif sum(widths) > room and (sum(closer) <= room or sum(widths) > wide):
            self._mark(element, "close")
        if turns and sum(widths) > room and (attempt or sum(closer) > room):
            self._turn(element, number)

    def _may_turn(self, element: Element) -> bool:
        return bool(self.longer) and any(each.tag == "main" for each in self._outwards(element))

    def _turn(self, element: Element, number: int) -> None:
        """Give the part of the sheet in which an element stands pages that lie across.

        What stands before it on the first page goes along; so does all of a short sheet.
        """
        outwards = list(self._outwards(element))
        at = next(n for n, each in enumerate(outwards) if each.tag == "main")
        part, main, body = outwards[at - 1], outwards[at], outwards[at + 1]
        turned = [part]
        if number == 1:
            turned = [*list(main)[: list(main).index(part) + 1], *body]
        if self.number_of_pages <= SHORT:
            turned = [*main, *body]
        for each in turned:
            self._mark(each, "across")
        self._mark(main, "turned")
        self._mark(body, "turned")

    def _outwards(self, element: Element) -> Iterator[Element]:
        at: Element | None = element
        while at is not None:
            yield at
            at = self.around.get(at)

    def _mark(self, element: Element, *ways: str) -> None:
        has = (element.get(marks.FIT) or "").split()
        new = [way for way in ways if way not in has]
        if new:
            element.set(marks.FIT, " ".join((*has, *new)))
            self.is_changed = True


def _too_wide(pages: Sequence[Placed]) -> Iterator[tuple[Box, Spot, int]]:
    """Yield the tables that reach beyond what they stand in, with their spots and pages."""
    for number, boxes in enumerate(pages, 1):
        for box, spot in boxes:
            is_table = isinstance(box, TableBox) and box.element.tag == "table"
            if is_table and box.position_x + box.width > spot.room.walls[1] + ASIDE:
                yield box, spot, number


def _long_words(table: Box, longest: float) -> Iterator[Box]:
    """Yield the texts in a table with a word that is wider than that."""
    for box in table.descendants():
        if isinstance(box, TextBox) and box.width > longest:
            words = [box.text] if box.style["white_space"] == "nowrap" else box.text.split()
            if box.width * max(map(len, words), default=0) > longest * len(box.text):
                yield box


def _padding(table: Box) -> float:
    """Return the padding of a table's cells, at both sides together."""
    cell = next(iter(table.children[0].children[0].children))
    return cell.padding_left + cell.padding_right
