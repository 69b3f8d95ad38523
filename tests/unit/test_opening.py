"""A handbook is loaded, judged and chosen for an audience in one place."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from handbook.opening import Leaking, UnknownAudience, opened, stops, today
from handbook.problems import Place, problem

DAY = datetime.date(2026, 1, 1)
SETTINGS = "title: H\norganisation: O\nlanguage: en\naudiences: [public, staff, manager]\n"
ROLE = "kind: role\nid: clerk\ntitle: Clerk\n"
SECRET = "kind: term\nid: bonus\ntitle: Golden Parachute\naudience: manager\ndefinition: Money.\n"
BARE = "kind: term\nid: pay\ntitle: Pay\ndefinition: No Golden Parachute.\n"


def handbook_in(folder: Path, **files: str):
    for name, text in {"handbook": SETTINGS, **files}.items():
        path = folder / "content" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return opened(folder, DAY)


def test_everyone_who_may_read_all_reads_the_handbook_itself(tmp_path: Path) -> None:
    found = handbook_in(tmp_path, clerk=ROLE, bonus=SECRET)
    assert found.read_by(None) is found.handbook


def test_an_audience_reads_what_is_for_it(tmp_path: Path) -> None:
    found = handbook_in(tmp_path, clerk=ROLE, bonus=SECRET)
    assert [str(each.id) for each in found.read_by("staff").definitions] == ["clerk"]


def test_an_audience_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = handbook_in(tmp_path, clerk=ROLE)
    with pytest.raises(UnknownAudience) as fault:
        found.read_by("staf")
    told = dict(fault.value.problem.details)
    assert (told["audience"], told["nearest"]) == ("staf", "staff")
    assert fault.value.known == ("public", "staff", "manager")


def test_a_far_audience_is_told_with_all_there_are(tmp_path: Path) -> None:
    found = handbook_in(tmp_path, clerk=ROLE)
    with pytest.raises(UnknownAudience) as fault:
        found.require_audience("zzzzzz")
    assert fault.value.problem.hint == "known"


def test_what_would_leak_stops_the_reading(tmp_path: Path) -> None:
    found = handbook_in(tmp_path, pay=BARE, bonus=SECRET)
    with pytest.raises(Leaking) as fault:
        found.read_by("staff")
    assert {each.rule for each in fault.value.problems} == {"bare-narrower-name"}
    assert found.read_by("manager").audience == "manager"


def test_warnings_stop_only_what_is_strict() -> None:
    error = problem("unknown-audience", Place("x"), "known", audience="a", known="b")
    assert stops([error])
    assert not stops([])
    assert not stops([], strict=True)


def test_the_day_is_that_of_the_epoch_where_one_is_set() -> None:
    assert today({"SOURCE_DATE_EPOCH": "86400"}) == datetime.date(1970, 1, 2)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30])
def test_an_epoch_that_is_no_day_is_refused(epoch: str) -> None:
    with pytest.raises(ValueError, match=epoch):
        today({"SOURCE_DATE_EPOCH": epoch})
