"""HTML as plain words: for files, names and places that know no markup."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from handbook.read.folding import without_ends_in_chinese

_BREAK = re.compile(r"<br>|</p>\s*<p>|</li>\s*<li>")
_BREAK_IN_CHINESE = re.compile(rf"([\u2e80-\u9fff\uff00-\uffef](?:<[^>]*>)?)(?:{_BREAK.pattern})")
_TAG = re.compile(r"<[^>]*>")


def bare(html: Markup | str) -> str:
    """Return a cell's words; lines become parts of one sentence."""
    text = _BREAK_IN_CHINESE.sub(r"\1； ", str(html))
    text = _BREAK.sub("; ", text)
    words = unescape(_TAG.sub("", text)).replace("\u2009", " ")
    return " ".join(without_ends_in_chinese(words).split())
