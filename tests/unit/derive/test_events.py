"""What is due around events: how far before or after."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.derive.events import Offset, event_duties
from handbook.derive.work import groups_of
from handbook.model.handbook import Handbook

CONTENT = """
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: anyone, title: 任何人, members: [clerk]}
- {kind: standard, id: soon, title: 期限, value: 2个工作日}
- kind: procedure
  id: visit
  title: 回访
  schedule:
    - {after: {event: 提车, at: 7-10天}}
    - {before: {event: 生日, at: 1个月}}
    - {when: {event: 投诉}}
    - {before: {event: 年审, at: 待定}}
  steps:
    - {id: a, do: 打电话, by: clerk, within: {within: "[[soon]]", after: 提车}}
    - {id: b, do: 归档, by: clerk, within: {within: 次日, after: 提车}}
- {kind: procedure, id: old, title: 旧, status: retired, schedule: {when: {event: 甲}}, steps: [{id: a, do: 做}]}
"""  # noqa: E501


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT)


def test_every_event_gives_the_first_and_last_day(handbook: Handbook) -> None:
    found = {
        (str(duty.event), duty.relation, duty.step and str(duty.step.id)): (duty.first, duty.last)
        for duty in event_duties(handbook)
    }
    assert found == {
        ("提车", "after", None): (Offset(days=7), Offset(days=10)),
        ("生日", "before", None): (Offset(months=1), Offset(months=1)),
        ("投诉", "when", None): (Offset(), Offset()),
        ("年审", "before", None): (None, None),
        ("提车", "after", "a"): (Offset(working=False), Offset(days=2, working=True)),
        ("提车", "after", "b"): (Offset(), Offset(days=1)),
    }


def test_who_belongs_to_a_group_finds_it(handbook: Handbook) -> None:
    assert groups_of(handbook, handbook["clerk"]) == (handbook["anyone"],)
