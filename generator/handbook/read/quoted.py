"""The lines that a report quotes, read again from the file in which something is wrong."""

from __future__ import annotations

from handbook.read.characters import evened_out
from handbook.read.entries import CONTENT
from handbook.read.file import LARGEST
from handbook.read.tree import Tree, Unreadable, lies_in


def lines_to_quote(tree: Tree, path: str) -> list[str]:
    """Return the lines of a file; none where it cannot be shown.

    Only regular files inside content/ are opened: not what a link outside points to, and not a
    pipe, which would keep us waiting.
    """
    if not lies_in(tree.real(path), tree.real(CONTENT)) or tree.entry(path).kind != "file":
        return []
    try:
        raw = tree.read(path, LARGEST)
    except Unreadable:
        return []
    return [] if b"\0" in raw else evened_out(raw.decode("utf-8", errors="replace")).split("\n")
