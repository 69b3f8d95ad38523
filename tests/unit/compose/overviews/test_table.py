"""Tables of what follows: rows with people and sizes, parted into pages that are not too heavy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup
from tests.written import handbook_of

from handbook.compose.overviews.sifting import role_choices, size_choices, size_of, tally
from handbook.compose.overviews.table import Group, Row, Table, in_one, paged, words
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- {kind: role, id: gone, title: 旧岗, status: retired}
"""


def row(words: str, *who: object, size: str = "") -> Row:
    return Row((Markup(words), Markup("<b>甲</b>")), who, size)


def table(*groups: Group, grouped_by: str = "流程") -> Table:
    return Table(("事", "谁"), groups, grouped_by, short=(0, 1))


TWO = table(
    Group(Markup("<i>投诉</i>"), (row("a"), row("b"))), Group(Markup("回访"), (row("c"),), "注")
)


def test_a_file_has_the_rows_in_plain_words_under_the_name_of_their_group() -> None:
    assert (TWO.head, TWO.count) == (("流程", "事", "谁"), 3)
    assert list(TWO.flat()) == [("投诉", "a", "甲"), ("投诉", "b", "甲"), ("回访", "c", "甲")]
    bare = replace(TWO, grouped_by="")
    assert (bare.head, next(bare.flat())) == (("事", "谁"), ("a", "甲"))


def test_columns_that_never_break_are_classes_counted_from_one() -> None:
    assert TWO.classes == "derived short-1 short-2"


def test_a_table_weighs_what_its_markup_and_its_words_take() -> None:
    group = Group(Markup("投"), (Row((Markup("a"),)),), "注")
    assert TWO.weight(group) == 90 + 3 + 3 + 10 + 10 + 1
    sized = replace(group, rows=(Row((Markup("a"),), size="hour"),))
    assert TWO.weight(sized) - TWO.weight(group) == 4 + 13
    assert table(group, group).whole_weight == 2 * TWO.weight(group)


def test_rows_are_parted_into_pages_of_at_most_so_much() -> None:
    rows = tuple(row(f"{number:02}") for number in range(10))
    own = TWO.weight(Group(Markup(""), rows[:1])) - 90
    whole = table(Group(Markup(""), rows))
    pages = whole.pages(3 * own)
    assert [page.count for page in pages] == [3, 3, 3, 1]
    assert [line for page in pages for line in page.flat()] == list(whole.flat())
    assert [page.count for page in whole.pages(10 * own + 90)] == [10]
    assert [page.count for page in whole.pages(1)] == [1] * 10


@pytest.mark.parametrize(
    ("most", "pages"),
    [
        (1, [[1], [2], [3], [4]]), (3, [[1, 2], [3], [4]]), (7, [[1, 2, 3], [4]]),
        (10, [[1, 2, 3, 4]]),
    ],
)
def test_groups_share_a_page_as_long_as_they_fit(most: int, pages: list[list[int]]) -> None:
    assert paged([1, 2, 3, 4], lambda weight: weight, most) == pages


def test_words_are_escaped_and_nothing_is_nothing() -> None:
    assert (words(None), words("<a"), words(3)) == ("", "&lt;a", "3")
    assert in_one([]) == ()
    assert in_one([row("a")])[0].title == ""


@pytest.mark.parametrize(
    ("seconds", "size"),
    [
        (None, "unknown"), (0, "hour"), (3600, "hour"), (3601, "day"), (86400, "day"),
        (86401, "week"), (7 * 86400, "week"), (7 * 86400 + 1, "longer"), (1e12, "longer"),
    ],
)  # fmt: skip
def test_a_length_of_time_has_one_of_four_sizes(seconds: float | None, size: str) -> None:
    assert size_of(seconds) == size


def test_who_has_a_part_can_be_chosen_and_who_stands_for_a_group_too() -> None:
    made = handbook_of(TEXT)
    screen = Screen(made, made.organisation, "x.md")
    clerk, boss = made["clerk"], made["boss"]
    ((section, choices),) = role_choices([boss, clerk, made["gone"]], screen)
    assert section == made.organisation.title
    assert [(each.value, each.words, each.along) for each in choices] == [
        ("clerk", "文员", ""), ("boss", "经理", ""),
    ]  # fmt: skip
    rows = [((clerk,), "day"), ((clerk, boss), "hour"), ((), "day")]
    assert tally(rows, ((section, choices),)) == {
        "": {"": 3, "day": 2, "hour": 1},
        "boss": {"": 1, "hour": 1},
        "clerk": {"": 2, "day": 1, "hour": 1},
    }
    sizes = [each.value for each in size_choices(screen)]
    assert sizes == ["hour", "day", "week", "longer", "unknown"]
