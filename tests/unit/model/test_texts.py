"""Mentions stand in every text, or are refused with their place; nothing is printed as typed."""

from __future__ import annotations

import pytest
from tests.written import loaded

ROLE = "- {kind: role, id: clerk, title: 文员%s}\n"


def told(text: str) -> list[tuple[str, int, int]]:
    return [(each.rule, each.place.line, each.place.column) for each in loaded(text).problems]


@pytest.mark.parametrize(
    "written",
    [
        ", kpis: ['[[nothing]] done']", ", contact: {phone: '[[nothing]]'}",
        ", duties: ['做 [[nothing]]']", ", contact: {hours: 见 [[nothing]]}",
        ", summary: '[[nothing|那个]]'", ", open: ['[[nothing]]']",
    ],
)  # fmt: skip
def test_an_unknown_id_is_seen_in_every_text(written: str) -> None:
    assert [rule for rule, *_ in told(ROLE % written)] == ["unknown-reference"]


@pytest.mark.parametrize("key", ["asks", "tags", "aliases", "code", "version", "audience"])
def test_where_nothing_can_be_linked_a_mention_is_refused(key: str) -> None:
    assert [rule for rule, *_ in told(ROLE % f", {key}: '甲[[clerk]]'")] == ["mention-not-here"]


def test_section_sheets_and_settings_are_checked_too() -> None:
    section = "title: 前台\nsummary: 见 [[nothing]]\n"
    found = loaded(ROLE % "", desk__section=section).problems
    assert [each.rule for each in found] == ["unknown-reference"]
    settings = "title: 手册\norganisation: 公司\nvalidity: 见 [[nothing]]\n"
    found = loaded(ROLE % "", handbook=settings).problems
    assert [each.rule for each in found] == ["unknown-reference"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("看图 ![](big.jpg)", "picture-in-text"),
        ("![a](https://x.org/a.png)", "picture-in-text"),
        ("![甲][乙]", "picture-in-text"), ("见[制度](rules.md)", "link-to-nowhere"),
        ("见[制度](#top)", "link-to-nowhere"), ("见 [[clerk", "unclosed-mention"),
        ("[x](javascript:alert)", "link-to-nowhere"),
        ("[x](javascript:alert(1))", "link-to-nowhere"), ("[退款](refund)", "link-to-nowhere"),
        ("[图](图(1).jpg)", "link-to-nowhere"), ("[x](auto/refund)", "link-to-nowhere"),
    ],
)  # fmt: skip
def test_markup_that_would_be_printed_as_typed_is_refused(text: str, rule: str) -> None:
    assert [found for found, *_ in told(ROLE % f", duties: ['{text}']")] == [rule]


@pytest.mark.parametrize(
    "text",
    ["[官网](https://example.org)", "[写信](MAILTO:a@example.org)", "填写[姓名](必填)",
     "按[F1](见下)",
     "[百科](https://example.org/甲(乙))",
     "`![x](y.png)`", "数组 [1](2) [3]", "!感叹", "[待办] 事项"],
)  # fmt: skip
def test_other_signs_are_words(text: str) -> None:
    assert told(ROLE % f", duties: ['{text}']") == []


def test_a_title_over_two_lines_is_found() -> None:
    text = "- {kind: term, id: a, title: 退款流程, definition: 甲}\n"
    text += "- kind: term\n  id: b\n  title: 乙\n  definition: |\n    见《退款\n    流程》\n"
    (link,) = loaded(text).handbook.links
    assert link.target.title == "退款流程"
