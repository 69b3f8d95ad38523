"""Shapes on the picture, in points (1/72 inch), y downwards."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Tell whether two boxes share any area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def crossed_by(self, start: Point, end: Point) -> bool:
        """Tell whether an upright or level line runs through the inside of the box."""
        left, right = sorted((start[0], end[0]))
        top, bottom = sorted((start[1], end[1]))
        if left == right:
            return self.x < left < self.right and top < self.bottom and self.y < bottom
        return self.y < top < self.bottom and left < self.right and self.x < right


def simplified(points: list[Point]) -> tuple[Point, ...]:
    """Leave out repeated points and points in the middle of a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) >= 2 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
