"""Whatever the bytes: an answer, made of our own nodes, with places inside the file."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook.read import Record, Sequence, Text, composer, read_text
from handbook.read.characters import evened_out
from handbook.read.decoding import decode

VALID = """\
- kind: procedure
  id: complaint
  title: 客户投诉处理
  asks: [我要投诉, 找你们领导]
  promise: {within: 24小时, to: 客户}
  steps:
    - id: record
      do: "记录 [[complaint-form]]"
      by: [front-desk]
      how: |
        先听完，
        再复述。
      branches:
        - {when: 涉及人身安全, go: escalate}
- kind: term
  id: refund
  definition: 退款
"""
SIGNS = st.sampled_from(
    [
        *":-[]{},#&*!|>%@`'\"?\\~ \n\t\r\x85\u2028\ufeff\x00\ud800：，“”［－　a标",
        *("kind: ", "- ", "\n  ", "\n- ", "---\n", "<<: ", "id：", ": "),
    ]
)


def check(text: str, path: str = "a.yml") -> None:
    root, problems = read_text(text, path)
    lines = evened_out(text).split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    assert problems or root is not None
    waiting = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if type(node) is Record:
            assert all(type(key) is Text for key in node)
            waiting += [*node, *node.values()]
        elif type(node) is Sequence:
            waiting += node
        else:
            assert type(node) is Text
            assert (node.path, node.line >= 1, node.column >= 1) == (path, True, True)
            assert node.block in (True, False)


@given(st.binary())
def test_any_bytes(content):
    text, problems = decode(content, "a.yml")
    assert (text is None) == bool(problems)
    if text is not None:
        check(text)


@given(st.text())
def test_any_text(text):
    check(text)


@given(st.lists(SIGNS, max_size=40))
def test_any_heap_of_signs(signs):
    check("".join(signs))


@given(
    st.lists(
        st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), SIGNS), min_size=1, max_size=4
    )
)
def test_any_damage_to_a_good_file(changes):
    text = VALID
    for at, length, sign in changes:
        text = text[:at] + sign + text[at + length :]
    check(text)


@given(st.lists(SIGNS, max_size=20))
def test_the_parser_without_libyaml_serves_as_well(signs):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "LOADER", yaml.SafeLoader)
        check("".join(signs))


def test_both_parsers_read_the_same():
    with_libyaml = read_text(VALID, "a.yml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "LOADER", yaml.SafeLoader)
        assert read_text(VALID, "a.yml") == with_libyaml
