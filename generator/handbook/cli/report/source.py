"""The lines that reports quote, read again from the files they stand in."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from handbook.cli.report import LineAt
from handbook.problems import Place
from handbook.read.characters import evened_out
from handbook.read.file import LARGEST


def lines_of(project: Path) -> LineAt:
    """Return a function that gives the line at a place, or None where it cannot be shown.

    Only regular files inside content/ are opened: not what a link outside points to, and not a
    pipe, which would keep us waiting.
    """
    content = os.path.realpath(project / "content")

    @cache
    def lines(path: str) -> list[str]:
        real = os.path.realpath(project / path)
        try:
            if os.path.commonpath([real, content]) != content or not os.path.isfile(real):
                return []
            with open(real, "rb") as file:
                raw = file.read(LARGEST)
        except (OSError, ValueError):
            return []
        if b"\0" in raw:
            return []
        return evened_out(raw.decode("utf-8", errors="replace")).split("\n")

    def line_at(place: Place) -> str | None:
        all_lines = lines(place.path)
        inside = 1 <= place.line <= len(all_lines)
        return all_lines[place.line - 1] if inside else None

    return line_at
