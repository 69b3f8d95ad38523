"""Projects and sites for the tests of the site: copies, builds by the real command, a browser."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

PROJECT = Path(__file__).parents[2]
SETTINGS = "title: 小手册\norganisation: 小店\n"
MKDOCS = """\
site_name: handbook
docs_dir: content/pages
theme: {name: material, features: [navigation.indexes, navigation.path, navigation.prune]}
plugins:
  - search
  - offline
  - handbook: {pdf: no}
"""
CONTENT = """\
- {kind: role, id: clerk, title: 接待员}
- kind: procedure
  id: visit
  title: 接待来客
  steps:
    - {id: greet, do: 问好, by: clerk, accountable: clerk}
"""


def write(project: Path, files: Mapping[str, str]) -> None:
    """Write files into a project."""
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def small_project(folder: Path, content: str = CONTENT, **files: str) -> Path:
    """Make a project of one file of definitions that builds in a second."""
    (folder / "content" / "pages").mkdir(parents=True)
    write(folder, {"mkdocs.yml": MKDOCS, "content/handbook.yml": SETTINGS,
                   "content/all.yml": content, "site/.gitignore": "*\n", **files})  # fmt: skip
    return folder


def mkdocs(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of_this_handbook(folder: Path) -> Path:
    """Copy this repository's handbook into a folder."""
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


@cache
def whole_handbook() -> Path:
    """Return this repository's handbook, built strictly without sheets."""
    folder = Path(tempfile.mkdtemp(prefix="handbook-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy_of_this_handbook(folder)
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- handbook\n" in config
    write(folder, {"mkdocs.yml": config.replace("- handbook\n", "- handbook: {pdf: no}\n")})
    done = mkdocs(folder, "--strict")
    assert done.returncode == 0, done.stderr
    return folder


@cache
def service_line() -> Path:
    """Return one service line and what is common to all, built with all its sheets."""
    folder = Path(tempfile.mkdtemp(prefix="handbook-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy_of_this_handbook(folder)
    others = [each.parent.name for each in (folder / "content").glob("*/section.yml")]
    others.remove("auto")
    for name in others:
        shutil.rmtree(folder / "content" / name)
    member = re.compile(rf"^ +- (?:{'|'.join(others)})/.*\n", re.M) if others else re.compile("$^")
    for shared in (folder / "content").glob("*.yml"):  # what is common to all names their people
        shared.write_text(member.sub("", shared.read_text(encoding="utf-8")), encoding="utf-8")
    if (PROJECT / ".cache" / "sheets").is_dir():  # entries are found by what they are made of
        shutil.copytree(PROJECT / ".cache" / "sheets", folder / ".cache" / "sheets")
    done = mkdocs(folder)  # not strictly: what was said of the other lines is out of date here
    assert done.returncode == 0, done.stderr
    return folder


@contextmanager
def browsing(**options: object) -> Iterator[BrowserContext]:
    """Open a browser without a network."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            yield browser.new_context(**{"offline": True, **options})
        finally:
            browser.close()
