"""Which channels the arrows of a swimlane run in, and in which track of each.

Upright channels (gutters) run left and right of the boxes of every lane, level ones (gaps) above
every row. Each arrow has a track of its own; arrows to the same box share their last level track.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from handbook.draw.swimlane import Node, Swimlane, Way
from handbook.draw.wrap import width_of
from handbook.paper import measures

WORD = measures.PICTURE_WORDS  # the size of the words on the arrows and of the limits


@dataclass(frozen=True)
class Route:
    """Which channels a way uses: a gutter (lane, side) or none, and the row it arrives above."""

    way: Way
    kind: str  # level · down · around
    leaves_below: bool = False
    gutter: tuple[int, int] | None = None  # lane index, -1 left or +1 right

    @property
    def around(self) -> tuple[int, int]:
        """The gutter of a way around, which has one."""
        assert self.gutter is not None
        return self.gutter


class Channels:
    """The ways of a picture with their gutters, gaps and tracks; `word_room` is in points."""

    def __init__(self, picture: Swimlane) -> None:
        self.picture = picture
        self.nodes = {node.name: node for node in picture.nodes}
        self.routes = [self._route(way) for way in picture.ways]
        self.gutter_track = self._gutter_tracks()
        self.gap_track = self._gap_tracks()
        self.word_room = self._word_room()

    def column(self, node: Node) -> int:
        return len(self.picture.lanes) if node.lane is None else self.picture.lanes.index(node.lane)

    def _route(self, way: Way) -> Route:
        source, target = self.nodes[way.source], self.nodes[way.target]
        if source.row == target.row and self._free_between(source, target):
            return Route(way, "level")
        leaves_below = not self._leaves_sideways(way)
        if leaves_below and target.row == source.row + 1:
            return Route(way, "down", leaves_below=True)
        here, there = self.column(source), self.column(target)
        side = 1 if there > here or (there == here and target.row > source.row) else -1
        return Route(way, "around", leaves_below, (here, side))

    def _leaves_sideways(self, way: Way) -> bool:
        """A condition that holds leads off sideways; the way on leads down."""
        source = self.nodes[way.source]
        ways = [each for each in self.picture.ways if each.source == way.source]
        return source.kind == "question" and way is ways[0]

    def _free_between(self, source: Node, target: Node) -> bool:
        low, high = sorted((self.column(source), self.column(target)))
        return low != high and not any(
            node.row == source.row and low < self.column(node) < high for node in self.picture.nodes
        )

    def _gutter_tracks(self) -> dict[tuple[str, str], int]:
        """Give each way around a track in its gutter: the shorter, the nearer to the boxes."""
        tracks: dict[tuple[str, str], int] = {}
        taken: dict[tuple[int, int], list[list[tuple[int, int]]]] = defaultdict(list)
        around = [route for route in self.routes if route.kind == "around"]
        for route in sorted(around, key=self._reach):
            source, target = self.nodes[route.way.source], self.nodes[route.way.target]
            low, high = sorted(
                (2 * source.row + (1 if route.leaves_below else 0), 2 * target.row - 1)
            )
            tracks[route.way.source, route.way.target] = _first_free(
                taken[route.around], (low, high)
            )
        return tracks

    def _reach(self, route: Route) -> int:
        return abs(self.nodes[route.way.source].row - self.nodes[route.way.target].row)

    def _gap_tracks(self) -> dict[tuple[int, str], int]:
        """Give each level piece a track in its gap, keyed by (row below the gap, end)."""
        pieces: dict[tuple[int, str], tuple[int, int]] = {}
        for route in self.routes:
            source, target = self.nodes[route.way.source], self.nodes[route.way.target]
            centre = 3 * self.column(target) + 1
            if route.kind == "down":
                level = sorted((3 * self.column(source) + 1, centre))
                if level[0] != level[1]:
                    _widen(pieces, (target.row, target.name), level)
            elif route.kind == "around":
                lane, side = route.around
                _widen(pieces, (target.row, target.name), sorted((3 * lane + 1 + side, centre)))
                if route.leaves_below:
                    key = (source.row + 1, "<" + source.name)
                    _widen(pieces, key, sorted((3 * lane + 1, 3 * lane + 1 + side)))
        taken: dict[int, list[list[tuple[int, int]]]] = defaultdict(list)
        tracks = {}
        for (row, name), ends in sorted(pieces.items(), key=lambda item: (item[1], item[0])):
            tracks[row, name] = _first_free(taken[row], ends)
        return tracks

    def _word_room(self) -> dict[tuple[int, int], float]:
        """Return the room that words at the beginning of ways sideways need in each gutter."""
        room: dict[tuple[int, int], float] = {}
        for route in self.routes:
            if not route.way.word or route.kind == "down" or route.leaves_below:
                continue
            source, target = self.nodes[route.way.source], self.nodes[route.way.target]
            ahead = 1 if self.column(target) > self.column(source) else -1
            gutter = route.gutter or (self.column(source), ahead)
            needed = width_of(route.way.word) * WORD
            room[gutter] = max(room.get(gutter, 0.0), needed)
        return room


def _first_free(tracks: list[list[tuple[int, int]]], ends: tuple[int, int]) -> int:
    """Put a piece into the first track where it touches no other; return the track."""
    for number, pieces in enumerate(tracks):
        if all(ends[1] < low or high < ends[0] for low, high in pieces):
            pieces.append(ends)
            return number
    tracks.append([ends])
    return len(tracks) - 1


def _widen(
    pieces: dict[tuple[int, str], tuple[int, int]], key: tuple[int, str], ends: list[int]
) -> None:
    low, high = pieces.get(key, (ends[0], ends[1]))
    pieces[key] = (min(low, ends[0]), max(high, ends[1]))
