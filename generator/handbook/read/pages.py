"""Read what is in content/pages: the pages written by hand, and what lies beside them.

Of a page the head is read as data and the Markdown line by line. What is published is told here,
file by file; nothing else below content/pages reaches the site.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.problems import Place, Problem, problem
from handbook.read.beside import Beside, read_file_beside
from handbook.read.characters import evened_out
from handbook.read.conflicts import without_conflicts
from handbook.read.entries import files_below
from handbook.read.file import read_text, text_of
from handbook.read.heads import parted, swallowed
from handbook.read.nodes import Node, Text
from handbook.read.site_settings import PAGES, Dialect, read_site_settings
from handbook.read.tree import Entry, Tree

UNSEEN = "templates/"  # MkDocs leaves out a folder of this name
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True)
class PageSource:
    """A page: its address below content/pages, its head if any, and its lines."""

    path: str  # relative to the project, e.g. content/pages/about.md
    uri: str  # about.md
    head: Node | None
    is_damaged: bool  # something in the head could not be understood
    lines: tuple[Text, ...]  # without the head
    dialect: Dialect  # the Markdown it is written in


@dataclass(frozen=True)
class Written:
    """What content/pages gave, sorted by path, and what is wrong there."""

    pages: tuple[PageSource, ...]
    beside: tuple[Beside, ...]
    problems: tuple[Problem, ...]


def read_pages(tree: Tree) -> Written:
    """Read everything below content/pages, but for what is hidden."""
    pages: list[PageSource] = []
    beside: list[Beside] = []
    settings = read_site_settings(tree)
    problems = list(settings.problems)
    for path in sorted(_paths(tree, problems)):
        uri = path.removeprefix(f"{PAGES}/")
        if uri.startswith(UNSEEN):
            problems.append(problem("not-published", Place(path), "templates"))
            continue
        if not uri.lower().endswith(SUFFIXES):
            file, found = read_file_beside(tree, path, uri)
            problems += found
            beside += [file] if file is not None else []
            continue
        text, found = text_of(tree, path)
        problems += found
        if text is not None:
            page, found = _page(evened_out(text), path, uri, settings.dialect)
            pages.append(page)
            problems += found
    problems += _at_one_address(pages, beside)
    return Written(tuple(pages), tuple(beside), tuple(problems))


def address_of(uri: str) -> str:
    """Return where a page will stand, without its ending; README becomes a folder's index."""
    folder, name = posixpath.split(posixpath.splitext(uri)[0])
    return posixpath.join(folder, "index" if name.lower() == "readme" else name)


def _paths(tree: Tree, problems: list[Problem]) -> Iterator[str]:
    top = tree.entry(PAGES)
    if top.is_link:
        problems.append(problem("link-outside", Place(PAGES), "copy", folder="content"))
    elif top.kind == "folder":
        yield from files_below(tree, PAGES, problems, is_wanted=_is_no_folder)
    elif top.kind != "missing":
        problems.append(problem("unreadable-file", Place(PAGES), "special"))


def _is_no_folder(entry: Entry) -> bool:
    return entry.kind != "folder"


def _page(text: str, path: str, uri: str, dialect: Dialect) -> tuple[PageSource, list[Problem]]:
    text, conflicts = without_conflicts(text, path, is_page=True)
    lines = text.split("\n")
    end, problems = parted(lines, path)
    # An empty line in place of the mark: what is read keeps its line number.
    head = "\n".join(["", *lines[1:end]]) if end else ""
    root = None
    if head.strip() and not problems:
        root, problems = read_text(head, path)
        problems = problems or swallowed(lines[:end], root, path)
    start = end + 1 if end else 0
    body = tuple(
        Text.at(line, path, number, 1) for number, line in enumerate(lines[start:], start + 1)
    )
    problems = conflicts or problems
    return PageSource(path, uri, root, bool(problems), body, dialect), problems


def _at_one_address(pages: Iterable[PageSource], beside: Iterable[Beside]) -> Iterator[Problem]:
    """Two files that would become one on the site: one of them would be lost."""
    made: dict[str, list[str]] = defaultdict(list)
    for file in beside:
        made[file.uri].append(file.path)
    for page in pages:
        made[f"{address_of(page.uri)}.html"].append(page.path)
    for first, *others in made.values():
        for path in others:
            yield problem("same-page", Place(path), "rename", where=first)
