"""A page at a former address leads on to the same place of the new one, with scripts or without."""

from __future__ import annotations

import pytest
from sites import CONTENT, built_once, mkdocs, small_project

MOVED = CONTENT.replace("id: visit", "id: visit\n  was: [shop/call]")


@pytest.fixture(scope="module")
def site():
    return built_once(_moved) / "site"


def _moved(folder):
    made = mkdocs(small_project(folder, MOVED))
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("anchor", ["#greet", "#甲", ""])
def test_the_anchor_is_kept(site, watched_page, anchor):
    watched_page.goto((site / "shop/procedures/call.html").as_uri() + anchor)
    watched_page.wait_for_url("**/procedures/visit.html*")
    assert watched_page.evaluate("decodeURIComponent(location.hash)") == anchor
    assert watched_page.title().startswith("接待来客")


def test_without_scripts_the_page_is_found(site, context):
    page = context.browser.new_page(java_script_enabled=False)
    page.goto((site / "shop/procedures/call.html").as_uri() + "#greet")
    page.wait_for_url("**/procedures/visit.html*")
    page.close()
