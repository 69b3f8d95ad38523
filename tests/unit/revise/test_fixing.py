"""What is certain is repaired, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_revisions import PROJECT, changed, problems_of, standing_of
from planned import made, standing

from handbook.problems import RULES
from handbook.revise import Standing
from handbook.revise.fix import fixed

INVALID = sorted(each for each in (PROJECT / "tests/examples/invalid").iterdir() if each.is_dir())
PEOPLE = """\
- {kind: role, id: front-desk, title: Front desk, was: [reception]}
- {kind: role, id: seller-a, title: Seller A}
- {kind: role, id: seller-b, title: Seller B}
- {kind: term, id: front-deck, title: Deck, definition: x}
"""
WORK = """\
kind: procedure
id: work
title: Work
steps:
  - {id: first, do: "%s", by: %s, next: %s}
  - {id: second, do: Do, by: front-desk}
"""


@pytest.mark.parametrize(
    ("do", "by", "onward", "now"),
    [
        ("Do", "front-dsek", "second", ("Do", "front-desk", "second")),
        ("Do", "Front desk", "second", ("Do", "front-desk", "second")),
        ("Do", "reception", "second", ("Do", "front-desk", "second")),
        ("Do", "[[front-desk]]", "second", None),
        ("Do", "seller-c", "second", None),  # two are one slip away
        ("Do", "desk", "second", None),  # more than a slip
        ("See [[front-deok]]", "front-desk", "second", None),  # the term is as near
        ("[[seler-a|they]] do", "front-desk", "second",
         ("[[seller-a|they]] do", "front-desk", "second")),
        ("《Front dek》", "front-desk", "second", ("《Front desk》", "front-desk", "second")),
        ("Do", "front-desk", "secnd", ("Do", "front-desk", "second")),
    ],
)  # fmt: skip
def test_names_that_can_mean_one_thing_only(
    do: str, by: str, onward: str, now: tuple[str, str, str] | None
) -> None:
    by = f'"{by}"' if by.startswith("[") else by
    files = {"people.yml": PEOPLE, "work.yml": WORK % (do, by, onward)}
    assert made(files, fixed) == ({"work.yml": WORK % now} if now else {})


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("title：T\n", "title: T\n"), ("title:T\n", "title: T\n"),
        ("title: T: t\n", 'title: "T: t"\n'), ("titel: T\n", "title: T\n"),
        ("title: T\nsummary: [[term]] is it\n", 'title: T\nsummary: "[[term]] is it"\n'),
        ("title: T\nsummary: [[term]]\n", 'title: T\nsummary: "[[term]]"\n'),
        ("title: T\nstatus: activ\n", "title: T\nstatus: active\n"),
        ("title: T\nsummary: \"open\n", None), ("title: T\ncolour: red\n", None),
    ],
)  # fmt: skip
def test_slips_with_one_way_to_mend_them(text: str, now: str | None) -> None:
    start, end = "kind: term\nid: other\n", "definition: x  # why\n"
    files = {
        "a.yml": start + text + end,
        "b.yml": "{kind: term, id: term, title: B, definition: y}",
    }
    assert made(files, fixed) == ({"a.yml": start + now + end} if now else {})


def test_a_missing_unit_of_time_is_never_guessed() -> None:
    work = WORK.replace("by: front-desk}", "by: front-desk, within: 30}")
    assert (
        made({"people.yml": PEOPLE, "work.yml": work % ("Do", "front-desk", "second")}, fixed) == {}
    )


def test_what_a_repair_shows_is_repaired_too() -> None:
    work = (WORK % ("Do", "front-dsek", "second")).replace("title: Work", "title：Work")
    now = made({"people.yml": PEOPLE, "work.yml": work}, fixed)
    assert now == {"work.yml": WORK % ("Do", "front-desk", "second")}


def test_a_repair_that_does_harm_is_left() -> None:
    people = PEOPLE.replace("title: Seller A}", "title: Seller A, status: retired}")
    files = {"people.yml": people, "work.yml": WORK % ("Do", "seler-a", "second")}
    assert made(files, fixed) == {}


def test_nothing_is_repaired_where_nothing_is_wrong() -> None:
    files = {"people.yml": PEOPLE, "work.yml": WORK % ("Do", "front-desk", "second")}
    assert all(each.rule == "unused-role" for each in standing(files).problems)
    assert made(files, fixed) == {}


@pytest.mark.parametrize("project", INVALID[::5], ids=lambda each: each.name)
def test_after_repairs_fewer_things_are_wrong(project: Path) -> None:
    _judge(project)


@pytest.mark.long
@pytest.mark.parametrize("project", INVALID, ids=lambda each: each.name)
def test_after_repairs_of_any_example_fewer_things_are_wrong(project: Path) -> None:
    _judge(project)


def _judge(project: Path) -> None:
    before = standing_of(project)
    changes = fixed(before)
    after = changed(before, changes)
    assert not fixed(after).files
    if changes.files:
        assert _errors(after) < _errors(before) or len(after.problems) < len(before.problems)


def _errors(standing: Standing) -> int:
    counted = problems_of(standing)
    return sum(number for rule, number in counted.items() if RULES[rule] == "error")
