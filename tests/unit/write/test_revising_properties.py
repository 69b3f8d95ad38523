"""Whatever is changed in content/ and the examples: that changes, and nothing else does."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from drawn_changes import a_change, data_of, odd_ends, texts

from handbook.read.characters import evened_out
from handbook.read.spans import spans_in
from handbook.write import AddItem, AddKey, Change, Move, Refused, Remove, revised
from handbook.write.changes import applied, in_order


def lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in lines_of(text) if line.strip().startswith("#"))


def touched(text: str, change: Change) -> range:
    """Return the lines, counted from 0, that a change may concern."""
    even = evened_out(text)
    span, start = spans_in(even), 0
    at = change.at[:-1] if isinstance(change, Move | Remove) else change.at
    for step in at:
        if isinstance(step, str):
            key, span = span.entry(step)
            start = key.start
        else:
            span = span.items[step]
            start = span.start
    start = min(start, span.start)
    if isinstance(change, Move) and not span.is_flow:
        start = 0  # comments above an item go along with it
    return range(even.count("\n", 0, start), even.count("\n", 0, span.end) + 1)


def hold_to_it(random: Random) -> None:
    text = odd_ends(random.choice(texts()), random)
    data = data_of(text)
    change = a_change(random, data)
    try:
        new = revised(text, [change])
    except Refused as refused:
        raise AssertionError(f"{refused}: {change}\n{text}") from refused
    assert in_order(data_of(new)) == in_order(applied(data, [change])), change
    assert not comments(text) - comments(new), change
    old_lines, new_lines, may = lines_of(text), lines_of(new), touched(text, change)
    assert new_lines[: may.start] == old_lines[: may.start], change
    behind = old_lines[may.stop :]
    if behind and not isinstance(change, AddItem | AddKey | Remove):
        assert new_lines[-len(behind) :] == behind, change


@pytest.mark.parametrize("seed", range(8))
def test_a_change_changes_what_is_meant_and_nothing_else(seed: int) -> None:
    random = Random(seed)
    for _ in range(25):
        hold_to_it(random)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 140))
def test_thousands_of_changes_change_what_is_meant_and_nothing_else(seed: int) -> None:
    random = Random(seed)
    for _ in range(200):
        hold_to_it(random)
