"""The organisation chart for paper: in one picture where that can be read, else in several.

Trees stay whole where they fit on a side. One that does not is parted below its top: first the top
with what is directly below it, then each of these with all that belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.draw.organisation import COLUMN, ROOM, Chart, ChartWords, chart, tree_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Unit

SMALLEST = 0.8  # of its size: a chart is set in 9 points, and less than 7 nobody can read
Piece = tuple[Unit, ...]


def charts_on_sides(
    handbook: Handbook, units: Iterable[Unit], words: ChartWords, width: float, height: float
) -> list[tuple[Piece, Chart]]:
    """Return the charts of as few pieces as fit into so many points, with the tops of each.

    A single unit with more roles than fit on a side is a piece of its own all the same.
    """
    sides = Sides(handbook, units, words, width, height)
    return [(sides.tops(piece), sides.chart(piece)) for piece in sides.pieces()]


class Sides:
    """The units as a tree, and how much of it a side holds."""

    def __init__(
        self,
        handbook: Handbook,
        units: Iterable[Unit],
        words: ChartWords,
        width: float,
        height: float,
    ) -> None:
        self.handbook = handbook
        self.words = words
        self.width = width
        self.height = height
        self.children = tree_of(handbook, units)
        self.columns = max(1, int((width / SMALLEST + ROOM) // (COLUMN + ROOM)))

    def chart(self, piece: Iterable[Unit]) -> Chart:
        return chart(self.handbook, piece, self.words, self.columns)

    def tops(self, piece: Piece) -> Piece:
        """Return the units of a piece that stand below no other of it."""
        return tuple(tree_of(self.handbook, piece).get(None, ()))

    def pieces(self) -> Iterator[Piece]:
        """Yield the units of each picture."""
        yield from self._packed(self.children.get(None, []))

    def _fits(self, piece: Piece) -> bool:
        drawn = self.chart(piece)
        return drawn.width * SMALLEST <= self.width and drawn.height * SMALLEST <= self.height

    def _packed(self, roots: Iterable[Unit]) -> Iterator[Piece]:
        """Put as many whole trees on a side as it holds."""
        side: Piece = ()
        for root in roots:
            tree = tuple(self._tree(root))
            if self._fits((*side, *tree)):
                side = (*side, *tree)
                continue
            if side:
                yield side
            side = tree if self._fits(tree) else ()
            if not side:
                yield from self._parted(root)
        if side:
            yield side

    def _parted(self, root: Unit) -> Iterator[Piece]:
        """Part a tree: its top with those below it, some to a side; then each with its own tree."""
        below = self.children.get(root, [])
        if not below:
            yield (root,)
            return
        side: Piece = (root,)
        for unit in below:
            if len(side) > 1 and not self._fits((*side, unit)):
                yield side
                side = (root,)
            side = (*side, unit)
        yield side
        yield from self._packed(unit for unit in below if self.children.get(unit))

    def _tree(self, root: Unit) -> Iterator[Unit]:
        yield root
        for unit in self.children.get(root, ()):
            yield from self._tree(unit)
