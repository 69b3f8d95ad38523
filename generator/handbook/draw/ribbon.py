"""Lay out work that stays in one hand and never branches: boxes side by side, row below row.

Such a flow as a swimlane would be one narrow lane as high as a page. It has the same parts, so
that `svg` draws both.
"""

from __future__ import annotations

from itertools import pairwise

from handbook.draw.geometry import Box, Point
from handbook.draw.layout import (
    FONT,
    GAP,
    HEAD,
    LIMIT_LINE,
    LINE,
    PADDING,
    Arrow,
    LanePlace,
    Layout,
    Placed,
    limit_within,
    lines_of,
)
from handbook.draw.swimlane import Node, Swimlane, Way
from handbook.draw.wrap import width_of

MARGIN = 9.0
BETWEEN = 15.0  # from box to box, for the arrow
LEAST_BOX = 80.0  # eight Chinese characters in a line
MOST_IN_A_ROW = 4
MOST_PILL = 90.0  # at the end of a row


def is_chain(picture: Swimlane) -> bool:
    """Tell whether a picture is one lane in which each node leads to the next."""
    if len(picture.lanes) > 1 or picture.has_outside or _pill(picture.nodes[-1]) > MOST_PILL:
        return False
    following = {(one.name, other.name) for one, other in pairwise(picture.nodes)}
    return {(way.source, way.target) for way in picture.ways} == following


def lay_out_chain(picture: Swimlane, width: float) -> Layout:
    """Lay a chain out `width` points wide, in rows as even as can be."""
    first, *steps, last = picture.nodes
    before, after = _pill(first) + BETWEEN, BETWEEN + _pill(last)
    free = width - 2 * MARGIN - before - after
    most = max(1, min(MOST_IN_A_ROW, int((free + BETWEEN) // (LEAST_BOX + BETWEEN))))
    rows = -(-len(steps) // most)
    columns = -(-len(steps) // rows)
    room = (free - (columns - 1) * BETWEEN) / columns
    placed, y = [], HEAD + GAP * 0.8
    for row in range(rows):
        here = steps[row * columns : (row + 1) * columns]
        lines = {node.name: (lines_of(node, room), limit_within(node, room)) for node in here}
        height = max(_height(*each) for each in lines.values())
        x = MARGIN + before
        for node in here:
            placed.append(Placed(node, Box(x, y, room, height), *lines[node.name]))
            x += room + BETWEEN
        if row == 0:
            placed.insert(0, _placed_pill(first, MARGIN, y + height / 2))
        if row == rows - 1:
            placed.append(_placed_pill(last, x, y + height / 2))
        is_limited = any(node.limit and not lines[node.name][1] for node in here)
        y += height + (LIMIT_LINE if is_limited else 0.0) + GAP
    return Layout(
        lanes=(LanePlace((picture.lanes[0],), 0.0, width),),
        placed=tuple(placed),
        arrows=tuple(_arrows(placed)),
        width=width,
        height=y - GAP * 0.2,
        head=HEAD,
    )


def _height(lines: tuple[str, ...], limit: tuple[str, ...]) -> float:
    return len(lines) * LINE + len(limit) * LIMIT_LINE + 2 * PADDING


def _pill(node: Node) -> float:
    return width_of(node.text) * FONT + 3 * PADDING


def _placed_pill(node: Node, x: float, middle: float) -> Placed:
    height = LINE + 2 * PADDING
    return Placed(node, Box(x, middle - height / 2, _pill(node), height), (node.text,))


def _arrows(placed: list[Placed]) -> list[Arrow]:
    return [
        Arrow(Way(one.node.name, other.node.name), _points(one.box, other.box), None)
        for one, other in pairwise(placed)
    ]


def _points(one: Box, other: Box) -> tuple[Point, ...]:
    """Lead straight on to the right, or down and back to the first box of the next row."""
    (start, level), (landing, _) = one.middle, other.middle
    if other.x > one.x:
        return (one.right, level), (other.x, level)
    turn = other.y - GAP * 0.6
    return (start, one.bottom), (start, turn), (landing, turn), (landing, other.y)
