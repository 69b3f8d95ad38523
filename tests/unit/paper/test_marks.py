"""The names that Python looks for on a sheet are those that the templates write, and no others."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from handbook import sheets
from handbook.compose.kinds.procedure.step_parts import PARTS
from handbook.draw import svg
from handbook.paper import marks

PRINT = Path(__file__).parents[3] / "templates" / "print"
TEMPLATES = [*PRINT.glob("*.html"), *(PRINT.parent / "macros").glob("*.html")]
WRITTEN = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in (PRINT / "css").glob("*.css"))
SHEETS = sorted(Path(sheets.__file__).parent.glob("*.py"))
ATTRIBUTE = re.compile(r'class="((?:[^"{]|{{.*?}}|{%.*?%}|{)*)"')
CHOICE = re.compile(r"([\w-]*){{(.*?)}}")


def classes_in(html: str) -> set[str]:
    """Return the classes that a template writes, with each word that an expression may choose."""
    found: set[str] = set()
    for written in ATTRIBUTE.findall(html):
        found.update(re.findall(r"[\w-]+", re.sub(r"{%.*?%}", " ", CHOICE.sub(" ", written))))
        for before, expression in CHOICE.findall(written):
            found.update(before + word for word in re.findall(r'"([\w-]+)"', expression))
    return found


# A card names its lines after the parts of a step: item__{{ line.part }}.
CLASSES = classes_in(WRITTEN) | {f"item__{part.name}" for part in PARTS if part.card}
NAMED = {name: value for name, value in vars(marks).items() if name.isupper()}
KINDS = marks.WORKED_BY | marks.NEVER_TURNED


def each(value: object) -> set[str]:
    return {value} if isinstance(value, str) else set(value)


ALL = sorted(set().union(*map(each, NAMED.values())) - KINDS)


@pytest.mark.parametrize("mark", ALL)
def test_each_mark_is_written_by_a_template(mark: str) -> None:
    if mark == marks.FIT:
        assert f"[{mark}]" in STYLES
    elif mark == marks.SWIMLANE:
        assert "marks.SWIMLANE" in Path(svg.__file__).read_text(encoding="utf-8")
    elif mark.startswith("data-"):
        assert re.search(rf"\b{mark}\b(?!-)", WRITTEN)
    else:
        assert mark in CLASSES


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_sheet_has_its_template(kind: str) -> None:
    assert (PRINT / f"{kind}.html").is_file()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_name_is_looked_for_that_is_not_a_mark(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]  # fmt: skip
    assert not [text for text in texts if text.startswith("data-")]
    compared = [
        node for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.BinOp | ast.Call) and "classes" in _called(node)
    ]  # fmt: skip
    own = {
        name.id for node in compared for name in ast.walk(node)
        if isinstance(name, ast.Name) and name.id.isupper()
    }  # fmt: skip
    assert not own
    assert not [
        part.value for node in compared for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in CLASSES
    ]  # fmt: skip


def _called(node: ast.AST) -> str:
    """Return the names of what is compared, combined or called, one level down."""
    names = [getattr(each, "attr", getattr(each, "id", "")) for each in ast.walk(node)]
    return " ".join(name for name in names if name in ("classes", "classes_of")).split("_")[0]
