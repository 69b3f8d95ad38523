"""What an id stands for when something is to be printed, and what is said of one that is none."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.cli.faults import Fault
from handbook.cli.wanted import Planner, wanted_by
from handbook.derive.period import Period
from handbook.model.handbook import Handbook

ROLE = "- {kind: role, id: ID, title: 岗位}\n"
WORK = """\
- kind: procedure
  id: open
  title: 开门
  steps: [{id: a, do: 开, by: clerk, schedule: {every: 日}, within: 5分钟}]
- {kind: term, id: word, title: 词, definition: 词。}
"""
SALE = """\
- kind: procedure
  id: sale
  title: 销售
  steps: [{id: a, do: 卖, by: boss}, {id: b, do: 收, by: boss}]
"""


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(
        ROLE.replace("ID", "clerk") + ROLE.replace("ID", "auto") + WORK,
        auto__section="title: 汽车\n", auto__all=ROLE.replace("ID", "boss") + SALE,
        shop__section="title: 门店\n", shop__all=ROLE.replace("ID", "boss"),
    )  # fmt: skip


def told(handbook: Handbook, id: str, sheet: str | None = None, period: Period | None = None):
    return [
        (each[0].address, each[1]) if isinstance(each, tuple)
        else ("planner", each.subject.address) if isinstance(each, Planner)
        else ("book", each.address)
        for each in wanted_by(handbook, id, sheet, period)
    ]  # fmt: skip


def fault(handbook: Handbook, id: str, sheet: str | None = None, period: Period | None = None):
    with pytest.raises(Fault) as raised:
        told(handbook, id, sheet, period)
    details = {key: str(value).replace("\x1e", " ") for key, value in raised.value.details.items()}
    return raised.value.key, details


@pytest.mark.parametrize(
    ("id", "sheet", "expected"),
    [
        ("open", "card", [("open", "card")]),
        ("/open", "checklist", [("open", "checklist")]),
        ("clerk", "role", [("clerk", "role")]),
        ("auto/boss", "role", [("auto/boss", "role")]),
        ("handbook", None, [("book", "")]),
        ("/", "handbook", [("book", "")]),
        ("auto", "handbook", [("book", "auto")]),
        ("auto/", None, [("book", "auto")]),
        ("auto", "role", [("auto", "role")]),
        ("handbook", "limits", [("", "limits")]),
    ],
)
def test_an_id_is_a_definition_before_a_section(handbook, id, sheet, expected) -> None:
    assert told(handbook, id, sheet) == expected


def test_without_a_sheet_all_that_is_made_of_a_definition_is_wanted(handbook) -> None:
    names = [name for _, name in told(handbook, "open")]
    assert {"procedure", "checklist", "card"} <= set(names)
    assert len(names) == len(set(names))


def test_a_planner_is_that_of_a_section_or_a_role(handbook) -> None:
    month = Period(2027, 2)
    assert told(handbook, "handbook", None, month) == [("planner", "")]
    assert told(handbook, "clerk", "month", month) == [("planner", "clerk")]
    assert told(handbook, "clerk", "year", Period(2027)) == [("planner", "clerk")]


@pytest.mark.parametrize(
    ("id", "sheet", "key", "details"),
    [
        ("boss", None, "ambiguous-id", {"id": "boss", "addresses": "auto/boss shop/boss"}),
        ("opne", None, "unknown-id-nearest", {"id": "opne", "nearest": "open"}),
        ("auto/bos", None, "unknown-id-nearest", {"id": "auto/bos", "nearest": "auto/boss"}),
        ("zzzzzz", None, "unknown-id", {"id": "zzzzzz", "nearest": "None"}),
        ("word", None, "no-sheets", {"id": "word", "kind": "term"}),
        ("clerk", "card", "unknown-sheet", {"id": "clerk", "sheet": "card"}),
        ("shop", "card", "unknown-sheet", {"id": "shop", "sheets": "handbook"}),
        ("shoq", "handbook", "unknown-section-nearest", {"section": "shoq", "nearest": "shop"}),
        ("zzzzzz", "handbook", "unknown-section", {"section": "zzzzzz", "sections": "auto shop"}),
        ("zzzzzz", "limits", "unknown-section", {"section": "zzzzzz"}),
        ("auto", "limits", "empty-sheet", {"id": "auto", "sheet": "limits"}),
        ("shop", "limits", "no-overviews", {"id": "shop"}),
        ("shop", None, "no-book", {"id": "shop"}),
    ],
)
def test_what_stands_for_nothing_is_told_with_what_is_near(
    handbook, id, sheet, key, details
) -> None:
    found, said = fault(handbook, id, sheet)
    assert found == key
    assert said | details == said


@pytest.mark.parametrize(
    ("id", "sheet", "key", "details"),
    [
        ("open", None, "no-planner", {"id": "open", "kind": "procedure"}),
        ("auto", None, "nothing-due", {"id": "auto"}),
        ("clerk", "pack", "no-period", {"sheet": "pack"}),
        ("clerk", "year", "no-period", {"sheet": "year"}),
        ("zzzzzz", None, "unknown-id", {"id": "zzzzzz"}),
        ("boss", None, "ambiguous-id", {"id": "boss"}),
    ],
)
def test_a_planner_of_nothing_is_told(handbook, id, sheet, key, details) -> None:
    found, said = fault(handbook, id, sheet, Period(2027, 2))
    assert found == key
    assert said | details == said
