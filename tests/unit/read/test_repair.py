"""One definition, read as it would be with a line of it put right."""

from __future__ import annotations

import pytest

from handbook.read.lines import read_line
from handbook.read.repair import as_read, given_up, irregularity, lists_are_flush, moved_up


@pytest.mark.parametrize("text", ["a: [", "甲", "", "# 说明", "[" * 40 + "]" * 40])
def test_what_gives_no_data_is_not_read(text: str) -> None:
    assert as_read(text, "content/a.yml") is None


def test_a_definition_is_read_with_its_places_in_the_file() -> None:
    read = as_read("- id: a\n  by: [见 [[b]], c]\n", "content/a.yml", 7)
    assert read is not None
    root, problems = read
    assert root == [{"id": "a", "by": ["见 [[b]]", "c"]}]
    assert problems == []
    assert str(root.place) == "content/a.yml:8:1"


def test_what_yaml_took_for_text_is_told_of_a_whole_file_only() -> None:
    text = "- id: a\n  duties:\n    - id:b\n"
    whole, part = as_read(text, "content/a.yml"), as_read(text, "content/a.yml", 1)
    assert whole is not None
    assert part is not None
    assert [each.rule for each in whole[1]] == ["space-after-colon"]
    assert part[1] == []


def test_what_is_told_of_a_definition_quotes_it_as_it_was_typed() -> None:
    read = as_read("by: {见 [[b]]: 1, 见 [[b]]: 2}\n", "content/a.yml", 7)
    assert read is not None
    assert [dict(each.details)["key"] for each in read[1]] == ["见 [[b]]"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b", ()),
        ("a: [b\nc: d\n", (1, 0)),
        ("a: b\n  c: d\n", (1, 1)),
        ("by: [见 [[b]], c]\n", ()),
    ],
)
def test_the_lines_where_the_parser_gives_up_are_named(text: str, lines: tuple[int, ...]) -> None:
    read = [read_line(number, source) for number, source in enumerate(text.split("\n"))]
    assert given_up(text, read) == lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a:\n  b:\n    c: d", 0),
        ("a:\n   b: c", 1),
        ("a:\n b:\n    c: d", 2),
        ("- id: a\n  do: b\n   x: c", 1),
        ("a: |\n    text\n       more\nb: c", 0),
        ("a: >-\n  x\nb:\n    c: d", 1),
        ("a: text |\n    b: c", 0),
        ("a: 甲\n    b: c", 1),
        ("a:\n  b: c\n# x\n\n      # y\nd:\n  e: f", 0),
        ("a:\n  b:\n    c: d\n  e:\n    f: g\nh:\n  i: j", 0),
        ("- id: a\n  b:\n  - c\n  - d\n  e:\n  - f\n  g: h", 0),
        ("   a: b", 1),
    ],
)
def test_odd_indentations_are_counted(text: str, count: int) -> None:
    assert irregularity(text, lists_are_flush=True) == count


FLUSH = "- id: a\n  b:\n  - c\n  - d\n  e: f\n"
DEEPER = "- id: a\n  b:\n    - c\n    - d\n  e: f\n"


def test_a_list_is_odd_where_it_is_not_indented_as_the_others_of_its_file() -> None:
    assert irregularity(FLUSH, lists_are_flush=True) == 0
    assert irregularity(FLUSH, lists_are_flush=False) == 1
    assert irregularity(DEEPER, lists_are_flush=True) == 1
    assert irregularity(DEEPER, lists_are_flush=False) == 0
    assert irregularity(FLUSH + DEEPER + FLUSH, lists_are_flush=False) == 2


def test_most_lists_decide_how_a_file_writes_them() -> None:
    assert lists_are_flush(FLUSH)
    assert not lists_are_flush(DEEPER)
    assert not lists_are_flush(FLUSH + DEEPER)
    assert lists_are_flush(FLUSH + DEEPER + FLUSH)
    assert not lists_are_flush("- a\n- b\n")


def test_what_stands_below_a_line_that_was_put_in_stands_where_it_does_in_the_file() -> None:
    read = as_read("- id: a\n  lines:\n    - {say: b}\n  c:\n    - d\n", "content/a.yml")
    assert read is not None
    root, _ = read
    moved_up(root, 2)
    record = root[0]
    assert [key.line for key in record] == [1, 2, 3]
    assert [value.line for value in (record["id"], record["c"][0])] == [1, 4]
    assert [value.place.line for value in (root, record, record["lines"], record["c"])] == [
        1, 1, 2, 4,
    ]  # fmt: skip
    assert str(record["lines"][0].place) == "content/a.yml:2:7"
    assert record["lines"][0]["say"].line == 2
