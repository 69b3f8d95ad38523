"""Mentions inside a text within brackets: [按 [[late-rate]] 扣减, 其他] means what it looks like.

YAML takes the second [ for a new list there. For the parser the brackets of a mention that stands
after other words are therefore replaced by two signs nobody types, and put back afterwards.
"""

from __future__ import annotations

import re

from handbook.problems import Problem
from handbook.read.nodes import Node, Sequence, Text

_MENTION = re.compile(
    r"(?<=[^\s\[\]{},:\"'-])([ \u3000]*)\[\[([a-z0-9/-]+(?:\|[^\[\]{},\n]*)?)\]\]"
)
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"  # of the private use area


def with_mentions_veiled(text: str) -> str:
    """Replace the brackets of mentions inside texts, character by character."""
    if "[[" not in text or _OPEN in text or _CLOSE in text:
        return text
    return _MENTION.sub(rf"\1{_OPEN * 2}\2{_CLOSE * 2}", text)


def unveiled(node: Node) -> Node:
    """Put the brackets back, in place for lists and records."""
    if isinstance(node, Text):
        return _unveiled_text(node)
    if isinstance(node, Sequence):
        node[:] = [unveiled(item) for item in node]
    else:
        for key in [key for key in node if _OPEN in key]:
            node[_unveiled_text(key)] = node.pop(key)
        for key, value in node.items():
            node[key] = unveiled(value)
    return node


def _unveiled_text(text: Text) -> Text:
    if _OPEN not in text:
        return text
    return Text.at(_plain(text), text.path, text.line, text.column, text.block)


def unveiled_problem(found: Problem) -> Problem:
    """Put the brackets back in what a problem quotes."""
    details = tuple((key, _plain(value)) for key, value in found.details)
    return Problem(found.rule, found.place, details, found.hint)


def _plain(text: str) -> str:
    return text.replace(_OPEN, "[").replace(_CLOSE, "]")
