"""Read all of content/, file by file; one broken file never hides another's problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.problems import Place, Problem, in_order, problem
from handbook.read.beside import Beside
from handbook.read.collector import no_search_for_cycles
from handbook.read.entries import CONTENT, files_below
from handbook.read.file import FileMemory, read_file
from handbook.read.lost import lost_ids
from handbook.read.nodes import Node
from handbook.read.pages import PageSource, read_pages
from handbook.read.site_settings import PAGES
from handbook.read.tree import Entry, Tree

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

    `lost_ids` are (folder, id) of what the files seem to define that could not be read whole.
    """

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    lost_ids: tuple[tuple[tuple[str, ...], str], ...] = ()
    pages: tuple[PageSource, ...] = ()  # written by hand
    beside: tuple[Beside, ...] = ()  # what lies beside them

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(each for each in self.problems if each.severity == "error")


def read_content(tree: Tree, memory: FileMemory | None = None) -> Reading:
    """Read every *.yml and *.yaml below content/ but for hidden ones, and the pages by hand."""
    problems: list[Problem] = []
    files: list[SourceFile] = []
    lost: list[tuple[tuple[str, ...], str]] = []
    with no_search_for_cycles():
        for path in sorted(_paths(tree, problems)):
            root, found = read_file(tree, path, memory)
            problems.extend(found)
            *folder, name = path.split("/")[1:]
            if root is not None:
                files.append(SourceFile(path, tuple(folder), name, root))
            if root is None or found:
                lost += ((tuple(folder), id) for id in lost_ids(tree, path))
        written = read_pages(tree)
    told = tuple(in_order((*problems, *written.problems)))
    return Reading(tuple(files), told, tuple(lost), written.pages, written.beside)


def _paths(tree: Tree, problems: list[Problem]) -> Iterator[str]:
    """Yield the files of definitions; the pages are read apart."""
    if tree.entry(CONTENT).kind != "folder":
        problems.append(problem("no-content", Place(CONTENT), "create"))
        return
    yield from files_below(tree, CONTENT, problems, is_wanted=_is_yaml, apart=PAGES)


def _is_yaml(entry: Entry) -> bool:
    return entry.name.lower().endswith(SUFFIXES)
