"""Pages written by hand, in content/pages: who may read them, and where they mention definitions.

Their ids are looked up from the organisation; what stands in code is shown as typed.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import accumulate
from urllib.parse import quote, unquote

from handbook.model.inline import Mention, mentions
from handbook.model.nearest import nearest
from handbook.problems import Place, Problem, problem
from handbook.read import PageSource
from handbook.read.addresses_in_html import Address, Parsed
from handbook.read.converted import page_of
from handbook.read.heads import OPENING, is_almost_audience, keys_in, named_reader
from handbook.read.nodes import Node, Record, Sequence, Text
from handbook.read.site_settings import PLAIN, Dialect

# What may stand in a head: ours, and what MkDocs and its theme read; `extra` is for templates of
# the handbook's own.
KEYS = (
    "audience", "title", "subtitle", "description", "tags", "hide", "icon", "status", "search",
    "template", "author", "authors", "date", "social", "comments", "extra",
)  # fmt: skip

_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->")
_INDENTED = re.compile(r" {4}|\t")
_HOLDS_MORE = re.compile(r"\s*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|\[\^[^\]]*\]:)\s")
_TITLE = re.compile(r"#\s+(.+?)\s*#*\s*(?:\{[^}]*\}\s*)?")


@dataclass(frozen=True, eq=False)
class WrittenPage:
    """A page: its address below content/pages, its audience as written, and its lines.

    `head` are the texts of its front matter, which are published as they stand. What cannot be
    told of the audience, because the front matter could not be read, is told by `is_damaged`.
    """

    path: str
    uri: str
    title: Text | None
    audience: Text | None
    is_damaged: bool
    lines: tuple[Text, ...]
    head: tuple[Text, ...] = ()
    dialect: Dialect = PLAIN

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines with blanks in the place of code and comments, character by character."""
        return tuple(_without_code(self.lines))

    def mentions(self) -> Iterator[tuple[Text, Mention]]:
        """Yield every mention with the line on which it begins, and where it stands there."""
        starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        for mention in mentions("\n".join(self.prose)):
            at = bisect_right(starts, mention.start) - 1
            start, end = mention.start - starts[at], mention.end - starts[at]
            yield self.lines[at], replace(mention, start=start, end=end)

    @cached_property
    def parsed(self) -> Parsed:
        """What the page's HTML leads to, loads and says; mentions stand in it as typed."""
        return page_of("\n".join(self.lines), self.dialect)

    def targets(self) -> set[str]:
        """Return the files below content/pages that the page links to or shows."""
        found = (file_at(self.uri, address) for address in self.parsed.addresses)
        return {uri for uri in found if uri is not None}

    def place_of(self, words: str) -> Place:
        """Tell where an address or some markup stands; the page's beginning where it is hidden."""
        for spelling in _spellings(words):
            start = r"(?<![\w/.-])" if re.match(r"[\w/.-]", spelling) else ""
            end = r"(?![\w/-]|\.\w)" if re.search(r"\w\Z", spelling) else ""
            pattern = re.compile(f"{start}{re.escape(spelling)}{end}")
            for texts in (self.prose, self.lines):
                for line, text in zip(self.lines, texts, strict=True):
                    found = pattern.search(text)
                    if found:
                        return line.offset_place(found.start())
        return Place(self.path)

    def with_lines(self, lines: Iterable[Text]) -> WrittenPage:
        """Return the page with other words in it."""
        return replace(self, lines=tuple(lines))


def file_at(uri: str, address: Address) -> str | None:
    """Return the file that an address on a page means, by its own below content/pages.

    None for an address elsewhere, or on the page itself. An address from the top of the site counts
    from there.
    """
    path = unquote(re.split("[#?]", address.plain)[0])
    if address.scheme or not path:
        return None
    folder = "" if path.startswith("/") else posixpath.dirname(uri)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def written_page(
    source: PageSource, audiences: Iterable[str]
) -> tuple[WrittenPage, list[Problem]]:
    """Make a page of what was read; its audience must be one word, and stand in its head."""
    head = source.head if isinstance(source.head, Record) else Record(Place(source.path))
    problems = list(_faults_of_head(source, tuple(audiences)))
    audience = head.get("audience")
    title = head.get("title")
    page = WrittenPage(
        source.path,
        source.uri,
        title if isinstance(title, Text) else _heading(source.lines),
        audience if isinstance(audience, Text) else None,
        source.is_damaged or bool(problems),
        source.lines,
        tuple(_texts_in(Record(head.place, {k: v for k, v in head.items() if k != "audience"}))),
        source.dialect,
    )
    return page, problems


def _faults_of_head(source: PageSource, audiences: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong with a head that could be read, and readers that are named below it."""
    head = source.head
    if isinstance(head, Sequence):
        yield problem("unread-head", head.place, "list")
    keys = head if isinstance(head, Record) else {}
    for key, value in keys.items():
        if key not in KEYS:
            near = "audience" if is_almost_audience(key) else nearest(key, KEYS)
            yield problem("unknown-key", key.place, "nearest" if near else "known",
                          key=key, nearest=near, known=" ".join(KEYS))  # fmt: skip
        elif key == "audience" and not isinstance(value, Text):
            yield problem("not-text", value.place, "list")
        elif key != "audience":
            for inner in keys_in(value):
                if is_almost_audience(inner):
                    yield problem("unread-head", inner.place, "inner")
    if "audience" in keys or source.is_damaged:
        return
    few = {each.lower() for each in audiences[1:]}
    lines = source.lines[:OPENING]
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        pair = f"{line} {below}" if len(line.split()) == 1 else line
        if not few.isdisjoint(map(named_reader, (line, pair))):
            yield problem("unread-head", line.place, "outside")
            return


def _spellings(words: str) -> Iterator[str]:
    """Yield the ways in which an address may be typed, and at last the beginning of it."""
    first = words.strip().splitlines()[0] if words.strip() else words
    slashed = re.sub(r"([\\_*()\[\]])", r"\\\1", first)
    yield from dict.fromkeys((first, escape(first), slashed, unquote(first), quote(first)))
    yield from (part for part in re.split(r"[^\w.-]+", first) if len(part) > 2)


def _texts_in(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
        return
    for item in node.values() if isinstance(node, Record) else node:
        yield from _texts_in(item)


def _heading(lines: Iterable[Text]) -> Text | None:
    found = ((line, _TITLE.fullmatch(line)) for line in lines)
    return next(
        (Text.at(match[1], line.path, line.line, 1) for line, match in found if match), None
    )


def _without_code(lines: Iterable[Text]) -> Iterator[str]:
    fence = ""
    holder = ""  # the last line that was not indented: below a list item indented lines are text
    was_blank, was_code = True, False
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
            yield " " * len(line)
            continue
        if mark:
            fence = mark[1]
            yield " " * len(line)
            continue
        is_indented = _INDENTED.match(line) is not None
        was_code = is_indented and (was_blank or was_code) and not _HOLDS_MORE.match(holder)
        if line.strip() and not is_indented:
            holder = line
        was_blank = not line.strip()
        yield " " * len(line) if was_code else _CODE.sub(lambda code: " " * len(code[0]), line)
