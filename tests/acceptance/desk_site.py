"""A small handbook to work with on the screen, built once, and a browser with its own clock."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from sites import built_once, site_of, small_project, watched

CONTENT = (Path(__file__).parent / "desk" / "content.yml").read_text(encoding="utf-8")
EARLIER, NINE = "2026-03-02T08:59:00", "2026-03-02T09:00:00"  # a Monday


@cache
def desk_site() -> Path:
    """Return the site the tests work on."""
    return built_once(_desk) / "site"


def _desk(folder: Path) -> None:
    site_of(small_project(folder, CONTENT), "--strict")


def opened(context: BrowserContext, own: str = "file:") -> tuple[Page, list[str]]:
    """Return a page whose clock stands at nine, and a list of what goes wrong or leaves."""
    page, wrong = watched(context, own)
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
