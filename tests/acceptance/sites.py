"""Projects and sites for the tests of the site: copies, builds by the real command, a browser."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright
from tests.patience import PATIENCE
from tests.warm import run_warm

PROJECT = Path(__file__).parents[2]
POLICY = "Content Security Policy"  # a browser says so of what it refuses
INSIDE = ("data:", "blob:", "about:")  # what a page asks of itself
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
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
    return run_warm("mkdocs", ["build", *options], cwd=project, env={**os.environ, **quiet})


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


def site_of(project: Path, *options: str) -> Path:
    """Build a project in which nothing is wrong; return its site."""
    done = mkdocs(project, *options)
    assert done.returncode == 0, done.stderr
    return project / "site"


def built_once(build: Callable[[Path], None]) -> Path:
    """Return a folder that a function fills once in a run: one worker does, the others wait."""
    folder = Path(os.environ["HANDBOOK_TEST_BUILDS"]) / build.__name__
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not folder.is_dir():
            begun = folder.with_suffix(".begun")
            shutil.rmtree(begun, ignore_errors=True)
            build(begun)
            begun.rename(folder)
    return folder


@cache
def whole_handbook() -> Path:
    """Return this repository's handbook, built strictly without sheets."""
    return built_once(_whole_handbook)


def _whole_handbook(folder: Path) -> None:
    copy_of_this_handbook(folder)
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- handbook\n" in config
    write(folder, {"mkdocs.yml": config.replace("- handbook\n", "- handbook: {pdf: no}\n")})
    site_of(folder, "--strict")


@cache
def service_line() -> Path:
    """Return one service line and what is common to all, built with all its sheets."""
    return built_once(_service_line)


def _service_line(folder: Path) -> None:
    copy_of_this_handbook(folder)
    others = [each.parent.name for each in (folder / "content").glob("*/section.yml")]
    others.remove("auto")
    for name in others:
        shutil.rmtree(folder / "content" / name)
    member = re.compile(rf"^ +- (?:{'|'.join(others)})/.*\n", re.M) if others else re.compile("$^")
    for shared in (folder / "content").glob("*.yml"):  # what is common to all names their people
        shared.write_text(member.sub("", shared.read_text(encoding="utf-8")), encoding="utf-8")
    known = folder / "content" / "known-findings.yml"  # an entry of what is not there is a mistake
    entries = known.read_text(encoding="utf-8").split("\n\n")
    elsewhere = re.compile(rf"^  at: (?:content/)?(?:{'|'.join(others)})/", re.M)
    kept = [each for each in entries if not elsewhere.search(each)]
    known.write_text("\n\n".join(kept), encoding="utf-8")
    if (PROJECT / ".cache" / "sheets").is_dir():  # entries are found by what they are made of
        with suppress(shutil.Error):  # somebody is building: a part will do
            shutil.copytree(PROJECT / ".cache" / "sheets", folder / ".cache" / "sheets")
    site_of(folder)  # not strictly: what was said of the other lines is out of date here


@contextmanager
def browsing(**options: object) -> Iterator[BrowserContext]:
    """Open a browser without a network."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"], timeout=1000 * PATIENCE
        )
        try:
            context = browser.new_context(**{"offline": True, **options})
            context.set_default_timeout(1000 * PATIENCE)
            yield context
        finally:
            browser.close()


def watched(context: BrowserContext, own: str = "file:") -> tuple[Page, list[str]]:
    """Return a page, and a list of what goes wrong on it or leaves it.

    What is refused by its policy goes wrong too.
    """
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((own, *INSIDE)) else wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if POLICY in said.text else None)
    return page, wrong
