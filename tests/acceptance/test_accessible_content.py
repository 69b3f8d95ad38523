"""Nothing that axe-core finds on the pages of the real handbook, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from barriers import barriers
from playwright.sync_api import Page
from sites import browsing, whole_handbook

KINDS = ("procedures", "scripts", "forms", "policies", "roles", "units", "standards", "terms",
         "documents")  # fmt: skip
FIXED = ("index", "404", "about", "rules", "keys", "print/index", "tags/index", "auto/index",
         "all/procedures")  # fmt: skip


def site() -> Path:
    return whole_handbook() / "site"


@pytest.fixture(scope="module", params=["light", "dark"])
def context(request):
    with browsing(color_scheme=request.param) as context:
        yield context


def go(page: Page, name: str) -> None:
    page.goto((site() / f"{name}.html").as_uri())
    page.evaluate("sessionStorage.clear(); localStorage.clear()")


def richest(kind: str) -> str:
    """Return the fullest page of a kind."""
    pages = [path for path in site().glob(f"**/{kind}/*.html") if path.name != "index.html"]
    fullest = max(pages, key=lambda path: path.stat().st_size)
    return fullest.relative_to(site()).with_suffix("").as_posix()


@pytest.mark.parametrize("name", FIXED)
def test_a_page_of_the_site(page, name: str) -> None:
    if name == "404":  # a server gives it out anywhere, so its addresses begin at the top
        html = (site() / "404.html").read_text(encoding="utf-8")
        top = re.compile(r'(href|src)="/(?!/)')
        (site() / "none.html").write_text(top.sub(r'\1="', html), encoding="utf-8")
        name = "none"
    go(page, name)
    assert not barriers(page)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fullest_page_of_a_kind(page, kind: str) -> None:
    go(page, richest(kind))
    assert not barriers(page)


def test_every_overview(page) -> None:
    found = {}
    for path in sorted((site() / "overview").glob("*.html")):
        go(page, f"overview/{path.stem}")
        found[path.stem] = barriers(page)
    assert found
    assert not {name: wrong for name, wrong in found.items() if wrong}


def search(page: Page) -> None:
    go(page, "index")
    page.keyboard.press("/")
    page.keyboard.type("投诉")
    page.wait_for_selector(".md-search-result__item")


def found(page: Page) -> None:
    search(page)
    page.locator(".md-search-result__item a[href*='auto/procedures/complaint']").first.click()
    page.wait_for_selector(".found-bar:visible")


def keys(page: Page) -> None:
    go(page, "auto/scripts/complaint-reception")
    page.keyboard.press("?")


def run(page: Page) -> None:
    go(page, "auto/procedures/complaint")
    page.get_by_role("button", name="开始办理").click()
    page.locator(".run-tick input").first.check()


def speak(page: Page) -> None:
    go(page, "auto/scripts/complaint-reception")
    page.get_by_role("button", name="大字").click()


def fill(page: Page) -> None:
    go(page, "auto/forms/complaint-form")
    page.get_by_role("button", name="在屏幕上填").click()
    page.get_by_role("button", name="打印").click()


def choose(page: Page) -> None:
    go(page, "index")
    page.select_option("select[data-role]", label="客访专员")
    page.wait_for_selector(".desk--role:visible")


@pytest.mark.parametrize("work", [search, found, keys, run, speak, fill, choose])
def test_a_page_that_is_worked_with(page, work: Callable[[Page], None]) -> None:
    work(page)
    assert not barriers(page)
