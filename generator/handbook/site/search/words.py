"""Take the visible words out of a rendered page, part by part."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {f"h{level}" for level in range(1, 7)}
SILENT = {"script", "style", "svg", "template", "head"}
# Where a block ends, a word ends.
BLOCKS = HEADINGS | {
    "p", "li", "ul", "ol", "div", "section", "table", "tr", "td", "th", "dt", "dd", "dl", "br",
    "blockquote", "pre", "caption", "summary", "details", "option", "figcaption", "hr", "nav",
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "wbr", "col", "source", "embed", "link", "meta"}


@dataclass(frozen=True)
class Part:
    """A heading with its anchor, and the words below it; the first part has no heading."""

    anchor: str
    heading: str
    text: str


def parts_of(html: str) -> tuple[Part, ...]:
    """Return the parts of a page; the page's own title is no part, what is excluded is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(part for part in map(_Draft.part, reader.drafts) if part.heading or part.text)


@dataclass
class _Draft:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def part(self) -> Part:
        return Part(self.anchor, _joined(self.heading), _joined(self.text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.drafts = [_Draft()]
        self._silent = 0  # how many elements deep in one that is not searched
        self._skipping = False  # below a heading that is not searched
        self._into: str | None = None  # the heading being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._silent += tag not in VOID
            return
        given = dict(attrs)
        if tag in HEADINGS:
            self._skipping = "data-search-exclude" in given
            if not self._skipping:
                self._into = tag
                if tag != "h1":
                    self.drafts.append(_Draft(given.get("id") or ""))
            else:
                self._silent = 1
            return
        excluded = "data-search-exclude" in given or "headerlink" in (given.get("class") or "")
        if tag not in VOID and (tag in SILENT or excluded):
            self._silent = 1
        elif tag in BLOCKS:
            self._say(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent -= tag not in VOID
        elif tag == self._into:
            self._into = None
        elif tag in BLOCKS:
            self._say(" ")

    def handle_data(self, words: str) -> None:
        if not self._silent:
            self._say(words)

    def _say(self, words: str) -> None:
        if self._into == "h1" or self._skipping:
            return
        draft = self.drafts[-1]
        (draft.heading if self._into else draft.text).append(words)


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).replace("\u200b", "").replace("¶", "").split())
