"""Read all of content/, file by file; one broken file never hides another's problems."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Place, Problem, in_order, problem
from handbook.read.collector import no_search_for_cycles
from handbook.read.file import FileMemory, read_file
from handbook.read.lost import lost_ids
from handbook.read.nodes import Node
from handbook.read.pages import PAGES, Beside, PageSource, read_beside, read_pages

CONTENT = "content"
SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class SourceFile:
    """A file that gave data."""

    path: str  # relative to the project, e.g. content/auto/visits.yml
    folder: tuple[str, ...]  # below content/, e.g. ("auto", "procedures")
    name: str  # visits.yml
    root: Node


@dataclass(frozen=True)
class Reading:
    """What content/ gave: its files, sorted by path, and what was wrong with them.

    `lost_ids` are (folder, id) of what the files that gave no data seem to define.
    """

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    lost_ids: tuple[tuple[tuple[str, ...], str], ...] = ()
    pages: tuple[PageSource, ...] = ()  # written by hand
    beside: tuple[Beside, ...] = ()  # what lies beside them


def read_content(project: Path, memory: FileMemory | None = None) -> Reading:
    """Read every *.yml and *.yaml below content/ but for hidden ones, and the pages by hand."""
    problems: list[Problem] = []
    files: list[SourceFile] = []
    lost: list[tuple[tuple[str, ...], str]] = []
    with no_search_for_cycles():
        for path in sorted(_paths(project, problems)):
            root, found = read_file(project, path, memory)
            problems.extend(found)
            *folder, name = path.split("/")[1:]
            if root is not None:
                files.append(SourceFile(path, tuple(folder), name, root))
            else:
                lost += ((tuple(folder), id) for id in lost_ids(project / path))
        pages, found = read_pages(project)
        problems += found
    told = tuple(in_order(problems))
    return Reading(tuple(files), told, tuple(lost), pages, read_beside(project))


def _paths(project: Path, problems: list[Problem]) -> Iterator[str]:
    """Walk the folders without recursion; report what cannot be walked or must not be."""
    top = project / CONTENT
    if not top.is_dir():
        problems.append(problem("no-content", Place(CONTENT), "create"))
        return
    real_top = os.path.realpath(top)
    waiting: list[tuple[str, tuple[str, ...]]] = [(CONTENT, (real_top,))]
    while waiting:
        folder, parents = waiting.pop()
        try:
            with os.scandir(project / folder) as entries:
                inside = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            problems.append(problem("unreadable-file", Place(folder), "permission"))
            continue
        for entry in inside:
            path = f"{folder}/{entry.name}"
            is_file = entry.name.lower().endswith(SUFFIXES)
            if path == PAGES:
                continue
            if not _name_is_text(entry.name):
                if is_file or entry.is_dir():
                    problems.append(problem("file-name", Place(_shown(path)), "rename"))
                continue
            if entry.is_symlink() and (is_file or _leads_to_folder(entry)):
                fault = _link_fault(entry, path, real_top, parents)
                if fault is not None:
                    problems.append(fault)
                    continue
            if is_file:
                yield path
            elif _leads_to_folder(entry):
                waiting.append((path, (*parents, os.path.realpath(entry.path))))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """True for a folder, also behind a link; False where that cannot be found out."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _link_fault(
    entry: os.DirEntry[str], path: str, real_top: str, parents: tuple[str, ...]
) -> Problem | None:
    """Say what is wrong with a symbolic link; the reader follows only those inside content/."""
    target = os.path.realpath(entry.path)
    if target in parents:
        return problem("link-broken", Place(path), "loop")
    if os.path.commonpath([target, real_top]) != real_top:
        return problem("link-outside", Place(path), "copy")
    try:
        os.stat(entry.path)
    except FileNotFoundError:
        return problem("link-broken", Place(path), "missing")
    except OSError:
        return problem("link-broken", Place(path), "loop")
    return None


def _name_is_text(name: str) -> bool:
    """False for a name in another encoding than UTF-8, or with control characters in it."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return all(character >= " " for character in name)


def _shown(path: str) -> str:
    return "".join(
        "\ufffd" if character < " " or "\ud800" <= character <= "\udfff" else character
        for character in path
    )
