"""What a definition says arrives on its sheets, as text and never as code."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from tests.composed import text_of

from handbook.compose.sheets import compose_sheets
from handbook.model.kinds import KINDS
from handbook.model.load import load
from handbook.model.sheets_made import SHEETS_OF

SETTINGS = """\
title: 手册
organisation: 服务中心
"""
PEOPLE = """\
- {kind: unit, id: desk, title: 前台组}
- {kind: role, id: officer, title: 专员, unit: desk}
- {kind: role, id: manager, title: 经理, unit: desk}
- {kind: document, id: contract, title: 合同原件}
- kind: form
  id: slip
  title: 登记单
  code: FM-1
  groups: [{title: 甲组, fields: [{id: name, label: 姓名}]}]
- {kind: script, id: hello, title: 开场, code: SC-1, lines: ["{客户}您好，听我说。"]}
"""
PROCEDURE = """\
- kind: procedure
  id: rich
  title: 题目甲
  code: PR-9
  version: "3.2"
  effective: 2026-10-01
  review_every: 1年
  owner: officer
  approved_by: manager
  summary: 概要乙
  purpose: 目的丙
  scope: 范围丁
  trigger: 启动戊
  source: 出处己
  mode: do-confirm
  promise: {within: 36小时, to: 客户庚}
  schedule: {every: 周, on: 周一, at: 14:30}
  open: [未定辛]
  steps:
    - id: one
      phase: 阶段壬
      do: 动作癸
      by: officer
      accountable: manager
      consult: desk
      inform: manager
      within: 45分钟
      schedule: {every: 月}
      how: 办法子
      say: hello
      fill: slip
      use: contract
      checks: [打勾丑, {text: 填写寅, value: text}, {text: 选择卯, options: [选项辰, 选项巳]}]
      critical: yes
      caution: 注意午
      why: 原因未
      source: 依据申
      branches: [{when: 条件酉, go: three}]
      escalate: {after: 50分钟, when: 情形戌, to: manager, how: 方式亥}
    - {id: two, do: 第二步, together_with: one, next: end}
    - {id: three, do: 第三步}
  records: [{form: slip, keep: 7年, where: 甲柜}, {text: 台账乙, where: 乙柜}]
  related: contract
"""
ON_BOTH = (
    "题目甲", "PR-9", "版本 3.2", "自 2026-10-01 起施行", "批准 经理", "阶段壬", "动作癸", "专员",
    "45 分钟内", "打勾丑", "填写寅", "选择卯", "选项辰", "选项巳", "▲关键", "注意午", "条件酉",
    "转第 3 步", "情形戌", "50 分钟", "登记单", "第二步", "第三步", "服务中心", "打印件仅在",
)  # fmt: skip
ON_DOCUMENT = (
    "概要乙", "目的丙", "范围丁", "启动戊", "出处己", "做完逐条确认", "36 小时内（客户庚）",
    "每周 周一 14:30", "2027-10-01", "未定辛", "负责 经理", "征询 前台组", "告知 经理", "每月",
    "办法子", "开场", "“客户您好，听我说。”", "合同原件", "原因未", "依据申", "方式亥",
    "与第 1 步同时进行", "然后 → 结束", "7 年", "甲柜", "台账乙", "乙柜", "编制 专员",
)  # fmt: skip
ON_CHECKLIST = (
    "单号",
    "客户 / 事项",
    "经办人",
    "中断于第",
    "恢复时先重读上一步",
    "归档 甲柜、乙柜",
)

HOSTILE = "<img src=x onerror=alert(1)>{{ 7777*7777 }}{% raw %}&amp;<script>!p(file:///etc/passwd)</style>"


TEXTS = {"handbook": SETTINGS, "all": PEOPLE}


@pytest.mark.parametrize("word", ON_BOTH + ON_DOCUMENT)
def test_everything_in_a_procedure_stands_in_its_document(compose, word):
    assert word in text_of(compose(rich=PROCEDURE)["rich.procedure"])


@pytest.mark.parametrize("word", ON_BOTH + ON_CHECKLIST)
def test_a_checklist_has_what_one_run_needs(compose, word):
    assert word in text_of(compose(rich=PROCEDURE)["rich.checklist"])


def test_a_checklist_leaves_out_the_turn_that_only_says_go_on(compose):
    steps = (
        "[{id: a, do: 一, branches: [{when: 急, go: end}, {go: b}]}, "
        "{id: b, do: 二, branches: [{when: 再来, go: a}, {go: end}]}]"
    )
    sheets = compose(p=f"{{kind: procedure, id: p, title: 短, steps: {steps}}}")
    assert "否则" not in text_of(sheets["p.checklist"])
    assert text_of(sheets["p.procedure"]).count("否则") == 2


def test_a_form_is_asked_for_in_the_first_step_that_fills_it(compose):
    steps = "[{id: a, do: 一, fill: slip}, {id: b, do: 二, fill: slip}]"
    sheets = compose(p=f"{{kind: procedure, id: p, title: 短, steps: {steps}}}")
    assert text_of(sheets["p.checklist"]).count("登记单") == 1


def test_every_kind_that_is_printed_has_its_sheets(compose):
    sheets = compose(rich=PROCEDURE, rules="{kind: policy, id: rules, title: 规定, articles: "
                     "[{id: a, number: 第九条, title: 迟到, items: [甲, 乙]}]}")  # fmt: skip
    kinds = {kind for kind, made in SHEETS_OF.items() for _ in made}
    assert {sheet.kind for sheet in sheets.values()} == {*kinds, "overview", "book"}
    assert kinds <= set(KINDS)
    assert "第九条" in text_of(sheets["rules.policy"])


def test_what_is_not_settled_is_printed_so(compose):
    sheets = compose(
        p="{kind: procedure, id: p, title: 未定, effective: 待定, steps: 待定}",
        f="{kind: form, id: f, title: 未定表, groups: 待定}",
    )
    for name in ("p.procedure", "p.checklist", "f.form"):
        assert "待定" in text_of(sheets[name])
    assert "生效日期待定" in text_of(sheets["p.checklist"])


def test_a_script_marks_its_slots_and_says_what_never_to_say(compose):
    script = (
        "{kind: script, id: s, title: 话, slots: {客户: {example: 张先生}}, lines: [{id: a, say: "
        '"{客户}好", tone: 慢一点, branches: [{when: 生气, go: end}]}], always: [谢谢], '
        "never: [不归我管], phrases: [{label: 告别, words: [再见]}], manner: [微笑], "
        "avoid: [插话], channel: [phone], situation: 来电}"
    )
    sheet = compose(s=script)["s.script"]
    assert '<span class="slot">客户</span>好' in sheet.html
    spoken = ("慢一点", "生气", "谢谢", "不归我管", "告别", "再见", "微笑", "插话")
    for word in (*spoken, "电话", "来电", "张先生"):
        assert word in text_of(sheet)


def test_a_form_tells_its_way_its_copies_and_its_keeping_in_the_foot(compose):
    form = (
        "{kind: form, id: f, title: 表, filled_by: officer, approvals: manager, filed_at: 丙柜, "
        "keep: 3年, copies: [{title: 第一联, to: desk}, 第二联], groups: [{title: 组, fields: ["
        "{id: a, label: 分数, type: score, max: 20, required: yes}, {id: b, label: 明细, type: "
        "table, rows: 2, columns: [序, 名称]}]}]}"
    )
    sheet = compose(f=form)["f.form"]
    foot = re.sub(r"<[^>]*>", "", re.search(r"(?s)<footer.*?</footer>", sheet.html)[0])
    for word in ("专员填写", "经理签字", "丙柜", "保存", "第一联", "前台组", "第二联"):
        assert word in foot
    assert "编号" in text_of(sheet)
    assert "/ 20" in text_of(sheet)
    assert sheet.html.count("<col style=") == 2


@pytest.mark.parametrize(("status", "word"), [("draft", "草稿"), ("retired", "作废")])
def test_a_sheet_that_must_not_be_used_says_so(compose, status, word):
    sheets = compose(rich=PROCEDURE.replace("id: rich", f"id: rich\n  status: {status}"))
    for name in ("rich.procedure", "rich.checklist"):
        assert f'<div class="stamp">{word}</div>' in sheets[name].html
    assert 'class="stamp"' not in sheets["slip.form"].html


def test_what_is_retired_is_signed_no_more(compose):
    policy = "- {kind: policy, id: rule, title: 规定, articles: [{id: a, text: 一}]}\n"
    live = compose(rich=PROCEDURE, rule=policy)
    old = compose(
        rich=PROCEDURE.replace("id: rich", "id: rich\n  status: retired"),
        rule=policy.replace("id: rule", "id: rule, status: retired"),
    )
    for name in ("rich.procedure", "rich.checklist", "rich.observe", "rule.policy"):
        assert 'class="sign-off"' in live[name].html
        assert 'class="sign-off"' not in old[name].html
    for name in ("rich.checklist", "rich.observe"):
        assert 'class="run"' in live[name].html
        assert 'class="run"' not in old[name].html


def test_a_form_that_is_retired_asks_for_nothing(compose):
    asked = (
        "{label: 一, id: a}",
        "{label: 二, id: b, type: signature}",
        "{label: 三, id: c, type: choice, options: [甲, 乙]}",
        "{label: 四, id: d, type: table, columns: [{label: 签, type: signature}]}",
    )
    head, fields = "- {kind: form, id: old, title: 旧表, STATUS ", ", ".join(asked)
    form = f"{head}groups: {{fields: [{fields}]}}}}\n"
    live, old = (compose(a=form.replace("STATUS", each)) for each in ("", "status: retired,"))
    assert "<input" in live["old.fillable"].html
    assert "<input" not in old["old.fillable"].html


def test_a_qr_code_is_drawn_only_where_the_site_is_known(compose):
    assert "<svg" not in compose(rich=PROCEDURE)["rich.checklist"].html
    published = SETTINGS + "site_url: https://handbook.example/\n"
    assert "<svg" in compose(handbook=published, rich=PROCEDURE)["rich.checklist"].html


def test_paper_colour_and_validity_are_the_handbooks_own(compose):
    own = SETTINGS + "paper: Letter\naccent: '#ffcc00'\nvalidity: 以网页为准\n"
    sheet = compose(handbook=own, rich=PROCEDURE)["rich.checklist"]
    assert "@page { size: Letter }" in sheet.html
    assert "以网页为准" in text_of(sheet)
    assert "打印件仅在" not in text_of(sheet)
    assert "--accent: #ffcc00" not in sheet.html  # too light to read on white
    assert sheet.paper == "Letter"


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_every_label_of_every_sheet_is_known_in_each_language(compose, language):
    for sheet in compose(language, rich=PROCEDURE).values():
        assert f'<html lang="{language}"' in sheet.html


def test_the_same_handbook_gives_the_same_sheets_wherever_it_lies(compose, tmp_path):
    (tmp_path / "content").mkdir()
    for name, text in {**TEXTS, "rich": PROCEDURE}.items():
        (tmp_path / "content" / f"{name}.yml").write_text(text, encoding="utf-8")
    sheets = compose(rich=PROCEDURE)
    on_the_disk = compose_sheets(load(tmp_path).handbook, tmp_path)
    assert [each.html for each in on_the_disk] == [each.html for each in sheets.values()]
    for sheet in sheets.values():
        assert "http" not in sheet.html.replace("http://www.w3.org", "")


PLACES = ("#", "book:")  # how addresses of places within a sheet begin


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        inside = (name for name, value in attributes if name == "href" and value.startswith(PLACES))
        loading = {name for name, _ in attributes if name in ("src", "href", "onerror")}
        self.seen |= loading.difference(inside)


def hostile(yaml: str) -> str:
    """Put hostile words behind every Chinese text of the YAML."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    return re.sub(r"(?<=[ \[])[\u4e00-\u9fff]{2,}(?=[,\]}\n])",
                  lambda match: quoted.replace("'<img", f"'{match[0]}<img", 1), yaml)  # fmt: skip


def test_hostile_words_in_any_field_stay_words(compose):
    kept = ("promise:", "schedule:", "steps:")
    lines = [line if any(k in line for k in kept) else hostile(line + "\n").rstrip("\n")
             for line in PROCEDURE.splitlines()]  # fmt: skip
    form = (
        f"{{kind: form, id: f, title: '{HOSTILE}', summary: '{HOSTILE}', filed_at: '{HOSTILE}', "
        f"copies: ['{HOSTILE}'], groups: [{{title: '{HOSTILE}', fields: [{{label: '{HOSTILE}', "
        f"options: ['{HOSTILE}']}}, {{label: a, default: '{HOSTILE}'}}]}}]}}"
    )
    policy = (
        f"{{kind: policy, id: y, title: '{HOSTILE}', articles: [{{id: a, number: '{HOSTILE}', "
        f"title: '{HOSTILE}', text: '{HOSTILE}', items: ['{HOSTILE}'], "
        f"table: {{columns: ['{HOSTILE}'], rows: [['{HOSTILE}']]}}}}]}}"
    )
    sheets = compose(rich="\n".join(lines) + "\n", f=form, y=policy)
    assert sheets["rich.procedure"].html.count("&lt;img") >= 25
    assert min(sheets[name].html.count("&lt;img") for name in ("f.form", "y.policy")) >= 8
    for sheet in sheets.values():
        tags = Tags()
        tags.feed(sheet.html)
        assert not tags.seen & {"img", "script", "iframe", "link", "src", "href", "onerror"}
        assert sheet.html.count("</style>") == sheet.html.count("<style>")
        assert "60481729" not in text_of(sheet)
