"""How a definition is typed leaves its edition; what it says makes it."""

import pytest

WRITTEN = """\
- kind: procedure
  id: p
  title: 投诉处理
  purpose: 第一行。
  steps:
    - id: a
      do: 登记
      by: desk
      within: 30分钟
      how: |-
        先听完。
        再复述。
      checks: [车牌号]
      schedule: {every: 周, on: 周一}
      critical: yes
      together_with: [b, c]
      escalate: {after: 24小时, to: desk}
    - {id: b, do: 转办, branches: [{when: 不急, go: c}, {go: end}]}
    - {id: c, do: 归档, next: a, use: [paper]}
    - {id: d, do: 散会}
  records: [原件]
- {kind: role, id: desk, title: 前台}
- {kind: document, id: paper, title: 租约, external: no}
"""
SAME = {
    "a comment": ("- kind: procedure", "# 说明\n- kind: procedure  # 流程"),
    "a note": ("  id: p\n", "  id: p\n  note: 编者的话\n"),
    "a note within": ("next: a", "next: a, note: 待核"),
    "words to search for": ("  id: p\n", "  id: p\n  asks: [我要投诉]\n  tags: [客户]\n"),
    "another name": ("  id: p\n", "  id: p\n  aliases: [客诉]\n"),
    "where it is from": ("  id: p\n", "  id: p\n  source: 汇编\n"),
    "the order of keys": (
        "  title: 投诉处理\n  purpose: 第一行。\n",
        "  purpose: 第一行。\n  title: 投诉处理\n"
    ),
    "quotes": ("purpose: 第一行。", 'purpose: "第一行。"'),
    "single quotes": ("do: 登记", "do: '登记'"),
    "a block": ("purpose: 第一行。", "purpose: >\n    第一行。"),
    "a block with a line end": ("how: |-", "how: |"),
    "escapes": ("how: |-\n        先听完。\n        再复述。", 'how: "先听完。\\n再复述。"'),
    "flow as block": ("checks: [车牌号]", "checks:\n        - 车牌号"),
    "a list of one": ("by: desk", "by: [desk]"),
    "one for a list of one": ("records: [原件]", "records: 原件"),
    "a limit spelt out": ("within: 30分钟", "within: {within: 30分钟}"),
    "a check spelt out": ("[车牌号]", "[{text: 车牌号}]"),
    "a blank before a unit": ("30分钟", "30 分钟"),
    "a short unit": ("30分钟", "30min"),
    "an English unit": ("24小时", "24 hours"),
    "an escalation spelt out": ("after: 24小时", "after: {within: 24小时}"),
    "another word for yes": ("critical: yes", "critical: 是"),
    "a no that goes without saying": ("{id: d,", "{id: d, critical: no,"),
    "a no left out": (", external: no", ""),
    "choices taken anyhow": ("  id: p\n", "  id: p\n  mode: read-do\n  status: active\n"),
    "the next step, said": ("do: 转办,", "do: 转办, next: c,"),
    "an empty key": ("  id: p\n", "  id: p\n  scope:\n"),
    "another word for a week": ("every: 周", "every: 每周"),
    "an address for an id": ("by: desk", "by: /desk"),
    "the order of steps at once": ("[b, c]", "[c, b]"),
    "who owns and approves it": ("  id: p\n", "  id: p\n  owner: desk\n  approved_by: desk\n"),
    "its version and dates": (
        "  id: p\n", "  id: p\n  version: 2\n  effective: 2026-10-01\n  review_every: 1年\n"
    ),
    "for whom it is": ("  id: p\n", "  id: p\n  audience: staff\n"),
}  # fmt: skip
OTHER = {
    "a word": ("先听完。", "先看完。"),
    "a line end": ("先听完。\n        再复述。", "先听完。再复述。"),
    "a code": ("  id: p\n", "  id: p\n  code: KF-1\n"),
    "a draft": ("  id: p\n", "  id: p\n  status: draft\n"),
    "an open point": ("  id: p\n", "  id: p\n  open: [待核]\n"),
    "as long in another unit": ("after: 24小时", "after: 1天"),
    "a limit still open": ("within: 30分钟", "within: 待定"),
    "a yes or no still open": ("external: no", "external: 待定"),
    "a part still open": ("  records: [原件]", "  records: 待定"),
    "the way of a branch": ("go: c", "go: d"),
    "the end of the work": ("{go: end}", "{go: a}"),
    "a step moved": (
        "    - {id: c, do: 归档, next: a, use: [paper]}\n    - {id: d, do: 散会}\n",
        "    - {id: d, do: 散会}\n    - {id: c, do: 归档, next: a, use: [paper]}\n",
    ),
    "the title of what is named": ("title: 前台", "title: 柜台"),
}


def editions(handbook) -> tuple[str, ...]:
    return tuple(handbook.edition(handbook[id]) for id in ("p", "paper"))


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_is_told_alike_has_one_edition(handbook, change):
    assert change[0] in WRITTEN
    assert editions(handbook(WRITTEN.replace(*change, 1))) == editions(handbook(WRITTEN))


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_readers_are_shown_makes_it(handbook, change):
    assert change[0] in WRITTEN
    assert editions(handbook(WRITTEN.replace(*change, 1))) != editions(handbook(WRITTEN))


def test_what_a_section_gives_does_not_count(handbook):
    given = "title: 公司\ndefaults: {version: '2', owner: desk, effective: 2026-10-01}\n"
    assert editions(handbook(WRITTEN, section=given)) == editions(handbook(WRITTEN))


def test_a_mention_counts_as_what_it_reads_as(handbook):
    def edition(text):
        one = f"{{kind: term, id: t, title: 词, definition: '{text}'}}"
        two = "{kind: standard, id: s, title: 时限, value: '[[u]]'}"
        return handbook(f"- {one}\n- {two}\n- {{kind: standard, id: u, title: 秒, value: 20秒}}")

    told = [edition(text) for text in ("在[[s]]内", "在[[s|20秒]]内", "在[[/u]]内", "在20秒内")]
    assert len({each.edition(each["t"]) for each in told}) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("20s", "20秒", True),
        ("2wd", "2 个工作日", True),
        ("7–10 days", "7-10天", True),
        ("100分", "100分钟", False),
        ("3月", "3个月", False),
        ("20元", "20 元", True),
        ("20 s", "20 t", False),
    ],
)
def test_the_value_of_a_standard_counts_as_the_figure_it_is(handbook, one, other, is_same):
    text = "{kind: standard, id: s, title: 时限, value: %s}"
    first, second = (handbook(text % value) for value in (one, other))
    assert (first.edition(first["s"]) == second.edition(second["s"])) == is_same


def test_standards_that_name_each_other_have_editions(handbook):
    pair = "- {kind: standard, id: %s, title: 标准, value: '[[%s]]'}\n"
    made = handbook(pair % ("a", "b") + pair % ("b", "a"))
    assert made.edition(made["a"]) == made.edition(made["b"])


def test_an_edition_is_six_hexadecimal_digits(handbook):
    edition, _ = editions(handbook(WRITTEN))
    assert len(edition) == 6
    int(edition, 16)
