"""Running a procedure in a real browser, by double click."""

from __future__ import annotations

import csv
import io
import json

from desk_site import CONTENT, desk_site, go, opened, saved
from playwright.sync_api import Page
from sites import site_of, small_project

PAGE = "procedures/complaint"
MINUTE = 60_000


def start(page: Page, case: str = "K-1", operator: str = "王芳") -> None:
    page.get_by_label("事件编号").fill(case)
    page.get_by_label("经办").fill(operator)
    page.get_by_role("button", name="开始办理").click()


def box(page: Page, step: str):
    return page.locator(f"#desk-{step}")


def way(page: Page, words: str):
    return page.locator(".run-way", has_text=words)


def do_first_step(page: Page) -> None:
    box(page, "listen").check()
    page.get_by_role("button", name="确实做到了").click()


def body(page: Page, step: str) -> str:
    return page.locator(f"[data-step={step}]").get_attribute("class")


def test_a_critical_step_asks_twice(page) -> None:
    start(page)
    box(page, "listen").check()
    assert page.locator(".run-ask:visible").inner_text().count("联系电话") == 1  # still empty
    page.get_by_role("button", name="还没有").click()
    assert not box(page, "listen").is_checked()
    do_first_step(page)
    assert "09:00 王芳" in page.locator("[data-step=listen] .run-at").inner_text()
    assert page.locator("[aria-current=step]").get_attribute("id") == "judge"


def test_a_branch_leads_to_its_step_and_greys_out_the_others(page) -> None:
    start(page)
    do_first_step(page)
    way(page, "涉及人身安全").click()
    assert "is-off" in body(page, "form")
    assert "is-off" not in body(page, "boss")
    assert page.locator("[aria-current=step]").get_attribute("id") == "boss"
    assert page.evaluate("document.activeElement.id") == "desk-boss"
    assert "这次不走这一步" in page.locator("[data-step=form]").inner_text()


def test_a_way_back_opens_the_steps_again(page) -> None:
    start(page)
    do_first_step(page)
    way(page, "没有听清").click()
    assert not box(page, "listen").is_checked()
    assert page.evaluate("document.activeElement.id") == "desk-listen"


def test_limits_count_down_and_are_told_politely(page) -> None:
    start(page)
    do_first_step(page)
    digits = page.locator(".run-clock:not(.run-clock--whole) .run-clock__digits")
    assert digits.inner_text() == "10:00"
    assert digits.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") > 40
    page.clock.run_for(4 * MINUTE)
    assert digits.inner_text() == "06:00"
    voice = page.locator(".desk-voice")
    assert "还剩" not in voice.inner_text()
    page.clock.run_for(2 * MINUTE)
    assert "第 2 步还剩" in voice.inner_text()
    assert voice.get_attribute("aria-live") == "polite"
    page.clock.run_for(5 * MINUTE)
    assert "超时" in page.locator(".run-clock[data-stage='3']").inner_text()
    assert "第 2 步已经超时" in voice.inner_text()


def test_a_limit_after_an_event_starts_when_one_says_so(page) -> None:
    start(page)
    do_first_step(page)
    way(page, "否则").click()
    box(page, "form").check()
    clock = page.locator(".run-clock:not(.run-clock--whole)")
    assert clock.is_hidden()
    page.get_by_role("button", name="联系上客户了，开始计时").click()
    assert "2:00:00" in clock.inner_text()


def test_a_run_survives_reload(page) -> None:
    start(page)
    page.get_by_label("联系电话").fill("13800000000")
    do_first_step(page)
    page.locator("[data-step=judge] .run-line button", has_text="备注").click()
    page.get_by_label("第 2 步的备注").last.fill("客户在门口等")
    page.reload()
    assert page.get_by_label("联系电话").input_value() == "13800000000"
    assert box(page, "listen").is_checked()
    assert page.locator("[data-step=judge] textarea").input_value() == "客户在门口等"


def test_several_runs_go_on_side_by_side(page, context) -> None:
    start(page, "K-1")
    do_first_step(page)
    page.get_by_role("button", name="收起").click()
    start(page, "K-2")
    assert not box(page, "listen").is_checked()
    page.get_by_role("button", name="收起").click()
    assert page.locator(".run-list li").count() == 2
    page.locator(".run-list").get_by_role("button", name="K-1").click()
    assert box(page, "listen").is_checked()
    other = context.new_page()
    go(other, PAGE, "#run=K-2")
    assert other.locator(".run-bar__case").inner_text() == "K-2"
    other.close()


def test_the_record_is_copied_and_saved(page) -> None:
    start(page)
    page.get_by_label("联系电话").fill("=1+1")
    do_first_step(page)
    page.clock.run_for(12 * MINUTE)
    way(page, "否则").click()
    box(page, "form").check()
    page.get_by_label("满意", exact=True).check()
    box(page, "answer").check()
    page.get_by_role("button", name="办结").click()
    record = page.locator(".record").inner_text()
    assert "超时 02:00" in record
    assert "满意" in record
    rows = list(csv.reader(io.StringIO(saved(page, "存为 CSV").read_text("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == ["1", "2", "3", "5"]
    assert rows[1][5] == "联系电话: =1+1"
    data = json.loads(saved(page, "存为 JSON").read_text("utf-8"))
    assert data["case"] == "K-1"
    assert data["steps"]["answer"]["values"] == {"客户是否满意": "满意"}
    page.evaluate("navigator.clipboard.writeText = async (words) => { window.copied = words }")
    page.get_by_role("button", name="复制文字").click()
    assert "联系电话: =1+1" in page.evaluate("window.copied")


def test_only_the_record_is_printed(page) -> None:
    start(page)
    page.get_by_role("button", name="办结").click()
    page.get_by_role("button", name="就这样办结").click()
    page.evaluate("window.print = () => { window.printing = true }")
    page.get_by_role("button", name="打印").click()
    page.emulate_media(media="print")
    assert page.evaluate("window.printing")
    assert page.locator(".record").is_visible()
    assert page.locator(".record__buttons").is_hidden()
    assert page.locator("#_steps").is_hidden()
    page.emulate_media(media="screen")


def test_finishing_with_open_steps_asks_first(page) -> None:
    start(page)
    page.get_by_role("button", name="办结").click()
    assert "第 1、2、3、4、5 步" in page.locator(".run-bar .run-ask").inner_text()
    page.get_by_role("button", name="接着做").click()
    assert page.locator(".record").count() == 0


def test_a_run_is_deleted_when_asked_twice(page) -> None:
    start(page)
    page.get_by_role("button", name="收起").click()
    page.get_by_role("button", name="删除", exact=True).click()
    assert page.locator(".run-list li").count() == 1
    page.get_by_role("button", name="再按一次").click()
    assert page.locator(".run-list").count() == 0


def test_a_run_begins_again_when_asked_twice(page) -> None:
    start(page)
    do_first_step(page)
    page.get_by_role("button", name="重来", exact=True).click()
    assert box(page, "listen").is_checked()
    page.get_by_role("button", name="再按一次，全部重来").click()
    assert not box(page, "listen").is_checked()
    assert page.locator(".run-bar__case").inner_text() == "K-1"


def test_a_run_is_printed_with_its_ticks(page) -> None:
    start(page)
    do_first_step(page)
    page.evaluate("window.print = () => { window.printing = true }")
    page.locator(".run-bar").get_by_role("button", name="打印").click()
    assert page.evaluate("window.printing")
    page.emulate_media(media="print")
    assert box(page, "listen").is_visible()
    assert box(page, "listen").is_checked()
    assert page.locator(".run-bar__buttons").is_hidden()
    page.emulate_media(media="screen")


def test_a_changed_procedure_is_told_and_taken_over(page, tmp_path) -> None:
    start(page)
    do_first_step(page)
    changed = CONTENT.replace("填《投诉登记表》", "当天填《投诉登记表》")
    newer = site_of(small_project(tmp_path / "newer", changed), "--strict") / f"{PAGE}.html"
    older = page.url
    copy = desk_site() / "procedures" / "newer.html"
    copy.write_text(newer.read_text(encoding="utf-8"), encoding="utf-8")
    page.goto(copy.as_uri())  # one disk, one store: the same handbook, newer
    notice = page.locator(".run-notice").inner_text()
    assert "第 3 步" in notice
    assert "第 2 步" not in notice
    assert page.locator(".run-changes del").inner_text() == "填《投诉登记表》"
    assert page.locator(".run-changes ins").inner_text() == "当天填《投诉登记表》"
    assert "这一步改过" in page.locator("[data-step=form]").inner_text()
    page.get_by_role("button", name="照新的做").click()
    assert page.locator(".run-notice").count() == 0
    assert box(page, "listen").is_checked()
    copy.unlink()
    page.goto(older)


def test_where_storage_is_refused_it_works_and_says_so(context) -> None:
    page, wrong = opened(context)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }});"
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused') }});"
    )
    go(page, PAGE)
    wrong.clear()  # the theme itself stumbles over it
    assert "这个浏览器不让保存" in page.locator(".desk--run").inner_text()
    start(page)
    do_first_step(page)
    assert box(page, "listen").is_checked()
    page.close()
    assert not wrong


def test_the_keyboard_suffices_from_start_to_record(page) -> None:
    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)

    page.get_by_label("事件编号").focus()
    page.keyboard.type("-9")
    press("Tab")
    page.keyboard.type("李")
    press("Enter")
    press("Space", "Tab", "Enter")  # first box, the second question, yes
    press("Tab", "Tab", "Tab", "Tab", "Enter")  # past the note and two ways: otherwise
    press("Space")  # the form
    press("Space")  # the answer; now "finish" is under the keyboard
    press("Enter")
    assert "李" in page.locator(".record").inner_text()
    assert page.locator(".record tbody tr").count() == 4


def test_without_scripts_the_page_shows_the_procedure_only(context) -> None:
    with_none = context.browser.new_context(java_script_enabled=False)
    page = with_none.new_page()
    go(page, PAGE)
    assert page.locator(".desk").is_hidden()
    assert page.locator(".checks").first.is_visible()
    with_none.close()
