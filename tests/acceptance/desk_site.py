"""A small handbook to work with on the screen, built once, and a browser with its own clock."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from sites import mkdocs, small_project

CONTENT = (Path(__file__).parent / "desk" / "content.yml").read_text(encoding="utf-8")
EARLIER, NINE = "2026-03-02T08:59:00", "2026-03-02T09:00:00"  # a Monday
POLICY = "Content Security Policy"  # a browser says so of what it refuses
LOCAL = ("data:", "blob:", "about:")


def built(content: str) -> Path:
    """Return the site of a small handbook."""
    folder = Path(tempfile.mkdtemp(prefix="handbook-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    project = small_project(folder / "project", content)
    done = mkdocs(project, "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


@cache
def desk_site() -> Path:
    """Return the site the tests work on."""
    return built(CONTENT)


def opened(context: BrowserContext, own: str = "file:") -> tuple[Page, list[str]]:
    """Return a page whose clock stands at nine, and a list of what goes wrong or leaves."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((own, *LOCAL)) else wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if POLICY in said.text else None)
    page.clock.install(time=EARLIER)
    page.clock.pause_at(NINE)
    return page, wrong


def go(page: Page, name: str, mark: str = "") -> None:
    """Open a page of the site by double click."""
    page.goto((desk_site() / f"{name}.html").as_uri() + mark)


def saved(page: Page, button: str) -> Path:
    """Return the file that a button saves."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button).click()
    return Path(found.value.path())
