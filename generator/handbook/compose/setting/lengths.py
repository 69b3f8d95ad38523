"""Lengths of time as the handbook's language writes them: 2wd is 2 个工作日, 2 working days."""

from __future__ import annotations

import re

from handbook.compose.setting.labels import Labels
from handbook.model.durations import parse_duration
from handbook.read.nodes import Text

_MEETING = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_NUMBER = r"\d+(?:\.\d+)?"
# The short units that editors are offered; what they write out stays as they wrote it.
_SHORT = re.compile(
    rf"({_NUMBER}(?:\s*[-–~]\s*{_NUMBER})?)\s*(s|min|h|d|wd|w|mo|q|y)(?![A-Za-z])", re.I
)
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")


def gapped(text: str) -> str:
    """Put a thin gap where Chinese meets figures and Latin letters: 30 分钟."""
    return _MEETING.sub("\u2009", text)


def length_in_words(text: object, t: Labels) -> str:
    """Return a length of time as it is said, gapped; anything else only gapped."""
    return gapped(spelt(str(text).strip(), t))


def spelt(words: str, t: Labels) -> str:
    """Return a length of time with its short units written out; anything else as it stands."""
    return _said(words, t) if parse_duration(Text.at(words, "", 1, 1)) else words


def said(words: str, t: Labels) -> str:
    """Write out the short units among words that are known to tell a length of time; gapped."""
    return gapped(_said(words, t))


def _said(words: str, t: Labels) -> str:
    words = re.sub(r"\s*±\s*", t("margin-sign"), words)
    words = _SHORT.sub(lambda found: t(f"length-{found[2].lower()}", n=found[1]) + " ", words)
    words = re.sub(r"(?<=[\u4e00-\u9fff]) (?=\d)| $| (?=[,)])", "", words)
    return _RANGE.sub(t("range-sign"), " ".join(words.split()))
