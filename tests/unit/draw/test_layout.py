"""The geometry of swimlanes: nothing overlaps, no arrow runs through a box, every way is drawn."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.draw.channels import WORD
from handbook.draw.geometry import Box
from handbook.draw.layout import Layout, lay_out
from handbook.draw.swimlane import Node, Swimlane, Way, swimlanes
from handbook.model.flow import Flow
from handbook.model.kinds import Procedure
from handbook.model.section import Section
from handbook.model.validate import Context, validate
from handbook.read import read_text

ORGANISATION = Section((), "示例机构", None, None)


class Words:
    """Captions that print what is written."""

    start, end, yes, no, nobody = "开始", "结束", "是", "否", "未定"

    def lane(self, step) -> str:
        return "、".join(str(who.text) for who in step.by) or self.nobody

    def step(self, step) -> str:
        return str(step.do)

    def limit(self, step) -> str:
        return str(step.within or "")

    def question(self, condition) -> str:
        return f"{condition}？"

    def elsewhere(self, target) -> str:
        return f"《{target}》"

    def href_of_step(self, step) -> str:
        return f"#{step.id}"

    def href_of_procedure(self, target) -> None:
        return None

    def other_sheet(self, number: int) -> str:
        return f"第 {number} 步"


def procedure(steps: str) -> Procedure:
    root, problems = read_text(f"id: p\ntitle: 流程\nsteps:\n{steps}", "content/p.yml")
    assert not problems
    made, problems = validate(Procedure, root, Context(ORGANISATION))
    assert not problems
    return made


def drawn(steps: str, size: int | None = None) -> list[tuple[Swimlane, Layout]]:
    made = procedure(steps)
    return [(each, lay_out(each)) for each in swimlanes(made, Flow(made), Words(), size)]


def assert_clean(picture: Swimlane, layout: Layout) -> None:
    boxes = {placed.node.name: placed.box for placed in layout.placed}
    for (left, one), (right, other) in combinations(boxes.items(), 2):
        assert not one.overlaps(other), f"{left} overlaps {right}"
    for arrow in layout.arrows:
        for start, end in pairwise(arrow.points):
            assert start[0] == end[0] or start[1] == end[1], "only upright and level pieces"
            for name, box in boxes.items():
                inner = Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
                assert not inner.crossed_by(start, end), f"{arrow.way} runs through {name}"
    assert {arrow.way for arrow in layout.arrows} == set(picture.ways)
    words = [Box(*arrow.word_at, WORD, WORD) for arrow in layout.arrows if arrow.word_at]
    for one, other in combinations(words, 2):
        assert not one.overlaps(other), "two words at one place"
    for placed in layout.placed:
        assert placed.box.x >= 0
        assert placed.box.right <= layout.width
        assert placed.box.bottom <= layout.height


COMPLAINT = """
- {id: a, do: 先听完再复述确认, by: front, within: 立即}
- {id: b, do: 报客服部, by: front, branches: [{when: 涉及人身安全, go: d}]}
- {id: c, do: 填表, by: clerk}
- {id: d, do: 定等级转部门, by: boss, within: 2小时}
- {id: e, do: 办理, by: shop, within: 24小时}
- {id: f, do: 回复, by: clerk, branches: [{when: 不接受, go: d}, {when: 要赔偿, go: refund}]}
- {id: g, do: 归档, by: clerk}
"""


def test_every_branch_is_drawn_with_its_condition() -> None:
    (picture, layout), *_ = drawn(COMPLAINT)
    assert_clean(picture, layout)
    questions = [node.text for node in picture.nodes if node.kind == "question"]
    assert questions == ["涉及人身安全？", "不接受？", "要赔偿？"]
    assert Way("b?0", "d", "是") in picture.ways
    assert Way("b?0", "c", "否") in picture.ways


def test_lanes_stand_in_order_of_first_appearance() -> None:
    (picture, _), *_ = drawn(COMPLAINT)
    assert picture.lanes == ["front", "clerk", "boss", "shop"]


def test_another_procedure_is_a_pill_in_the_lane_outside() -> None:
    (picture, _), *_ = drawn(COMPLAINT)
    pill = next(node for node in picture.nodes if node.kind == "exit")
    assert (pill.text, pill.lane) == ("《refund》", None)


def test_steps_done_together_stand_side_by_side() -> None:
    (picture, layout), *_ = drawn(
        "- {id: a, do: 甲, by: x}\n- {id: b, do: 乙, by: y, together_with: a}\n"
    )
    assert picture.node("a").row == picture.node("b").row
    assert_clean(picture, layout)


def test_a_long_procedure_breaks_into_even_sheets_that_name_where_it_goes_on() -> None:
    steps = "".join(f"- {{id: s{n}, do: 做第{n}件事, by: r{n % 8}}}\n" for n in range(40))
    sheets = drawn(steps, 12)
    assert len(sheets) == 4
    for picture, layout in sheets:
        assert_clean(picture, layout)
    assert [len([n for n in p.nodes if n.kind == "step"]) for p, _ in sheets] == [10] * 4
    assert any(node.text == "第 11 步" for node in sheets[0][0].nodes)
    assert sheets[1][0].node("start").text == "第 10 步"


def test_the_same_procedure_gives_the_same_picture() -> None:
    assert drawn(COMPLAINT)[0][1] == drawn(COMPLAINT)[0][1]


@st.composite
def flows(draw) -> str:
    """Any flow: jumps forward and back, branches, ends, other procedures, parallel steps."""
    count = draw(st.integers(1, 14))
    lines = []
    for n in range(count):
        target = st.one_of(
            st.integers(0, count - 1).map(lambda i: f"s{i}"), st.sampled_from(["end", "other"])
        )
        keys = [f"id: s{n}", f"do: {'做事' * draw(st.integers(1, 12))}"]
        keys.append(f"by: r{draw(st.integers(0, 5))}")
        branches = [
            f"{{when: 情况{i}, go: {draw(target)}}}" for i in range(draw(st.integers(0, 3)))
        ]
        if branches and draw(st.booleans()):
            branches.append(f"{{go: {draw(target)}}}")
        elif draw(st.integers(0, 4)) == 0:
            keys.append(f"next: {draw(target)}")
        if branches:
            keys.append(f"branches: [{', '.join(branches)}]")
        if n and draw(st.integers(0, 4)) == 0:
            keys.append(f"together_with: s{n - 1}")
        if draw(st.booleans()):
            keys.append("within: 30分钟")
        lines.append(f"- {{{', '.join(keys)}}}\n")
    return "".join(lines)


@settings(max_examples=150, deadline=None)
@given(flows(), st.sampled_from([None, 5]))
def test_any_flow_is_drawn_cleanly(steps: str, size: int | None) -> None:
    for picture, layout in drawn(steps, size):
        assert_clean(picture, layout)


@pytest.mark.parametrize("name", ["start", "a"])
def test_nodes_are_found_by_name(name: str) -> None:
    (picture, _), *_ = drawn("- {id: a, do: 甲, by: x}\n")
    assert isinstance(picture.node(name), Node)
