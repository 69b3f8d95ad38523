"""A text that YAML cuts off at ` #` is told; a comment with a blank after its sign never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.read.file import read_text

WORD = st.text("甲乙丙abc019", min_size=1, max_size=6)
BLANKS = st.sampled_from((" ", "  ", "\t"))


def told(text: str) -> list[tuple[str, int, int]]:
    found = read_text(text, "a.yml")[1]
    return [(each.rule, each.place.line, each.place.column) for each in found]


@pytest.mark.parametrize(("text", "column"), [
    ("how: 甲 #3", 8), ("how: #3", 6), ("how: 甲 #订单", 8), ("how: 甲   #(3)", 10),
    ("- 甲 #3", 5), ("- how: 甲 #3", 10), ("how: 看 [甲 #3]", 11), ("how: 甲\t#3", 8),
    ("how: 甲 #3 # 说明", 8), ("'how': 甲 #3", 10), ("how: 甲 #\"乙\"", 8),
])  # fmt: skip
def test_what_is_cut_off_is_told_where_it_begins(text, column):
    assert told(text) == [("text-cut-off", 1, column)]


def test_the_cure_puts_all_of_the_text_in_quotes():
    [found] = read_text("how: 甲 #3 # 说明", "a.yml")[1]
    assert (found.severity, dict(found.details)["example"]) == ("warning", '"甲 #3"')


def test_a_line_of_several_is_told_where_the_text_goes_on():
    [found] = read_text("- how: 甲 #3\n    乙\n  why: 丙\n", "a.yml")[1]
    assert (found.rule, found.hint, str(found.place)) == ("sign-in-text", "comment", "a.yml:1:10")
    assert dict(found.details)["example"] == '"甲 #3 …"'


def test_the_last_line_of_several_is_told():
    assert told("how: 甲\n  乙 #3\n") == [("text-cut-off", 2, 5)]


@pytest.mark.parametrize("text", [
    "how: 甲 # 3", "how: 甲#3", "how: '甲 #3'", "how: \"甲\" #3", "how: |  #3\n  甲 #3", 
    "#3\nhow: 甲",
    "how: 甲 #", "how: 甲 #####", "how: 甲 #---- 乙", "how: [甲] #3", "how: {甲: 乙} #3",
    "how: #说明\n  - 甲", "how: #说明\n  甲: 乙", "how: 甲\n#3\nwhy: 乙", "how: https://a.example/#3",
])  # fmt: skip
def test_comments_and_texts_that_are_whole_are_not_told(text):
    assert told(text) == []


@given(text=WORD, remark=st.text("甲乙 #abc'\"[]{}:,-|>", max_size=12), before=BLANKS, after=BLANKS)
def test_a_comment_with_a_blank_after_its_sign_is_never_told(text, remark, before, after):
    assert told(f"- how: {text}{before}#{after}{remark}\n  why: 乙\n") == []


@given(text=WORD, lost=WORD, before=BLANKS)
def test_whatever_is_lost_is_told(text, lost, before):
    assert [rule for rule, *_ in told(f"how: {text}{before}#{lost}\nwhy: 乙\n")] == ["text-cut-off"]
