"""Steps: reached, done by someone, leading to an end, within what is promised."""

import pytest


def procedure(*steps: str, more: str = "") -> str:
    lines = "".join(f"  - {{{step}}}\n" for step in steps)
    return f"kind: procedure\nid: p\ntitle: 投诉处理\n{more}steps:\n{lines}"


A, B, C = (f"id: {id}, do: 做, by: 待定" for id in "abc")


@pytest.mark.parametrize(
    "steps",
    [
        (f"{A}, next: c", f"{B}, together_with: a", C),
        (f"{A}, branches: [{{when: 急, go: c}}, {{go: b}}]", f"{B}, next: end", C),
        (f"{A}, branches: [{{when: 急, go: c}}]", B, C),
    ],
)
def test_a_step_is_reached_by_jump_by_branch_or_together_with_another(rules, steps):
    assert rules(procedure(*steps)) == []


def test_a_run_of_unreached_steps_is_told_once(problems):
    found = problems(procedure(f"{A}, next: end", B, C))
    assert [(each.rule, each.place.line) for each in found] == [("unreached-step", 6)]


def test_an_open_way_may_lead_anywhere(rules):
    assert rules(procedure(f"{A}, next: 待定", B)) == []


def test_a_way_to_nowhere_is_not_told_again_as_unreached_step(rules):
    assert rules(procedure(f"{A}, next: x-y-z", B)) == ["branch-to-nowhere"]


def test_a_step_may_lead_to_another_procedure(rules):
    other = "kind: procedure\nid: refund\ntitle: 退款\nsteps: {id: pay, do: 付, by: 待定}\n"
    assert rules(procedure(f"{A}, next: refund"), other=other) == []


def test_a_loop_with_a_condition_comes_to_an_end(rules):
    assert rules(procedure(A, B, f"{C}, branches: {{when: 没办好, go: a}}")) == []


def test_a_loop_that_leads_to_another_procedure_comes_to_an_end(rules):
    other = "kind: procedure\nid: refund\ntitle: 退款\nsteps: {id: pay, do: 付, by: 待定}\n"
    step = f"{B}, branches: [{{when: 要退款, go: refund}}, {{go: a}}]"
    assert rules(procedure(A, step), other=other) == []


def test_who_answers_for_a_step_does_it_where_nobody_else_is_named(rules):
    roles = "kind: role\nid: lead\ntitle: 店长\n"
    assert rules(procedure("id: a, do: 做, accountable: lead"), roles=roles) == []


def test_what_is_retired_is_not_judged(rules):
    assert rules(procedure("id: a, do: 做, next: a", more="status: retired\n")) == []


def test_a_promise_counts_the_longest_way_only(rules):
    steps = (
        f"{A}, within: 20小时, branches: [{{when: 急, go: c}}, {{go: b}}]",
        f"{B}, within: 5小时, next: end",
        f"{C}, within: 1小时",
    )
    assert rules(procedure(*steps, more="promise: 24小时\n")) == ["broken-promise"]
    assert rules(procedure(*steps, more="promise: 25小时\n")) == []


def test_steps_done_together_count_once(rules):
    steps = (f"{A}, within: 20小时", f"{B}, within: 5小时, together_with: a")
    assert rules(procedure(*steps, more="promise: 24小时\n")) == []


def test_the_hint_gives_the_way_and_its_sum(problems):
    steps = (f"{A}, within: 2小时", B, f"{C}, within: 24小时")
    found = problems(procedure(*steps, more="promise: 24小时\n"))[0]
    assert dict(found.details) == {
        "promise": "24小时",
        "way": "a 2小时 + c 24小时",
        "sum": "26小时",
    }


def test_a_limit_with_a_start_of_its_own_counts_nothing(rules):
    steps = (f"{A}, within: {{within: 3天, after: 到货}}", f"{B}, within: 16:00前")
    assert rules(procedure(*steps, more="promise: 1天\n")) == []


def test_a_standard_counts_with_its_value(rules):
    standard = "kind: standard\nid: reply\ntitle: 答复\nvalue: 2天\n"
    text = procedure(f"{A}, within: '[[reply]]'", more="promise: 1天\n")
    assert rules(text, standard=standard) == ["broken-promise"]


@pytest.mark.parametrize(
    ("promise", "limit"), [("2个工作日", "3天"), ("1个月", "31天"), ("3个月±1周", "95天")]
)
def test_a_promise_is_read_as_generously_as_its_words_allow(rules, promise, limit):
    assert rules(procedure(f"{A}, within: {limit}", more=f"promise: {promise}\n")) == []


def test_working_days_against_working_days_are_compared_as_they_are(rules):
    text = procedure(f"{A}, within: 3个工作日", more="promise: 2个工作日\n")
    assert rules(text) == ["broken-promise"]


def test_a_field_comes_from_a_step_of_the_procedures_that_fill_the_form(rules):
    form = "kind: form\nid: f\ntitle: 表\ngroups: {fields: {label: 单号, from: %s}}\n"
    assert rules(procedure(f"{A}, fill: f"), form=form % "a") == []
    assert rules(procedure(f"{A}, fill: f"), form=form % "z") == ["unknown-step"]
