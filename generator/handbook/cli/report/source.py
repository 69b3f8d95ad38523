"""The lines that reports quote, read again from the files they stand in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handbook.cli.report import LineAt
from handbook.problems import Place
from handbook.read import FolderTree
from handbook.read.quoted import lines_to_quote


def lines_of(project: Path) -> LineAt:
    """Return a function that gives the line at a place, or None where it cannot be shown."""
    tree = FolderTree(project)

    @cache
    def lines(path: str) -> list[str]:
        return lines_to_quote(tree, path)

    def line_at(place: Place) -> str | None:
        all_lines = lines(place.path)
        inside = 1 <= place.line <= len(all_lines)
        return all_lines[place.line - 1] if inside else None

    return line_at
