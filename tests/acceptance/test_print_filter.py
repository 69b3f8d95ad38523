"""In the print centre one types what it is about, chooses the sort of sheet, and prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from sites import service_line

LINKS = ".prints tbody:not([hidden]) tr:not([hidden]) td:last-child a:not([hidden])"


@pytest.fixture
def centre(context) -> Iterator[Page]:
    page = context.new_page()
    page.goto((service_line() / "site" / "print" / "index.html").as_uri())
    yield page
    page.close()


def test_only_the_chosen_sort_of_sheet_is_offered(centre) -> None:
    everything = centre.locator(LINKS).count()
    centre.select_option("[data-filter-sheet]", "checklist")
    offered = [link.get_attribute("href") for link in centre.locator(LINKS).all()]
    assert 0 < len(offered) < everything
    assert all(href.endswith(".checklist.pdf") for href in offered)


def test_words_and_sort_together_lead_to_one_sheet(centre) -> None:
    centre.select_option("[data-filter-sheet]", "checklist")
    centre.fill("[data-filter]", "客户投诉处理 kf-pr-012")
    offered = [link.get_attribute("href") for link in centre.locator(LINKS).all()]
    assert offered == ["auto/complaint.checklist.pdf"]


def test_the_title_of_a_section_narrows_too(centre) -> None:
    title = centre.locator("#_auto").inner_text().split("\n")[0].split(" ")[0]
    centre.fill("[data-filter]", title)
    assert centre.locator("#_auto").is_visible()
    assert not centre.locator("#_shared").is_visible()


def test_everything_comes_back_when_nothing_is_asked(centre) -> None:
    everything = centre.locator(LINKS).count()
    centre.fill("[data-filter]", "客户投诉处理")
    assert centre.locator(LINKS).count() < everything
    centre.fill("[data-filter]", "")
    assert centre.locator(LINKS).count() == everything


def test_what_was_folded_away_opens_where_something_is_found(centre) -> None:
    centre.locator("details:has(> #_auto)").evaluate("part => { part.open = false }")
    assert not centre.locator("text=客户投诉处理").first.is_visible()
    centre.fill("[data-filter]", "客户投诉处理")
    assert centre.locator("text=客户投诉处理").first.is_visible()
