"""What is still to be settled is told with what it is called and where it stands."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.overviews.each.open import open_table
from handbook.compose.overviews.table import Row
from handbook.compose.setting.medium import Paper, Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: p
  title: 投诉
  open: [谁来审？]
  effective: 待定
  steps:
    - {id: a, do: 记录, by: clerk}
    - {id: b, do: 答复, by: 待定, within: 待定}
- kind: form
  id: f
  title: 登记表
  keep: 待定
  groups: [{title: 组, fields: [{id: name, label: 姓名}]}]
- kind: script
  id: s
  title: 开场
  lines: [{say: 您好}, {id: ask, say: 待定}]
- kind: policy
  id: z
  title: 考勤
  articles: [{id: one, text: 待定}, {id: two, title: 迟到, text: 待定}]
"""


@pytest.fixture(scope="module")
def tables():
    made = handbook_of(TEXT)
    whole = made.organisation
    return [open_table(whole, medium(made, whole, "overview/open.x")) for medium in (Screen, Paper)]


def told(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [tuple(cell.striptags() for cell in row.cells) for row in rows]


def test_each_point_is_named_by_its_field_and_its_part(tables) -> None:
    found = {group.title.striptags(): told(group.rows) for group in tables[0].groups}
    assert found == {
        "投诉": [
            ("谁来审？", ""), ("生效日期：待定", ""),
            ("执行：待定", "第 2 步"), ("时限：待定", "第 2 步"),
        ],
        "登记表": [("保存期：待定", "")],
        "开场": [("说：待定", "第 2 句")],
        "考勤": [("正文：待定", "第 1 条"), ("正文：待定", "迟到")],
    }  # fmt: skip


def test_on_a_page_the_place_is_a_link_and_on_paper_it_is_words(tables) -> None:
    screen, paper = (
        next(row for group in table.groups for row in group.rows if row.cells[1]).cells[1]
        for table in tables
    )
    assert 'href="../procedures/p.html#b"' in screen
    assert screen.striptags() == paper.striptags() == "第 2 步"
    assert "../procedures" not in paper


def test_a_group_says_what_kind_of_definition_it_is(tables) -> None:
    assert [(g.title.striptags(), g.note) for g in tables[0].groups] == [
        ("投诉", "流程"), ("开场", "话术"), ("登记表", "表单"), ("考勤", "制度"),
    ]  # fmt: skip
