"""Tables as files: harmless, wide enough to read, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from openpyxl import load_workbook

from handbook.office.spreadsheets import Leaf, as_csv, as_xlsx, harmless

HEAD = ("标题", "b")


def book_of(*leaves: Leaf):
    return load_workbook(io.BytesIO(as_xlsx(*leaves)))


def widths_of(sheet, columns: str) -> list[int]:
    """Return widths in signs; a file has them with the margins of a cell."""
    return [int(sheet.column_dimensions[name].width) for name in columns]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_what_begins_like_a_formula_is_text(sign: str) -> None:
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}") == f"1{sign}"


def test_signs_that_no_workbook_can_hold_are_left_out() -> None:
    assert harmless("a\x00\x08\x0b\x0c\x0e\x1f\ufffe\uffffb\n\tc") == "ab\n\tc"
    assert harmless("\x00=1") == "'=1"


def test_csv_is_utf_8_with_a_mark_and_line_ends_that_excel_knows() -> None:
    assert as_csv(HEAD, [("=a", 'say "x"'), ("", "1,2")]) == (
        '\ufeff标题,b\r\n\'=a,"say ""x"""\r\n,"1,2"\r\n'.encode()
    )


def test_columns_are_as_wide_as_what_stands_in_them_within_bounds() -> None:
    rows = [("a" * 20, "字" * 10), ("b", "x" * 99), ("", "")]
    sheet = book_of(Leaf("x", ("a", "b"), rows)).active
    assert widths_of(sheet, "AB") == [21, 61]
    narrow = book_of(Leaf("x", ("a", "标题标题", "c"), [("", "", "字" * 4)])).active
    assert widths_of(narrow, "ABC") == [7, 12, 9]


def test_each_leaf_has_its_title_its_filter_and_columns_that_stay() -> None:
    book = book_of(Leaf("a[b]:*?/\\c", HEAD, [("1", "2")]), Leaf("长" * 40, HEAD, [], still=2))
    first, second = book.worksheets
    assert (first.title, second.title) == ("a b      c", "长" * 31)
    assert (first.freeze_panes, second.freeze_panes) == ("A2", "C2")
    assert (first.auto_filter.ref, second.auto_filter.ref) == ("A1:B2", "A1:B1")


def test_the_head_is_bold_and_empty_cells_are_not_written() -> None:
    sheet = book_of(Leaf("x", ("=a", "b"), [("", "=2")])).active
    assert [cell.value for cell in sheet[1]] == ["'=a", "b"]
    assert all(cell.font.bold and cell.alignment.vertical == "top" for cell in sheet[1])
    assert [cell.value for cell in sheet[2]] == [None, "'=2"]
    assert not sheet["B2"].font.bold


def test_a_workbook_tells_no_time_of_writing_and_is_pressed() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(Leaf("x", HEAD, [("1", "2")] * 99)))) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in book.infolist()} == {zipfile.ZIP_DEFLATED}
        told = re.findall(r"\d{4}-\d\d-\d\d", book.read("docProps/core.xml").decode())
        assert set(told) == {"1980-01-01"}
