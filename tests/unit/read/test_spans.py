"""Where everything in a YAML text stands, to the character."""

from __future__ import annotations

import pytest

from handbook.read.spans import NoSpans, Span, spans_in


def parts(span: Span, text: str) -> object:
    """Return what a span covers: its style and source, with what is within."""
    source = text[span.start : span.end]
    if span.entries:
        return span.style, {key.key: parts(value, text) for key, value in span.entries}
    if span.items:
        return span.style, [parts(each, text) for each in span.items]
    return span.style, source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", ("block", {"a": ("plain", "b")})),
        (
            "c: [d, 'e', {f: \"g\"}]\n",
            ("block", {"c": ("flow", [
                ("plain", "d"), ("'", "'e'"), ("flow", {"f": ('"', '"g"')}),
            ])}),
        ),
        ("- |\n  one\n\n  two\n\n\n- x\n", ("block", [("|", "|\n  one\n\n  two"), ("plain", "x")])),
        ("- >+\n  one\n\n\n", ("block", [(">", ">+\n  one\n\n")])),
        ("a: |\n  one\n\n# 说明\nb: c\n", ("block", {"a": ("|", "|\n  one"), "b": ("plain", "c")})),
        ("a:\nb: c\n", ("block", {"a": ("plain", ""), "b": ("plain", "c")})),
        (
            "by: [见 [[b]], c]\n",
            ("block", {"by": ("flow", [("plain", "见 [[b]]"), ("plain", "c")])}),
        ),
        ("{ }\n", ("flow", "{ }")),
        ("[ ]\n", ("flow", "[ ]")),
    ],
)  # fmt: skip
def test_everything_is_found_where_it_stands(text: str, expected: object) -> None:
    assert parts(spans_in(text), text) == expected


def test_a_block_ends_where_the_last_thing_in_it_does() -> None:
    text = "- a: b  # 说明\n\n# 说明\n- c: d   \n\n"
    span = spans_in(text)
    assert text[span.start : span.end] == "- a: b  # 说明\n\n# 说明\n- c: d"
    assert [text[each.start : each.end] for each in span.items] == ["a: b", "c: d"]


def test_brackets_end_behind_the_one_that_closes_them() -> None:
    text = "a: [b, c ]  # x\n"
    value = spans_in(text).entry("a")[1]
    assert text[value.start : value.end] == "[b, c ]"


def test_a_key_is_found_with_its_value() -> None:
    span = spans_in("a: b\n'c': {d: e}\n")
    key, value = span.entry("c")
    assert (key.style, value.is_flow, value.is_scalar) == ("'", True, False)
    assert (key.is_flow, key.is_scalar) == (False, True)
    assert (span.is_flow, span.is_scalar) == (False, False)
    with pytest.raises(KeyError):
        span.entry("d")


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b", "&x a: b", "a: &x [b]", "a: [*x]", "a: *x", "a: !t b", "a: !t {b: c}",
        "- !t [b]", "a: 1\n---\nb: 2\n", "a: [", "", "# 说明\n", "a: [见 [[b]], {]",
    ],
)  # fmt: skip
def test_what_is_broken_or_has_anchors_or_tags_has_no_places(text: str) -> None:
    with pytest.raises(NoSpans):
        spans_in(text)
