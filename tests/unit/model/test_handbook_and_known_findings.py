"""What stands at an address is given; an entry of what is borne says which, where and why."""

from __future__ import annotations

import pytest
from tests.written import handbook_of, loaded

TEXT = "- {kind: term, id: a, title: 甲, definition: 乙}\n- {kind: role, id: r, title: 岗}\n"


def test_what_stands_at_an_address_is_given_and_nothing_else() -> None:
    made = handbook_of(TEXT)
    assert made["a"].title == "甲"
    for address in ("b", "shop/a"):
        with pytest.raises(KeyError, match=address):
            made[address]


def faults(entry: str) -> list[tuple[str | None, str]]:
    made = loaded(TEXT, **{"known-findings": f"- {entry}\n"})
    return [
        (each.hint, dict(each.details)["what"].replace("\x1e", " "))
        for each in made.problems if each.rule == "bad-known-finding"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{rule: no-deputy, at: r, why: 小店}", []),
        ("{rule: no-deputy, at: r, why: 小店, contains: 甲}", []),
        ("{rule: bare-narrower-name, word: 审批, why: 常用}", []),
        ("{rule: no-deputy, at: r}", [("keys", "why")]),
        ("{rule: no-deputy, at: r, why: ' '}", [("keys", "why")]),
        ("{at: r}", [("keys", "rule why")]),
        ("{rule: no-deputy, at: r, why: 小店, word: 审批}", [("keys", "word")]),
        ("{rule: no-deputy, at: r, why: [小店]}", [("keys", "why")]),
        ("{rule: bare-narrower-name, at: a, why: 常用}", [("word", "word")]),
        ("{rule: bare-narrower-name, word: 审批, why: 常用, contains: 甲}", [("word", "contains")]),
        ("{rule: bare-narrower-name, why: 常用}", [("word", "word")]),
        ("{rule: no-deputi, at: r, why: 小店}", [("rule", "no-deputi")]),
        ("{rule: qqqqqqqqqq, at: r, why: 小店}", [("rules", "qqqqqqqqqq")]),
        ("{rule: tab, at: r, why: 小店}", [("repair", "tab")]),
        ("小店", [("keys", "小店")]),
        ("[小店]", [("keys", "[…]")]),
    ],
)  # fmt: skip
def test_an_entry_without_its_keys_or_with_others_is_told(entry: str, told: list) -> None:
    assert faults(entry) == told
