"""What a page may load and run: its own Content-Security-Policy, and what would go against it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from handbook.compose.frame.policy import META, OWN

_LOADING = re.compile(r"<(?:script|link|style|img|body)\b", re.I)
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.I | re.S)
_DATA = re.compile(r"\btype\s*=\s*[\"']?(?:application/(?:ld\+)?json|text/plain)\b|\ssrc\s*=", re.I)
_WORDS = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*"
_TAG = re.compile(rf"<[a-z][^\s<>/]*{_WORDS}>", re.I)
_OUTSIDE_QUOTES = re.compile(rf"<{_WORDS}")
# They begin with plain letters: a whole site is looked through in half a second.
_ATTRIBUTES = (re.compile(r"style\s*="), re.compile(r"on[a-zA-Z]{4,}\s*="))
SHOWN = 60  # signs of what is refused


def refused_in(html: str) -> Iterator[str]:
    """Yield what a browser would refuse by the policy, or that the page has none."""
    first = _LOADING.search(html)
    if META not in html[: first.start() if first else None]:
        yield "Content-Security-Policy?"
    for inline in _INLINE.finditer(html):
        if inline[3].strip() and not _DATA.search(inline[2]):
            yield _short(inline[0])
    for attribute in (found for each in _ATTRIBUTES for found in each.finditer(html)):
        start = html.rfind("<", 0, attribute.start())
        tag = _TAG.match(html, start)
        if tag and _is_attribute(tag[0], attribute.start() - start):
            yield _short(tag[0])


def trusting(html: bytes, inline: bytes) -> bytes:
    """Return a page whose policy allows these scripts and styles of ours, by what they say."""
    for name, _, text in _INLINE.findall(inline.decode("utf-8")):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        allowed = f"{name.lower()}-src {OWN}"
        html = html.replace(allowed.encode(), f"{allowed} 'sha256-{digest}'".encode(), 1)
    return html


def _is_attribute(tag: str, place: int) -> bool:
    """Tell whether an attribute begins there, and not words between quotes that look like one."""
    if place >= len(tag) or not (tag[place - 1].isspace() or tag[place - 1] in "\"'/"):
        return False
    return _OUTSIDE_QUOTES.fullmatch(tag, 0, place) is not None


def _short(html: str) -> str:
    words = " ".join(html.split())
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
