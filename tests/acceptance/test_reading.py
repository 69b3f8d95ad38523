"""Reading by keyboard, and finding on a page what was searched for."""

from __future__ import annotations

import pytest
from desk_site import desk_site, go

QUERY = "[data-md-component=search-query]"
FOCUSED = "document.activeElement.id"


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_j_and_k_go_from_step_to_step(page) -> None:
    go(page, "procedures/complaint")
    press(page, "j")
    assert page.evaluate(FOCUSED) == "listen"
    press(page, "j", "j", "k")
    assert page.evaluate(FOCUSED) == "judge"
    shadow = "getComputedStyle(document.activeElement.nextElementSibling).boxShadow"
    assert page.evaluate(shadow) != "none"  # the step one is at is seen
    press(page, "k", "k", "k")
    assert page.evaluate(FOCUSED) == "listen"  # the first stays the first


def test_from_inside_a_step_the_next_one_is_reached(page) -> None:
    go(page, "procedures/complaint")
    page.get_by_role("button", name="开始办理").click()  # the focus is on the first box
    press(page, "j")
    assert page.evaluate(FOCUSED) == "judge"
    page.evaluate("sessionStorage.clear()")


def test_letters_that_are_typed_go_nowhere(page) -> None:
    go(page, "procedures/complaint")
    page.get_by_label("经办").fill("")
    page.get_by_label("经办").press_sequentially("jk?")
    assert page.get_by_label("经办").input_value() == "jk?"
    assert page.locator("dialog.keys").is_hidden()


def test_a_script_is_read_line_by_line_and_a_policy_article_by_article(page) -> None:
    go(page, "scripts/reception")
    press(page, "j", "j")
    assert page.locator(".line").nth(1).evaluate("each => each === document.activeElement")
    go(page, "policies/reply-rules")
    press(page, "j")
    assert page.locator("article h2").first.evaluate("each => each === document.activeElement")


def test_the_keys_are_listed_and_put_away(page) -> None:
    go(page, "scripts/reception")
    press(page, "?")
    words = page.locator("dialog.keys").inner_text()
    assert "下一句" in words
    assert "复制眼前这一句" in words
    press(page, "?")
    assert page.locator("dialog.keys").is_hidden()
    opener = page.locator(".keys-open")
    opener.focus()
    press(page, "Enter")
    assert page.locator("dialog.keys").is_visible()
    press(page, "Escape")
    assert page.locator("dialog.keys").is_hidden()
    assert opener.evaluate("each => each === document.activeElement")


def test_n_and_p_go_to_the_pages_beside(page) -> None:
    go(page, "procedures/complaint")
    press(page, "n")
    page.wait_for_url("**/procedures/handover.html")
    press(page, "p")
    page.wait_for_url("**/procedures/complaint.html")


def search(page, words: str) -> None:
    page.fill(QUERY, words)
    page.press(QUERY, "End")
    page.wait_for_selector(".md-search-result__item")
    page.press(QUERY, "Enter")


@pytest.mark.parametrize(
    ("typed", "title"), [("投诉处理", "投诉处理"), ("kehutousu", "客户投诉处理")]
)
def test_what_was_searched_for_is_marked_on_the_page(page, typed: str, title: str) -> None:
    go(page, "index")
    search(page, typed)
    page.wait_for_url("**/procedures/complaint.html*")
    page.wait_for_selector(".found-bar:visible")
    assert page.locator("h1 mark").all_inner_texts() == [title]
    assert title in page.locator(".found-bar").inner_text()
    page.get_by_role("button", name="不标了").click()
    assert page.locator("mark").count() == 0
    assert page.locator("h1").inner_text().startswith("客户投诉处理")
    assert page.locator(".found-bar").is_hidden()


def test_marks_are_only_ever_text(page) -> None:
    page.goto((desk_site() / "index.html").as_uri() + "?found=%3Cimg%20src%3Dx%3E%0A小手册")
    page.wait_for_selector(".found-bar:visible")
    assert page.locator("img").count() == 0
    assert "<img src=x>" in page.locator(".found-bar").inner_text()


def test_no_page_loads_the_index_before_one_searches(page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    go(page, "procedures/complaint")
    assert loaded
    assert not [url for url in loaded if "search_index" in url or "workers/search" in url]
    page.focus(QUERY)
    page.wait_for_function("globalThis.__index")
    assert [url for url in loaded if "search_index" in url]
