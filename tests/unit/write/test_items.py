"""A definition leaves a file of several as it is written, and joins another."""

from __future__ import annotations

from random import Random

import pytest
from drawn_changes import odd_ends, texts

from handbook.read import read_text
from handbook.write import item_taken, with_item
from handbook.write.changes import in_order, plain


def data(text: str) -> object:
    return in_order(plain(read_text(text, "t")[0]))


def test_what_is_noted_above_goes_along() -> None:
    text = "# file\n- id: a  # x\n  how: |\n    one\n\n      two\n\n# of b\n- id: b\n  n: c\n"
    assert item_taken(text, 1) == ("# file\n- id: a  # x\n  how: |\n    one\n\n      two\n",
                                   "# of b\nid: b\nn: c\n")  # fmt: skip
    assert item_taken(text, 0) == ("# file\n\n# of b\n- id: b\n  n: c\n",
                                   "id: a  # x\nhow: |\n  one\n\n    two\n")  # fmt: skip


def test_what_stands_in_brackets_goes_too() -> None:
    assert item_taken("[{id: a}, {id: b}]\n", 0) == ("[{id: b}]\n", "id: a\n")


def test_it_joins_the_end_of_a_list_in_its_indentation() -> None:
    assert (
        with_item("  - id: a\n", "# x\nid: b\nn: c\n")
        == "  - id: a\n\n  # x\n  - id: b\n    n: c\n"
    )
    assert with_item("id: a\n", "id: b\n") is None


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_taken_out_and_put_in_again_says_the_same(seed: int) -> None:
    random = Random(seed)
    lists = [each for each in texts() if isinstance(read_text(each, "t")[0], list)]
    text = odd_ends(random.choice(lists), random)
    items = data(text)
    assert isinstance(items, list)
    if len(items) < 2:
        return
    index = random.randrange(len(items))
    rest, item = item_taken(text, index)
    assert data(rest) == [*items[:index], *items[index + 1 :]]
    assert data(item) == items[index]
    joined = with_item(rest, item)
    assert joined is None or data(joined) == [*items[:index], *items[index + 1 :], items[index]]
