"""Take a definition out of a file that holds several, and put it elsewhere, as it is written.

The comments right above it go along.
"""

from __future__ import annotations

from handbook.read import read_text
from handbook.read.characters import evened_out
from handbook.read.spans import NoSpans, Span, spans_in
from handbook.write.block import dashes, top_with_comments
from handbook.write.changes import Data, Remove, plain
from handbook.write.lines import as_before
from handbook.write.pieces import column, line_end, line_start
from handbook.write.revise import Refused, revised
from handbook.write.spelling import definition_as_yaml


def item_taken(text: str, index: int) -> tuple[str, str]:
    """Return a text without one item of its list, and the item as the text of a file.

    Raises Refused.
    """
    data = _read(text)
    item = data[index] if isinstance(data, list) and index < len(data) else None
    if not isinstance(data, list) or not isinstance(item, dict):
        raise Refused("nowhere")
    rest, taken = _cut(evened_out(text), index)
    if taken is None or _read(taken) != item:
        taken = definition_as_yaml(item)
    others = [*data[:index], *data[index + 1 :]]
    if rest is None or _read(rest) != others:
        return revised(text, [Remove((index,))]), taken
    return as_before(text, rest), taken


def with_item(text: str, item: str) -> str | None:
    """Return a text whose list has one item more, at its end; None where it has no room for it."""
    before = _read(text)
    even = evened_out(text)
    try:
        root = spans_in(even)
    except NoSpans:
        return None
    if not isinstance(before, list) or root.is_flow or not root.items:
        return None
    starts = dashes(even, root)
    margin = " " * column(even, starts[0])
    lines = item.rstrip("\n").split("\n")
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    said = [f"{margin}{line}" for line in lines[:first]]
    said.append(f"{margin}- {lines[first]}")
    said += [f"{margin}  {line}" if line else "" for line in lines[first + 1 :]]
    are_apart = len(starts) < 2 or "\n\n" in even[starts[-2] : starts[-1]]
    now = even.rstrip("\n") + ("\n\n" if are_apart else "\n") + "\n".join(said) + "\n"
    return as_before(text, now) if _read(now) == [*before, _read(item)] else None


def _read(text: str) -> Data | None:
    root, problems = read_text(text, "item")
    return None if root is None or problems else plain(root)


def _cut(text: str, index: int) -> tuple[str | None, str | None]:
    """Return a text without the lines of an item, and those lines at the margin."""
    try:
        root = spans_in(text)
    except NoSpans:
        return None, None
    if root.is_flow or index >= len(root.items):
        return None, None
    item = root.items[index]
    dash = dashes(text, root)[index]
    top, end = top_with_comments(text, dash), line_end(text, item.end)
    if index == 0 and top == 0:
        top = line_start(text, dash)  # what stands at the head of a file is of the file
    comments = text[top : line_start(text, dash)]
    margin = column(text, dash)
    taken = _at_margin(comments, margin) + _item_at_margin(text, item, end)
    after = end + 1
    is_apart = top == 0 or text[:top].endswith("\n\n")
    if text[after : after + 1] == "\n" and is_apart:
        after += 1
    elif after >= len(text) and text[:top].endswith("\n\n"):
        top -= 1
    return text[:top] + text[after:], taken


def _item_at_margin(text: str, item: Span, end: int) -> str:
    first, _, others = text[item.start : end].partition("\n")
    return f"{first}\n" + (_at_margin(f"{others}\n", column(text, item.start)) if others else "")


def _at_margin(lines: str, margin: int) -> str:
    """Return lines with so many blanks less in front of each."""
    blanks = " " * margin
    return "".join(
        line.removeprefix(blanks) if line.startswith(blanks) else line.lstrip(" ")
        for line in lines.splitlines(keepends=True)
    )
