"""What reads and judges looks at files through read/tree.py only, so that any tree can be read."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "handbook"
# What asks the disk, as a function or as a method of a path.
ASKING = frozenset({
    "open", "read_bytes", "read_text", "write_bytes", "write_text", "iterdir", "glob", "rglob",
    "walk", "fwalk", "scandir", "listdir", "stat", "lstat", "is_file", "is_dir", "is_symlink",
    "exists", "isfile", "isdir", "islink", "lexists", "getsize", "realpath", "resolve", "readlink",
})  # fmt: skip
ALLOWED = {
    "read/tree.py": "it is the way to the disk",
    "model/json_schema/editor.py": "it writes schemas and the settings of editors, beside content/",
    "check/former.py": "it looks up what was built last, in site/",
}
ROOMS = ("read", "model", "derive", "check", "draw")
MODULES = sorted(
    path.relative_to(PACKAGE).as_posix()
    for room in ROOMS
    for path in (PACKAGE / room).rglob("*.py")
)


def asked_in(module: str) -> set[str]:
    """Return what a module calls that asks the disk."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    ours = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("handbook.")
        for alias in node.names
    }
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)} - ours - imported
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    return (names | methods) & ASKING


@pytest.mark.parametrize("module", [each for each in MODULES if each not in ALLOWED])
def test_a_module_that_reads_or_judges_asks_the_tree(module: str) -> None:
    assert asked_in(module) == set()


@pytest.mark.parametrize("module", ALLOWED)
def test_what_is_let_through_still_needs_it(module: str) -> None:
    assert asked_in(module)
