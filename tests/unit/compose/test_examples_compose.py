"""Every valid example becomes pages and sheets, whatever its fields hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ours import PROJECT

from handbook.compose.pages.composition import compose_pages
from handbook.compose.sheets import compose_sheets
from handbook.model.load import load

EXAMPLES = sorted((PROJECT / "tests" / "examples" / "valid").iterdir())


@pytest.mark.parametrize("project", EXAMPLES, ids=lambda path: path.name)
def test_a_valid_handbook_becomes_pages_and_sheets(project: Path) -> None:
    handbook = load(project).handbook
    addresses = {page.uri for page in compose_pages(handbook, project)}
    assert {f"{definition.folder}/{definition.id}.md" for definition in handbook.definitions
            if not definition.section.path} <= addresses  # fmt: skip
    kinds = {sheet.kind for sheet in compose_sheets(handbook, project)}
    assert kinds >= {d.kind for d in handbook.definitions if d.kind in ("procedure", "form")}
