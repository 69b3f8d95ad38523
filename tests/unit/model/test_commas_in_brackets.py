"""A text in brackets that holds a comma ends there: what follows is a key that is not known."""

from __future__ import annotations

import pytest
from tests.written import loaded

STEP = """\
- {kind: role, id: clerk, title: 接待员}
- kind: procedure
  id: visit
  title: 接待来客
  promise: {within: 3天, to: %s}
  steps:
    - {id: greet, do: 问好, by: clerk, checks: [{text: %s}]}
"""


@pytest.mark.parametrize(
    ("to", "text", "lines"),
    [
        ("客户, 来宾", "记下原话", [5]),
        ("客户", "记下, 原话", [7]),
        ("客户, 来宾", "记下, 原话", [5, 7]),
        ("'客户, 来宾'", "记下，原话", []),
    ],
)
def test_each_is_told_in_its_line_however_many_there_are(to: str, text: str, lines: list) -> None:
    found = loaded(STEP % (to, text)).problems
    assert [(each.rule, each.hint) for each in found] == [("unknown-key", "comma")] * len(lines)
    assert [each.place.line for each in found] == lines


def test_a_known_key_without_a_value_is_not_written_yet() -> None:
    assert loaded(STEP % ("客户", "记下, note")).problems == ()


def test_an_unknown_key_without_a_value_in_a_line_of_its_own_is_no_end_of_a_text() -> None:
    text = STEP % ("客户", "记下") + "  weather:\n"
    assert [(each.rule, each.hint) for each in loaded(text).problems] == [("unknown-key", "known")]
