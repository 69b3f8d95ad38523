"""Handbook.yml says which sheets are made of each kind where nobody asks for one."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from tests.written import SETTINGS, handbook_of, loaded

from handbook.cli.wanted import wanted_by
from handbook.compose.kinds.sheets import sheets_in
from handbook.model.export import as_data
from handbook.model.sheets_made import SHEETS_OF, SheetsMade

ALL = """\
- {kind: role, id: clerk, title: 文员}
- {kind: procedure, id: visit, title: 接待, steps: [{id: a, do: 问好, by: clerk}]}
- {kind: form, id: slip, title: 单, groups: [{fields: [车牌]}]}
"""


def made(sheets: str) -> list[tuple[str, str]]:
    book = handbook_of(ALL, handbook=f"{SETTINGS}sheets: {sheets}\n")
    return [(str(each.id), sheet) for each, sheet in sheets_in(book)]


def test_only_the_sheets_of_a_kind_that_are_named_are_made_in_the_order_of_the_kind():
    assert made("{procedure: [card, checklist]}") == [
        ("visit", "checklist"), ("visit", "card"),
        ("slip", "form"), ("slip", "fillable"), ("clerk", "role"),
    ]  # fmt: skip


@pytest.mark.parametrize("open", ["", "待定", "{procedure: 待定}", "{procedure: }", "{}"])
def test_what_is_not_said_or_still_open_leaves_all_sheets(open):
    assert len(made(open)) == 7


def test_a_kind_without_any_is_not_printed():
    assert [id for id, _ in made("{procedure: [], form: fillable}")] == ["slip", "clerk"]


def wanted(sheets: str, sheet: str | None) -> list[str]:
    book = handbook_of(ALL, handbook=f"{SETTINGS}sheets: {sheets}\n")
    return [name for _, name in wanted_by(book, "visit", sheet)]


def test_who_prints_one_definition_gets_what_is_made_of_it_and_any_other_by_its_name():
    assert wanted("{procedure: card}", None) == ["card"]
    assert wanted("{procedure: card}", "observe") == ["observe"]
    assert wanted("{procedure: []}", None) == [*SHEETS_OF["procedure"]]


@pytest.mark.parametrize(("sheets", "rule", "nearest"), [
    ("{procedure: cards}", "not-a-choice", "card"),
    ("{procedures: card}", "not-a-choice", "procedure"),
    ("{term: term}", "not-a-choice", None),
    ("{procedure: form}", "not-a-choice", None),
    ("[card]", "not-a-mapping", None),
    ("card", "not-a-mapping", None),
    ("{procedure: {card: yes}}", "not-text", None),
])  # fmt: skip
def test_what_cannot_be_made_is_told(sheets, rule, nearest):
    [found] = loaded(ALL, handbook=f"{SETTINGS}sheets: {sheets}\n").problems
    assert found.rule == rule
    assert nearest is None or dict(found.details)["nearest"] == nearest


@pytest.mark.parametrize(("sheets", "fits"), [
    ({"procedure": ["checklist", "card"], "form": "form"}, True), ({}, True),
    ({"procedure": ["form"]}, False), ({"term": []}, False),
])  # fmt: skip
def test_the_schema_says_the_same(sheets, fits):
    schema = TypeAdapter(SheetsMade).json_schema()
    assert Draft202012Validator(schema).is_valid(sheets) is fits


def test_other_programs_are_told_what_is_made():
    book = handbook_of(
        ALL, handbook=f"{SETTINGS}sheets: {{procedure: [checklist, card], form: []}}\n"
    )
    assert as_data(book)["settings"]["sheets"] == {"procedure": ["checklist", "card"], "form": []}
