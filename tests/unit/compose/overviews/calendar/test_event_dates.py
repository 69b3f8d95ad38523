"""What is due around an event stands in the order of its dates, with its rule as data."""

from __future__ import annotations

from tests.written import handbook_of

from handbook.compose.overviews.calendar.event_dates import EventView, calendars_in, events_of
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: p
  title: 交车
  steps:
    - {id: a, do: 甲, by: clerk, schedule: {after: {event: 提车, at: 7-10天}}}
    - {id: b, do: 乙, by: clerk, schedule: {before: {event: 提车, at: 1个月}}}
    - {id: c, do: 丙, by: clerk, schedule: {after: {event: 提车, within: 2个工作日}}}
    - {id: d, do: 丁, by: clerk, schedule: {when: 生日}}
    - {id: e, do: 戊, by: clerk, within: {within: 3天, after: 提车}}
    - {id: f, do: 己, by: clerk, schedule: {after: {event: 提车, at: 1个月}}}
    - {id: g, do: 庚, by: clerk, schedule: {before: {event: 提车, at: 40天}}}
- {kind: procedure, id: q, title: 祝贺, schedule: {when: 生日}, steps: [{id: a, do: 做, by: clerk}]}
"""


def events() -> list[EventView]:
    made = handbook_of(TEXT)
    return events_of([Screen(made, made.organisation, "overview/dates.md")])


def test_the_event_with_most_work_stands_first() -> None:
    assert [(event.name, len(event.lines)) for event in events()] == [("提车", 6), ("生日", 2)]


def test_what_is_due_stands_in_the_order_of_its_dates_with_its_rule() -> None:
    told = [
        (line.what.striptags().split()[1], str(line.rule).replace("\u2009", ""), line.data)
        for line in events()[0].lines
    ]
    assert told == [
        ("庚", "提车前 40天", "[-1,[0,40,0],[0,40,0]]"),
        ("乙", "提车前 1个月", "[-1,[1,0,0],[1,0,0]]"),
        ("丙", "提车后 2个工作日内", "[1,[0,0,0],[0,2,1]]"),
        ("戊", "提车后 3天内", "[1,[0,0,0],[0,3,0]]"),
        ("甲", "提车后 7-10天", "[1,[0,7,0],[0,10,0]]"),
        ("己", "提车后 1个月", "[1,[1,0,0],[1,0,0]]"),
    ]


def test_a_step_names_its_procedure_and_a_procedure_stands_alone() -> None:
    steps, whole = events()[1].lines
    assert steps.what.striptags() == "4 丁 交车"
    assert whole.what.striptags() == "祝贺"
    assert {line.people for line in (steps, whole)} == {"clerk"}
    assert whole.who.striptags() == "文员"


def test_only_where_working_days_count_the_page_knows_which_are_worked() -> None:
    known = [line.what.striptags()[2] for line in events()[0].lines if line.worked is not None]
    assert known == ["丙"]
    assert len(calendars_in(events())) == 1
