"""Every name of what few may read is found where it is typed bare, unless its reader meets it."""

from __future__ import annotations

import pytest
from tests.written import SETTINGS, handbook_of

from handbook.check.consistency.bare_names import bare_names, leaks
from handbook.languages import LANGUAGES, tell

HIDDEN = """
- {kind: policy, id: big-refund-limits, title: 大额退款权限, code: QX-07, audience: manager, articles: {id: a, text: 甲}}
- {kind: role, id: big-boss, title: 客户服务总监, audience: manager}
- {kind: unit, id: vault, title: 金库, audience: manager}
- {kind: term, id: deep, title: 深度回访, aliases: [二次回访制度, DV], audience: staff, definition: 甲}
- {kind: term, id: canary, title: Leak Canary, audience: manager, definition: 甲}
"""  # noqa: E501


def found_in(words: str, hidden: str = HIDDEN, **files: str) -> list[tuple[int, str]]:
    """Return what is found in a text for all: its column within the words, and the name."""
    term = f"- {{kind: term, id: word, title: 一个词, definition: '{words}'}}\n"
    problems = list(bare_names(handbook_of(hidden + term, **files)))
    column = term.index(words) + 1
    return [(each.place.column - column, dict(each.details)["name"]) for each in problems]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("照大额退款权限办", "大额退款权限"),
        ("照二次回访制度办", "二次回访制度"),
        ("送到金库去", "金库"),
        ("请示客户服务总监", "客户服务总监"),
        ("做DV的那天", "DV"),
        ("用 leak canary 查", "Leak Canary"),
        ("用LEAK  **Canary**查", "Leak Canary"),
        ("用 _leak canary_ 查", "Leak Canary"),
        ("照大额<br>退款&nbsp;权限办", "大额退款权限"),
        ("照大额 **退款**权限办", "大额退款权限"),
        ("叫 canary 的", "canary"),
        ("见 QX-07。", "QX-07"),
        ("见 qx-07。", "QX-07"),
        ("见ＱＸ－０７。", "QX-07"),
        ("见 big-refund-limits 那一页", "big-refund-limits"),
        ("见 policies/big-refund-limits.html", "big-refund-limits"),
        ("《大额退款权限说明》", "大额退款权限"),  # 《》 of an unknown title stays as it is
        ("[[word|大额退款权限]]", "大额退款权限"),  # the words of a mention that stays
        ("[[deep|大额退款权限]]", "大额退款权限"),  # some who may not read it see this mention
        ("《深度回访》和金库", "金库"),
    ],
)
def test_it_is_found(words: str, name: str) -> None:
    found = found_in(words)
    assert [each for _, each in found] == [name]
    at = found[0][0]
    assert words[at].lower() in (name[0].lower(), "ｑ")
    assert at == 0 or words[at - 1] in "照到示做用叫 见/《|和_"


@pytest.mark.parametrize(
    "words",
    [
        "照[[big-refund-limits]]办",
        "照[[big-refund-limits|大额退款权限]]办",  # replaced, for its words are the title
        "照[[big-refund-limits|《QX-07》]]办",
        "照[[canary|见 qx-07]]办",
        "照《大额退款权限》办",
        "照《二次回访制度》办",
        "照《QX-07》办",
        "见 XQX-07、QX-071、QX-07-1、my_canary",
        "见 my-big-refund-limits、canary-2",
        "DVD 和 leak canaryx",
        "退款权限以外，大额的另说",
    ],
)
def test_it_is_left_alone(words: str) -> None:
    assert found_in(words) == []


@pytest.mark.parametrize("typed", ["退款（大额）", "退款(大额)", "退款 (大额）"])
@pytest.mark.parametrize("title", ["退款（大额）", "退款(大额)"])
def test_brackets_may_be_wide_or_narrow(title: str, typed: str) -> None:
    hidden = f"- {{kind: term, id: t, title: {title}, audience: manager, definition: 甲}}\n"
    assert found_in(f"照{typed}办", hidden) == [(1, title)]


def test_where_nothing_can_be_mentioned_the_hint_does_not_say_so() -> None:
    whole = handbook_of(
        HIDDEN + "- {kind: procedure, id: p, title: 流, steps: [{id: vault, do: 去金库}]}\n"
    )
    told = {dict(each.details)["name"]: each.hint for each in bare_names(whole)}
    assert told == {"金库": "mention", "vault": "rephrase"}


ENGLISH = SETTINGS.replace("zh-CN", "en")
OF_FEW = """
- {kind: role, id: it, title: IT Desk, aliases: [IT], audience: manager}
- {kind: policy, id: time, title: Working time, audience: manager, articles: {id: a, text: A}}
- {kind: policy, id: late-pay, title: Arrears, audience: manager, articles: {id: a, text: A}}
"""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("listen, it takes time", []),
        ("ask IT first", ["IT"]),
        ("the working time", ["Working time"]),
        ("see late-pay", ["late-pay"]),
        ("ARREARS are due", ["Arrears"]),
    ],
)
def test_in_english_a_word_is_not_taken_for_an_id(words: str, names: list[str]) -> None:
    found = found_in(words, OF_FEW, handbook=ENGLISH)
    assert [name for _, name in found] == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_says_what_sort_of_name_it_is(language: str) -> None:
    words = "- {kind: term, id: w, title: 词, definition: 金库、DV、QX-07、canary、地洞}\n"
    cave = {"cave__section": "title: 地洞\ndefaults: {audience: manager}"}
    told = [tell(each, language)[0] for each in bare_names(handbook_of(HIDDEN + words, **cave))]
    rest = [each.partition("(" if language == "en" else "（")[0] for each in told]
    for name in ("金库", "DV", "QX-07", "canary", "地洞"):
        rest = [each.replace(name, "…", 1) for each in rest]
    assert len(set(rest)) == len(rest) == 5


def test_a_section_with_nothing_in_it_is_for_those_who_will_read_there() -> None:
    files = {
        "cave__section": "title: 地洞\ndefaults: {audience: manager}",
        "cave__deep__section": "title: 深处",
    }
    assert [name for _, name in found_in("到地洞深处去", **files)] == ["地洞", "深处"]


def test_a_name_within_a_longer_one_is_not_told_by_itself() -> None:
    hidden = HIDDEN + "- {kind: role, id: x, title: 总监, audience: manager}\n"
    assert found_in("请示客户服务总监", hidden) == [(2, "客户服务总监")]
    assert found_in("请示总监和客户服务总监", hidden) == [(2, "总监"), (5, "客户服务总监")]


def test_a_name_is_told_once_for_all_that_one_text_says_of_it() -> None:
    whole = handbook_of(
        HIDDEN + "- {kind: term, id: word, title: 词, summary: 金库, definition: 金库和金库}\n"
        "- {kind: term, id: other, title: 别的, definition: 金库}\n"
    )
    told = [dict(each.details) for each in bare_names(whole)]
    assert [(each["name"], each["times"]) for each in told] == [("金库", "3"), ("金库", "1")]


def test_every_text_that_is_published_is_searched() -> None:
    shown = """
- {kind: unit, id: u1, title: 一, shifts: [{title: 金库班, days: 周一, from: 8:00}]}
- {kind: standard, id: s1, title: 二, value: 金库三个}
- kind: script
  id: s2
  title: 三
  slots: {金库: {example: 甲}}
  lines: [{id: vault, say: 你好}]
- kind: procedure
  id: p1
  title: 四
  steps: [{id: a, do: 甲, within: "[[s1|金库的时限]]"}]
- {kind: form, id: f1, title: 五, groups: [{title: 六, fields: [{label: 金库}]}]}
"""
    found = [dict(each.details)["name"] for each in bare_names(handbook_of(HIDDEN + shown))]
    assert found.count("金库") == 5
    assert found.count("vault") == 1


def test_the_words_of_the_tool_itself_give_nothing_away() -> None:
    hidden = "- {kind: term, id: phone, title: 电话号簿, audience: manager, definition: 甲}\n"
    hidden += "- {kind: role, id: manager, title: 经理们, audience: manager}\n"
    shown = "- {kind: script, id: s, title: 三, channel: phone, lines: [你好], audience: staff}\n"
    assert list(bare_names(handbook_of(hidden + shown))) == []


def test_a_name_that_everyone_meets_gives_nothing_away() -> None:
    same = "- {kind: term, id: same, title: 大额退款权限, definition: 甲}\n"
    longer = "- {kind: term, id: longer, title: 大额退款权限说明, definition: 甲}\n"
    assert found_in("照大额退款权限办", HIDDEN + same) == []
    assert found_in("照大额退款权限说明办", HIDDEN + longer) == []
    assert found_in("照大额退款权限说明和大额退款权限办", HIDDEN + longer) == [(10, "大额退款权限")]


def test_an_id_that_everyone_meets_elsewhere_gives_nothing_away() -> None:
    same = "{kind: term, id: big-refund-limits, title: 别的, definition: 甲}"
    files = {"shop__section": "title: 门店\n", "shop__all": same}
    assert found_in("见 big-refund-limits", **files) == []
    assert found_in("见[[shop/big-refund-limits]]", **files) == []


@pytest.mark.parametrize("title", ["投诉", "退款办法", "Refund", "Leakcanary", "IT"])
def test_the_shortest_title_counts_whatever_it_is_made_of(title: str) -> None:
    hidden = f"- {{kind: term, id: x, title: {title}, audience: manager, definition: 甲}}\n"
    assert found_in(f"这里说{title.lower()}的事", hidden) == [(3, title)]


def test_a_single_sign_is_no_name() -> None:
    hidden = "- {kind: term, id: x, title: 甲, audience: manager, definition: 甲}\n"
    assert found_in("甲和x", hidden) == []


def test_an_id_that_repeats_the_title_is_the_same_name() -> None:
    hidden = "- {kind: term, id: refund, title: Refund, audience: manager, definition: a}\n"
    seen = "- {kind: term, id: word, title: W, definition: ask for a refund or two Refunds}\n"
    found = list(bare_names(handbook_of(hidden + seen, handbook=SETTINGS.replace("zh-CN", "en"))))
    assert [(dict(each.details)["name"], dict(each.details)["times"]) for each in found] == [
        ("Refund", "1")
    ]


def test_a_section_with_nothing_for_all_has_a_name_too() -> None:
    section = "title: 内部审计小组\ndefaults: {audience: manager}\n"
    inside = "{kind: term, id: x, title: 乙, definition: 甲}"
    files = {"audit__section": section, "audit__all": inside}
    assert found_in("找内部审计小组", **files) == [(1, "内部审计小组")]
    assert found_in("在 audit 里", **files) == [(2, "audit")]


def test_only_what_an_audience_would_see_leaks_to_it() -> None:
    whole = handbook_of(
        HIDDEN
        + "- {kind: term, id: one, title: 一, definition: 照二次回访制度办}\n"
        + "- {kind: term, id: two, title: 二, definition: 照大额退款权限办, audience: staff}\n"
    )
    problems = list(bare_names(whole))
    assert len(problems) == 2
    found = {
        audience: [dict(each.details)["name"] for each in leaks(problems, whole, audience)]
        for audience in ("public", "staff", "manager")
    }
    assert found == {"public": ["二次回访制度"], "staff": ["大额退款权限"], "manager": []}
