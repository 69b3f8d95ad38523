"""The slips of editors: which rule, where, with which hint, and what is read all the same."""

import pytest

from handbook.read import read_text


def found(text: str) -> list[str]:
    return [
        f"{one.place.line}:{one.place.column} {one.rule} {one.hint}"
        for one in read_text(text, "a.yml")[1]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: a\n标题：开门\ntitle: x\n", "2:3 full-width-colon colon"),
        ("- kind：role\n  id: a\n", "1:7 full-width-colon colon"),
        ("- id: a\n  kind：role\n", "2:7 full-width-colon colon"),
        ("- id：record\n", "1:5 full-width-colon colon"),
        ("- {id：b, do: x}\n", "1:6 full-width-colon colon"),
        ('"标题"：开门\na: b\n', "1:5 full-width-colon colon"),
        ("by: [a, b］\nid: c\n", "1:10 full-width-sign sign"),
        ("by: [front-desk，manager]\n", "1:16 full-width-sign sign"),
        ("by: {a: 1，b: 2}\n", "1:10 full-width-sign sign"),
        ('title: "开门”\nid: a\n', "1:11 full-width-sign sign"),
        ("duties:\n  - a\n  － b\n", "3:3 full-width-sign sign"),
        ("steps:\n　　- id: a\n", "2:1 full-width-space space"),
        ("title:　x\nid: y\n", "1:7 full-width-space space"),
        ("- say: 请注意: 先核对\n  id: x\n", "1:11 colon-in-text quote"),
        ("- {say: 请注意: 先核对, id: x}\n", "1:12 colon-in-text quote"),
        ("how: 先听完\n  注意: 复述\n", "2:5 colon-in-text block"),
        ("- [[weekly-report]] 汇总\n- b\n", "1:3 sign-at-start link"),
        ("duties: [逐户, [[weekly-report]]汇总]\n", "1:14 sign-at-start link"),
        ("purpose: [[weekly-report]]\n", "1:10 sign-at-start link"),
        ("say: {客户姓名}，您好\n", "1:6 sign-at-start slot"),
        ("say: {客户姓名}\n", "1:6 sign-at-start slot"),
        ("- {id: a, say: {客户姓名}，您好, tone: x}\n", "1:16 sign-at-start slot"),
        ("title: @客服\n", "1:8 sign-at-start quote"),
        ("title: %50\n", "1:8 sign-at-start quote"),
        ("title: `a`\n", "1:8 sign-at-start quote"),
        ("- **重要**：请看\n", "1:3 sign-at-start quote"),
        ("title: & 合作\n", "1:8 sign-at-start quote"),
        ("title: !重要 请看\n", "1:8 sign-at-start quote"),
        ("title: |管道\nb: c\n", "1:8 sign-at-start quote"),
        ("value: > 20秒\nb: c\n", "1:8 sign-at-start quote"),
        ("value: >5\nb: c\n", "1:8 sign-at-start quote"),
        ("title: - 投诉\n", "1:8 sign-at-start quote"),
        ('title: "引号"开头\n', "1:12 text-after-quotes whole"),
        ('- say: "他说"好的"就走"\n  id: x\n', "1:12 text-after-quotes inside"),
        ("kind: role\ntitle:投诉\n", "2:7 space-after-colon space"),
        ("duties:\n  - a\n  -b\n  - c\n", "3:4 space-after-dash space"),
        ("-退款\n", "1:2 space-after-dash space"),
        ("kind role\nid: x\n", "1:5 missing-colon key"),
        ("how: 先听完\n再复述一遍\nid: x\n", "2:1 missing-colon continue"),
        ("- {id: x do: y}\n", "1:9 missing-comma comma"),
        ("- {id: x, how: 看图 ![a](b)}\n", "1:20 sign-in-text quote"),
        ("- {id: x, how: 看{图}, do: y}\n", "1:17 sign-in-text quote"),
        ("by: [甲[1], 乙]\n", "1:7 sign-in-text quote"),
        ("- {id: x, how: 见 #3}\n", "1:18 sign-in-text comment"),
        ("- {id: x, how: #3}\n", "1:16 sign-at-start quote"),
        ("- {id: x, how: - 先问}\n", "1:16 sign-at-start quote"),
        ("- {id: x, how: ![a](b) 看图}\n", "1:16 sign-at-start quote"),
        ("- {id: x, how: [a](b)}\n", "1:16 sign-at-start quote"),
        ("- {id: x, how: 甲]}\n", "1:17 stray-bracket delete"),
        ("- {id: x, how: 甲}乙}\n", "1:17 stray-bracket delete"),
        ("by: [a, , b]\n", "1:9 stray-comma delete"),
        ('title: "开门\nid: a\ntext: "b"\n', "1:8 unclosed-quote close"),
        ("by: [\n  a,\n  b\nid: c\n", "1:5 unclosed-bracket close"),
        ("by: [a, b}\nid: c\n", "1:5 unclosed-bracket close"),
        ("- when: 涉及安全, go: end}\n", "1:22 stray-bracket open"),
        ("- kind: role\n   id: a\n   title: b\n", "2:4 indentation line-up"),
        ("- kind: role\n  id: a\ntitle: b\n", "3:1 indentation line-up"),
        ("steps:\n  - id: a\n   do: b\n   by: c\n  - id: d\n", "3:4 indentation line-up"),
        ("kind: role\n- id: a\n", "2:1 indentation mixed"),
        ("duties: 如下\n  - 逐户\n", "2:3 list-in-text block"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents list"),
        ("%FOO 1\na: b\n", "1:1 directive delete"),
        ("? [a, b]\n: c\nd: e\n", "1:3 key-not-text quote"),
    ],
)
def test_a_slip_is_named_where_it_stands(text, expected):
    assert found(text) == [expected]


def test_every_duplicate_key_is_reported_with_the_line_of_the_first():
    _, problems = read_text("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\nb: 4\n", "a.yml")
    assert [dict(one.details) for one in problems] == [
        {"key": "a", "first": "1"},
        {"key": "x", "first": "4"},
        {"key": "b", "first": "2"},
    ]


def test_every_tab_in_front_is_reported():
    text = "kind: role\nsteps:\n\t- id: a\n\t  do: b\nhow: |\n  \t文字\n"
    assert found(text) == ["3:1 tab spaces", "4:1 tab spaces"]


def test_every_full_width_colon_of_a_file_without_others_is_reported():
    root, problems = read_text("标题：开门\n内容：关门\n", "a.yml")
    assert [one.place.line for one in problems] == [1, 2]
    assert root == {"标题": "开门", "内容": "关门"}


def test_one_slip_does_not_hide_the_next():
    text = '- title: @甲\n- title: "乙\n- title: 丙: 丁\n- title: 戊\n'
    assert found(text) == [
        "1:10 sign-at-start quote",
        "2:10 unclosed-quote close",
        "3:11 colon-in-text quote",
    ]


def test_what_a_spoiled_file_defines_is_read_all_the_same():
    root, problems = read_text("- id: a\n  标题：甲\n- id: b\n  x: [\n", "a.yml")
    assert [one.rule for one in problems] == ["full-width-colon", "unclosed-bracket"]
    assert [record["id"] for record in root] == ["a", "b"]


def test_a_link_without_quotes_is_read_as_the_text_it_was_meant_to_be():
    root, _ = read_text("purpose: [[refund]]\n", "a.yml")
    assert root == {"purpose": "[[refund]]"}


def test_ten_thousand_brackets_are_refused_at_the_thirty_third():
    assert found("[" * 10_000) == ["1:33 too-deep flatten"]
    assert found("[" * 10_000 + "]" * 10_000) == ["1:33 too-deep flatten"]


def test_an_alias_bomb_is_never_unfolded():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    root, problems = read_text("\n".join(lines), "a.yml")
    assert problems[0].rule == "anchor"
    assert root["a29"] == ["*a28", "*a28", "*a28"]


@pytest.mark.parametrize("text", ["", "\n\n", "  \n", "\t", "# 说明\n", "---\n", "\ufeff", '""'])
def test_a_file_that_says_nothing_is_empty(text):
    root, problems = read_text(text, "a.yml")
    assert root is None
    assert [one.rule for one in problems] == ["empty-file"]


@pytest.mark.parametrize("text", ["[]", "{}\n"])
def test_a_list_of_nothing_is_reported(text):
    assert [one.rule for one in read_text(text, "a.yml")[1]] == ["empty-list"]
