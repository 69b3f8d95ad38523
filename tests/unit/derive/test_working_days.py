"""Working days leave out days off and take those worked instead."""

import datetime

import pytest
from tests.written import handbook_of

from handbook.derive.duties import duties
from handbook.derive.occurrences import occurrences
from handbook.derive.working_days import WorkingDays, working_days

SHEET = "off: [2027-01-01, 2027-02-06..2027-02-12]\non: 2027-02-20\n"
TEXT = (
    "- {kind: procedure, id: p, title: 开门, schedule: {every: 日, on: 工作日},"
    " steps: [{id: a, do: 开, by: 待定}]}\n"
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def worked_of() -> tuple:
    made = handbook_of(TEXT, holidays=SHEET)
    return made, working_days(made, made.organisation)


@pytest.mark.parametrize(
    ("text", "is_worked"),
    [("2027-01-01", False), ("2027-01-04", True), ("2027-02-12", False), ("2027-02-13", False),
     ("2027-02-20", True), ("2027-02-21", False)],
)  # fmt: skip
def test_a_day_off_is_not_worked_and_one_worked_instead_is(text: str, is_worked: bool) -> None:
    _, worked = worked_of()
    assert worked.is_worked(day(text)) is is_worked


def test_so_many_working_days_after_a_day_pass_over_days_off() -> None:
    _, worked = worked_of()
    assert worked.after(day("2027-02-05"), 2) == day("2027-02-16")
    assert worked.after(day("2027-02-15"), -1) == day("2027-02-05")
    assert WorkingDays().after(day("2027-02-05"), 2) == day("2027-02-09")


def test_what_is_due_every_working_day_keeps_to_them() -> None:
    made, worked = worked_of()
    (duty,) = duties(made, made.definitions)
    found = occurrences(duty, day("2027-02-05"), day("2027-02-21"), worked)
    days = [each.first.day for each in found]
    assert days == [5, 15, 16, 17, 18, 19, 20]


def test_a_section_has_days_of_its_own() -> None:
    files = {"shop__section": "title: 店\n", "shop__holidays": "off: 2027-05-04\n"}
    made = handbook_of(TEXT, holidays=SHEET, **files)
    shop = next(each for each in made.sections if each.path == ("shop",))
    assert working_days(made, shop).off == {day("2027-05-04")}
