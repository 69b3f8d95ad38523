"""The organisation chart on paper: whole trees on a side, and nothing left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written import handbook_of

from handbook.draw.organisation import ChartWords
from handbook.draw.organisation_sides import SMALLEST, charts_on_sides
from handbook.model.kinds import Unit

WORDS = ChartWords(str, "外部", "筹建")
WIDTH, HEIGHT = 504.0, 600.0


def sides_of(parents: list[int | None], posts: int = 0, height: float = HEIGHT):
    lines = [
        f"- {{kind: unit, id: u{n}, title: 单位{n}"
        + (f", parent: u{parent}" if parent is not None else "") + "}"
        for n, parent in enumerate(parents)
    ]  # fmt: skip
    lines += [f"- {{kind: role, id: r{n}, title: 岗位{n}, unit: u0}}" for n in range(posts)]
    handbook = handbook_of("\n".join(lines))
    units = handbook.of(Unit)
    return [
        ([str(top.id) for top in tops], [str(each.unit.id) for each in drawn.boxes], drawn)
        for tops, drawn in charts_on_sides(handbook, units, WORDS, WIDTH, height)
    ]


def test_what_fits_is_one_picture() -> None:
    ((tops, units, _),) = sides_of([None, 0, 0, None])
    assert tops == ["u0", "u3"]
    assert sorted(units) == ["u0", "u1", "u2", "u3"]


def test_a_tree_that_does_not_fit_is_parted_below_its_top() -> None:
    below = [n for n in range(1, 9) for _ in range(9)]
    sides = sides_of([None, *[0] * 8, *below])
    assert len(sides) > 1
    assert sides[0][0] == ["u0"]
    assert set(sides[0][1]) == {f"u{n}" for n in range(9)}
    assert [top for tops, _, _ in sides[1:] for top in tops] == [f"u{n}" for n in range(1, 9)]


def test_trees_stand_side_by_side_where_there_is_room() -> None:
    ((_, _, drawn),) = sides_of([None, 0, 0, None, 3, 3])
    tops = {str(each.unit.id): each.box.y for each in drawn.boxes}
    assert tops["u0"] == tops["u3"]


def test_a_unit_with_more_posts_than_a_side_holds_stands_alone() -> None:
    assert [units for _, units, _ in sides_of([None, None], posts=80)] == [["u0"], ["u1"]]


def test_units_in_a_circle_are_drawn_all_the_same() -> None:
    from tests.written import loaded

    made = loaded("- {kind: unit, id: a, title: 甲, parent: b}\n"
                  "- {kind: unit, id: b, title: 乙, parent: a}\n")  # fmt: skip
    units = made.handbook.of(Unit)
    drawn = charts_on_sides(made.handbook, units, WORDS, WIDTH, HEIGHT)
    assert {str(each.unit.id) for _, chart in drawn for each in chart.boxes} == {"a", "b"}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=40))
def test_every_unit_is_drawn_and_every_side_can_be_read(picks: list[int]) -> None:
    parents = [None if pick % 7 == 0 or n == 0 else pick % n for n, pick in enumerate(picks)]
    sides = sides_of(parents, height=200.0)
    assert {unit for _, units, _ in sides for unit in units} == {f"u{n}" for n in range(len(picks))}
    for _, units, drawn in sides:
        assert len(units) == 1 or drawn.height * SMALLEST <= 200.0
        assert drawn.width * SMALLEST <= WIDTH or len(units) > 1


@pytest.mark.parametrize("height", [120.0, 300.0, 600.0])
def test_parts_of_one_tree_repeat_only_its_top(height: float) -> None:
    sides = sides_of([None, *[0] * 30], height=height)
    drawn = [unit for _, units, _ in sides for unit in units]
    assert sorted(set(drawn)) == sorted({f"u{n}" for n in range(31)})
    assert len(drawn) == 30 + len(sides)
