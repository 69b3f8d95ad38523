"""A form's fields are packed into rows of twelve parts, with what can be written in them."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.kinds.form.view import FieldView, FormView
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- kind: form
  id: f
  title: 登记表
  keep: 3年
  filed_at: 档案室
  filled_by: clerk
  approvals: boss
  groups:
    - title: 客户
      fields:
        - {id: name, label: 姓名, type: text, width: 6, required: yes}
        - {id: sex, label: 性别, type: choice, options: [男, 女], width: 3}
        - {id: day, label: 日期, type: date, width: 4}
        - {id: note, label: 说明, type: long, rows: 2}
        - {id: more, label: 补充, type: long}
        - {id: score, label: 打分, type: score, max: 10, width: 6}
        - {id: ok, label: 同意, type: yes-no, default: yes, width: 3}
    - title: 明细
      fields:
        - id: items
          label: 清单
          type: table
          columns:
            - {label: 等级, type: choice, options: [一般, {option: 重大, means: 有人受伤}]}
            - {label: 分, type: score, max: 5}
            - {label: 名}
        - {id: short, label: 短表, type: table, rows: 2, columns: [甲, 乙]}
- {kind: form, id: open, title: 待定表, groups: 待定}
- {kind: form, id: half, title: 半表, groups: [{title: 组, fields: 待定}]}
"""


@pytest.fixture(scope="module")
def views() -> dict[str, FormView]:
    made = handbook_of(TEXT)
    screen = Screen(made, made.organisation, "forms/f.md")
    return {name: FormView(made[name], screen) for name in ("f", "open", "half")}


@pytest.fixture(scope="module")
def fields(views) -> dict[str, FieldView]:
    groups = views["f"].groups
    return {str(each.anchor): each for group in groups for row in group.rows for each in row}


def test_fields_fill_rows_of_twelve_parts_the_last_takes_what_is_left(views) -> None:
    rows = [
        [(view.anchor, view.width) for view in row]
        for group in views["f"].groups for row in group.rows
    ]  # fmt: skip
    assert rows == [
        [("name", 6), ("sex", 6)], [("day", 12)], [("note", 12)], [("more", 12)],
        [("score", 6), ("ok", 6)], [("items", 12)], [("short", 12)],
    ]  # fmt: skip


def test_a_field_says_what_can_be_ticked_written_and_how_much(fields) -> None:
    assert fields["sex"].choices == ("男", "女")
    assert fields["name"].choices == ()
    assert (fields["ok"].default, fields["name"].default) == ("yes", "")
    assert (fields["score"].most, fields["name"].most) == ("10", "")
    assert [fields[name].rows for name in ("note", "more", "items", "short")] == [2, 4, 5, 2]
    assert (fields["day"].type, fields["note"].look) == ("date", "long")


def test_a_column_says_what_may_be_written_in_it(views, fields) -> None:
    view, columns = views["f"], fields["items"].field.columns
    assert [view.asked_in(column) for column in columns] == [
        "一般 / 重大（有人受伤）", "/\u00a05", "",
    ]  # fmt: skip


def test_yes_is_the_answer_that_stands_there_at_first(views, fields) -> None:
    view = views["f"]
    assert view.is_default(fields["ok"], "yes")
    assert not view.is_default(fields["ok"], "no")
    assert not view.is_default(fields["name"], "no")


def test_the_way_of_the_paper_is_told_with_how_long_it_is_kept(views) -> None:
    assert [each.striptags() for each in views["f"].route] == [
        "文员填写", "经理签字", "档案室",
    ]  # fmt: skip
    assert views["f"].keep.striptags() == "保存 3 年"
    assert (views["open"].route, views["open"].keep) == ([], "")


def test_what_is_still_to_be_settled_is_known(views) -> None:
    assert [views[name].is_open for name in views] == [False, True, False]
    assert [group.is_open for group in views["half"].groups] == [True]
    assert [group.is_open for group in views["f"].groups] == [False, False]
    assert [views[name].has_required for name in views] == [True, False, False]
