"""Everything that a page leads to or loads, taken out of its HTML as a browser would.

Never out of Markdown or by a pattern over the whole: what a parser does not see, no browser loads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

OF_MARKDOWN = "data-of-markdown"  # marks what the converter made of Markdown
LEADING = frozenset({"a", "area"})  # elements that lead somewhere, and load nothing
_ADDRESSES = frozenset({
    "href", "xlink:href", "src", "data", "poster", "action", "formaction", "background", "longdesc",
    "cite", "usemap", "classid", "codebase", "archive", "dynsrc", "lowsrc", "manifest", "profile",
    "ping", "icon",
})  # fmt: skip
_SEVERAL = frozenset({"srcset", "imagesrcset"})
_NAMES_ONLY = frozenset({"cite", "longdesc", "profile"})
_URL = re.compile(r"url\(\s*(\"[^\"]*\"|'[^']*'|[^)]*)\)?|@import\s+(\"[^\"]*\"|'[^']*')", re.I)
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.I | re.S)
_CANDIDATE = re.compile(r"[\s,]*([^\s,](?:[^\s]*[^\s,])?)(?:\s+[^,]*)?(?:,|$)?")
_REFRESH = re.compile(r"^[\s\d.]*[;,]?\s*(?:url\s*=)?\s*[\"']?(.*?)[\"']?\s*$", re.I | re.S)
_LOADED = re.compile(
    r"(?:import\s*\(|importScripts\s*\(|fetch\s*\(|from\s|\bimport\s|\.src\s*=|\.open\s*\("
    r"|new\s+(?:Worker|WebSocket|EventSource|Request)\s*\()[^;\n]{0,80}?"
    r"[\"'`]((?:(?:https?|wss?|ftp|file):)?[/\\]{2}[^\s\"'<>)`]+)",
    re.I,
)
_IGNORED = re.compile(r"[\t\n\r]")
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# What the pages' own policy (site/policy.py) lets no browser show or run.
_REFUSED = frozenset({
    "iframe", "frame", "object", "embed", "applet", "base", "portal", "fencedframe", "form",
})  # fmt: skip
_INLINE = frozenset({"script", "style"})
_CODE = frozenset({"code", "pre", "kbd", "samp", "textarea"})
_DATA = re.compile(r"(?:application/(?:ld\+)?json|text/plain)\b", re.I)


@dataclass(frozen=True)
class Address:
    """An address as it is written, and whether the page loads what is there.

    `is_markdown` tells a link or picture of Markdown, which may name a page as page.md, from one
    that is typed as HTML and stays as it is.
    """

    written: str
    tag: str
    loads: bool
    is_markdown: bool = False

    @property
    def plain(self) -> str:
        """The address as a browser takes it: no breaks within, no blanks around, slashes."""
        text = _IGNORED.sub("", self.written.strip(_EDGES))
        found = _SCHEME.match(text)
        if found and len(found[0]) > 2 and found[0].lower() not in ("http:", "https:", "file:"):
            return found[0].lower() + text[found.end() :]
        return text.replace("\\", "/")

    @property
    def scheme(self) -> str:
        """What stands before its colon; empty for one on this site, // for one on another."""
        found = _SCHEME.match(self.plain)
        if found and len(found[0]) > 2:  # c: is a drive
            return found[0][:-1].lower()
        return "//" if self.plain.startswith("//") else ""


@dataclass(frozen=True)
class Parsed:
    """What a page's HTML says: addresses, anchors, words, and what its policy refuses.

    `prose` is its words but for code; `is_whole` tells whether all of it could be taken apart.
    """

    addresses: tuple[Address, ...]
    anchors: frozenset[str]
    words: str
    refused: tuple[str, ...]  # each as it begins
    is_whole: bool = True
    prose: str = ""


def parsed(html: str) -> Parsed:
    """Take a page's HTML apart."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Parsed(
        tuple(dict.fromkeys(reader.addresses)),
        frozenset(reader.anchors),
        "".join(reader.words),
        tuple(dict.fromkeys(reader.refused)),
        prose="".join(reader.prose),
    )


def addresses_in_style(css: str, tag: str = "style") -> Iterator[Address]:
    """Yield what a style would load."""
    plain = _CSS_ESCAPE.sub(_unescaped, re.sub(r"/\*.*?\*/", "", css, flags=re.S))
    for found in _URL.finditer(plain):
        written = (found[1] or found[2] or "").strip().strip("\"'")
        if written:
            yield Address(written, tag, loads=True)


def addresses_in_script(script: str) -> Iterator[Address]:
    """Yield what a script would load from elsewhere, as far as it is written in one piece."""
    for found in _LOADED.finditer(script):
        yield Address(found[1], "script", loads=True)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[Address] = []
        self.anchors: set[str] = set()
        self.words: list[str] = []
        self.prose: list[str] = []
        self.refused: list[str] = []
        self._inside = ""
        self._codes = 0  # elements around that hold code

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self.anchors.update(given[name] for name in ("id", "name") if given.get(name))
        of_markdown = given.pop(OF_MARKDOWN, None) is not None
        for name, value in given.items():
            self.addresses += _addresses(tag, name, value, of_markdown)
        if tag == "meta" and "refresh" in given.get("http-equiv", "").lower():
            leads = _REFRESH.match(given.get("content", ""))
            self.addresses.append(Address(leads[1] if leads else "", tag, loads=True))
        is_data = tag == "script" and _DATA.match(given.get("type", ""))
        inline = tag in _INLINE and not given.get("src") and not is_data
        if tag in _REFUSED or inline or any(_is_inline(name) for name in given):
            self.refused.append(self.get_starttag_text() or f"<{tag}>")
        self._inside = tag if tag in _INLINE else ""
        self._codes += tag in _CODE

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self._codes = max(0, self._codes - (tag in _CODE))

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.addresses += addresses_in_style(data)
        elif not self._inside:
            self.words.append(data)
            self.prose.append(" " if self._codes else data)


def _addresses(tag: str, name: str, value: str, of_markdown: bool) -> Iterator[Address]:
    if name in _SEVERAL:
        for found in _CANDIDATE.finditer(value):
            yield Address(found[1], tag, loads=True)
    elif name in _ADDRESSES and not (tag == "object" and name == "archive"):
        loads = tag not in LEADING and name not in _NAMES_ONLY
        yield Address(value, tag, loads, of_markdown and name in ("href", "src"))
    elif name == "style" or "(" in value:
        yield from addresses_in_style(value, tag)


def _is_inline(name: str) -> bool:
    return name == "style" or (name.startswith("on") and len(name) > 4)


def _unescaped(found: re.Match[str]) -> str:
    if found[2]:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
