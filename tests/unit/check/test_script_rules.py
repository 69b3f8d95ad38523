"""What is said: blanks, phrases that must be said, phrases that must never be said."""

import pytest

PROCEDURE = """
- kind: procedure
  id: call
  title: 回访
  steps:
    - {id: a, do: 打, by: %s, say: one}
    - {id: b, do: 打, by: %s, say: two}
"""
ROLES = """
- {kind: unit, id: desk, title: 前台组}
- {kind: role, id: clerk, title: 前台, unit: desk, reports_to: guard}
- {kind: role, id: guard, title: 保安, reports_to: desk, deputies: clerk}
"""


def script(id: str, say: str, more: str = "") -> str:
    return f"- {{kind: script, id: {id}, title: 话术{id}, lines: ['{say}']{more}}}\n"


def two(say: str, never: str, by: tuple[str, str]) -> str:
    return PROCEDURE % by + script("one", "您好。", f", never: [{never}]") + script("two", say)


def test_a_phrase_is_forbidden_in_every_script_of_the_same_people(rules):
    assert rules(two("这不归我管。", "这不归我管", ("clerk", "clerk")), roles=ROLES) == [
        "forbidden-phrase"
    ]


def test_other_people_may_say_it(rules):
    assert rules(two("这不归我管。", "这不归我管", ("clerk", "guard")), roles=ROLES) == []


def test_who_belongs_to_a_unit_is_of_the_same_people(rules):
    assert rules(two("这不归我管。", "这不归我管", ("desk", "clerk")), roles=ROLES) == [
        "forbidden-phrase"
    ]


def test_a_script_that_another_leads_to_is_spoken_by_the_same_people(rules):
    text = PROCEDURE % ("clerk", "clerk") + script("one", "您好。", ", never: [随便你]")
    text += (
        "- {kind: script, id: two, title: 二, lines: {say: 好, branches: {when: 不, go: three}}}"
    )
    assert rules(text + "\n" + script("three", "随便你。"), roles=ROLES) == ["forbidden-phrase"]


def test_a_list_of_forbidden_phrases_holds_in_its_section_and_below(rules):
    taboo = "- {kind: script, id: taboo, title: 忌语, never: [随便你]}\n"
    said = script("one", "随便你。") + "- {kind: term, id: t, title: 词, definition: '[[one]]'}\n"
    files = {"shop__section": "title: 店\n", "bar__section": "title: 吧\n"}
    assert rules(taboo, shop__all=said, **files) == ["forbidden-phrase"]
    assert rules(said, shop__all=taboo, **files) == []


def test_a_phrase_stands_where_it_is_said(problems):
    found = problems(two("您好，这不归我管。", "这不归我管", ("clerk", "clerk")), roles=ROLES)
    assert found[0].place.column == len("- {kind: script, id: two, title: 话术two, lines: ['") + 4


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("这，不归我管！", "这不归我管"),
        ("Not MY job.", "not my job"),
        ("喂，您找谁？", "喂"),
        ("行，不行。", "不行"),
    ],
)
def test_signs_spaces_and_capitals_do_not_hide_a_phrase(rules, said, never):
    assert rules(two(said, never, ("clerk", "clerk")), roles=ROLES) == ["forbidden-phrase"]


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("喂养要定时。", "喂"),
        ("您看行不行？", "不行"),
        ("I know the notary.", "no"),
        ("好。", "待定"),
    ],
)
def test_a_short_word_inside_another_is_not_that_word(rules, said, never):
    assert rules(two(said, never, ("clerk", "clerk")), roles=ROLES) == []


def test_how_to_behave_may_quote_what_is_forbidden(rules):
    more = ", never: [不知道], avoid: [说“不知道”], manner: [想说不知道时查一下]"
    text = PROCEDURE % ("clerk", "clerk") + script("one", "您好。", more) + script("two", "好。")
    assert rules(text, roles=ROLES) == []


def test_what_must_be_said_is_met_inside_a_longer_phrase_or_among_the_phrases(rules):
    more = ", always: [抱歉, 再见], phrases: [{words: 祝您愉快，再见}]"
    text = (
        PROCEDURE % ("clerk", "clerk") + script("one", "非常抱歉。", more) + script("two", "好。")
    )
    assert rules(text, roles=ROLES) == []


def test_a_script_without_lines_need_not_say_anything(rules):
    text = PROCEDURE % ("clerk", "clerk") + script("two", "好。")
    text += "- {kind: script, id: one, title: 一, always: [抱歉], manner: [先听]}\n"
    assert rules(text, roles=ROLES) == []


def test_a_blank_is_told_once_with_the_nearest_that_is_declared(problems):
    more = ", slots: {客户姓名: 张先生}"
    text = script("one", "{客户姓}您好，{客户姓}。", more) + script("two", "好。")
    found = problems(PROCEDURE % ("clerk", "clerk") + text, roles=ROLES)
    assert [(each.rule, dict(each.details)["nearest"]) for each in found] == [
        ("undeclared-slot", "客户姓名")
    ]
