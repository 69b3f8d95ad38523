"""What the special files say besides settings and sections: parts, kept in their section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.model.part import Part
from handbook.model.section import Section
from handbook.model.sections import section_of
from handbook.model.special_files import SECTION, SETTINGS, SPECIAL, SortedFiles, SpecialFile
from handbook.model.validate import Context
from handbook.problems import Problem
from handbook.read.nodes import Node, Sequence


@dataclass(frozen=True, eq=False)
class Kept:
    """What one special file says, and the section in whose folder it lies.

    `is_whole` tells whether all of it was understood.
    """

    of: SpecialFile
    path: str
    section: Section
    parts: tuple[Part, ...]
    is_whole: bool


def kept_of(
    files: SortedFiles, sections: Mapping[tuple[str, ...], Section], problems: list[Problem]
) -> Iterator[Kept]:
    """Yield what each special file says; settings and sections are made apart."""
    for special in SPECIAL:
        if special in (SETTINGS, SECTION):
            continue
        for file in files.of(special):
            section = section_of(file.folder, sections)
            found: list[Problem] = []
            parts = []
            for node in _entries(file.root) if special.is_list else [file.root]:
                part, wrong = special.made(node, Context(section))
                found += wrong
                parts += [] if part is None else [part]
            problems += found
            yield Kept(special, file.path, section, tuple(parts), not found)


def _entries(root: Node) -> list[Node]:
    return root if isinstance(root, Sequence) else [root]
