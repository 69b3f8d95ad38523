"""Filling in a form in a real browser."""

from __future__ import annotations

import csv
import io
import json

import pytest
from desk_site import go, saved

PAGE = "forms/complaint-form"


@pytest.fixture
def page(page):
    """The form of the page, opened to be filled in."""
    page.get_by_role("button", name="在屏幕上填").click()
    return page


def fill(page) -> None:
    page.get_by_label("客户姓名").fill("李女士")
    page.get_by_label("联系电话").fill("13800000000")


def test_what_is_missing_or_wrong_is_told(page) -> None:
    page.get_by_label("联系电话").fill("张三")
    page.get_by_label("金额").fill("很多")
    page.get_by_label("车牌").fill("x")
    page.get_by_role("button", name="存为 CSV").click()
    for words in ("必填", "不像电话号码", "这里要填数字", "格式不对"):
        assert page.locator(".form-wrong", has_text=words).count() == 1, words
    page.locator(".form-errors button", has_text="金额").press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("12.50")
    assert page.locator(".form-wrong", has_text="这里要填数字").count() == 0


def test_scores_add_up(page) -> None:
    page.get_by_label("速度").fill("8")
    page.get_by_label("态度").fill("9.5")
    assert page.locator(".form-total").inner_text() == "17.5"


def test_rows_are_added_and_dropped_by_keyboard(page) -> None:
    rows = page.locator(".form-table tbody tr")
    assert rows.count() == 2
    page.get_by_role("button", name="加一行").press("Enter")
    page.keyboard.type("水壶")
    assert rows.nth(2).locator("input").first.input_value() == "水壶"
    page.get_by_role("button", name="删去第 1 行").press("Enter")
    assert rows.nth(1).locator("input").first.input_value() == "水壶"


def test_it_is_saved_and_loaded(page) -> None:
    fill(page)
    page.get_by_label("投诉日期").fill("2026-03-01")
    page.get_by_label("严重").check()
    page.get_by_label("电话", exact=True).check()
    page.get_by_label("网上").check()
    page.get_by_label("品名 1").fill("<img src=x onerror=alert(1)>")
    path = saved(page, "存为 JSON")
    values = json.loads(path.read_text("utf-8"))["values"]
    assert values["level"] == "严重"
    assert values["ways"] == ["电话", "网上"]
    page.get_by_role("button", name="清空收起").click()
    page.get_by_role("button", name="再按一次").click()
    assert page.locator(".blank-form input").count() == 0
    assert page.locator(".blank-form .box").first.is_visible()
    page.set_input_files("input[type=file]", path)
    page.wait_for_selector(".blank-form input")
    assert page.get_by_label("客户姓名").input_value() == "李女士"
    assert page.get_by_label("网上").is_checked()
    assert page.get_by_label("品名 1").input_value().startswith("<img")


def test_another_file_is_not_taken(page, tmp_path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"form": "another", "values": {}}', encoding="utf-8")
    page.set_input_files("input[type=file]", other)
    page.get_by_text("这个文件不是这张表存出来的").wait_for()


def test_a_row_for_a_spreadsheet(page) -> None:
    fill(page)
    page.get_by_label("品名 1").fill("水壶")
    names, row = csv.reader(io.StringIO(saved(page, "存为 CSV").read_text("utf-8-sig")))
    filled = dict(zip(names, row, strict=True))
    assert filled["客户姓名"] == "李女士"
    assert filled["联系电话"] == "13800000000"
    assert filled["物品"] == "品名: 水壶; 数量: "


def test_it_prints_as_filled(page) -> None:
    fill(page)
    page.evaluate("window.print = () => { window.printing = true }")
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printing")
    page.emulate_media(media="print")
    assert page.get_by_label("客户姓名").is_visible()
    assert page.locator(".desk").is_hidden()
    assert page.locator(".form-table > button").is_hidden()
    page.emulate_media(media="screen")


def test_a_reload_keeps_it_and_closing_the_tab_does_not(page, context) -> None:
    fill(page)
    page.reload()
    assert page.get_by_label("客户姓名").input_value() == "李女士"
    other = context.new_page()
    go(other, PAGE)
    assert other.locator(".blank-form input").count() == 0
    other.close()
