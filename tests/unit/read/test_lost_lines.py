"""What may be wrong around a line that is right in itself, and the lines as they were meant."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from handbook.read.lines import Line, read_line
from handbook.read.lost_lines import (
    columns_above,
    dash_slips,
    first_line_slips,
    key_line_slips,
    keys_around,
    list_slips,
    swap_slips,
)
from handbook.read.slips import Slip

STEPS = """\
steps:
  - id: a
    do: b
    id: c
    do: d
  - id: e
    do: f"""
KINDS = """\
- kind: role
  id: a
- kind: term
  id: b

  id: c
  title: d"""


def lines(text: str) -> list[Line]:
    return [read_line(number, source) for number, source in enumerate(text.split("\n"))]


def mended(slips: Iterable[Slip]) -> list[dict[int, str]]:
    return [slip.mended for slip in slips]


def told(slips: Iterable[Slip]) -> list[tuple[str, int, int, str]]:
    return [(slip.rule, slip.line + 1, slip.column + 1, slip.hint) for slip in slips]


def test_a_line_that_begins_as_the_items_around_may_have_lost_its_dash() -> None:
    first = next(dash_slips(lines(STEPS), [3], as_others=True))
    assert told([first]) == [("missing-dash", 4, 5, "like")]
    assert first.details == {"example": "- id: c", "other": 2}
    assert first.mended == {3: "  - id: c"}


def test_the_dash_of_a_line_may_stand_in_every_column_that_a_list_may_have() -> None:
    fronts = [slip.mended[3] for slip in dash_slips(lines(STEPS), [3], as_others=True)]
    assert fronts == ["  - id: c", "- id: c", "    - id: c", "   - id: c"]
    hints = [slip.hint for slip in dash_slips(lines(STEPS), [3], as_others=True)]
    assert hints == ["like", "dash", "dash", "dash"]


def test_a_line_by_another_key_than_the_items_lacks_its_dash_less_likely() -> None:
    slips = list(dash_slips(lines(STEPS), [4], as_others=False))
    assert mended(slips)[0] == {4: "  - do: d"}
    assert told(slips)[0] == ("missing-dash", 5, 5, "like")
    assert next(dash_slips(lines(STEPS), [4], as_others=True)).hint == "dash"


def test_no_dash_is_looked_for_left_of_the_first_column() -> None:
    assert [slip.mended[0] for slip in dash_slips(lines("id: a"), [0], as_others=True)] == [
        "- id: a"
    ]


def test_a_dash_that_the_others_do_not_have_is_taken_away() -> None:
    slips = list(dash_slips(lines(STEPS), [5], as_others=False))
    assert told(slips) == [("stray-dash", 6, 3, "delete")]
    assert mended(slips) == [{5: "    id: e"}]
    assert slips[0].details == {"text": "id: e"}
    assert not list(dash_slips(lines(STEPS), [5], as_others=True))
    assert not list(dash_slips(lines("- 甲\n- 乙"), [1], as_others=False))


@pytest.mark.parametrize("far", [59, 60])
def test_items_are_looked_for_not_too_far_away(far: int) -> None:
    text = "  - id: a\n" + "    do: x\n" * (far - 1) + "    id: c"
    hints = [slip.hint for slip in dash_slips(lines(text), [far], as_others=True)]
    assert ("like" in hints) is (far < 60)
    below = "    id: c\n" + "    do: x\n" * (far - 1) + "  - id: a"
    hints = [slip.hint for slip in dash_slips(lines(below), [0], as_others=True)]
    assert ("like" in hints) is (far < 60)


def test_blank_lines_around_are_no_items() -> None:
    text = "# - id: a\n    id: c"
    assert {slip.hint for slip in dash_slips(lines(text), [1], as_others=True)} == {"dash"}


def test_words_above_a_list_are_taken_away() -> None:
    slips = list(list_slips(lines("by: x\nduties: 如下  # 见图\n  - 逐户"), [0, 1, 2]))
    assert told(slips) == [("list-in-text", 3, 3, "block")]
    assert mended(slips) == [{1: "duties:"}]


@pytest.mark.parametrize("text", ["duties:\n  - a", "甲\n  - a", "duties: 如下\n  a: b", "- a"])
def test_where_no_words_stand_above_a_list_nothing_is_taken_away(text: str) -> None:
    assert not list(list_slips(lines(text), range(text.count("\n") + 1)))


def test_a_line_may_have_changed_places_with_the_next() -> None:
    slips = list(swap_slips(lines(STEPS), [1, 5, 6]))
    assert told(slips) == [("swapped-lines", 2, 3, "swap"), ("swapped-lines", 6, 3, "swap")]
    assert mended(slips)[0] == {1: "    do: b", 2: "  - id: a"}
    assert slips[0].details == {"text": "do: b", "next": 3}


def test_the_line_with_which_an_item_begins_may_be_gone() -> None:
    slips = list(first_line_slips(lines(KINDS), [5], ["role", "term", "unit"]))
    assert [slip.mended[5] for slip in slips] == [
        "- kind: term\n  id: c",
        "- kind: role\n  id: c",
        "- kind: unit\n  id: c",
    ]
    assert set(told(slips)) == {("missing-line", 6, 3, "item")}
    assert slips[0].details == {"example": "- kind: …", "other": 3}


def test_a_lost_id_is_put_in_under_a_name_that_nobody_gives() -> None:
    (slip,) = first_line_slips(lines("- id: a\n  do: b\n\n  do: c"), [3], [])
    assert slip.mended[3].startswith("- id: words-of-a-lost-line")


def test_the_lost_beginning_of_an_item_has_the_words_of_the_next_one_like_it() -> None:
    (slip,) = first_line_slips(lines("- if: 甲\n  go: b\n\n  go: c"), [3], [])
    assert slip.mended == {3: "- if: 甲\n  go: c"}
    (slip,) = first_line_slips(lines("  go: c\n- if: 甲\n  go: b"), [0], [])
    assert slip.mended == {0: "- if: 甲\n  go: c"}


@pytest.mark.parametrize("number", [0, 2, 4])
def test_where_an_item_begins_or_no_key_stands_no_beginning_is_lost(number: int) -> None:
    assert not list(first_line_slips(lines("- kind: a\n  id: b\n甲\n    x: y\n"), [number], ["a"]))


def test_the_line_of_a_key_may_be_gone_above_its_value() -> None:
    slips = list(key_line_slips(lines(STEPS), 1, 0, ["steps", "by"]))
    assert mended(slips) == [{1: "steps:\n  - id: a"}, {1: "by:\n  - id: a"}]
    assert told(slips) == [("missing-line", 2, 3, "key")] * 2
    assert slips[0].details == {"example": "steps:"}


def test_the_lost_key_of_a_text_says_that_lines_follow() -> None:
    (slip,) = key_line_slips(lines("id: a\n    文字"), 1, 2, ["how"])
    assert slip.mended == {1: "  how: |\n    文字"}
    (slip,) = key_line_slips(lines("id: a\n    - 文字"), 1, 2, ["how"])
    assert slip.mended == {1: "  how:\n    - 文字"}


def test_a_list_below_a_text_may_have_lost_its_own_key() -> None:
    (slip,) = key_line_slips(lines("title: 甲\n  - a"), 1, 0, ["duties"])
    assert told([slip]) == [("list-in-text", 2, 3, "key")]
    assert slip.details == {"example": "duties:", "key": "title", "other": 1}
    assert slip.mended == {1: "duties:\n  - a"}
    (slip,) = key_line_slips(lines("- a\n- b"), 0, 0, ["duties"])
    assert told([slip]) == [("missing-line", 1, 1, "key")]


def test_the_records_that_a_line_may_hang_in_are_found_from_within() -> None:
    found = [columns_above(lines(STEPS), number) for number in range(7)]
    assert found == [[], [0], [4, 0], [4, 0], [4, 0], [0], [4, 0]]


def test_comments_and_texts_hold_no_lines() -> None:
    assert columns_above(lines("a:\n # b:\n  文字\n    c: d"), 3) == [0]


def test_the_keys_around_a_line_are_the_way_to_it_and_its_brothers() -> None:
    assert keys_around(lines(STEPS), 4, 4) == (["steps"], {"id", "do"})
    assert keys_around(lines(STEPS), 6, 4) == (["steps"], {"id"})
    assert keys_around(lines(STEPS), 6, 0) == ([], {"steps"})
    deep = "- kind: form\n  parts:\n    - fields:\n\n        - id: a\n          type: date\n"
    assert keys_around(lines(deep), 5, 10) == (["parts", "fields"], {"id"})
    assert keys_around(lines(deep), 4, 2) == ([], {"kind", "parts"})
