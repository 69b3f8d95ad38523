"""Work in one hand that never branches is drawn as rows of boxes, not as one high lane."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_layout import Words, assert_clean, procedure

from handbook.draw.ribbon import BETWEEN, is_chain, lay_out_chain
from handbook.draw.svg import svg
from handbook.draw.swimlane import Swimlane, swimlanes
from handbook.model.flow import Flow

THREE = "".join(f"- {{id: s{n}, do: 做第{n}件事, by: x, within: 30分钟}}\n" for n in range(3))


def picture_of(steps: str) -> Swimlane:
    made = procedure(steps)
    [picture] = swimlanes(made, Flow(made), Words())
    return picture


@pytest.mark.parametrize(
    "steps",
    [
        "- {id: a, do: 甲, by: x}\n- {id: b, do: 乙, by: y}\n",
        "- {id: a, do: 甲, branches: [{when: 急, go: end}]}\n- {id: b, do: 乙}\n",
        "- {id: a, do: 甲, next: c}\n- {id: b, do: 乙}\n- {id: c, do: 丙, next: b}\n",
        f"- {{id: a, do: 甲}}\n- {{id: b, do: 乙, next: {'很长的另一个流程' * 3}}}\n",
    ],
)
def test_what_changes_hands_branches_or_jumps_is_a_swimlane(steps):
    assert not is_chain(picture_of(steps))


def test_what_runs_straight_in_one_hand_is_a_chain():
    assert is_chain(picture_of(THREE))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(1, 24), min_size=1, max_size=24),
    st.sampled_from([329.0, 504.0, 573.0]),
    st.sampled_from(["", "within: 30分钟", "within: 5个工作日", "critical: yes"]),
)
def test_any_chain_is_drawn_cleanly_across_the_width(lengths, width, more):
    steps = "".join(
        f"- {{id: s{n}, do: {'做事' * length}, by: x{', ' + more if more else ''}}}\n"
        for n, length in enumerate(lengths)
    )
    picture = picture_of(steps)
    layout = lay_out_chain(picture, width)
    assert_clean(picture, layout)
    assert layout.width == width
    assert [placed.node for placed in layout.placed] == picture.nodes


def test_boxes_are_equally_wide_and_rows_even():
    steps = "".join(f"- {{id: s{n}, do: 做第{n}件事, by: x}}\n" for n in range(6))
    boxes = [
        placed.box for placed in lay_out_chain(picture_of(steps), 504).placed
        if placed.node.kind == "step"
    ]  # fmt: skip
    assert len({round(box.width, 6) for box in boxes}) == 1
    rows = sorted({box.y for box in boxes})
    assert [sum(box.y == y for box in boxes) for y in rows] == [3, 3]
    assert boxes[1].x - boxes[0].right == pytest.approx(BETWEEN)


def test_a_row_leads_back_to_the_first_box_of_the_next():
    steps = "".join(f"- {{id: s{n}, do: 做第{n}件事, by: x}}\n" for n in range(6))
    layout = lay_out_chain(picture_of(steps), 504)
    [turning] = [arrow for arrow in layout.arrows if len(arrow.points) > 2]
    assert (turning.way.source, turning.way.target) == ("s2", "s3")


def test_it_is_written_like_any_other_picture_and_may_be_smaller():
    layout = lay_out_chain(picture_of(THREE), 504)
    drawn = svg(layout, "流程", "说明", scale=0.5)
    assert 'width="252pt"' in drawn
    assert 'viewBox="0 0 504 ' in drawn
    assert drawn.count('class="sl-step"') == 3
    assert drawn.count("30分钟") == 3
