"""What a box may take of the paper: the room that is left to it by all that it stands in.

A page, a cell, a band and whatever else has an edge that can be seen is a wall for all inside it.
Any other block is one for its own lines alone: blocks in it may stand out, as labels do that are
drawn into the space before their text.
"""

from __future__ import annotations

from dataclasses import dataclass

from weasyprint.formatting_structure.boxes import (
    BlockContainerBox,
    FlexContainerBox,
    InlineBlockBox,
    TableCellBox,
)

from handbook.paper import measures
from handbook.sheets.boxes import Box

EDGE = measures.EDGE * measures.PX


@dataclass(frozen=True, slots=True)
class Room:
    """A room in pixels of the page: where lines may stand, and the walls for all that is inside."""

    left: float
    right: float
    top: float
    bottom: float
    walls: tuple[float, float]  # left and right


def room_of_page(page: Box) -> Room:
    """Return the room within the margins of a page."""
    left, top = page.content_box_x(), page.content_box_y()
    return Room(left, left + page.width, top, top + page.height, (left, left + page.width))


def room_of_margin(margin: Box, page: Box) -> Room:
    """Return the room of a box in a margin, which ends where the text of the page begins."""
    left = margin.content_box_x()
    right = left + margin.width
    top, bottom = 0.0, page.margin_height()
    if margin.at_keyword.startswith("@top"):
        bottom = page.content_box_y()
    elif margin.at_keyword.startswith("@bottom"):
        top, bottom = page.content_box_y() + page.height, bottom - EDGE
    return Room(left, right, top, bottom, (left, right))


def room_in(box: Box, around: Room) -> Room:
    """Return the room inside a box that stands in another."""
    if not isinstance(box, BlockContainerBox | FlexContainerBox):
        return around
    left = box.position_x + box.margin_left
    right = left + box.border_width()
    low, high = around.walls
    left, right = max(left, low), min(right, high)
    style = box.style
    is_filled = style["background_color"].alpha > 0
    is_cell = isinstance(box, TableCellBox)
    walls = around.walls
    if is_cell or is_filled or isinstance(box, InlineBlockBox) or _is_ruled(box):
        walls = left, right
    top, bottom = around.top, around.bottom
    height = box.border_height()
    if height and (is_filled or box.border_top_width or box.border_bottom_width):
        top = max(top, box.position_y + box.margin_top)
        bottom = min(bottom, box.position_y + box.margin_top + height)
    return Room(left, right, top, bottom, walls)


def _is_ruled(box: Box) -> bool:
    """Whether a box has a line at its left and one at its right."""
    return bool(box.border_left_width and box.border_right_width)
