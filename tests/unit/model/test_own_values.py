"""What stands under `own` is judged by what handbook.yml declares."""

from __future__ import annotations

import pytest
from tests.written import loaded

FIELDS = """
title: 手册
organisation: 永安
fields:
  - {key: risk, on: [term, step], label: 风险, type: choice, options: [高, 低]}
  - {key: count, on: term, label: 数, type: number}
  - {key: told, on: term, label: 日, type: date}
  - {key: all, on: term, label: 几项, type: choices, options: [甲, 乙]}
  - {key: sure, on: term, label: 确定, type: yes-no}
"""


def told(own: str, fields: str = FIELDS) -> list[tuple[str, str | None]]:
    text = f"- {{kind: term, id: a, title: 甲, definition: 乙, own: {own}}}\n"
    return [(each.rule, each.hint) for each in loaded(text, handbook=fields).problems]


@pytest.mark.parametrize(
    "own",
    [
        "{risk: 高}", "{risk: 待定, count: 待定, told: TBD, sure: 待定}", "{count: 1.5}", "{}",
        "{told: 2026-01-02}", "{all: 甲}", "{all: [甲, 乙]}", "{sure: 是}", "待定", "''",
    ],
)  # fmt: skip
def test_what_fits_is_taken(own: str):
    assert told(own) == []


@pytest.mark.parametrize(
    ("own", "rule", "hint"),
    [
        ("{rsik: 高}", "unknown-key", "nearest"),
        ("{weather: 1}", "unknown-key", "own"),
        ("{risk: 中}", "not-a-choice", "choices"),
        ("{risk: [高, 低]}", "not-text", "list"),
        ("{count: 许多}", "not-a-number", "example"),
        ("{told: 2026/1/2}", "not-a-date", "spelt"),
        ("{all: [甲, 丙]}", "not-a-choice", "choices"),
        ("{sure: 也许}", "not-yes-no", "choose"),
        ("[高]", "not-a-mapping", "list"),
        ("高", "not-a-mapping", "text"),
    ],
)
def test_what_does_not_fit_is_told_in_our_words(own: str, rule: str, hint: str):
    assert (rule, hint) in told(own)


def test_several_faults_are_all_told():
    assert {rule for rule, _ in told("{count: 许多, told: 昨天}")} == {"not-a-number", "not-a-date"}


def test_without_a_declaration_the_cure_is_to_make_one():
    assert told("{risk: 高}", "title: 手册\norganisation: 永安\n") == [("unknown-key", "own")]


def test_what_only_another_place_has_is_unknown_here():
    fields = FIELDS.replace("on: [term, step]", "on: step")
    assert told("{risk: 高}", fields)[0][0] == "unknown-key"


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("{key: title, on: term, label: 题}", "unfit-own-field"),
        ("{key: own, on: step, label: 己}", "unfit-own-field"),
        ("{key: by, on: [term, step], label: 谁}", "unfit-own-field"),
        ("{key: Risk, on: term, label: 题}", "bad-id"),
        ("{key: x, on: trem, label: 题}", "not-a-choice"),
        ("{key: x, on: term, label: 题, type: choice}", "nothing-to-choose"),
        ("{key: x, on: term, label: 题, options: [一]}", "useless-key"),
        ("{key: x, on: term, label: 题, type: photo}", "not-a-choice"),
        ("{key: x, on: term}", "missing-field"),
        ("{key: x, label: 题}", "missing-field"),
    ],
)
def test_a_declaration_that_cannot_be_is_told(field: str, rule: str):
    fields = f"title: 手册\norganisation: 永安\nfields:\n  - {field}\n"
    assert rule in {found for found, _ in told("待定", fields)}


def test_what_cannot_be_judged_because_its_declaration_is_broken_is_not_told():
    fields = "title: 手册\norganisation: 永安\nfields: [{key: x, on: trem, label: 题}]\n"
    assert [rule for rule, _ in told("{x: 1}", fields)] == ["not-a-choice"]
