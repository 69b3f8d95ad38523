"""The plan of a run says how many working days a limit is, and which days are worked."""

from tests.written import SETTINGS, handbook_of

from handbook.compose.kinds.procedure.running import running
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Procedure

TEXT = """
- {kind: role, id: r, title: 岗位}
- kind: procedure
  id: p
  title: 办理
  promise: 5个工作日
  steps:
    - {id: a, do: 受理, by: r, within: 2个工作日}
    - {id: b, do: 办结, by: r, within: 2天}
    - {id: c, do: 归档, by: r, within: 1-3个工作日}
"""


def test_limits_of_working_days_are_told_as_such() -> None:
    settings = f"{SETTINGS}hours: {{周一至周五: 8:30-17:30, 周六: 9:00-12:00}}\n"
    made = handbook_of(TEXT, handbook=settings, holidays="off: 2027-01-01\n")
    (procedure,) = made.of(Procedure)
    plan = running(procedure, Screen(made, procedure.section, "p.html"))
    assert plan["promise"] == {"seconds": 432000, "working": 5}
    assert [step["limit"].get("working") for step in plan["steps"]] == [2, None, 3]
    assert plan["worked"]["weekdays"] == [0, 1, 2, 3, 4, 5]
    assert plan["worked"]["off"] == ["2027-01-01"]
    assert plan["worked"]["closes"][4:6] == [1050, 720]
