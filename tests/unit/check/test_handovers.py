"""Two procedures give the same people the same time to hand over the same document."""

from __future__ import annotations

import pytest

HEAD = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- {kind: form, id: sheet, title: 登记表, groups: [{title: 组, fields: [{id: a, label: 名}]}]}
"""
TWO = (
    "- {{kind: procedure, id: {id}, title: 流程{id},"
    " steps: [{first}, {{id: z, do: 收, by: {to}}}]}}\n"
)
STEP = "{{id: a, do: 转交, by: {by}, fill: sheet, within: {within}{more}}}"


def told(one: dict[str, str], other: dict[str, str], rules) -> int:
    usual = {"by": "clerk", "within": "1天", "more": "", "to": "boss"}
    written = HEAD + "".join(
        TWO.format(id=id, first=STEP.format(**usual | given), to=(usual | given)["to"])
        for id, given in (("a", one), ("b", other))
    )
    return rules(written).count("conflicting-limits")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({}, {}, 0),
        ({}, {"within": "24小时"}, 0),
        ({}, {"within": "3天"}, 1),
        ({}, {"within": "1-2天"}, 1),
        ({}, {"within": "立即"}, 0),
        ({}, {"within": "3天", "by": "boss"}, 0),
        ({}, {"within": "3天", "to": "clerk"}, 0),
        ({"by": "待定"}, {"by": "待定", "within": "3天"}, 0),
        ({"to": "待定"}, {"to": "待定", "within": "3天"}, 0),
        ({"to": "clerk"}, {"to": "clerk", "within": "3天"}, 0),
        ({"more": ", inform: boss", "to": "clerk"}, {"within": "3天"}, 1),
        ({"more": ", next: end"}, {"within": "3天", "more": ", next: end"}, 0),
        ({"within": "{within: 1天, after: 收到}"}, {"within": "{within: 3天, after: 收到}"}, 1),
        ({"within": "{within: 1天, after: 收到}"}, {"within": "{within: 3天, after: 签字}"}, 0),
        ({"within": "{within: 1天, after: 收到}"}, {"within": "{within: 3天, before: 收到}"}, 0),
    ],
)  # fmt: skip
def test_only_the_same_handover_in_the_same_case_is_compared(one, other, count, rules) -> None:
    assert told(one, other, rules) == count
