"""Sheets that gather what several definitions say: books and overviews."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.compose.page import Sheet
from handbook.model.kinds import Definition
from handbook.model.walk import leaves
from handbook.problems import Place
from handbook.read.nodes import Text


@dataclass(frozen=True, slots=True)
class Gathered(Sheet):
    """Such a sheet knows its paper, the definitions it shows, and the place of its section."""

    paper: str
    place: Place
    definitions: tuple[Definition, ...]

    def place_of(self, character: str) -> Place:
        """Where a character of its text was written; the place of its section if elsewhere."""
        for definition in self.definitions:
            for leaf in leaves(definition):
                if isinstance(leaf.value, Text) and character in leaf.value:
                    return leaf.value.offset_place(leaf.value.index(character))
        return self.place
