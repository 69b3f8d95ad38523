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


SATURDAYS = "title: 手册\norganisation: 公司\nhours: {周一至周五: 8:30-17:30, 周六: 9:00-12:00}\n"


def test_hours_that_name_days_say_which_are_worked_and_when_they_close() -> None:
    made = handbook_of(TEXT, handbook=SATURDAYS)
    worked = working_days(made, made.organisation)
    assert worked.weekdays == (0, 1, 2, 3, 4, 5)
    assert worked.is_worked(day("2027-02-13"))
    assert worked.closes == (1050, 1050, 1050, 1050, 1050, 720, 720)


def test_the_hours_of_a_section_replace_those_of_the_organisation() -> None:
    files = {
        "shop__section": "title: 店\nhours: {周三至周日: 10:00-21:00}\n",
        "shop__till__section": "title: 收银\n",
        "desk__section": "title: 台\nhours: 9:00-18:00\n",
    }
    made = handbook_of(TEXT, handbook=SATURDAYS, **files)
    found = {each.address: working_days(made, each) for each in made.sections}
    assert found["shop/till"].weekdays == found["shop"].weekdays == (2, 3, 4, 5, 6)
    assert (found["desk"].weekdays, found["desk"].closes[4]) == ((0, 1, 2, 3, 4), 1080)
    assert found[""].weekdays == (0, 1, 2, 3, 4, 5)


def test_what_is_due_every_working_day_is_due_on_the_days_of_the_hours() -> None:
    made = handbook_of(TEXT, handbook=SATURDAYS, holidays=SHEET)
    (duty,) = duties(made, made.definitions)
    worked = working_days(made, made.organisation)
    found = occurrences(duty, day("2027-02-01"), day("2027-02-14"), worked)
    assert [each.first.day for each in found] == [1, 2, 3, 4, 5, 13]
