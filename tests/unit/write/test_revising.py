"""What a change leaves as it was, and how what is new is spelled."""

from __future__ import annotations

from textwrap import dedent

import pytest

from handbook.write import (
    AddItem,
    AddKey,
    Change,
    Move,
    Refused,
    Remove,
    Replace,
    Respell,
    definition_as_yaml,
    revised,
)

STEP = """\
# 投诉
- kind: procedure   # 流程
  id: complaint
  title: "投诉：处理"  # 引号留着
  purpose: >
    让客户
    满意。
  steps:
    # 先听
    - id: listen
      do: 听完
      checks: [记下原话, {text: 单号, value: text}]   # 两项

    # 再报
    - id: report
      do: 上报
      by: clerk
- {kind: role, id: clerk, title: 文员}
"""
ORDER = ("id", "do", "by", "within", "how")

CASES: dict[str, tuple[Change, str, str]] = {
    "a plain word": (
        Replace((0, "steps", 1, "do"), "立即上报"), "do: 上报", "do: 立即上报"),
    "quotes stay": (Replace((0, "title"), "投诉"), '"投诉：处理"', '"投诉"'),
    "quotes come where they are needed": (
        Replace((1, "title"), "文员: 甲"), "title: 文员", 'title: "文员: 甲"'),
    "a folded text stays folded": (
        Replace((0, "purpose"), "让客户放心。\n"),
        "  purpose: >\n    让客户\n    满意。\n", "  purpose: >\n    让客户放心。\n"),
    "several lines become a block": (
        Replace((0, "steps", 0, "do"), "听完\n复述"),
        "do: 听完\n", "do: |-\n        听完\n        复述\n"),
    "a short list stands in brackets": (
        Replace((0, "steps", 1, "by"), ["clerk", "boss"]), "by: clerk", "by: [clerk, boss]"),
    "a word within a text": (Respell((0, "purpose"), "满意", "放心"), "    满意。", "    放心。"),
    "a key in its place": (
        AddKey((0, "steps", 1), "within", "30分钟", ORDER),
        "      by: clerk\n", "      by: clerk\n      within: 30分钟\n"),
    "a key between others": (
        AddKey((0, "steps", 0), "by", "clerk", ORDER),
        "      do: 听完\n", "      do: 听完\n      by: clerk\n"),
    "a key within brackets": (
        AddKey((1,), "unit", "desk", ()), "title: 文员}", "title: 文员, unit: desk}"),
    "an item behind the others": (
        AddItem((0, "steps"), 2, {"id": "end", "do": "归档"}),
        "      by: clerk\n", "      by: clerk\n    - {id: end, do: 归档}\n"),
    "an item within brackets": (
        AddItem((0, "steps", 0, "checks"), 1, "第二"), "[记下原话, ", "[记下原话, 第二, "),
    "a key goes with its line": (Remove((0, "steps", 1, "by")), "      by: clerk\n", ""),
    "the key behind a dash": (
        Remove((0, "steps", 1, "id")), "    - id: report\n      do: 上报", "    - do: 上报"),
    "an item goes, the comment above stays": (
        Remove((0, "steps", 1)), "    - id: report\n      do: 上报\n      by: clerk\n", ""),
    "an item within brackets goes": (
        Remove((0, "steps", 0, "checks", 0)), "[记下原话, {", "[{"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_only_the_place_that_is_meant_changes(name: str) -> None:
    change, old, new = CASES[name]
    assert old in STEP
    assert revised(STEP, [change]) == STEP.replace(old, new, 1)


def test_an_item_moves_with_the_comment_above_it() -> None:
    first = STEP[STEP.index("    # 先听") : STEP.index("\n    # 再报")]
    second = STEP[STEP.index("    # 再报") : STEP.index("- {kind: role")]
    moved = STEP.replace(first + "\n" + second, second + "\n" + first)
    assert revised(STEP, [Move((0, "steps", 1), 0)]) == moved


def test_several_changes_are_made_one_after_the_other() -> None:
    changes = [AddItem((0, "steps"), 0, {"id": "greet", "do": "问好"}),
               Replace((0, "steps", 1, "do"), "倾听")]  # fmt: skip
    text = revised(STEP, changes)
    assert "    - {id: greet, do: 问好}\n    - id: listen\n      do: 倾听\n" in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = "\ufeff" + STEP.replace("\n", end)
    changed = revised(text, [AddKey((1,), "unit", "desk", ())])
    assert changed == text.replace("文员}", "文员, unit: desk}")


def test_a_block_at_the_end_of_a_file_without_a_line_end_stays_as_it_was() -> None:
    assert revised("title: a\nnote: |\n  b", [AddKey((), "order", "1")]) == (
        "title: a\nnote: |-\n  b\norder: 1"
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: [b\n", Replace(("a",), "c")),
        ("a: b\n", Replace(("c",), "d")),
        ("a: b\n", AddItem(("a",), 0, "c")),
        ("a: b\n", Remove(("a", "b"))),
        ("a: [b]\n", Move(("a", 3), 0)),
        ("a: b\n", Remove(("a",))),
    ],
)
def test_what_cannot_be_done_is_refused(text: str, change: Change) -> None:
    with pytest.raises(Refused):
        revised(text, [change])


def test_a_definition_is_spelled_for_people() -> None:
    written = definition_as_yaml(
        {
            "kind": "procedure", "id": "refund", "title": "退款：快速", "asks": ["退钱", "不要了"],
            "purpose": "第一行\n第二行\n",
            "steps": [
                {"id": "a", "do": "核对订单号与收款人，再看付款日期", "by": "clerk"},
                {"id": "b", "do": "退", "branches": [{"when": "金额大", "go": "a"}]},
            ],
        }
    )  # fmt: skip
    assert written == dedent(
        """\
        kind: procedure
        id: refund
        title: 退款：快速
        asks: [退钱, 不要了]
        purpose: |
          第一行
          第二行
        steps:
          - {id: a, do: 核对订单号与收款人，再看付款日期, by: clerk}
          - id: b
            do: 退
            branches: [{when: 金额大, go: a}]
        """
    )
