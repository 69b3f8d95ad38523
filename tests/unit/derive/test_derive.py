"""What follows from the definitions."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.derive.duties import duties
from handbook.derive.limits import budget, time_limits
from handbook.derive.registers import documents, open_points, records
from handbook.derive.responsibilities import assignments, matrix, parts_by_person
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure

CONTENT = """
- {kind: unit, id: team, title: 客服组, head: boss}
- {kind: role, id: boss, title: 经理, unit: team}
- {kind: role, id: front, title: 前台, unit: team, reports_to: boss}
- {kind: role, id: clerk, title: 文员, unit: team}
- {kind: form, id: slip, title: 投诉单, keep: 3年, filed_at: 档案柜, groups: [{fields: [姓名]}]}
- {kind: form, id: diary, title: 日报, keep: 待定, groups: [{fields: 待定}]}
- {kind: standard, id: quick, title: 应答时限, value: 20秒}
- kind: procedure
  id: complaint
  title: 投诉处理
  owner: boss
  promise: 24小时
  schedule: {every: 周, on: 周一}
  steps:
    - {id: listen, do: 听, by: front, within: "[[quick]]"}
    - {id: fix, do: 办, by: [clerk, front], within: 20小时, consult: boss, inform: team}
    - id: close
      do: 归档
      by: boss
      within: 8小时
      fill: slip
      schedule: {every: 月}
      escalate: {after: 2天, to: team}
  records: [{form: slip}, {text: 台账, keep: 1年, where: 电脑}]
  open: [谁批准]
"""


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT)


def parts(handbook: Handbook, step: str) -> set[tuple[str, str, bool]]:
    found = assignments(handbook, handbook["complaint"])
    return {(part.letter, part.who.id, part.derived) for part in found if part.step.id == step}


def test_the_superior_of_the_first_doer_answers_for_a_step(handbook: Handbook) -> None:
    assert ("A", "boss", True) in parts(handbook, "listen")


def test_the_head_of_the_unit_answers_where_no_superior_is_written(handbook: Handbook) -> None:
    assert parts(handbook, "fix") == {
        ("R", "clerk", False), ("R", "front", False), ("A", "boss", True),
        ("C", "boss", False), ("I", "team", False),
    }  # fmt: skip


def test_the_owner_answers_for_what_the_head_does(handbook: Handbook) -> None:
    assert ("A", "boss", True) in parts(handbook, "close")


def test_the_matrix_has_a_row_a_step_and_a_column_a_person(handbook: Handbook) -> None:
    table = matrix(handbook, handbook.of(Procedure))
    assert [who.id for who in table.columns] == ["front", "boss", "clerk", "team"]
    assert [row.number for row in table.rows] == [1, 2, 3]


def test_everything_a_role_has_a_part_in_is_gathered(handbook: Handbook) -> None:
    found = parts_by_person(handbook)[handbook["front"]]
    assert [(part.step.id, part.letter) for part in found] == [("listen", "R"), ("fix", "R")]


def test_every_limit_promise_and_escalation_is_listed(handbook: Handbook) -> None:
    found = [(limit.kind, limit.seconds) for limit in time_limits(handbook)]
    assert found == [
        ("promise", 86400), ("step", 20), ("step", 72000), ("step", 28800), ("escalation", 172800),
    ]  # fmt: skip


def test_the_longest_way_is_held_against_the_promise(handbook: Handbook) -> None:
    found = budget(handbook, handbook["complaint"])
    assert (found.total, found.promised, found.is_exceeded) == (20 + 28 * 3600, 24 * 3600, True)


def test_duties_of_procedures_and_steps_are_gathered_by_rhythm(handbook: Handbook) -> None:
    found = [(duty.rhythm, duty.step and str(duty.step.id)) for duty in duties(handbook)]
    assert found == [("week", None), ("month", "close")]


def test_the_register_of_documents_leaves_roles_out(handbook: Handbook) -> None:
    kinds = {entry.definition.kind for entry in documents(handbook)}
    assert kinds == {"procedure", "form"}


def test_a_record_takes_from_its_form_what_the_procedure_does_not_say(handbook: Handbook) -> None:
    first = next(records(handbook))
    assert (str(first.keep), first.where) == ("3年", "档案柜")


def test_a_form_that_no_procedure_lists_is_registered_too(handbook: Handbook) -> None:
    *_, last = records(handbook)
    assert (last.form.id, last.procedure) == ("diary", None)


def test_open_points_are_entries_of_open_and_fields_that_say_so(handbook: Handbook) -> None:
    found = {(point.definition.id, point.field, str(point.text)) for point in open_points(handbook)}
    assert found == {
        ("diary", "keep", "待定"), ("diary", "fields", "待定"), ("complaint", None, "谁批准"),
    }  # fmt: skip
