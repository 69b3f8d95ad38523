"""Nothing that axe-core finds, on a page of each kind, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from barriers import barriers
from desk_site import desk_site, go
from playwright.sync_api import Page
from sites import browsing

PAGES = (
    "index", "rules", "print/index", "tags/index", "procedures/index", "procedures/complaint",
    "scripts/reception", "forms/complaint-form", "policies/reply-rules", "roles/clerk",
    "units/front", "standards/answer-rate", "terms/callback", "documents/licence",
)  # fmt: skip


@pytest.fixture(scope="module", params=["light", "dark"])
def context(request):
    with browsing(color_scheme=request.param) as context:
        yield context


@pytest.mark.parametrize("name", PAGES)
def test_a_page_as_it_is_opened(page, name: str) -> None:
    go(page, name)
    assert not barriers(page)


def test_every_derived_page(page) -> None:
    known = {f"{name}.html" for name in (*PAGES, "404")}  # that one only a server gives out
    names = {path.relative_to(desk_site()).as_posix() for path in desk_site().rglob("*.html")}
    folders = ("procedures/", "scripts/", "forms/", "roles/")
    found = {}
    for name in sorted(names - known):
        if not name.startswith(folders):
            go(page, name.removesuffix(".html"))
            found[name] = barriers(page)
    assert not {name: wrong for name, wrong in found.items() if wrong}


def run(page: Page) -> None:
    go(page, "procedures/complaint")
    page.get_by_role("button", name="开始办理").click()
    page.locator("#desk-listen").check()


def decide(page: Page) -> None:
    run(page)
    page.get_by_role("button", name="确实做到了").click()
    page.locator(".run-way", has_text="涉及").click()
    page.clock.run_for(360_000)  # late


def finish(page: Page) -> None:
    decide(page)
    page.get_by_role("button", name="办结").click()
    page.get_by_role("button", name="就这样").click()


def speak(page: Page) -> None:
    go(page, "scripts/reception")
    page.get_by_label("客户姓名").fill("李女士")
    page.get_by_role("button", name="是的").click()


def fill(page: Page) -> None:
    go(page, "forms/complaint-form")
    page.get_by_role("button", name="在屏幕上填").click()
    page.get_by_label("金额").fill("很多")
    page.get_by_role("button", name="打印").click()


def choose(page: Page) -> None:
    go(page, "index")
    page.select_option("select[data-role]", label="接待员")
    page.wait_for_selector(".desk--role:visible")


@pytest.mark.parametrize("work", [run, decide, finish, speak, fill, choose])
def test_a_page_that_is_worked_with(page, work: Callable[[Page], None]) -> None:
    work(page)
    assert not barriers(page)
