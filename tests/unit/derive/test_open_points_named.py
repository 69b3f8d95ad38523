"""Something open is called what its own part calls it: one key has several names in a handbook."""

from __future__ import annotations

import pytest
from tests.written import loaded

from handbook.derive.registers import open_points
from handbook.model.json_schema import field_words

TEXT = """
- kind: procedure
  id: p
  title: 流程
  promise: {within: 待定, to: 待定}
  schedule: {every: 待定}
  steps:
    - {id: a, do: 甲, how: 待定, say: 待定, checks: [{text: 乙, value: 待定}]}
    - {id: b, do: 丙, escalate: {after: 待定, to: 待定}}
- kind: script
  id: s
  title: 话术
  slots: {称呼: {example: 待定}}
  lines: [{id: l, say: 待定}]
- kind: unit
  id: u
  title: 部
  shifts: [{title: 待定, from: "8:00"}]
"""


def names() -> set[str]:
    found = open_points(loaded(TEXT).handbook)
    return {
        " ".join((
            f"{each.holder.__name__}.{each.field}",
            field_words(each.holder, each.field, "zh-CN")["label"],
        ))
        for each in found
        if each.field is not None
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "Promise.within 时限",
        "Promise.to 承诺对象",
        "Schedule.every 周期",
        "Step.how 怎么做",
        "Step.say 话术",
        "Check.value 记下的值",
        "Escalation.after 超过",
        "Escalation.to 报给",
        "Slot.example 示例",
        "Shift.title 班名",
    ],
)
def test_an_open_field_is_called_what_its_part_calls_it(name: str) -> None:
    assert name in names()
