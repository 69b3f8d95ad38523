"""Mentions inside text: [[id]], [[id|words]] and 《标题》."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.read.folding import in_one_line
from handbook.read.nodes import Text

_BREAK = r"\n(?![ \t]*\n)"  # a line may end within a mention, a paragraph may not
_MENTION = re.compile(
    rf"\[\[((?:[^\[\]|\n]|{_BREAK})*)(?:\|((?:[^\[\]\n]|{_BREAK})*))?\]\]"
    rf"|《((?:[^《》\n]|{_BREAK}){{1,80}})》"
)
OPENING = "[["


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: an id with optional words, or a title in book-title marks.

    `start` and `end` are offsets into the text, brackets included.
    """

    start: int
    end: int
    id: str | None = None
    words: str | None = None
    title: str | None = None


def mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions in a text from left to right."""
    if "[[" not in text and "《" not in text:
        return
    for match in _MENTION.finditer(text):
        if match[3] is not None:
            yield Mention(match.start(), match.end(), title=in_one_line(match[3]))
        else:
            words = in_one_line(match[2]) if match[2] else None
            yield Mention(match.start(), match.end(), id=in_one_line(match[1]), words=words)


def unclosed(text: str) -> int | None:
    """Return where a text opens a mention that it does not close, if it does."""
    if OPENING not in text:
        return None
    rest = _MENTION.sub(lambda found: " " * len(found[0]), text)
    at = rest.find(OPENING)
    return at if at >= 0 else None


def id_text(text: Text, mention: Mention) -> Text:
    """Return the mention's id (or title) as text with a place of its own."""
    word = mention.id if mention.id is not None else mention.title or ""
    at = text.find(word, mention.start)  # not found where a line ends within it
    place = text.offset_place(at if at >= 0 else mention.start)
    return Text.at(word, place.path, place.line, place.column, text.block)
