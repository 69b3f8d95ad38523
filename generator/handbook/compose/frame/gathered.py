"""Sheets that gather what several definitions say: books and overviews."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.compose.frame.page import Sheet
from handbook.model.kinds import Definition
from handbook.problems import Place


@dataclass(frozen=True, slots=True)
class Gathered(Sheet):
    """Such a sheet knows its paper, the definitions it shows, and the place of its section."""

    paper: str
    place: Place
    definitions: tuple[Definition, ...]
