"""Names, days and events that are taken for one another, and documents for few."""

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [("price-list", "price-lists"), ("form-l1", "form-ll"), ("complaint-form", "compliant-form"),
     ("reply-policy", "reply-policies"), ("signin-form", "sign-in-form")],
)  # fmt: skip
def test_ids_that_look_alike_are_told(rules, one, other):
    text = "- {kind: document, id: %s, title: 甲}\n- {kind: document, id: %s, title: 乙}\n"
    assert rules(text % (one, other)) == ["look-alike-id"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("visit-7dc", "visit-3dc"), ("care", "card"), ("file-a", "file-b"), ("late-rate", "late-date"),
     ("class", "clas"), ("sending", "sensing")],
)  # fmt: skip
def test_ids_that_differ_on_purpose_are_not_told(rules, one, other):
    text = "- {kind: document, id: %s, title: 甲}\n- {kind: document, id: %s, title: 乙}\n"
    assert rules(text % (one, other)) == []


def test_ids_of_different_kinds_or_branches_are_not_compared(rules):
    one, other = (
        "{kind: document, id: notes, title: 甲}",
        "{kind: term, id: note, title: 乙, definition: 丙}",
    )
    assert rules(f"- {one}\n- {other}\n") == []
    a, b = "{kind: document, id: note, title: 甲}", "{kind: document, id: notes, title: 甲}"
    files = {"a__section": "title: 一部", "b__section": "title: 二部", "a__all": a, "b__all": b}
    assert rules("{kind: document, id: paper, title: 乙}", **files) == []


def test_a_section_may_replace_a_document_under_its_own_title(rules):
    text = "{kind: document, id: %s, title: 须知}"
    below = {"a__section": "title: 一部"}
    assert rules(text % "notice", **below, a__all=text % "notice") == []
    assert rules(text % "notice", **below, a__all=text % "rules") == ["shared-title"]


def scheduled(schedule):
    return (
        "- {kind: role, id: clerk, title: 甲, reports_to: chief}\n"
        "- {kind: role, id: chief, title: 乙}\n"
        "- kind: procedure\n  id: work\n  title: 流程\n"
        "  steps: {id: one, do: 做, by: [clerk, chief]}\n"
        f"  schedule: {schedule}\n"
    )


@pytest.mark.parametrize(
    "day", ["周八", "星期七", "周曰", "周0", "礼拜九", "32日", "13月", "2月30日", "Wensday"]
)
def test_a_day_in_no_calendar_is_told(rules, day):
    assert rules(scheduled(f"{{every: 周, on: {day}}}")) == ["unknown-day"]


@pytest.mark.parametrize(
    "day", ["周一", "星期日", "周末", "周年庆", "31日", "12月", "次年1月", "春节", "月底",
            "Monday", "Fri", "holiday", "2月29日", "5日至25日", "周一至周五", "working days",
            "weekdays", "bank holidays"],
)  # fmt: skip
def test_a_day_of_the_calendar_is_fine(rules, day):
    assert "unknown-day" not in rules(scheduled(f"{{every: 周, on: {day}}}"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("客户提车", "客户提车后"), ("客户 提车", "客户提车"), ("收到账单", "收到帐单"),
     ("新车到店", "新到车店"),
     ("car delivered", "car deliverd")],
)  # fmt: skip
def test_an_event_spelt_in_two_ways_is_told(rules, one, other):
    found = rules(scheduled(f"[{{after: {{event: {one}}}}}, {{after: {{event: {other}}}}}]"))
    assert found == ["event-spelt-twice"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("保内产品报故障", "保外产品报故障"), ("客户提车", "客户交车"), ("来电", "来信"),
     ("首次提车", "提车"),
     ("会议开始", "会议结束"), ("老客户到店", "新客户到店")],
)  # fmt: skip
def test_two_events_are_not_taken_for_one(rules, one, other):
    assert rules(scheduled(f"[{{after: {{event: {one}}}}}, {{after: {{event: {other}}}}}]")) == []


@pytest.mark.parametrize(
    ("reader", "wanted", "expected"),
    [("public", "staff", ["narrower-target"]), ("staff", "manager", ["narrower-target"]),
     ("manager", "staff", []), ("staff", "staff", []), ("staff", "待定", ["narrower-target"])],
)  # fmt: skip
def test_a_document_for_few_is_not_mentioned_where_many_read(rules, reader, wanted, expected):
    text = (
        "- {kind: policy, id: a, title: 甲, audience: %s, articles: {id: x, text: '见[[b]]'}}\n"
        "- {kind: policy, id: b, title: 乙, audience: %s, articles: {id: x, text: 丙}}\n"
    )
    assert rules(text % (reader, wanted)) == expected
