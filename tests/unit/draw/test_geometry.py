"""Boxes, lines, and what they have in common."""

from __future__ import annotations

import pytest

from handbook.draw.geometry import Box, Point, simplified

BOX = Box(10, 20, 30, 40)


def test_a_box_knows_its_edges_and_its_middle() -> None:
    assert (BOX.right, BOX.bottom, BOX.middle) == (40, 60, (25, 40))


@pytest.mark.parametrize(
    ("other", "shares"),
    [
        (Box(10, 20, 30, 40), True),
        (Box(39, 59, 5, 5), True),
        (Box(5, 15, 6, 6), True),
        (Box(40, 20, 5, 5), False),  # beside it at the right
        (Box(5, 20, 5, 5), False),  # at the left
        (Box(10, 60, 5, 5), False),  # below
        (Box(10, 15, 5, 5), False),  # above
        (Box(50, 30, 5, 5), False),
        (Box(20, 70, 5, 5), False),
    ],
)
def test_boxes_overlap_where_they_share_an_area(other: Box, shares: bool) -> None:
    assert BOX.overlaps(other) is shares
    assert other.overlaps(BOX) is shares


@pytest.mark.parametrize(
    ("start", "end", "crosses"),
    [
        ((25, 0), (25, 100), True),
        ((25, 100), (25, 0), True),
        ((25, 0), (25, 21), True),
        ((25, 0), (25, 20), False),  # ends at the edge
        ((25, 60), (25, 100), False),
        ((10, 0), (10, 100), False),  # along the edge
        ((40, 0), (40, 100), False),
        ((0, 40), (100, 40), True),
        ((100, 40), (0, 40), True),
        ((0, 40), (11, 40), True),
        ((0, 40), (10, 40), False),
        ((40, 40), (100, 40), False),
        ((0, 20), (100, 20), False),
        ((0, 60), (100, 60), False),
    ],
)
def test_a_line_crosses_a_box_where_it_runs_inside(
    start: Point, end: Point, crosses: bool
) -> None:
    assert BOX.crossed_by(start, end) is crosses


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([], ()),
        ([(0, 0), (0, 0)], ((0, 0),)),
        ([(0, 0), (0, 5), (0, 9)], ((0, 0), (0, 9))),
        ([(0, 0), (5, 0), (9, 0)], ((0, 0), (9, 0))),
        ([(0, 0), (5, 0), (5, 9)], ((0, 0), (5, 0), (5, 9))),
        ([(0, 0), (0, 5), (9, 5)], ((0, 0), (0, 5), (9, 5))),
        ([(0, 0), (0, 5), (0, 5), (9, 5), (12, 5), (12, 7)], ((0, 0), (0, 5), (12, 5), (12, 7))),
        ([(1, 0), (0, 5), (0, 9)], ((1, 0), (0, 5), (0, 9))),
        ([(0, 1), (5, 0), (9, 0)], ((0, 1), (5, 0), (9, 0))),
        ([(0, 0), (0, 5), (1, 9)], ((0, 0), (0, 5), (1, 9))),
        ([(0, 0), (5, 0), (9, 1)], ((0, 0), (5, 0), (9, 1))),
        ([(0, 0), (3, 5), (9, 0)], ((0, 0), (3, 5), (9, 0))),  # there and back
        ([(0, 0), (5, 3), (0, 9)], ((0, 0), (5, 3), (0, 9))),
    ],
)
def test_a_line_keeps_only_the_points_where_it_turns(
    points: list[Point], kept: tuple[Point, ...]
) -> None:
    assert simplified(points) == kept
