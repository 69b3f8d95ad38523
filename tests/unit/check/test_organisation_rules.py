"""Headcounts, circles, and roles, forms and scripts that nothing uses."""

import pytest

UNIT = "- {kind: unit, id: u, title: 部, headcount: %s}\n"


def role(id: str, headcount: str | int = 1, more: str = "") -> str:
    return f"- {{kind: role, id: {id}, title: 岗{id}, unit: u, headcount: {headcount}{more}}}\n"


TERM = "- {kind: term, id: t, title: 词, definition: '[[a]] [[b]] [[c]]'}\n"
A, B, C = role("a"), role("b"), role("c")


@pytest.mark.parametrize(
    ("headcount", "roles"),
    [
        (3, A + B + C),
        (2, A + B + role("c", more=", also: a")),
        (1, role("a", more=", also: [b, c]") + role("b", more=", also: c") + C),
        (5, A + B + role("c", "待定")),
        (2, A + B + role("c", 9, ", members: [a, b]")),
        (2, A + B + role("c", 9, ", status: retired")),
        ("待定", A + B + C),
    ],
)
def test_a_headcount_that_can_be_made_up_is_right(rules, headcount, roles):
    found = rules(UNIT % headcount + roles + TERM)
    assert "wrong-headcount" not in found


@pytest.mark.parametrize(
    ("headcount", "roles", "hint"),
    [
        (2, A + B + C, "more"),
        (4, A + B + C, "fewer"),
        (3, A + B + role("c", more=", also: a"), "fewer"),
        (1, A + B + role("c", "待定"), "more"),
    ],
)
def test_a_headcount_that_cannot_be_made_up_is_told(problems, headcount, roles, hint):
    found = problems(UNIT % headcount + roles + TERM)
    assert [(each.rule, each.hint) for each in found] == [("wrong-headcount", hint)]


def test_a_unit_below_counts_with_its_own_headcount(rules):
    below = "- {kind: unit, id: v, title: 组, parent: u, headcount: 4}\n"
    assert rules(UNIT % 7 + A + B + C + below + TERM) == []
    assert rules(UNIT % 6 + A + B + C + below + TERM) == ["wrong-headcount"]


def test_a_unit_below_without_headcount_counts_with_its_roles(rules):
    below = "- {kind: unit, id: v, title: 组, parent: u}\n"
    inside = role("c", 4).replace("unit: u", "unit: v")
    assert rules(UNIT % 6 + A + B + inside + below + TERM) == []
    assert rules(UNIT % 5 + A + B + inside + below + TERM) == ["wrong-headcount"]


@pytest.mark.parametrize("state", ["external: yes", "planned: yes", "status: draft"])
def test_partners_and_planned_units_are_not_surely_there(rules, state):
    below = f"- {{kind: unit, id: v, title: 组, parent: u, headcount: 4, {state}}}\n"
    assert rules(UNIT % 3 + A + B + C + below + TERM) == []


def test_a_role_in_two_units_may_be_in_either(rules):
    other = "- {kind: unit, id: v, title: 组, headcount: 1}\n"
    both = role("a", 2).replace("unit: u", "unit: [u, v]")
    assert rules(UNIT % 3 + both + B + C + other + TERM) == []


def test_nothing_is_added_up_while_a_role_is_not_understood(rules):
    assert rules(UNIT % 1 + A + B + role("c", "许多") + TERM) == ["not-a-count"]


def test_every_circle_is_told_once(rules):
    units = "".join(
        f"- {{kind: unit, id: {id}, title: 部{id}, parent: {up}}}\n"
        for id, up in ("ab", "bc", "ca", "da", "ee", "xy", "yx")
    )
    assert rules(units) == ["unit-cycle"] * 3


def test_two_superiors_are_no_circle(rules):
    roles = (
        "- {kind: role, id: a, title: 甲, reports_to: [b, c]}\n"
        "- {kind: role, id: b, title: 乙, reports_to: d}\n"
        "- {kind: role, id: c, title: 丙, reports_to: d}\n"
        "- {kind: role, id: d, title: 丁, deputies: a}\n"
    )
    assert rules(roles) == []


@pytest.mark.parametrize(
    "role",
    [
        "also: lead",
        "unit: desk",
        "status: draft",
        "status: retired",
    ],
)
def test_a_role_is_used_where_its_person_or_its_unit_acts(rules, role):
    text = (
        "- {kind: unit, id: shop, title: 店}\n"
        "- {kind: unit, id: desk, title: 前台, parent: shop, head: lead}\n"
        "- {kind: role, id: lead, title: 店长}\n"
        "- {kind: procedure, id: p, title: 开门, steps: {id: a, do: 开, by: shop}}\n"
        f"- {{kind: role, id: clerk, title: 店员, {role}}}\n"
    )
    assert rules(text) == []


def test_what_only_something_retired_uses_is_unused(rules):
    text = (
        "- {kind: procedure, id: p, title: 旧, status: retired, "
        "steps: {id: a, do: 做, by: 待定, fill: f}}\n"
        "- {kind: form, id: f, title: 登记表, groups: {fields: 电话}}\n"
    )
    assert rules(text) == ["unused-form"]


@pytest.mark.parametrize(
    "words",
    [
        "lines: 您好, channel: phone",
        "lines: 您好, channel: [chat, counter]",
        "lines: 您好, situation: 客户进门",
        "phrases: {words: 再见}, channel: visit",
        "manner: 站立迎接",
        "avoid: 打断客户",
        "never: 不知道",
    ],
)
def test_a_script_that_says_itself_when_it_is_used_is_used(rules, words):
    assert rules(f"- {{kind: script, id: s, title: 问候, {words}}}\n") == []


def test_a_script_without_any_occasion_is_told(rules):
    assert rules("- {kind: script, id: s, title: 问候, lines: 您好}\n") == ["unused-script"]


@pytest.mark.parametrize("own", ["duties: 打扫", "answers_for: 卫生"])
def test_a_role_that_says_what_it_does_acts(rules, own):
    assert rules(f"- {{kind: role, id: cleaner, title: 保洁员, {own}}}\n") == []


def test_a_title_in_a_text_is_a_use(rules):
    text = (
        "- {kind: term, id: t, title: 登记, definition: 填《来访登记表》}\n"
        "- {kind: form, id: f, title: 来访登记表, groups: {fields: 电话}}\n"
    )
    assert rules(text) == []


def test_nothing_is_called_unused_while_something_is_not_understood(rules):
    assert rules("- {kind: role, id: a, title: 甲}\n- {kind: term, id: t, title: 词}\n") == [
        "missing-field"
    ]
