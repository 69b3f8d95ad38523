"""The home page knows of each role what it does, says, fills in, and when it is due."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.kinds.role.my_role import work_of
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- {kind: script, id: hello, title: 开场, lines: [{say: 您好}]}
- {kind: script, id: named, title: 点名, used_by: clerk, lines: [{say: 您好}]}
- {kind: script, id: old, title: 旧话, status: retired, lines: [{say: 您好}]}
- {kind: form, id: sheet, title: 登记表, groups: [{title: 组, fields: [{id: a, label: 名}]}]}
- kind: form
  id: own
  title: 自填表
  filled_by: clerk
  groups: [{title: 组, fields: [{id: a, label: 名}]}]
- kind: procedure
  id: visit
  title: 接待
  code: LC-1
  effective: 2026-10-01
  steps:
    - id: a
      do: 问好
      by: clerk
      say: [hello, old]
      fill: sheet
      schedule: {every: 日, on: 工作日}
    - {id: b, do: 交班, by: clerk, schedule: {every: 班}}
    - {id: c, do: 拜年, by: clerk, schedule: {every: 年, on: 春节}}
    - {id: d, do: 收尾, by: clerk, schedule: {from: 2026-10-08, to: 2026-10-31}}
    - {id: e, do: 批准, by: boss}
"""
OFF = "off: 2027-01-01\non: 2027-02-20\n"


@pytest.fixture(scope="module")
def work():
    made = handbook_of(TEXT, holidays=OFF)
    home = Screen(made, made.organisation, "index.html")
    return {id: work_of(made[id], home) for id in ("clerk", "boss")}


def test_a_role_is_told_with_its_page_and_its_procedures(work) -> None:
    clerk = work["clerk"]
    assert (clerk["address"], clerk["title"], clerk["href"]) == (
        "clerk", "文员", "roles/clerk.html",
    )  # fmt: skip
    visit = {"title": "接待", "href": "procedures/visit.html", "code": "LC-1"}
    assert clerk["procedures"] == work["boss"]["procedures"] == [visit]


def test_what_it_says_and_fills_in_is_named_once_and_nothing_retired(work) -> None:
    assert [each["title"] for each in work["clerk"]["scripts"]] == ["开场", "点名"]
    assert [each["title"] for each in work["clerk"]["forms"]] == ["自填表", "登记表"]
    assert (work["boss"]["scripts"], work["boss"]["forms"]) == ([], [])


def test_what_is_due_is_told_with_its_place_and_its_days(work) -> None:
    due = {each["what"]: each for each in work["clerk"]["due"]}
    assert {each["of"] for each in due.values()} == {"接待"}
    assert due["问好"]["href"] == "procedures/visit.html#a"
    assert due["问好"]["when"] == "每天 工作日"
    (rule,) = due["问好"]["rules"]
    assert (rule["frequency"], tuple(rule["weekdays"])) == ("WEEKLY", (0, 1, 2, 3, 4))
    assert (rule["off"], rule["on"]) == (["2027-01-01"], ["2027-02-20"])
    assert due["交班"]["rules"] == [{"frequency": "DAILY"}]
    assert due["收尾"]["rules"] == []
    assert (due["收尾"]["from"], due["收尾"]["to"]) == ("2026-10-08", "2026-10-31")
    assert (due["问好"]["from"], due["问好"]["to"]) == ("", "")


def test_a_feast_is_told_by_its_dates(work) -> None:
    (rule,) = next(each for each in work["clerk"]["due"] if each["what"] == "拜年")["rules"]
    assert rule["dates"][:2] == ["2026-02-17", "2027-02-06"]
    assert not {"off", "on", "feast"} & rule.keys()
