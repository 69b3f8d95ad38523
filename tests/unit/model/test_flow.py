"""The ways through a procedure."""

import pytest


@pytest.fixture
def flow(handbook):
    def of(*steps: str):
        text = "kind: procedure\nid: p\ntitle: 流\nsteps:\n"
        made = handbook(text + "".join(f"  - {{do: 做, by: 待定, {step}}}\n" for step in steps))
        return made.flow(made["p"])

    return of


def ways(flow):
    return [(edge.source, edge.target) for edge in flow.edges]


def test_steps_run_in_the_order_of_writing(flow):
    assert ways(flow("id: a", "id: b")) == [("a", "b"), ("b", "end")]


def test_next_replaces_the_way_to_the_following_step(flow):
    assert ways(flow("id: a, next: c", "id: b", "id: c")) == [("a", "c"), ("b", "c"), ("c", "end")]


def test_a_branch_leaves_the_way_to_the_following_step(flow):
    found = flow("id: a, branches: {when: 急, go: c}", "id: b", "id: c")
    assert ways(found)[:2] == [("a", "c"), ("a", "b")]


def test_a_branch_without_condition_takes_all_other_cases(flow):
    found = flow("id: a, branches: [{when: 急, go: c}, {go: end}]", "id: b", "id: c")
    assert ways(found)[:2] == [("a", "c"), ("a", "end")]
    assert found.reached == {"a", "c"}


def test_a_way_out_has_no_target(flow):
    assert ways(flow("id: a, next: p"))[0] == ("a", None)


def test_what_cannot_come_to_an_end_is_not_finishing(flow):
    found = flow("id: a, branches: {when: 急, go: end}", "id: b", "id: c, next: b")
    assert found.finishing == {"a"}


def test_the_longest_way_adds_up_limits_and_counts_no_step_twice(flow):
    found = flow(
        "id: a, within: 1小时, branches: [{when: 急, go: c}]",
        "id: b, within: 5小时",
        "id: c, within: 2小时, branches: {when: 没好, go: a}",
    )
    assert [step.id for step in found.longest] == ["a", "b", "c"]
    assert found.seconds == 8 * 3600


def test_of_steps_done_together_the_longest_counts(flow):
    found = flow("id: a, within: 1小时, together_with: [b, c]", "id: b, within: 3小时", "id: c")
    assert found.seconds == 3 * 3600


def test_limits_without_a_number_count_nothing(flow):
    assert flow("id: a, within: 待定", "id: b, within: 尽快", "id: c, within: 16:00前").seconds == 0


def test_a_long_procedure_with_many_ways_is_walked_in_no_time(flow):
    steps = [f"id: s{n}, within: 1小时, branches: {{when: 是, go: s{n + 2}}}" for n in range(400)]
    found = flow(*steps, "id: s400, within: 1小时", "id: s401, within: 1小时")
    assert found.seconds == 402 * 3600
