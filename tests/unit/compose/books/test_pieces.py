"""A book is laid out in pieces, so that a word that changes costs a few pages and not the book."""

from __future__ import annotations

import re

import pytest
from tests.composed import compose

from handbook.compose.books import pieces
from handbook.compose.books.sheets import Book

SETTINGS = "title: 手册\norganisation: 单位\n"


def policy(id: str, letters: int, more: str = "") -> str:
    text = "字" * letters
    articles = f"[{{id: a, text: {text}}}]"
    return f"- {{kind: policy, id: {id}, title: 规定{id}, articles: {articles}{more}}}\n"


def book(**files: str) -> Book:
    made = compose(handbook=SETTINGS, **files)["handbook"]
    assert isinstance(made, Book)
    return made


def texts_of(made: Book) -> list[list[str]]:
    """Return the definitions in full that stand in each piece after the front."""
    return [re.findall(r'<article class="text[^>]*data-of="/?([^"]+)"', each.html)
            for each in made.pieces[1:]]  # fmt: skip


@pytest.fixture
def short(monkeypatch):
    """Let pieces be of two pages."""
    monkeypatch.setattr(pieces, "MOST_PAGES", 2.0)


def test_a_section_is_divided_where_it_would_be_longer_than_some_pages(short):
    made = book(all="".join(policy(f"p{n}", 400) for n in range(5)))
    assert texts_of(made) == [["p0", "p1"], ["p2", "p3"], ["p4"]]


def test_what_is_longer_by_itself_has_a_piece_of_its_own(short):
    made = book(all=policy("a", 100) + policy("long", 3000) + policy("b", 100))
    assert texts_of(made) == [["a"], ["long"], ["b"]]


def test_sections_share_no_piece(short):
    shop = {"shop/section": "title: 店", "shop/all": policy("b", 10)}
    assert texts_of(book(all=policy("a", 10), **shop)) == [["a"], ["shop/b"]]


def test_a_heading_stands_in_the_first_piece_of_what_it_is_over(short):
    made = book(all="".join(policy(f"p{n}", 900) for n in range(3)))
    assert [each.html.count("<h2") for each in made.pieces[1:]] == [1, 0, 0]
    assert [each.html.count("<h1") for each in made.pieces[1:]] == [1, 0, 0]


def test_indexes_go_together():
    made = book(all=policy("a", 10) + "- {kind: term, id: t, title: 词, definition: 解}\n"
                "- {kind: standard, id: s, title: 标, value: 3天}\n")  # fmt: skip
    assert len(made.pieces) == 3
    assert made.pieces[-1].html.count('<section class="part part--index"') == 2


def test_a_word_that_changes_leaves_the_pieces_that_do_not_show_it_as_they_were(short):
    def pieces_with(word: str) -> list[str]:
        others = "".join(policy(f"p{n}", 900) for n in range(4))
        return [
            each.html for each in book(all=policy("own", 900).replace("字字", word) + others).pieces
        ]

    before, after = pieces_with("前词"), pieces_with("后词")
    changed = [number for number, (old, new) in enumerate(zip(before, after, strict=True))
               if old != new]  # fmt: skip
    assert changed == [0, 1]  # the front tells the edition of the book


def test_the_words_for_a_draft_are_written_in_its_piece_alone(short):
    draft = policy("new", 900, ", status: draft")
    made = book(all=policy("a", 900) + draft)
    assert [".on--draft" in each.html for each in made.pieces] == [False, False, True]


def test_numbers_have_room_for_those_of_the_whole_book():
    made = book(all="".join(policy(f"p{n}", 4000) for n in range(20)))
    width = {
        len(zeros) for zeros in re.findall(r'style="color:#fe[^>]*>(0+)<', made.pieces[1].html)
    }
    assert width == {3, 6}  # of pages, and of the edition
