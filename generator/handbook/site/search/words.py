"""Take the visible words out of a rendered page, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

HEADINGS = {f"h{level}" for level in range(1, 7)}
SILENT = {"script", "style", "svg", "template", "head"}
# Where a block ends, a word ends.
BLOCKS = HEADINGS | {
    "p", "li", "ul", "ol", "div", "section", "table", "tr", "td", "th", "dt", "dd", "dl", "br",
    "blockquote", "pre", "caption", "summary", "details", "option", "figcaption", "hr", "nav",
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "wbr", "col", "source", "embed", "link", "meta"}

WHOLE = {"script", "style", "svg"}  # nothing within them is looked at
UNSEARCHED = "data-search-exclude"
HEADERLINK = 'class="headerlink"'
# Quicker than Python's own parser by half; what we read is HTML that was written by programs.
_TAG = re.compile(
    r"<(?:!--.*?-->|(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*)"
    r"(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>)",
    re.S,
)
_ID = re.compile(r"""\sid="([^"]*)\"""")


@dataclass(frozen=True)
class Part:
    """A heading with its anchor, and the words below it; the first part has no heading."""

    anchor: str
    heading: str
    text: str


def parts_of(html: str) -> tuple[Part, ...]:
    """Return the parts of a page; the page's own title is no part, what is excluded is left out."""
    reader = _Reader()
    reader.read(html)
    return tuple(part for part in map(_Draft.part, reader.drafts) if part.heading or part.text)


@dataclass
class _Draft:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def part(self) -> Part:
        return Part(self.anchor, _joined(self.heading), _joined(self.text))


class _Reader:
    """Goes from tag to tag; what a page says stands between them."""

    def __init__(self) -> None:
        self.drafts = [_Draft()]
        self._silent = 0  # how many elements deep in one that is not searched
        self._skipping = False  # below a heading that is not searched
        self._into: str | None = None  # the heading being read

    def read(self, html: str) -> None:
        """Gather the words of a page."""
        done = 0
        for tag in _TAG.finditer(html):
            if tag.start() < done:
                continue
            self._say(html[done : tag.start()])
            done = tag.end()
            name = tag["name"]
            if name is None:  # a comment
                continue
            name = name.lower()
            if tag["end"]:
                self._leave(name)
                continue
            self._enter(name, tag["rest"])
            if name in WHOLE:
                end = html.find(f"</{name}", done)
                done = len(html) if end < 0 else end
        self._say(html[done:])

    def _enter(self, tag: str, rest: str) -> None:
        if self._silent:
            self._silent += tag not in VOID
        elif tag in HEADINGS:
            self._skipping = UNSEARCHED in rest
            if self._skipping:
                self._silent = 1
                return
            self._into = tag
            if tag != "h1":
                found = _ID.search(rest)
                self.drafts.append(_Draft(unescape(found[1]) if found else ""))
        elif tag not in VOID and (tag in SILENT or UNSEARCHED in rest or HEADERLINK in rest):
            self._silent = 1
        elif tag in BLOCKS:
            self._say(" ")

    def _leave(self, tag: str) -> None:
        if self._silent:
            self._silent -= tag not in VOID
        elif tag == self._into:
            self._into = None
        elif tag in BLOCKS:
            self._say(" ")

    def _say(self, words: str) -> None:
        if self._silent or self._skipping or self._into == "h1":
            return
        draft = self.drafts[-1]
        (draft.heading if self._into else draft.text).append(words)


def _joined(pieces: list[str]) -> str:
    return " ".join(unescape("".join(pieces)).replace("\u200b", "").replace("¶", "").split())
