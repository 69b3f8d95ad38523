"""A character that our typeface lacks is told once, in the field where it was written."""

from __future__ import annotations

import pytest

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load
from handbook.sheets.glyphs import missing_glyphs

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
def test_it_is_told_once_and_where_it_was_written(tmp_path, word, strange):
    text = FORM.replace(word, word + strange, 1)
    before = text[: text.index(strange)]
    (tmp_path / "content").mkdir()
    (tmp_path / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    (tmp_path / "content/all.yml").write_text(text)
    loaded = load(tmp_path)
    assert loaded.problems == ()
    [told] = missing_glyphs(compose_sheets(loaded.handbook, tmp_path))
    place = f"content/all.yml:{before.count(chr(10)) + 1}:{len(before.splitlines()[-1]) + 1}"
    assert (told.rule, str(told.place)) == ("missing-glyph", place)
