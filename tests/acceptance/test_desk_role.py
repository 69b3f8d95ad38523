"""Choosing one's role on the first page."""

from __future__ import annotations

from desk_site import go

PAGE = "index"


def choose(page, title: str = "接待员") -> None:
    page.select_option("select[data-role]", label=title)
    page.wait_for_selector(".desk--role:visible")


def test_the_first_page_shows_what_is_mine_and_due_today(page) -> None:
    choose(page)
    words = page.locator(".desk--role").inner_text()
    for title in ("客户投诉处理", "接待话术", "投诉登记表"):
        assert title in words
    today = page.locator(".role-part", has_text="今天要做").inner_text()
    assert "交接班" in today
    assert "盘点" in today  # due on Mondays


def test_on_another_day_only_what_is_due_then_is_shown(page) -> None:
    page.clock.pause_at("2026-03-03T09:00:00")
    choose(page)
    today = page.locator(".role-part", has_text="今天要做").inner_text()
    assert "盘点" not in today
    page.locator("summary", has_text="接下来七天").click()
    assert "盘点" in page.locator(".role-ahead").inner_text()


def test_the_choice_is_kept(page) -> None:
    choose(page)
    go(page, "index")
    page.wait_for_selector(".desk--role:visible")
    assert page.locator("select[data-role]").input_value() == "clerk"
    page.select_option("select[data-role]", value="")
    assert page.locator(".desk--role").is_hidden()
    go(page, "index")
    assert page.locator(".desk--role").is_hidden()


def test_the_choice_is_a_link(page) -> None:
    choose(page)
    assert page.url.endswith("#role=clerk")
    go(page, "rules")
    go(page, "index", "#role=keeper")
    page.wait_for_selector(".desk--role:visible")
    assert "值班员" in page.locator(".desk--role h2").inner_text()


def test_an_unknown_role_in_a_link_shows_nothing(page) -> None:
    go(page, "rules")
    go(page, "index", "#role=nobody")
    assert page.locator(".desk--role").is_hidden()


def test_the_role_has_its_own_page(page) -> None:
    choose(page)
    page.locator(".desk--role h2 a").click()
    page.wait_for_url("**/roles/clerk.html")


def test_runs_under_way_are_on_the_first_page(page) -> None:
    go(page, "procedures/complaint")
    page.get_by_label("事件编号").fill("K 7")
    page.get_by_role("button", name="开始办理").click()
    go(page, "index")
    page.locator(".desk--going a", has_text="K 7").click()
    page.wait_for_url("**/procedures/complaint.html*")
    assert page.locator(".run-bar__case").inner_text() == "K 7"
