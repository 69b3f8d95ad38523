"""A character that our typeface lacks is told once, in the field where it was written."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.check.lettering import missing_glyphs

FORM = """\
- {kind: role, id: r, title: 岗位}
- kind: form
  id: f
  title: 表单
  code: 编码
  summary: 概要
  filled_by: r
  filed_at: 柜子
  copies: [第一联]
  groups:
    - title: 组名
      fields:
        - {id: a, label: 姓名, default: 预填}
        - {id: b, label: 来源, type: choice, options: [电话, 到店]}
        - {id: t, type: table, label: 明细, columns: [{label: 品名}]}
- kind: procedure
  id: p
  title: 流程
  steps: [{id: s, do: 动作, how: 办法, why: 原因, caution: 小心, by: r, fill: f, checks: [检查]}]
"""
WORDS = (
    "岗位", "表单", "编码", "概要", "柜子", "第一联", "组名", "姓名", "预填", "电话", "明细",
    "品名", "流程", "动作", "办法", "原因", "小心", "检查",
)  # fmt: skip


@pytest.mark.parametrize("strange", ["\U00020bb7", "\U0001f600"])
@pytest.mark.parametrize("word", WORDS)
def test_it_is_told_once_and_where_it_was_written(word, strange):
    text = FORM.replace(word, word + strange, 1)
    before = text[: text.index(strange)]
    [told] = missing_glyphs(handbook_of(text))
    place = f"content/all.yml:{before.count(chr(10)) + 1}:{len(before.splitlines()[-1]) + 1}"
    assert (told.rule, str(told.place)) == ("missing-glyph", place)


TERM = "- {kind: term, id: t, title: 词, definition: 义}"


def test_it_is_told_of_sections_and_settings_too():
    section = "title: 前台㛃\n"
    settings = "title: 手册㛃\norganisation: 公司\nlanguage: zh-CN\n"
    handbook = handbook_of(TERM, handbook=settings, desk__section=section)
    places = [str(told.place) for told in missing_glyphs(handbook)]
    assert places == ["content/handbook.yml:1:10", "content/desk/section.yml:1:10"]


def test_what_no_sheet_shows_needs_no_letters():
    text = "- {kind: term, id: t, title: 词, definition: 义, note: 㛃, asks: [㛃], tags: [㛃]}"
    assert not list(missing_glyphs(handbook_of(text)))
