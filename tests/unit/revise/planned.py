"""Small handbooks as texts by path, and what a change makes of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.opening import opened
from handbook.problems import Problem
from handbook.read import Tree, TreeOfBytes
from handbook.revise import Changes, Standing

DAY = datetime.date(2026, 12, 1)
NOWHERE = Path("/nowhere")
SETTINGS = "title: H\norganisation: O\nlanguage: en\n"


def standing(files: dict[str, str | bytes], settings: str = SETTINGS) -> Standing:
    """Open the handbook of files below content/."""
    whole = {"handbook.yml": settings} | files
    contents = {
        f"content/{path}": text.encode() if isinstance(text, str) else text
        for path, text in whole.items()
    }

    def judge(tree: Tree) -> tuple[Handbook, tuple[Problem, ...]]:
        found = opened(NOWHERE, DAY, tree=tree)
        return found.handbook, found.problems

    return Standing.of(TreeOfBytes(contents), judge)


def made(
    files: dict[str, str | bytes], plan: Callable[[Standing], Changes], settings: str = SETTINGS
) -> dict[str, str | None]:
    """Return what a change makes of files below content/: those that it touches."""
    changes = plan(standing(files, settings))
    return {
        path.removeprefix("content/"): None
        if content is None
        else content.decode("utf-8", "replace")
        for path, content in changes.files.items()
    }
