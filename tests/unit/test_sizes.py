"""What can be read at a glance: no module over 300 lines, no function over 60."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "handbook"
LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 60
MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_and_its_functions_can_be_read_at_a_glance(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LINES_OF_A_MODULE
    functions = (
        each
        for each in ast.walk(ast.parse(text))
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [
        each.name
        for each in functions
        if (each.end_lineno or 0) - each.lineno >= LINES_OF_A_FUNCTION
    ]
    assert not long


def test_no_two_files_of_tests_have_one_name() -> None:
    """Which would stop the whole run, and is not seen in a run of one folder."""
    names = Counter(path.name for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
