"""The folders are the stages of the data: each imports only the stages before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "handbook"
STAGES = (
    "problems", "packages", "languages", "typefaces", "passing", "paper", "read", "write", "model",
    "derive", "check", "draw", "office", "compose", "opening", "revise", "sheets", "site", "cli",
)  # fmt: skip
# Each of these libraries belongs to one stage; `handbook check` must run without the late ones.
OWNERS = {
    "yaml": "read",
    "pydantic": "model",
    "jinja2": "compose",
    "markdown_it": "compose",
    "jieba": "languages",
    "pypinyin": "languages",
    "opencc": "languages",
    "lunar_python": "derive",
    "icalendar": "compose",
    "xlsxwriter": "office",
    "mkdocs": "site",
    "weasyprint": "sheets",
    "pikepdf": "sheets",
    "distributed": "sheets",
    "click": "cli",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_stage_imports_only_the_stages_before_it(path: Path) -> None:
    stage = stage_of(path)
    if stage in ("__init__", "__main__"):
        return
    before = STAGES[: STAGES.index(stage) + 1]
    ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("handbook.")}
    assert ours <= set(before)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_library_is_imported_by_its_own_stage_only(path: Path) -> None:
    stage = stage_of(path)
    foreign = {
        name
        for name in (name.partition(".")[0] for name in imports_of(path))
        if OWNERS.get(name, stage) != stage
    }
    assert not foreign


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_a_definition_itself_compares_its_status(path: Path) -> None:
    if name_of(path) == "model/kinds/definition.py":
        return
    compared = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(
            isinstance(each, ast.Constant) and each.value in ("draft", "active", "retired")
            for each in ast.walk(node)
        )
    ]
    assert not compared  # is_draft, is_live and is_retired tell
