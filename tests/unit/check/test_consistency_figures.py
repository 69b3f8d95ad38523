"""Figures in texts against standards, and tiers against each other."""

import pytest

from handbook.check.consistency.quantities import quantities

STANDARD = "- {kind: standard, id: pickup, title: 电话接起时限, value: 15秒, sense: at-most}\n"
POLICY = "- {kind: policy, id: phones, title: 电话制度, articles: [{id: one, text: %s}]}\n"


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("24小时内", "s", 86400, 86400),
        ("七至十天", "s", 7 * 86400, 10 * 86400),
        ("85分以上", "分", 85, 85),
        ("满分 100%", "%", 100, 100),
        ("第7日", "no.s", 7 * 86400, 7 * 86400),
        ("2个工作日", "wd", 2, 2),
        ("1.5万元", "元", 15000, 15000),
        ("两百二十人", "人", 220, 220),
        ("within 3 days", "s", 3 * 86400, 3 * 86400),
    ],
)
def test_a_figure_is_read_with_its_unit(text, unit, low, high):
    (found,) = quantities(text)
    assert (found.unit, found.low, found.high) == (unit, low, high)


@pytest.mark.parametrize(
    "text", ["10月8日", "2026-10-01", "8800 转 3", "A4", "第三条", "3D", "一般"]
)
def test_a_date_or_a_bare_number_is_no_figure(text):
    assert not [each for each in quantities(text) if each.unit == "s"]


@pytest.mark.parametrize("text", ["电话响起 15 秒内接起", "电话十五秒内要接起"])
def test_a_figure_typed_again_is_told(rules, text):
    assert rules(STANDARD + POLICY % text) == ["repeated-standard"]


def test_another_figure_for_the_same_subject_is_told(rules):
    assert rules(STANDARD + POLICY % "电话接起不得晚于 20 秒") == ["contradicted-standard"]


@pytest.mark.parametrize(
    "text",
    [
        "洗手 15 秒",  # the same figure, another subject
        "电话铃声 20 秒一轮",  # part of the subject, another figure
        "电话接起后 3 分钟内办完",  # counts from the subject
        '"电话 [[pickup]] 内接起，最晚 15秒"',  # quoted in the same sentence
        "电话接起 15秒以上的记下来",  # counts the other way
    ],
)
def test_what_may_be_another_thing_is_not_told(rules, text):
    assert rules(STANDARD + POLICY % text) == []


def test_one_common_word_does_not_make_a_contradiction(rules):
    assert rules(STANDARD.replace("电话接起", "响应") + POLICY % "响应之时，两分钟内到场") == []


def test_a_standard_binds_only_what_it_applies_to(rules):
    role = "- {kind: role, id: %s, title: %s, reports_to: boss}\n"
    text = (
        role % ("clerk", "接线员")
        + role % ("guard", "门卫")
        + "- {kind: role, id: boss, title: 经理}\n"
        + STANDARD.replace("sense", "applies_to: clerk, sense")
        + "- kind: procedure\n  id: call\n  title: 来电\n  steps:\n"
        + "    - {id: one, do: 电话接起, by: guard, within: 15秒}\n"
        + "    - {id: two, do: 电话接起, by: clerk, within: 15秒}\n"
    )
    assert rules(text) == ["repeated-standard"]


def test_a_standard_of_another_section_is_not_in_scope(rules):
    section = "title: 二部\n"
    found = rules(
        STANDARD.replace("- {", "{"), b__section=section, b__phones=POLICY[2:] % "查 15 秒"
    )
    assert "repeated-standard" not in found


def tiers(*cells):
    rows = ", ".join(f"[{cell!r}, 甲]" for cell in cells)
    table = f"table: {{columns: [档, 结果], rows: [{rows}]}}"
    return f"- {{kind: policy, id: p, title: 制度, articles: [{{id: a, {table}}}]}}"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["60%-80%", "80%-99%", "100%以上"], ["overlapping-tiers", "gap-between-tiers"]),
        (["三次以内", "三次以上"], ["overlapping-tiers"]),
        (["1-3", "三次以上"], ["overlapping-tiers"]),
        (["不满3天", "3-7天", "超过7天"], []),
        (["1-3", "4-6", "7以上"], []),
        (["1-3次", "5次以上"], ["gap-between-tiers"]),
        (["100元以下", "101元-500元", "超过500元"], []),
        (["不满60分", "超过60分"], ["gap-between-tiers"]),
        (["<60%", "60%-80%", ">80%"], []),
        (["满100元", "满200元", "满500元"], []),  # thresholds, not tiers
        (["3天以内", "1天以内"], []),  # two limits, not tiers
        (["一般", "60%-80%", "80%-90%"], []),  # not a scale throughout
        (["30%", "30%", "40%"], []),
    ],
)
def test_tiers_meet_without_overlap_and_gap(rules, cells, expected):
    assert sorted(rules(tiers(*cells))) == sorted(expected)
