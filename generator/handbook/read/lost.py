"""What can still be told of a file that gave no data: the ids it seems to define."""

from __future__ import annotations

import re

from handbook.read.tree import Tree, Unreadable

_ID = re.compile(rb"(?:^|[{,])[ \t]*(?:-[ \t]+)?id[ \t]*:[ \t]*['\"]?([a-z0-9-]+)", re.MULTILINE)
MOST_BYTES = 1 << 20


def lost_ids(tree: Tree, path: str) -> tuple[str, ...]:
    """Return the ids a broken file seems to define, so that mentions of them are no fault."""
    if tree.entry(path).kind != "file":
        return ()
    try:
        return tuple(id.decode("ascii") for id in _ID.findall(tree.read(path, MOST_BYTES)))
    except Unreadable:
        return ()
