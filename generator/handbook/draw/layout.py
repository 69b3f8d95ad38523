"""Lay a swimlane out: boxes in rows and lanes, arrows in the channels between them.

Boxes are narrower than their lanes and rows stand apart, so that there are free channels: upright
ones (gutters) left and right of every lane, level ones (gaps) above every row. An arrow runs in
channels only, each in a track of its own, and so never through a box. Arrows to the same box share
their last level track.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbook.draw.channels import WORD, Channels, Route
from handbook.draw.geometry import Box, Point, simplified
from handbook.draw.swimlane import Node, Swimlane, Way
from handbook.draw.wrap import width_of, wrap
from handbook.paper import measures

FONT, LINE = measures.PICTURE, measures.PICTURE_LINE
PADDING = 6.0
HEAD = 26.0  # the lane names
GAP = 15.0  # between rows, before tracks are added
GUTTER = 7.0  # beside the boxes, before tracks are added
TRACK = 6.0
LIMIT_LINE = 11.0
LEAST_LANE = 56.0  # on paper, which cannot grow
OUTSIDE_SHARE = 0.72  # the lane outside is narrower: it holds only titles
SLANT = 7.0  # how far the ends of a question reach out
MOST_LANE = 170.0


@dataclass(frozen=True)
class Placed:
    """A node with its box and its text broken into lines."""

    node: Node
    box: Box
    lines: tuple[str, ...]
    limit_within: tuple[str, ...] = ()  # the limit in lines, where it is too long to stand below


@dataclass(frozen=True)
class Arrow:
    """A way as a line of upright and level pieces, with its word and where that stands."""

    way: Way
    points: tuple[Point, ...]
    word_at: Point | None


@dataclass(frozen=True)
class LanePlace:
    """A lane: its name in lines (empty for the lane outside) and its extent."""

    lines: tuple[str, ...]
    x: float
    width: float


@dataclass(frozen=True)
class Layout:
    """A picture ready to be written: lanes, placed nodes, arrows, and the size of the whole."""

    lanes: tuple[LanePlace, ...]
    placed: tuple[Placed, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    head: float


def lay_out(
    picture: Swimlane, width: float = 504.0, least: float = LEAST_LANE, most: float = MOST_LANE
) -> Layout:
    """Lay a swimlane out `width` points wide.

    It is wider where a lane would be narrower than `least`, and narrower where one would be wider
    than `most`.
    """
    return _Layouter(picture, width, least, most).done()


def lines_of(node: Node, room: float) -> tuple[str, ...]:
    """Break a node's words, with its number and mark, into lines for a box `room` points wide."""
    inner = room - 2 * PADDING - (SLANT if node.kind == "question" else 0)
    text = f"{node.number}\u2002{node.text}" if node.number is not None else node.text
    return tuple(wrap(text + ("▲" if node.is_critical else ""), inner / FONT))


def limit_within(node: Node, room: float) -> tuple[str, ...]:
    """Break a limit into lines where it would run into the arrow that leaves the box below."""
    if width_of(node.limit) * WORD <= room / 2 - 4:
        return ()
    return tuple(wrap(node.limit, (room - 2 * PADDING) / WORD))


class _Layouter:
    def __init__(self, picture: Swimlane, width: float, least: float, most: float) -> None:
        self.picture = picture
        self.least = least
        self.most = most
        self.channels = Channels(picture)
        self.nodes = self.channels.nodes
        self.rows = max(node.row for node in picture.nodes) + 1
        self.lanes = self._place_lanes(width)
        self.lines = {node.name: self._lines(node) for node in picture.nodes}
        self.limits = {node.name: self._limit_within(node) for node in picture.nodes}
        self.tops, self.heights = self._place_rows()

    # Where everything stands

    def _place_lanes(self, width: float) -> list[tuple[float, float, float, float]]:
        """Return (x, width, left of its boxes, width of its boxes) of each lane.

        All boxes are equally wide, however many arrows run beside them.
        """
        count = len(self.picture.lanes)
        shares = [1.0] * count + ([OUTSIDE_SHARE] if self.picture.has_outside else [])
        gutters = [
            (self._gutter_room(column, -1), self._gutter_room(column, 1))
            for column in range(len(shares))
        ]
        free = width - sum(left + right for left, right in gutters)
        unit = min(max(free / sum(shares), self.least - 2 * GUTTER), self.most - 2 * GUTTER)
        places, x = [], 0.0
        for share, (left, right) in zip(shares, gutters, strict=True):
            room = max(unit * share, LEAST_LANE * 0.7)
            places.append((x, left + room + right, x + left, room))
            x += left + room + right
        return places

    def _gutter_room(self, column: int, side: int) -> float:
        tracks = TRACK * self._tracks_in(column, side)
        return GUTTER + self.channels.word_room.get((column, side), 0.0) + tracks

    def _tracks_in(self, column: int, side: int) -> int:
        used = [
            self.channels.gutter_track[route.way.source, route.way.target] + 1
            for route in self.channels.routes
            if route.gutter == (column, side)
        ]
        return max(used, default=0)

    def _lines(self, node: Node) -> tuple[str, ...]:
        return lines_of(node, self._room(node))

    def _limit_within(self, node: Node) -> tuple[str, ...]:
        return limit_within(node, self._room(node))

    def _room(self, node: Node) -> float:
        return self.lanes[self.channels.column(node)][3]

    def _height(self, node: Node) -> float:
        limit = len(self.limits[node.name]) * LIMIT_LINE
        return len(self.lines[node.name]) * LINE + limit + 2 * PADDING

    def _place_rows(self) -> tuple[list[float], list[float]]:
        heights = [
            max((self._height(node) + self._height_below(node)
                 for node in self.picture.nodes if node.row == row), default=0.0)
            for row in range(self.rows)
        ]  # fmt: skip
        tops, y = [], self._head()
        for row in range(self.rows):
            y += GAP + TRACK * self._tracks_above(row)
            tops.append(y)
            y += heights[row]
        return tops, heights

    def _height_below(self, node: Node) -> float:
        return LIMIT_LINE if node.limit and not self.limits[node.name] else 0.0

    def _tracks_above(self, row: int) -> int:
        return max(
            (track + 1 for (at, _), track in self.channels.gap_track.items() if at == row),
            default=0,
        )

    def _head(self) -> float:
        return HEAD + LINE * (max(len(lines) for lines in self._lane_names()) - 1)

    def _lane_names(self) -> list[tuple[str, ...]]:
        return [
            tuple(wrap(name, (self.lanes[column][1] - 8) / FONT))
            for column, name in enumerate(self.picture.lanes)
        ]

    def _box(self, node: Node) -> Box:
        _, _, left, room = self.lanes[self.channels.column(node)]
        if node.kind in ("start", "end"):
            widest = max(width_of(line) for line in self.lines[node.name])
            small = min(room, widest * FONT + 4 * PADDING)
            left, room = left + (room - small) / 2, small
        return Box(left, self.tops[node.row], room, self._height(node))

    def _arrow(self, route: Route, boxes: dict[str, Box]) -> Arrow:
        source, target = boxes[route.way.source], boxes[route.way.target]
        points = self._points(route, source, target)
        return Arrow(route.way, points, _beside(points, route.way.word) if route.way.word else None)

    def _points(self, route: Route, source: Box, target: Box) -> tuple[Point, ...]:
        if route.kind == "level":
            (_, y) = source.middle
            y = min(y, target.bottom - 4, source.bottom - 4)
            rightwards = target.x > source.x
            start = source.right if rightwards else source.x
            return (start, y), (target.x if rightwards else target.right, y)
        landing = target.middle[0]
        node = self.nodes[route.way.target]
        arrival = self._gap_y(node.row, node.name)
        below = source.middle[0], source.bottom
        if route.kind == "down":
            return simplified([below, (below[0], arrival), (landing, arrival), (landing, target.y)])
        gutter = self._gutter_x(route)
        if route.leaves_below:
            leaving = self._gap_y(self.nodes[route.way.source].row + 1, "<" + route.way.source)
            out = [below, (below[0], leaving), (gutter, leaving)]
        else:
            side = source.right if route.around[1] > 0 else source.x
            out = [(side, source.middle[1]), (gutter, source.middle[1])]
        return simplified([*out, (gutter, arrival), (landing, arrival), (landing, target.y)])

    def _gap_y(self, row: int, name: str) -> float:
        track = self.channels.gap_track.get((row, name), 0)
        bottom = self.tops[row] if row < self.rows else self.tops[-1] + self.heights[-1] + GAP
        return bottom - GAP * 0.55 - TRACK * track

    def _gutter_x(self, route: Route) -> float:
        column, side = route.around
        _, _, left, room = self.lanes[column]
        room = room if side < 0 else room + self.channels.word_room.get((column, side), 0.0)
        left = left if side > 0 else left - self.channels.word_room.get((column, side), 0.0)
        reach = (
            GUTTER * 0.6 + TRACK * self.channels.gutter_track[route.way.source, route.way.target]
        )
        return left + room + reach if side > 0 else left - reach

    def done(self) -> Layout:
        boxes = {node.name: self._box(node) for node in self.picture.nodes}
        x, room, *_ = self.lanes[-1]
        names = [*self._lane_names(), *([()] if self.picture.has_outside else [])]
        return Layout(
            lanes=tuple(
                LanePlace(lines, place[0], place[1])
                for lines, place in zip(names, self.lanes, strict=True)
            ),
            placed=tuple(
                Placed(node, boxes[node.name], self.lines[node.name], self.limits[node.name])
                for node in self.picture.nodes
            ),
            arrows=tuple(self._arrow(route, boxes) for route in self.channels.routes),
            width=x + room,
            height=self.tops[-1] + self.heights[-1] + GAP,
            head=self._head(),
        )


def _beside(points: tuple[Point, ...], word: str) -> Point:
    """Return where a way's word stands: beside its first piece, clear of the line."""
    (x, y), (to_x, to_y) = points[0], points[1]
    if x == to_x:
        return x + 4, min(y + 9, to_y + 2)
    goes_up = len(points) > 2 and points[2][1] < y
    return (x + 3 if to_x > x else x - 3 - width_of(word) * WORD), (y + FONT if goes_up else y - 3)
