"""What is retired is read only: nobody begins with it on the screen."""

from __future__ import annotations

import pytest
from desk_site import go, opened

BEGUN_EARLIER = "(desk => desk.runs.put(desk.run.start(desk.data, 'K-1', '王芳', 1)))(handbookDesk)"


@pytest.fixture
def page(context):
    page, wrong = opened(context)
    yield page
    page.close()
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["procedures/old-complaint", "scripts/old-words", "forms/old-form"]
)
def test_a_retired_page_offers_nothing_to_begin(page, name) -> None:
    go(page, name)
    assert page.locator(".banner--retired").is_visible()
    assert page.locator(".desk:visible, .desk-button:visible, article input:visible").count() == 0


def test_a_run_begun_before_it_was_retired_is_still_found(page) -> None:
    go(page, "procedures/old-complaint")
    page.evaluate(BEGUN_EARLIER)
    page.reload()
    page.get_by_role("button", name="K-1").click()
    assert page.locator(".run-bar").is_visible()
    assert page.get_by_role("button", name="重来").count() == 0
