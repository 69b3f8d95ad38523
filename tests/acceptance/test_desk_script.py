"""Speaking from a script in a real browser."""

from __future__ import annotations

from desk_site import go

PAGE = "scripts/reception"
COPYING = "navigator.clipboard.writeText = async (words) => { window.copied = words }"


def words(page, line: int) -> str:
    return page.locator(".spoken__words").nth(line - 1).inner_text()


def test_a_slot_filled_once_appears_in_every_line(page) -> None:
    page.get_by_label("客户姓名").fill("<b>李</b>女士")
    assert "<b>李</b>女士，您好" in words(page, 1)
    assert "谢谢您，<b>李</b>女士" in words(page, 3)
    page.get_by_label("客户姓名").fill("")
    assert "客户姓名，您好" in words(page, 1)


def test_slots_are_carried_to_the_scripts_reached_from_it(page) -> None:
    page.get_by_label("客户姓名").fill("李女士")
    page.get_by_role("link", name="不是，要退货").click()
    page.wait_for_url("**/scripts/refund.html")
    assert "李女士，很抱歉" in words(page, 1)
    page.get_by_role("button", name="下一位客户").click()
    assert "客户姓名，很抱歉" in words(page, 1)
    go(page, PAGE)
    assert page.get_by_label("客户姓名").input_value() == ""


def test_one_key_copies_a_line(page) -> None:
    page.evaluate(COPYING)
    page.get_by_label("客户姓名").fill("李女士")
    page.keyboard.type("1")  # into the field, not a command
    assert page.evaluate("window.copied") is None
    page.get_by_role("button", name="大字").focus()
    page.keyboard.press("3")
    assert page.evaluate("window.copied") == "谢谢您，李女士1。"
    page.keyboard.press("2")
    assert page.evaluate("window.copied") == "请问是订单 【订单号】 吗？"


def test_what_the_customer_says_is_a_button_to_the_next_line(page) -> None:
    page.get_by_role("button", name="是的").press("Enter")
    assert page.locator(".line.is-current").get_attribute("id") == "thanks"
    page.evaluate(COPYING)
    page.keyboard.press("c")
    assert page.evaluate("window.copied").startswith("谢谢您")


def test_what_must_not_be_said_stays_beside_the_lines(page) -> None:
    beside = page.locator(".speak-never")
    assert "这不归我管" in beside.inner_text()
    assert beside.evaluate("each => getComputedStyle(each).position") == "sticky"
    line = page.locator(".line").first.bounding_box()
    assert beside.bounding_box()["x"] > line["x"] + line["width"]


def test_large_type_is_kept(page) -> None:
    size = "getComputedStyle(document.querySelector('.spoken__words')).fontSize"
    usual = float(page.evaluate(size)[:-2])
    page.get_by_role("button", name="大字").click()
    assert float(page.evaluate(size)[:-2]) > usual * 1.5
    page.reload()
    assert float(page.evaluate(size)[:-2]) > usual * 1.5


def test_the_reading_time_is_told(page) -> None:
    assert "约 3 秒" in page.locator(".line").first.inner_text()
    assert "全部念完" in page.locator(".desk--speak").inner_text()
