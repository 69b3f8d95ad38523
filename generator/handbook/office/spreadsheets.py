"""Tables as files: CSV and XLSX, the same bytes for the same table."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

# A spreadsheet takes these for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can tell
_WIDEST, _NARROWEST = 60, 6
_LAST_NARROW = "\u2e80"

Line = Sequence[str]


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    if not text.isprintable():  # few are not; looking for what may not stand there takes longer
        text = _NOT_IN_XML.sub("", text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_csv(head: Line, lines: Iterable[Line]) -> bytes:
    """Return CSV in UTF-8 with a mark by which Excel knows the encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(harmless, head))
    writer.writerows(map(harmless, line) for line in lines)
    return ("\ufeff" + out.getvalue()).encode()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet of a workbook; `still` columns stay in sight when one scrolls sideways."""

    title: str
    head: Line
    lines: Sequence[Line]
    still: int = 0


def as_xlsx(*leaves: Leaf) -> bytes:
    """Return a workbook; each sheet has a filter, and a head that stays when one scrolls."""
    book = Workbook(write_only=True)
    for leaf in leaves:
        _add(book, leaf)
    out = io.BytesIO()
    # Written without pressing, because it is all written once more.
    ExcelWriter(book, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED)).save()
    return _dateless(out.getvalue())


def _add(book: Workbook, leaf: Leaf) -> None:
    head = leaf.head
    # What is empty is not written: a grid of the whole is nearly all empty.
    lines = [[harmless(cell) or None for cell in line] for line in leaf.lines]
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", leaf.title)[:31])
    for number, width in enumerate(_widths(head, lines), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"{get_column_letter(leaf.still + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(lines) + 1}"
    sheet.append([_head_cell(sheet, harmless(label)) for label in head])
    for line in lines:
        sheet.append(line)


def _head_cell(sheet: WriteOnlyWorksheet, label: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, label)
    cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
    return cell


def _widths(head: Line, lines: Sequence[Sequence[str | None]]) -> Iterable[int]:
    """Return widths in characters; a Chinese one counts for two."""
    for column, label in enumerate(head):
        longest = max((_width(cell) for line in lines if (cell := line[column])), default=0)
        yield min(max(longest, _width(label) + 3, _NARROWEST), _WIDEST) + 1


def _width(text: str) -> int:
    seen = text[:_WIDEST]
    return len(seen) + sum(map(_LAST_NARROW.__lt__, seen))


def _dateless(book: bytes) -> bytes:
    """Take the time of writing out of a workbook."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
