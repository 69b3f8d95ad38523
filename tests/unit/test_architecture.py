"""docs/architecture.md names every room, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "generator" / "handbook"
WRITTEN = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py")))
ROOMS_OF_COMPOSE = sorted(
    path.name for path in (PACKAGE / "compose").iterdir() if (path / "__init__.py").exists()
)
# What is named with a slash, and without anything to be filled in.
NAMED = sorted(set(re.findall(r"`([\w./-]+/[\w./-]*)`", WRITTEN)))
FOLDERS = (
    "", "generator/handbook", "templates", "templates/theme/assets/javascripts", "tests/unit",
)  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
def test_every_stage_is_in_the_picture(room: str) -> None:
    assert f"`{room}/`" in WRITTEN


@pytest.mark.parametrize("room", ROOMS_OF_COMPOSE)
def test_every_room_of_compose_is_named(room: str) -> None:
    assert f"`{room}`" in WRITTEN


@pytest.mark.parametrize("path", NAMED)
def test_what_is_named_is_there(path: str) -> None:
    assert any((PROJECT / folder / path).exists() for folder in FOLDERS)
