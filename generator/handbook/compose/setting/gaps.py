"""Set the text of a sheet: thin gaps between Chinese and Latin, and only what can be drawn."""

from __future__ import annotations

import re

from handbook.compose.setting.lengths import gapped
from handbook.typefaces import drawable, letters

# What is not text to read: tags, styles, pictures, and the title, which others search.
_APART = re.compile(r"(<(?:style|svg|title)\b.*?</(?:style|svg|title)>|<[^>]*>)", re.S)
# What is drawn: all but tags, styles, and the title, which stands in no line of the paper.
_NOT_DRAWN = re.compile(r"(<(?:style|title)\b.*?</(?:style|title)>|<[^>]*>)", re.S)


def with_gaps(html: str) -> str:
    """Return the HTML with its text gapped; tags and attributes stay as they are."""
    parts = _APART.split(html)
    parts[::2] = [gapped(text) if text.strip() else text for text in parts[::2]]
    return with_what_can_be_drawn("".join(parts))


def with_what_can_be_drawn(html: str) -> str:
    """Return the HTML with a box for each character that no typeface of sheets has."""
    if letters().issuperset(html):
        return html
    parts = _NOT_DRAWN.split(html)
    parts[::2] = [drawable(text) for text in parts[::2]]
    return "".join(parts)
