"""Workbooks as other programs read them back."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from handbook.office.spreadsheets import Leaf, as_xlsx, harmless

TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
    ),
    max_size=30,
)
TABLES = st.integers(1, 30).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=6)
)


def read_back(*leaves: Leaf) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(as_xlsx(*leaves))).worksheets)


def leaf_of(title: str = "表", still: int = 0) -> Leaf:
    return Leaf(title, ["甲", "乙"], [["一", ""], ["", "<b>&\"'"]], still)


@settings(max_examples=40)
@given(TABLES)
def test_what_is_written_is_read_back(table: list[list[str]]) -> None:
    head, *lines = table
    (sheet,) = read_back(Leaf("表", head, lines))
    seen = [
        [sheet.cell(row, at).value or "" for at in range(1, len(head) + 1)]
        for row in range(1, len(table) + 1)
    ]
    assert seen == [list(map(harmless, line)) for line in table]


def test_lines_and_blanks_within_a_cell_stay() -> None:
    text = "  第一行\n\t第二行 "
    (sheet,) = read_back(Leaf("表", [text], []))
    assert sheet["A1"].value == text


def test_the_head_is_bold_and_stays_in_sight() -> None:
    (sheet,) = read_back(leaf_of(still=1))
    assert (sheet["A1"].font.b, sheet["A2"].font.b) == (True, False)
    assert (sheet["A1"].alignment.vertical, sheet.freeze_panes) == ("top", "B2")


def test_a_filter_lies_over_the_whole_table() -> None:
    (sheet,) = read_back(leaf_of())
    assert (sheet.auto_filter.ref, sheet.dimensions) == ("A1:B3", "A1:B3")


def test_sheets_of_one_title_are_told_apart() -> None:
    titles = [sheet.title for sheet in read_back(*(leaf_of(t) for t in ("a/b", "A:b", "", "'q'")))]
    assert titles == ["a b", "A b1", "Sheet", "q"]


def test_long_titles_of_one_beginning_are_told_apart() -> None:
    titles = [sheet.title for sheet in read_back(leaf_of("长" * 40), leaf_of("长" * 41))]
    assert titles == ["长" * 31, "长" * 30 + "1"]


def test_a_text_longer_than_a_cell_may_hold_is_cut() -> None:
    (sheet,) = read_back(Leaf("表", ["a" * 40_000], []))
    assert len(sheet["A1"].value) == 32_767


def test_the_same_tables_give_the_same_bytes() -> None:
    assert as_xlsx(leaf_of(), leaf_of("二")) == as_xlsx(leaf_of(), leaf_of("二"))
