"""Where a change falls in every style of YAML, and what around it stays."""

from __future__ import annotations

import pytest

from handbook.write import (
    AddItem,
    AddKey,
    Change,
    Move,
    Refused,
    Remove,
    Replace,
    Respell,
    definition_as_yaml,
    revised,
)

DEEP = {"k": "v", "l": [{"m": [{"n": "o"}]}]}
ABC = ("a", "b", "c", "d")

VALUES: list[tuple[str, Change, str]] = [
    ("# x\na: b\n", Replace((), DEEP), "# x\nk: v\nl:\n  - m: [{n: o}]\n"),
    ("- a\n- b\n", Replace((), ["c", DEEP]), "- c\n- k: v\n  l:\n    - m: [{n: o}]\n"),
    ("a: b\nc: d\n", Replace((), {"c": "d", "a": "b"}), "{c: d, a: b}\n"),
    ("a:  # 说明\n  - b\n  - c\n", Replace(("a",), {"k": "v"}), "a:  # 说明\n  {k: v}\n"),
    (
        "x:\n  a:  # 说明\n    - b\n", Replace(("x", "a"), DEEP),
        "x:\n  a:  # 说明\n    k: v\n    l:\n      - m: [{n: o}]\n",
    ),
    (
        "x:\n  a:\n    - b\n    - c\n", Replace(("x", "a"), DEEP),
        "x:\n  a:\n    k: v\n    l:\n      - m: [{n: o}]\n",
    ),
    (
        "x:\n  - b\n  - c\n", Replace(("x", 1), DEEP),
        "x:\n  - b\n  - k: v\n    l:\n      - m: [{n: o}]\n",
    ),
    ("x: [b, c]\n", Replace(("x", 1), DEEP), "x: [b, {k: v, l: [{m: [{n: o}]}]}]\n"),
    ("x: [b, c]  # z\n", Replace(("x",), ["d"]), "x: [d]  # z\n"),
    ("x: [b, c]  # z\n", Replace(("x",), "d"), "x: d  # z\n"),
    ("x:\ny: z\n", Replace(("x",), "d"), "x: d\ny: z\n"),
    ("x:\n  -\n  - z\n", Replace(("x", 0), "d"), "x:\n  - d\n  - z\n"),
    ("{x: , y: z}\n", Replace(("x",), "d"), "{x: d, y: z}\n"),
    ("x: {a: b}\n", Replace(("x", "a"), "c\nd"), 'x: {a: "c\\nd"}\n'),
    ("x: 'a'\n", Replace(("x",), "it's"), "x: 'it''s'\n"),
    ("x: 'a'\n", Replace(("x",), ["a\nb"]), 'x: ["a\\nb"]\n'),
    ("x:\n  - a\n", Replace(("x", 0), "c\nd"), "x:\n  - |-\n    c\n    d\n"),
]  # fmt: skip
BLOCKS: list[tuple[str, Change, str]] = [
    ("x: |\n    a\n    b\ny: z\n", Replace(("x",), "c\nd\n"), "x: |\n    c\n    d\ny: z\n"),
    ("x: >-  # 说明\n  a\ny: z\n", Replace(("x",), "c"), "x: >-  # 说明\n  c\ny: z\n"),
    ("x: >\n  a\ny: z\n", Replace(("x",), "c\nd\n"), "x: |\n  c\n  d\ny: z\n"),
    ("x: |\n  a\ny: z\n", Replace(("x",), ""), 'x: ""\ny: z\n'),
    ("x: |\n  a\ny: z\n", Replace(("x",), "  c\nd"), 'x: "  c\\nd"\ny: z\n'),
    ("x: |\n  a\ny: z\n", Replace(("x",), "c\td\n"), 'x: "c\\td\\n"\ny: z\n'),
    ("- |\n  a\n- b\n", Replace((0,), "c\nd\n"), "- |\n  c\n  d\n- b\n"),
    ("x:\n  - |\n    a\n  - b\n", Replace(("x", 0), "c\nd\n"), "x:\n  - |\n    c\n    d\n  - b\n"),
    ("x:\n  y: |\n  z: a\n", Replace(("x", "y"), "c\n"), "x:\n  y: |\n    c\n  z: a\n"),
    ("x: >\n  aa b\n  aa\n", Respell(("x",), "aa", "cc"), "x: >\n  cc b\n  cc\n"),
    ("aa: aa\n", Respell(("aa",), "aa", "cc"), "aa: cc\n"),
    ("- a\n- |\n  b", AddItem((), 2, "c"), "- a\n- |-\n  b\n- c"),
]
ADDED: list[tuple[str, Change, str]] = [
    ("- b: c\n  d: e\n", AddKey((0,), "a", "x", ABC), "- a: x\n  b: c\n  d: e\n"),
    ("x:\n  b: c\n", AddKey(("x",), "a", ["1", "2"], ABC), "x:\n  a: [1, 2]\n  b: c\n"),
    ("b: c  # 注\n# 下\nd: e\n", AddKey((), "c", "x", ABC), "b: c  # 注\nc: x\n# 下\nd: e\n"),
    ("b: |\n  c\n\nd: e\n", AddKey((), "c", "x", ABC), "b: |\n  c\nc: x\n\nd: e\n"),
    ("{b: c}\n", AddKey((), "a", "x", ABC), "{a: x, b: c}\n"),
    ("{b: c}\n", AddKey((), "d", "x", ABC), "{b: c, d: x}\n"),
    ("x: {}\n", AddKey(("x",), "a", "x", ABC), "x: {a: x}\n"),
    ("x:\n  - b\n", AddItem(("x",), 0, "a"), "x:\n  - a\n  - b\n"),
    ("x: [b]\n", AddItem(("x",), 0, "a"), "x: [a, b]\n"),
    ("x: [b]\n", AddItem(("x",), 1, "a"), "x: [b, a]\n"),
    ("x: []\n", AddItem(("x",), 0, "a"), "x: [a]\n"),
]
REMOVED: list[tuple[str, Change, str]] = [
    ("x:\n  a: b\ny: z\n", Remove(("x", "a")), "x:\n  {}\ny: z\n"),
    ("x:\n  - b\ny: z\n", Remove(("x", 0)), "x:\n  []\ny: z\n"),
    ("x: [b]\ny: z\n", Remove(("x", 0)), "x: []\ny: z\n"),
    ("x: [a, b]\ny: z\n", Remove(("x", 1)), "x: [a]\ny: z\n"),
    ("x: [\n  a,  # 一\n  b,  # 二\n  c\n]\n", Remove(("x", 1)),
     "x: [\n  a,  # 一\n    # 二\n  c\n]\n"),
    ("x: [\n  a,  # 一\n  b  # 二\n]\n", Remove(("x", 1)), "x: [\n  a  # 一\n    # 二\n]\n"),
    ("a: b\nc: d", Remove(("c",)), "a: b"),
    ("- a: b  # 注\n  c: d\n- e: f\n", Remove((0, "a")), "- c: d\n- e: f\n"),
    ("- - a\n  - b\n", Remove((0, 0)), "- - b\n"),
    ("a: |\n  x\n\n  y\nb: c\n", Remove(("a",)), "b: c\n"),
    ("-\n  a: b\n-\n\n  c: d\n", Remove((1,)), "-\n  a: b\n"),
]  # fmt: skip
MOVED: list[tuple[str, Change, str]] = [
    ("- a\n# 二\n- b\n- c\n", Move((2,), 0), "- c\n- a\n# 二\n- b\n"),
    ("# 上\n- a\n- b\n- c\n- d\n", Move((1,), 2), "# 上\n- a\n- c\n- b\n- d\n"),
    ("x:\n  - - a\n    - b\n    - c\n", Move(("x", 0, 0), 2), "x:\n  - - b\n    - c\n    - a\n"),
    ("x: [a, b, c]\n", Move(("x", 0), 1), "x: [b, a, c]\n"),
    ("- a: b\n  c: d\n- |\n  e\n- f\n", Move((0,), 2), "- |\n  e\n- f\n- a: b\n  c: d\n"),
    ("x:\n    # y\n  # z\n  - a\n  - b\n", Move(("x", 1), 0), "x:\n    # y\n  - b\n  # z\n  - a\n"),
    ("x:\n-\n  a: b\n- c\n", Move(("x", 1), 0), "x:\n- c\n-\n  a: b\n"),
]


@pytest.mark.parametrize(("text", "change", "expected"), VALUES)
def test_another_value_takes_the_style_that_suits_it(
    text: str, change: Change, expected: str
) -> None:
    assert revised(text, [change]) == expected


@pytest.mark.parametrize(("text", "change", "expected"), BLOCKS)
def test_a_block_of_text_stays_one_where_it_can(text: str, change: Change, expected: str) -> None:
    assert revised(text, [change]) == expected


@pytest.mark.parametrize(("text", "change", "expected"), ADDED)
def test_what_is_added_stands_in_its_place(text: str, change: Change, expected: str) -> None:
    assert revised(text, [change]) == expected


@pytest.mark.parametrize(("text", "change", "expected"), REMOVED)
def test_what_is_removed_takes_nothing_else_along(
    text: str, change: Change, expected: str
) -> None:
    assert revised(text, [change]) == expected


@pytest.mark.parametrize(("text", "change", "expected"), MOVED)
def test_what_is_moved_takes_its_comment_along(text: str, change: Change, expected: str) -> None:
    assert revised(text, [change]) == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("x: [aa]\n", Respell(("x",), "aa", "cc")),
        ("x: a\n", AddItem(("x",), 0, "a")),
        ("a: &b c\n", Replace(("a",), "d")),
        ("a：b\n", Replace(("a",), "d")),
    ],
)
def test_a_change_that_has_no_place_is_refused(text: str, change: Change) -> None:
    with pytest.raises(Refused):
        revised(text, [change])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": ["b" * 91]}, "a: [" + "b" * 91 + "]\n"),
        ({"a": ["b" * 92]}, "a:\n  - " + "b" * 92 + "\n"),
        ({"a": ["字" * 45]}, "a: [" + "字" * 45 + "]\n"),
        ({"a": ["字" * 46]}, "a:\n  - " + "字" * 46 + "\n"),
        ({"k": {"l": {"m": "n"}}}, "k: {l: {m: n}}\n"),
        ({"k": {"l": {"m": {"o": "n"}}}}, "k:\n  l: {m: {o: n}}\n"),
        ({"k": [], "l": {}}, "k: []\nl: {}\n"),
        ({"k": "a\n\nb\n"}, "k: |\n  a\n\n  b\n"),
        ({"k": "a \nb"}, 'k: "a \\nb"\n'),
        ({"k": " a\nb"}, 'k: " a\\nb"\n'),
        ({"k": "a\nb\n\n"}, 'k: "a\\nb\\n\\n"\n'),
        ({"k": "a\tx\nb"}, 'k: "a\\tx\\nb"\n'),
        ({"k": ["a\nb\n"]}, 'k: ["a\\nb\\n"]\n'),
        ({"k": "", "a: b": "c"}, 'k:\n"a: b": c\n'),
        ({"k": "a: b", "l": "a #b", "m": "'x'", "n": "a\\b"},
         "k: \"a: b\"\nl: \"a #b\"\nm: \"'x'\"\nn: a\\b\n"),
        ({"k": '"x": y', "l": '"\\'}, "k: '\"x\": y'\nl: '\"\\'\n"),
        ({"k": [{"a": "b, c", "d": "[x"}]}, 'k: [{a: "b, c", d: "[x"}]\n'),
    ],
)  # fmt: skip
def test_a_definition_is_spelled_as_plainly_as_it_reads_back(
    value: dict[str, object], expected: str
) -> None:
    assert definition_as_yaml(value) == expected
