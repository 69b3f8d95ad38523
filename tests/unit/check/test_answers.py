"""What a form offers at first and to choose from is what it takes."""

from __future__ import annotations

import pytest

FORM = "- {kind: form, id: f, title: 表, groups: [{fields: [{label: 甲, %s}]}]}\n"


@pytest.mark.parametrize(
    "field",
    [
        "type: score, max: 5, default: 6",
        "type: score, max: 5, default: -1",
        "type: number, default: 六",
        "type: choice, options: [是, 否], default: 或",
        "type: text, pattern: '[A-Z]{2}', default: ab",
    ],
)
def test_what_a_field_would_not_take_is_no_default(rules, field: str) -> None:
    assert "unfit-default" in rules(FORM % field)


@pytest.mark.parametrize(
    "field",
    [
        "type: score, max: 5, default: 5",
        "type: score, max: 5, default: 0",
        "type: choice, options: [是, 否], default: 否",
        "type: text, pattern: '[A-Z]{2}', default: AB",
    ],
)
def test_what_a_field_takes_may_stand_there_at_first(rules, field: str) -> None:
    assert "unfit-default" not in rules(FORM % field)


@pytest.mark.parametrize("again", ["是", "' 是 '"])
def test_a_choice_is_offered_once(rules, again: str) -> None:
    assert "repeated-item" in rules(FORM % f"type: choice, options: [是, 否, {again}]")
