"""What loading gave before, for who loads a handbook again and again to see what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.problems import Problem
from handbook.read import FileMemory
from handbook.read.nodes import Node

Above = tuple[Node | None, ...]  # what the section.yml of a section and of those around it say


class Made(NamedTuple):
    """A definition and what was found in it, with what it was made of."""

    node: Node
    above: Above
    definition: Definition
    problems: tuple[Problem, ...]


@dataclass
class Memory:
    """What was read and made; handed in at each load.

    A file gives the same data as long as its text is the same (read/file.py), and data gives the
    same definition as long as the section.yml above it are the same.
    """

    files: FileMemory = field(default_factory=dict)
    _before: dict[int, Made] = field(default_factory=dict)
    _now: dict[int, Made] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a load: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def recall(
        self, node: Node, above: Above, section: Section
    ) -> tuple[Definition, Iterable[Problem]] | None:
        """Return what was made of the same data before, as a new object in its section."""
        made = self._before.get(id(node))
        if made is None or not _are_same(made.above, above):
            return None
        self._now[id(node)] = made
        definition = made.definition.model_copy()
        definition._section = section
        return definition, made.problems

    def keep(
        self, node: Node, above: Above, definition: Definition, problems: Iterable[Problem]
    ) -> None:
        """Remember what was made; the data is kept as well, so that its identity stays its own."""
        self._now[id(node)] = Made(node, above, definition, tuple(problems))


def _are_same(before: Above, now: Above) -> bool:
    """Tell whether two are the same objects: equal data would be told at other places."""
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))
