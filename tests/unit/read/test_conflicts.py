"""What two people wrote in the same lines is told once, and nothing within it beside that."""

from __future__ import annotations

import pytest

from handbook.problems import Place, Problem, problem
from handbook.read.conflicts import outside_conflicts, without_conflicts

WHOLE = "a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 3\n=======\nb: 4\n>>>>>>> other\nc: 5\n"


def told(text: str, *, is_page: bool = False) -> list[tuple[int, list[str], list[str]]]:
    found = without_conflicts(text, "content/a.yml", is_page=is_page)[1]
    return [
        (
            each.place.line,
            dict(each.details)["marks"].split("\x1e"),
            dict(each.details)["lines"].split("\x1e"),
        )
        for each in found
    ]


def test_a_conflict_is_told_with_the_lines_of_its_marks() -> None:
    assert told(WHOLE) == [(2, ["<" * 7, "|" * 7, "=" * 7, ">" * 7], ["2", "4", "6", "8"])]


def test_of_a_conflict_what_stood_first_is_read_on() -> None:
    text, _ = without_conflicts(WHOLE, "content/a.yml")
    assert text == "a: 1\n\nb: 2\n\n\n\n\n\nc: 5\n"
    short = WHOLE.replace("||||||| base\nb: 3\n", "")
    assert without_conflicts(short, "content/a.yml")[0] == "a: 1\n\nb: 2\n\n\n\nc: 5\n"


@pytest.mark.parametrize("lost", ["<<<<<<< HEAD\n", ">>>>>>> other\n"])
def test_where_an_end_of_it_is_gone_all_is_kept_but_the_marks(lost: str) -> None:
    text, found = without_conflicts(WHOLE.replace(lost, ""), "content/a.yml")
    assert [line for line in text.split("\n") if line] == ["a: 1", "b: 2", "b: 3", "b: 4", "c: 5"]
    assert len(found) == 1


def test_each_conflict_of_a_file_is_told() -> None:
    assert [line for line, _, _ in told(WHOLE + WHOLE)] == [2, 11]
    unclosed = "<<<<<<< a\nb: 1\n<<<<<<< c\nd: 1\n=======\nd: 2\n>>>>>>> e\n"
    assert [line for line, _, _ in told(unclosed)] == [1, 3]


def test_a_line_of_signs_alone_is_no_conflict_on_a_page() -> None:
    page = "题\n=======\n\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n"
    assert [line for line, _, _ in told(page, is_page=True)] == [4]
    assert [line for line, _, _ in told(page)] == [2, 4]
    assert without_conflicts("题\n=======\n", "p.md", is_page=True) == ("题\n=======\n", [])


def test_what_is_told_within_a_conflict_is_left_out() -> None:
    (conflict,) = without_conflicts(WHOLE, "content/a.yml")[1]

    def at(line: int, path: str = "content/a.yml") -> Problem:
        return problem("empty-field", Place(path, line))

    around, within = [at(1), at(9), at(5, "content/b.yml")], [at(2), at(5), at(8)]
    assert outside_conflicts([conflict, *around, *within]) == [conflict, *around]
