"""Inside brackets every sign that may be missing is tried in every place where it could stand."""

from __future__ import annotations

import pytest

from handbook.read.flow_slips import comment_slips_in, flow_slips_in, sign_slips_in
from handbook.read.lines import LONG, read_line
from handbook.read.slips import Slip


def signs(source: str) -> list[Slip]:
    return list(sign_slips_in(read_line(4, source)))


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("- id: a, do: b}", "- {id: a, do: b}"),
        ("- {id: a, do: b", "- {id: a, do: b}"),
        ("- {id: a, do: b, by: c, d]}", "- {id: a, do: b, by: [c, d]}"),
        ("by: a, b]", "by: [a, b]"),
        ("by: [a, b", "by: [a, b]"),
        ("  - {id: a, do: 说\"好}", "  - {id: a, do: 说\"好\"}"),
        ("title: a'", "title: 'a'"),
        ("{a: [b, c: d}", "{a: [b], c: d}"),
        ("{a: {b: c, d: e}", "{a: {b: c}, d: e}"),
        ("x: {\"a: b}", "x: {\"a\": b}"),
    ],
)  # fmt: skip
def test_the_sign_that_is_gone_is_among_those_tried(source: str, meant: str) -> None:
    assert {4: meant} in [slip.mended for slip in signs(source)]


def test_a_sign_is_put_in_where_something_begins_or_ends_and_nowhere_else() -> None:
    slips = signs("- {a: bc}  ")
    assert {slip.rule for slip in slips} == {"missing-sign"}
    assert {slip.line for slip in slips} == {4}
    assert {slip.hint for slip in slips} == {"put"}
    places = {slip.details["sign"]: set[int]() for slip in slips}
    for slip in slips:
        places[slip.details["sign"]].add(slip.column)
    assert places == {
        "[": {2, 3, 6},
        "{": {3, 6},
        "]": {4, 8, 9},
        "}": {4, 8, 9},
        '"': {2, 3, 4, 6, 8, 9},
        "'": {2, 3, 4, 6, 8, 9},
    }


def test_what_is_told_shows_the_sign_among_what_stands_around_it() -> None:
    found = next(slip for slip in signs("  - {id: abcdefghijklmnop, do: b") if slip.mended == {
        4: "  - {id: abcdefghijklmnop, do: b}"
    })  # fmt: skip
    assert found.details == {"sign": "}", "example": "lmnop, do: b}"}
    opened = next(slip for slip in signs("by: abcdefghijklmnopqrstuvwxyz, b]"))
    assert opened.details == {"sign": "[", "example": "by: [abcdefghijklmnopqrstuvw"}


@pytest.mark.parametrize("source", ["", "# [a", "id: a", "- 甲", "x" * LONG + "]"])
def test_a_line_without_brackets_and_quotes_lacks_none(source: str) -> None:
    assert signs(source) == []
    assert list(flow_slips_in(read_line(4, source))) == []


def test_a_bracket_that_is_closed_in_what_became_a_comment_is_seen() -> None:
    (slip,) = comment_slips_in(read_line(0, "- {id: x, how: 见 #3}"))
    assert (slip.rule, slip.column, slip.hint) == ("sign-in-text", 17, "comment")
    assert slip.mended == {0: '- {id: x, how: "见 #3"}'}
    assert not list(comment_slips_in(read_line(0, "- {id: x, how: 见#3}")))
    assert not list(comment_slips_in(read_line(0, "# {id: x, how: 见 #3}")))


@pytest.mark.parametrize(
    ("source", "rule", "meant"),
    [
        ("by: ［a，b］", "full-width-sign", "by: [a, b]"),
        ("by: [a、b]", "full-width-sign", "by: [a, b]"),
        ("by: [“a”, b]", "full-width-sign", 'by: ["a", b]'),
        ("- ｛id：a，do：“b”｝", "full-width-sign", '- {id: a, do: "b"}'),
        ("- {id：a}", "full-width-colon", "- {id: a}"),
        ("- {id: a do: b}", "missing-comma", "- {id: a, do: b}"),
        ("by: ['a' 'b']", "missing-comma", "by: ['a', 'b']"),
        ("- {say: 注意: 先问, id: x}", "colon-in-text", '- {say: "注意: 先问", id: x}'),
        ("- {say: 'x, id: y}", "unclosed-quote", '- {say: "x", id: y}'),
        ("- {say: 'a'b, id: y}", "text-after-quotes", "- {say: \"'a'b\", id: y}"),
        ('- {say: "a"b, id: y}', "text-after-quotes", "- {say: '\"a\"b', id: y}"),
        ("- {say: @a, id: y}", "sign-at-start", '- {say: "@a", id: y}'),
        ("- {say: [a]b, id: y}", "sign-at-start", '- {say: "[a]b", id: y}'),
        ("- {say: {a}b, id: y}", "sign-at-start", '- {say: "{a}b", id: y}'),
        ("by: [[[a]]b, c]", "sign-at-start", 'by: ["[[a]]b", c]'),
        ("- {say: [a][b], id: y}", "sign-at-start", '- {say: "[a][b]", id: y}'),
        ("- {say: [a] [b] c}", "sign-at-start", '- {say: "[a] [b] c"}'),
        ("rows: [[a][b]]", "missing-comma", "rows: [[a], [b]]"),
        ("- {say: a[b], id: y}", "sign-in-text", '- {say: "a[b]", id: y}'),
    ],
)  # fmt: skip
def test_what_may_be_wrong_between_brackets_is_tried_as_it_was_meant(
    source: str, rule: str, meant: str
) -> None:
    tried = [(slip.rule, slip.mended[4]) for slip in flow_slips_in(read_line(4, source))]
    assert (rule, meant) in tried
