"""A page says by its reader's day whether one may work by it."""

from __future__ import annotations

import pytest
from desk_site import desk_site

PAGE = "policies/reply-rules"
BANNER = ".head .banner"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2098-12-31T23:59:00", "尚未施行自 2099-01-01 起施行，在那以前请不要照此办理。"),
        ("2100-01-02T00:00:00", "逾期未评审评审期限是 2100-01-01，"),
    ],
)
def test_outside_its_days_a_page_says_so(page, day: str, words: str) -> None:
    page.clock.set_fixed_time(day)
    page.reload()
    assert page.locator(BANNER).text_content().startswith(words)


@pytest.mark.parametrize("day", ["2099-01-01T00:00:00", "2100-01-01T23:59:00"])
def test_within_its_days_a_page_says_nothing(page, day: str) -> None:
    page.clock.set_fixed_time(day)
    page.reload()
    assert page.locator(BANNER).count() == 0


def test_what_the_page_says_changes_at_midnight(page) -> None:
    page.clock.set_fixed_time("2098-12-31T23:59:00")
    page.reload()
    page.clock.set_fixed_time("2099-01-01T00:01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator(BANNER).count() == 0


def test_without_scripts_there_is_no_sign(context) -> None:
    page = context.browser.new_page(java_script_enabled=False)
    page.goto((desk_site() / f"{PAGE}.html").as_uri())
    assert page.locator(BANNER).count() == 0
    assert "2099-01-01" in page.locator(".head .control").text_content()
    page.close()
