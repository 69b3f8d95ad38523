"""Whatever becomes of .cache/, no build fails of it, and the site is the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import MKDOCS, everything_in, small_project, write
from tests.damage import IN_ITS_PLACE

from handbook.cli.run import run

TERM = "- {kind: script, id: hello, title: 问候, lines: [您好]}\n"
PLACES = ("sheets/*/*.json", "sheets/*/*.pdf", "search.json", "sheets/*", "staging", "sheets", ".")


@pytest.fixture
def project(tmp_path) -> Path:
    folder = small_project(tmp_path / "project", TERM)
    write(folder, {"mkdocs.yml": MKDOCS.replace("pdf: no", "pdf: yes")})
    return folder


def site(project: Path) -> dict[str, bytes]:
    assert run(["-C", str(project), "build"]) == 0
    return {name: content for name, content in everything_in(project / "site").items()
            if not name.startswith("sitemap")}  # fmt: skip


def put(place: str, project: Path, thing: Callable[[Path], None]) -> None:
    """Put something in the place of a file or folder of the cache, or of all of a kind."""
    top = project / ".cache"
    for path in [top] if place == "." else sorted(top.glob(place)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        thing(path)


@pytest.mark.long
def test_what_stands_in_the_place_of_a_part_of_the_cache_fails_no_build(project) -> None:
    before = site(project)
    things = {"no pages": no_pages, **IN_ITS_PLACE, "a file": Path.touch}
    for place, what in zip(PLACES, things, strict=True):
        put(place, project, things[what])
        assert site(project) == before, f"{what} in the place of {place}"


def no_pages(path: Path) -> None:
    path.write_text('{"sha256": "0"}')
