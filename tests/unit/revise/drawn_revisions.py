"""Changes drawn at random for handbooks of this repository, and what must hold after each."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.memory import Memory
from handbook.opening import opened
from handbook.problems import Problem
from handbook.read import FolderTree, Tree
from handbook.read.overlaid import OverlaidTree
from handbook.revise import Changes, Standing
from handbook.revise.standing import typed_address

PROJECT = Path(__file__).parents[3]
EXAMPLES = PROJECT / "tests" / "examples" / "valid"
DAY = datetime.date(2026, 12, 1)


def standing_of(project: Path, tree: Tree | None = None) -> Standing:
    """Open the handbook of a project, or of another tree in its place."""
    memory = Memory()

    def judge(tree: Tree) -> tuple[Handbook, tuple[Problem, ...]]:
        found = opened(project, DAY, memory, tree)
        return found.handbook, found.problems

    return Standing.of(tree or FolderTree(project), judge)


@cache
def opened_once(project: Path) -> Standing:
    """Open the handbook of a project once for all tests."""
    return standing_of(project)


def changed(standing: Standing, changes: Changes) -> Standing:
    """Return the handbook as it stands once a change is made."""
    return Standing.of(OverlaidTree(standing.tree, changes.files), standing.judge)


def a_definition(standing: Standing, random: Random) -> Definition:
    """Return one of the definitions."""
    return random.choice(standing.handbook.definitions)


def name_of(definition: Definition) -> str:
    """Return the address by which a command names a definition."""
    return typed_address(definition)


def said(handbook: Handbook, address: Callable[[str], str] = str) -> dict[str, object]:
    """Return what a handbook says, by the addresses that definitions are to have: for readers the
    same, and each link from one to another."""
    links = Counter(
        (address(each.source.address), each.relation, each.part, address(each.target.address))
        for each in handbook.links
    )
    shown = {
        address(each.address): (each.kind, str(each.title), each.status, handbook.edition(each))
        for each in handbook.definitions
    }
    return {"links": links, "shown": shown}


def problems_of(standing: Standing) -> Counter[str]:
    """Return how often each rule is broken."""
    return Counter(each.rule for each in standing.problems)


def texts_of(standing: Standing, changes: Changes) -> list[tuple[str, str]]:
    """Return the text of each file that stays or goes elsewhere, before and after."""
    found = []
    for path, content in changes.files.items():
        old = changes.moved.get(path, path)
        if content is not None and standing.tree.entry(old).kind == "file":
            found.append((standing.tree.read(old).decode(), content.decode()))
    return found
