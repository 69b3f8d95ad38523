"""Set a thin gap between Chinese and Latin letters or figures, everywhere in a sheet."""

from __future__ import annotations

import re

from handbook.compose.lengths import gapped

# What is not text to read: tags, styles, pictures, and the title, which others search.
_APART = re.compile(r"(<(?:style|svg|title)\b.*?</(?:style|svg|title)>|<[^>]*>)", re.S)


def with_gaps(html: str) -> str:
    """Return the HTML with its text gapped; tags and attributes stay as they are."""
    parts = _APART.split(html)
    parts[::2] = [gapped(text) if text.strip() else text for text in parts[::2]]
    return "".join(parts)
