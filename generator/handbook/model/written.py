"""Pages written by hand, in content/pages: who may read them, and where they mention definitions.

Their ids are looked up from the organisation; what stands in code is shown as typed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote

from handbook.model.inline import Mention, mentions
from handbook.problems import Place, Problem, problem
from handbook.read import PageSource
from handbook.read.nodes import Node, Record, Text

_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->")
_INDENTED = re.compile(r" {4}|\t")
_HOLDS_MORE = re.compile(r"\s*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|\[\^[^\]]*\]:)\s")
_TITLE = re.compile(r"#\s+(.+?)\s*#*\s*(?:\{[^}]*\}\s*)?")
_TARGET = re.compile(
    r"\]\(\s*<?([^)\s>]+)|(?:src|href)\s*=\s*[\"']([^\"']+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)"
)


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

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines with blanks in the place of code and comments, character by character."""
        return tuple(_without_code(self.lines))

    def mentions(self) -> Iterator[tuple[Text, Mention]]:
        """Yield every mention with its line."""
        for line, prose in zip(self.lines, self.prose, strict=True):
            for mention in mentions(prose):
                yield line, mention

    def targets(self) -> set[str]:
        """Return the files below content/pages that the page links to or shows."""
        folder = posixpath.dirname(self.uri)
        found = (next(filter(None, each)) for line in self.lines for each in _TARGET.findall(line))
        paths = (unquote(re.split(r"[#?]", target)[0]) for target in found if "://" not in target)
        return {posixpath.normpath(posixpath.join(folder, path)) for path in paths if path}

    def with_lines(self, lines: Iterable[Text]) -> WrittenPage:
        """Return the page with other words in it."""
        return replace(self, lines=tuple(lines))


def written_page(source: PageSource) -> tuple[WrittenPage, list[Problem]]:
    """Make a page of what was read; its audience must be one word."""
    head = source.head if isinstance(source.head, Record) else Record(Place(source.path))
    problems: list[Problem] = []
    audience = head.get("audience")
    if audience is not None and not isinstance(audience, Text):
        problems.append(problem("not-text", audience.place, "list"))
    is_damaged = source.is_damaged or bool(problems)
    title = head.get("title")
    page = WrittenPage(
        source.path,
        source.uri,
        title if isinstance(title, Text) else _heading(source.lines),
        audience if isinstance(audience, Text) else None,
        is_damaged,
        source.lines,
        tuple(_texts_in(Record(head.place, {k: v for k, v in head.items() if k != "audience"}))),
    )
    return page, problems


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
