"""A name that gives something away is found where it is typed; ordinary words are left alone."""

from __future__ import annotations

import pytest
from tests.written import SETTINGS, handbook_of

from handbook.check.consistency.bare_names import bare_names, leaks

HIDDEN = """
- {kind: policy, id: big-refund-limits, title: 大额退款权限, code: QX-07, audience: manager, articles: {id: a, text: 甲}}
- {kind: role, id: big-boss, title: 客户服务总监, audience: manager}
- {kind: term, id: deep, title: 深度回访, aliases: [二次回访制度], audience: staff, definition: 甲}
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
        ("见 QX-07。", "QX-07"),
        ("见 big-refund-limits 那一页", "big-refund-limits"),
        ("见 policies/big-refund-limits.html", "policies/big-refund-limits"),
        ("《大额退款权限说明》", "大额退款权限"),  # 《》 of an unknown title stays as it is
        ("[[word|大额退款权限]]", "大额退款权限"),  # the words of a mention that stays
        ("[[big-refund-limits|见 QX-07]]", "QX-07"),  # words that a build keeps
        ("《QX-07》", "QX-07"),
    ],
)
def test_it_is_found(words: str, name: str) -> None:
    assert (words.index(name), name) in found_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "照[[big-refund-limits]]办",
        "照[[big-refund-limits|大额退款权限]]办",  # replaced, for its words are the title
        "照《大额退款权限》办",
        "照《二次回访制度》办",
        "见 XQX-07、QX-071、QX-07-1",
        "见 my-big-refund-limits",
        "退款权限以外，大额的另说",
        "请示客户服务总监",  # who works here is said to everyone
    ],
)
def test_it_is_left_alone(words: str) -> None:
    assert found_in(words) == []


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


@pytest.mark.parametrize("title", ["投诉", "退款办法", "Refund", "Complaints"])
def test_common_words_give_nothing_away(title: str) -> None:
    hidden = f"- {{kind: term, id: x, title: {title}, audience: manager, definition: 甲}}\n"
    told = found_in(f"这里说{title}的事", hidden)
    assert told == ([(3, title)] if title == "退款办法" else [])


def test_an_english_word_with_a_hyphen_is_no_id() -> None:
    hidden = "- {kind: term, id: follow-up, title: X, audience: manager, definition: a}\n"
    seen = "- {kind: term, id: word, title: W, definition: a follow-up call}\n"
    english = SETTINGS.replace("zh-CN", "en")
    assert list(bare_names(handbook_of(hidden + seen, handbook=english))) == []
    assert len(list(bare_names(handbook_of(hidden + seen)))) == 1


def test_a_section_with_nothing_for_all_has_a_name_too() -> None:
    section = "title: 内部审计小组\ndefaults: {audience: manager}\n"
    inside = "{kind: term, id: x, title: 乙, definition: 甲}"
    assert found_in("找内部审计小组", audit__section=section, audit__all=inside) == [
        (1, "内部审计小组")
    ]


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
