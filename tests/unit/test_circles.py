"""No module imports itself by way of others, and the rooms of a stage stand in an order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "handbook"
# The rooms of compose: each imports only the rooms before it.
COMPOSE = (
    "templates", "setting", "frame", "desk", "kinds", "overviews", "books", "sheets", "pages",
)  # fmt: skip


def module_of(path: Path) -> str:
    parts = ("handbook", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported_by(module: str) -> set[str]:
    """Return the modules of ours that one needs to run: also those it imports within a function."""
    found: set[str] = set()
    for node in nodes_that_run(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if name in MODULES else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return (found & MODULES.keys()) - {module}


def nodes_that_run(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what a module runs; what it imports for type checkers only is no part of that."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from nodes_that_run(node)


def test_nothing_imports_itself_by_way_of_others() -> None:
    graph = {module: imported_by(module) for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("module", [each for each in MODULES if ".compose." in each])
def test_a_room_of_compose_imports_only_the_rooms_before_it(module: str) -> None:
    before = COMPOSE[: COMPOSE.index(room_of(module)) + 1]
    rooms = {room_of(each) for each in imported_by(module) if each.startswith("handbook.compose.")}
    assert rooms <= set(before)


def room_of(module: str) -> str:
    return module.split(".")[2]
