"""Mentions inside text: [[id]], [[id|words]] and 《标题》."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.read.nodes import Text

_MENTION = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]|《([^《》\n]{1,80})》")


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
            yield Mention(match.start(), match.end(), title=match[3].strip())
        else:
            words = match[2].strip() if match[2] else None
            yield Mention(match.start(), match.end(), id=match[1].strip(), words=words)


def id_text(text: Text, mention: Mention) -> Text:
    """Return the mention's id (or title) as text with a place of its own."""
    word = mention.id if mention.id is not None else mention.title
    place = text.offset_place(text.index(word, mention.start))
    return Text.at(word, place.path, place.line, place.column, text.block)
