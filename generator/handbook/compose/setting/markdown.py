"""Put text into Markdown so that it shows as typed: headings and front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape, unescape

from markupsafe import Markup

from handbook.read.folding import without_ends_in_chinese

_TAG_OR_ENTITY = re.compile(r"(<[^<>]*>|&#?\w+;)")
_TAG = re.compile(r"<[^<>]*>")
# Every ASCII sign may mean something to Markdown or to one of its extensions; as a character
# reference it means nothing. Inside a tag only those that are read before tags are.
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_SIGNS_IN_TAGS = re.compile(r"[\\`\[\](){}!*_]")
_BLOCK = re.compile(r"<(?:p|ul|ol|li|table|blockquote)\b")
# YAML ends a line at these even between quotes.
_LINE_BREAKS = re.compile(r"[\s\x85\u2028\u2029\ufeff]+")


def in_heading(html: Markup | str) -> Markup:
    """Return one line of HTML for use in a Markdown heading; plain text is escaped first."""
    html = html if isinstance(html, Markup) else escape(str(html))
    parts = _TAG_OR_ENTITY.split(" ".join(html.split()))
    return Markup("".join(_protected(part) for part in parts))


def heading(
    level: int, words: Markup | str, id: str, classes: str = "", *, searched: bool = True
) -> Markup:
    """Return a Markdown heading with its id; `classes` as in ".step .step--critical"."""
    marks = " ".join(part for part in (f"#{id}", classes) if part)
    unsearched = "" if searched else " data-search-exclude"
    return Markup(f"{'#' * level} {in_heading(words)} {{{marks}{unsearched}}}")


def _protected(part: str) -> str:
    if part.startswith("<"):
        return _SIGNS_IN_TAGS.sub(_reference, part)
    return part if part.startswith("&") else _SIGNS.sub(_reference, part)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def is_inline(html: Markup) -> bool:
    """Tell whether HTML can stand within a line."""
    return not _BLOCK.search(html)


def bare(html: Markup | str) -> str:
    """Return the words of HTML as plain text."""
    text = unescape(_TAG.sub("", str(html)))
    return " ".join(without_ends_in_chinese(text).split())


def one_line(text: object) -> str:
    """Return text with every run of blanks and line breaks as one space."""
    return _LINE_BREAKS.sub(" ", str(text)).strip()


def front_matter(title: str, more: Mapping[str, object] | None = None) -> Markup:
    """Return the YAML head of a page; templates print the title as it stands, so it is HTML."""
    head = {"title": escape(one_line(title)), **(more or {})}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    return Markup("\n".join(("---", *lines, "---")))


def split_head(page: str) -> tuple[dict[str, object], str] | None:
    """Return the head of a page and its text; None for a head that `front_matter` did not write."""
    start, _, rest = page.partition("---\n")
    lines, found, text = rest.partition("\n---\n")
    if start or not found:
        return None
    pairs = (line.partition(": ") for line in lines.split("\n"))
    try:
        return {key: json.loads(value) for key, _, value in pairs}, text.lstrip("\n")
    except json.JSONDecodeError:
        return None
