"""What says whether a page or sheet is the valid one."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.frame.control import ControlView
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: boss, title: 经理}
- kind: policy
  id: p
  title: 考勤
  code: ZD-1
  version: "2.0"
  effective: 2026-03-01
  reviewed: 2026-02-01
  review_every: 1年
  owner: boss
  approved_by: boss
  changes:
    - {version: "1.0", on: 2025-01-01, what: 初稿}
    - {version: "2.0", on: 2026-03-01, what: 改时间, why: 换班}
    - {on: 待定, what: 再改}
  articles: [{id: a, text: 准时。}]
- kind: policy
  id: late
  title: 迟到
  status: draft
  effective: 2026-04-01
  articles: [{id: a, text: 准时。}]
- kind: policy
  id: old
  title: 旧规
  status: retired
  replaced_by: p
  articles: [{id: a, text: 准时。}]
- {kind: policy, id: gone, title: 废规, status: retired, articles: [{id: a, text: 准时。}]}
"""


@pytest.fixture(scope="module")
def control():
    made = handbook_of(TEXT)
    screen = Screen(made, made.organisation, "policies/x.md")
    return lambda id: ControlView(made[id], screen)


def test_the_block_has_what_is_known(control) -> None:
    edition = control("p").edition
    assert [(label, value.striptags()) for label, value in control("p").rows] == [
        ("编号", "ZD-1"), ("版本", "2.0"), ("版次", edition), ("生效日期", "2026-03-01"),
        ("评审日期", "2026-02-01"), ("归口", "经理"), ("批准", "经理"), ("下次评审", "2027-03-01"),
    ]  # fmt: skip
    assert control("p").review_every == "1\u2009年"
    assert [label for label, _ in control("gone").rows] == ["版次"]
    assert control("gone").review_every == ""


def test_a_role_has_an_edition_and_nothing_else(control) -> None:
    role = control("boss")
    assert [label for label, _ in role.rows] == ["版次"]
    assert (role.version, role.effective, role.reviewed, role.owner, role.approved_by) == ("",) * 5
    assert (role.next_review, role.review_every, role.days, role.revisions) == ("", "", {}, ())


def test_the_days_of_a_document_in_force_are_told_to_the_page(control) -> None:
    assert control("p").days == {
        "effective": "2026-03-01", "review": "2027-03-01",
        "effective-told": "2026-03-01", "review-told": "2027-03-01",
    }  # fmt: skip
    assert control("late").days == {}
    assert control("gone").days == {}


def test_what_must_not_be_used_says_so_and_what_is_used_instead(control) -> None:
    assert (control("p").status, control("p").stamp, control("p").fate) == ("", "", "")
    assert [control(id).status for id in ("late", "old")] == ["草稿", "已作废"]
    assert all(control(id).stamp for id in ("late", "old"))
    fates = [control(id).fate for id in ("late", "old", "gone")]
    assert len({str(fate) for fate in fates}) == 3
    assert "考勤" in fates[1]
    assert "考勤" not in fates[2]


def test_the_newest_revision_stands_first_and_one_without_a_day_before_it(control) -> None:
    rows = control("p").revisions
    told = [(each.version, each.on, str(each.what), str(each.why)) for each in rows]
    assert told == [
        ("", "待定", "再改", ""), ("2.0", "2026-03-01", "改时间", "换班"),
        ("1.0", "2025-01-01", "初稿", ""),
    ]  # fmt: skip
