"""Who fills, who answers, who stands in, and to whom things are escalated."""

import pytest

PEOPLE = """
- {kind: unit, id: shop, title: 门店, head: chief}
- {kind: unit, id: counter, title: 柜台, parent: shop}
- {kind: unit, id: customers, title: 客户, external: yes}
- {kind: role, id: clerk, title: 店员, unit: counter, reports_to: chief}
- {kind: role, id: cashier, title: 收银员, unit: counter, reports_to: chief}
- {kind: role, id: chief, title: 店长, unit: shop, reports_to: boss}
- {kind: role, id: boss, title: 经理}
- {kind: role, id: front, title: 一线人员, members: [clerk, cashier], reports_to: chief}
"""


def filled(by, filled_by, more=""):
    return (
        PEOPLE
        + f"- {{kind: form, id: sheet, title: 单子, filled_by: {filled_by}{more}, "
        + "groups: {fields: 甲}}\n"
        + "- kind: procedure\n  id: work\n  title: 流程\n  steps:\n"
        + f"    - {{id: one, do: 填, by: {by}, fill: sheet}}\n"
        + "    - {id: two, do: 收, by: [clerk, cashier, chief, front, boss]}\n"
    )


@pytest.mark.parametrize(
    ("by", "filled_by"),
    [
        ("clerk", "clerk"),
        ("clerk", "front"),
        ("front", "clerk"),
        ("clerk", "shop"),
        ("counter", "clerk"),
        ("[clerk, chief]", "chief"),
        ("clerk", "customers"),
        ("clerk", "待定"),
    ],
)
def test_who_fills_a_form_is_named_by_it(rules, by, filled_by):
    assert rules(filled(by, filled_by)) == []


@pytest.mark.parametrize(("by", "filled_by"), [("clerk", "cashier"), ("boss", "front")])
def test_who_fills_a_form_unnamed_is_told(rules, by, filled_by):
    assert rules(filled(by, filled_by)) == ["wrong-filler"]


def test_who_receives_or_signs_a_form_may_write_on_it(rules):
    assert rules(filled("boss", "clerk", ", approvals: boss")) == []
    assert rules(filled("boss", "clerk", ", received_by: boss")) == []


def escalated(by, to):
    return (
        PEOPLE
        + "- kind: procedure\n  id: work\n  title: 流程\n  steps:\n"
        + f"    - {{id: one, do: 做, by: {by}, escalate: {to}}}\n"
        + "    - {id: two, do: 收, by: [clerk, cashier, chief, front, boss]}\n"
    )


@pytest.mark.parametrize(
    ("by", "to", "hint"),
    [
        ("clerk", "clerk", "same"),
        ("clerk", "cashier", "same"),
        ("chief", "clerk", "lower"),
        ("boss", "clerk", "lower"),
    ],
)
def test_an_escalation_that_does_not_go_up_is_told(problems, by, to, hint):
    (found,) = problems(escalated(by, to))
    assert (found.rule, found.hint) == ("escalation-not-upwards", hint)


@pytest.mark.parametrize(("by", "to"), [("clerk", "chief"), ("clerk", "boss"), ("clerk", "shop")])
def test_an_escalation_upwards_or_elsewhere_is_fine(rules, by, to):
    assert rules(escalated(by, to)) == []


def deputised(of, deputies, by="clerk", to="cashier", more=""):
    named = PEOPLE.replace(f"id: {of},", f"id: {of}, deputies: {deputies},")
    return named + escalated(by, to).removeprefix(PEOPLE).replace("escalate", f"{more}escalate")


@pytest.mark.parametrize(
    ("of", "deputies"),
    [
        ("clerk", "cashier"),
        ("clerk", "[boss, cashier]"),
        ("clerk", "front"),
        ("clerk", "counter"),
        ("chief", "cashier"),
        ("boss", "cashier"),
    ],
)
def test_a_deputy_named_for_the_doer_or_for_someone_above_may_be_turned_to(rules, of, deputies):
    assert rules(deputised(of, deputies)) == []


def test_a_deputy_of_somebody_else_is_on_the_same_level_still(rules):
    assert rules(deputised("front", "cashier")) == ["escalation-not-upwards"]


def test_one_who_holds_a_post_above_or_answers_for_the_step_is_above(rules):
    held = PEOPLE.replace("id: cashier,", "id: cashier, also: chief,")
    assert rules(held + escalated("clerk", "cashier").removeprefix(PEOPLE)) == []
    assert rules(deputised("front", "boss", more="accountable: cashier, ")) == []


def test_a_colleague_may_be_told_beside_a_superior(rules):
    assert rules(escalated("clerk", "{to: [cashier, chief]}")) == []


def alone(role):
    return (
        f"- {{kind: role, id: keeper, title: 库管, {role}}}\n"
        + "- {kind: role, id: boss, title: 经理, reports_to: keeper}\n"
        + "- kind: procedure\n  id: work\n  title: 盘点\n  owner: boss\n  steps:\n"
        + "    - {id: one, do: 点, by: keeper}\n    - {id: two, do: 记, by: keeper}\n"
    )


def test_one_person_alone_without_a_deputy_is_told(rules):
    assert rules(alone("headcount: 1")) == ["no-deputy"]


@pytest.mark.parametrize(
    "role",
    [
        "headcount: 2",
        "summary: 人数未知",
        "headcount: 1, deputies: boss",
        "headcount: 1, deputies: 待定",
    ],
)
def test_where_others_can_stand_in_nothing_is_told(rules, role):
    assert rules(alone(role)) == []


def test_personal_data_kept_by_a_record_is_fine(rules):
    text = filled("clerk", "clerk").replace("{fields: 甲}", "{fields: {label: 名, personal: yes}}")
    assert rules(text) == ["personal-data-kept-forever"]
    assert rules(text + "  records: {form: sheet, keep: 1年}\n") == []
    assert rules(text.replace("filled_by", "keep: 待定, filled_by")) == []
