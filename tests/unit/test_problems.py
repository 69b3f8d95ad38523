"""Problems are values: put in order, told with their details, each by a rule of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.problems import (
    BEARABLE,
    BY_WORD,
    CHECKING,
    CONSISTENCY,
    MODELLING,
    OF_NAMES,
    PRINTING,
    PUBLISHING,
    READING,
    RULES,
    Place,
    Problem,
    causes_first,
    in_order,
    names_of,
    problem,
    words_of,
)

EXAMPLES = sorted(path.parent for path in Path("tests/examples/invalid").glob("*/expected.txt"))
# What no git holds, or what goes wrong in the program itself.
WITHOUT_AN_EXAMPLE = {
    "binary-file", "file-name", "link-broken", "link-outside", "no-content", "not-utf-8",
    "sheet-failed", "too-large", "unreadable-file",
}  # fmt: skip
A, B, C = (Place("a.yml", line) for line in (1, 2, 3))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_what_an_example_expects_has_the_severity_of_its_rule(example: Path) -> None:
    for line in (example / "expected.txt").read_text(encoding="utf-8").splitlines():
        _, severity, rule = line.rsplit(maxsplit=2)
        assert problem(rule, A).severity == severity


def test_every_rule_that_a_file_of_text_can_break_has_an_example() -> None:
    assert RULES.keys() - {path.name for path in EXAMPLES} == WITHOUT_AN_EXAMPLE


def test_what_only_paper_or_the_site_shows_is_a_rule_too() -> None:
    assert RULES == {**MODELLING, **READING, **CHECKING, **CONSISTENCY, **PRINTING, **PUBLISHING}
    assert {rule for rule in PRINTING if PRINTING[rule] == "error"} == {
        "sheet-failed", "endless-sheet",
    }  # fmt: skip
    assert PUBLISHING == {"broken-link": "error"}
    assert set(RULES.values()) == {"error", "warning"}


def test_a_rule_that_is_not_in_the_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        problem("no-such-rule", A)


def test_details_are_kept_as_text() -> None:
    found = problem("tab", A, "spaces", count=3, where=B)
    assert found == Problem("tab", A, (("count", "3"), ("where", "a.yml:2:1")), "spaces")
    assert problem("tab", A).hint is None


def test_a_place_is_told_as_programs_tell_it_and_sorts_by_file_line_and_column() -> None:
    assert str(Place("content/a.yml", 4, 7)) == "content/a.yml:4:7"
    assert str(Place("a.yml")) == "a.yml:1:1"
    places = [Place("b.yml"), Place("a.yml", 10), Place("a.yml", 9, 2), Place("a.yml", 9)]
    assert sorted(places) == places[::-1]


def test_several_words_or_names_are_one_detail_with_signs_that_no_text_holds() -> None:
    assert words_of(["甲", 3]).split("\x1f") == ["甲", "3"]
    assert names_of(["a", "b"]).split("\x1e") == ["a", "b"]


def test_problems_stand_in_the_order_of_their_places_each_once() -> None:
    twice = [problem("tab", B), problem("anchor", A, "x"), problem("tab", A), problem("tab", B)]
    assert [(each.rule, each.place) for each in in_order(twice)] == [
        ("anchor", A), ("tab", A), ("tab", B),
    ]  # fmt: skip


def test_what_may_follow_from_another_stands_behind_it() -> None:
    checked = next(rule for rule in CHECKING if rule not in OF_NAMES)
    made = next(rule for rule in MODELLING if rule not in OF_NAMES)
    named = sorted(OF_NAMES)[0]
    found = [problem(checked, A), problem(named, A), problem(made, B), problem("tab", C)]
    assert [each.rule for each in causes_first(found)] == ["tab", made, named, checked]
    told = {"unknown-reference", "branch-to-nowhere", "wrong-kind", "ambiguous-title"}
    assert told | {"misspelt-title"} == OF_NAMES <= RULES.keys()


def test_only_what_was_understood_may_be_borne_with_a_reason() -> None:
    assert not BEARABLE & (READING.keys() | MODELLING.keys() | PRINTING.keys())
    assert CHECKING.keys() - BEARABLE == {"bad-known-finding", "stale-known-finding"} - (
        CONSISTENCY.keys()
    )
    assert {"bad-known-finding", "stale-known-finding"} <= RULES.keys() - BEARABLE
    assert BY_WORD <= BEARABLE
