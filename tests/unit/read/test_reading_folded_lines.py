"""Chinese that goes over several lines reads as if it stood in one."""

from __future__ import annotations

import pytest

from handbook.read import read_text
from handbook.read.folding import in_one_line, without_ends_in_chinese


def text_of(written: str) -> str:
    root, problems = read_text(written, "content/a.yml")
    assert not problems
    return str(root["a"]).rstrip("\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a: >\n  先听完，\n  再复述\n  一遍。\n", "先听完，再复述一遍。"),
        ("a: >-\n  见《退款\n  流程》\n", "见《退款流程》"),
        ("a: 先听完\n  再复述\n", "先听完再复述"),
        ('a: "先听完\n  再复述"\n', "先听完再复述"),
        ("a: '先听完\n  再复述'\n", "先听完再复述"),
        ("a: {b: 甲\n  乙}\n", "{'b': '甲乙'}"),
        ("a: >\n  **要点**\n  先听完\n", "**要点**先听完"),
        ("a: >\n  见\n  [[refund]]\n  办理\n", "见[[refund]]办理"),
        ("a: >\n  第一段\n\n  第二段\n", "第一段\n第二段"),
    ],
)
def test_lines_of_chinese_are_joined_without_a_space(written: str, expected: str) -> None:
    assert text_of(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a: >\n  Listen first,\n  then repeat.\n", "Listen first, then repeat."),
        ("a: >\n  张三 李四\n  王五 赵六\n", "张三 李四王五 赵六"),
        ("a: >\n  使用\n  Word 文档\n", "使用 Word 文档"),
        ("a: |\n  第一行\n  第二行\n", "第一行\n第二行"),
        ("a: said “yes”\n  “no”\n", "said “yes” “no”"),
    ],
)
def test_spaces_that_mean_something_stay(written: str, expected: str) -> None:
    assert text_of(written) == expected


def test_words_over_several_lines_read_in_one() -> None:
    assert in_one_line(" 退款\n  流程 ") == "退款流程"
    assert in_one_line("refund\nprocess") == "refund process"
    assert without_ends_in_chinese("<p>甲\n乙</p>\n<p>丙</p>") == "<p>甲乙</p>\n<p>丙</p>"
