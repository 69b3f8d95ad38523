"""Read the pages written by hand: the front matter as data, the Markdown line by line.

What lies beside them (pictures, tables, scripts) is published as it is, and read for its words.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem
from handbook.read.characters import evened_out
from handbook.read.file import read_bytes, read_text
from handbook.read.nodes import Node, Text

PAGES = "content/pages"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
MARK = "---"  # above and below the front matter
BINARY_SHOWS = 8192  # bytes in which a file that is no text has a zero
OLDER = ("gb18030", "big5")  # what spreadsheets and editors of China write without being asked


@dataclass(frozen=True)
class PageSource:
    """A page: its address below content/pages, its front matter if any, and its lines."""

    path: str  # relative to the project, e.g. content/pages/about.md
    uri: str  # about.md
    head: Node | None
    is_damaged: bool  # something in the front matter could not be read
    lines: tuple[Text, ...]  # without the front matter


@dataclass(frozen=True)
class Beside:
    """A file that is no page: its path, its address below content/pages, and its lines if any."""

    path: str
    uri: str
    lines: tuple[Text, ...]


def read_beside(project: Path) -> tuple[Beside, ...]:
    """Read what lies beside the pages; what is no text, such as a photo, has no lines."""
    found: list[Beside] = []
    for path in sorted(_paths(project, are_pages=False)):
        try:
            texts = _texts_in((project / path).read_bytes())
        except OSError:
            texts = []
        lines = tuple(
            Text.at(line, path, number, 1)
            for text in texts
            for number, line in enumerate(text.splitlines(), 1)
        )
        found.append(Beside(path, path.removeprefix(f"{PAGES}/"), lines))
    return tuple(found)


def _texts_in(content: bytes) -> list[str]:
    """Return what a file may say: where its encoding cannot be told, in each that is possible."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return [content.decode("utf-16", "replace")]
    if b"\0" in content[:BINARY_SHOWS]:
        return []
    for encodings in (("utf-8-sig",), OLDER):
        told = [text for each in encodings if (text := _decoded(content, each)) is not None]
        if told:
            return told
    return []


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def read_pages(project: Path) -> tuple[tuple[PageSource, ...], list[Problem]]:
    """Read every Markdown file below content/pages, but for hidden ones; links are not followed."""
    pages: list[PageSource] = []
    problems: list[Problem] = []
    for path in sorted(_paths(project)):
        text, found = read_bytes(project, path)
        problems += found
        if text is not None:
            page, found = _page(evened_out(text), path)
            pages.append(page)
            problems += found
    return tuple(pages), problems


def _paths(project: Path, *, are_pages: bool = True) -> Iterator[str]:
    for folder, folders, names in os.walk(project / PAGES):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(SUFFIXES) is are_pages and not name.startswith("."):
                yield (Path(folder) / name).relative_to(project).as_posix()


def _page(text: str, path: str) -> tuple[PageSource, list[Problem]]:
    lines = text.split("\n")
    end = _end_of_head(lines)
    # An empty line in place of the mark: what is read keeps its line number.
    head = "\n".join(["", *lines[1:end]]) if end else ""
    root, found = read_text(head, path) if head.strip() else (None, [])
    start = end + 1 if end else 0
    body = tuple(
        Text.at(line, path, number, 1) for number, line in enumerate(lines[start:], start + 1)
    )
    uri = path.removeprefix(f"{PAGES}/")
    return PageSource(path, uri, root, bool(found), body), found


def _end_of_head(lines: list[str]) -> int:
    """Return the number of the line that ends the front matter, counted from 0; 0 without one."""
    if lines[0].rstrip() != MARK:
        return 0
    ends = (at for at, line in enumerate(lines[1:], 1) if line.rstrip() in (MARK, "..."))
    return next(ends, 0)
