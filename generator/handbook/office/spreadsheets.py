"""Tables as files: CSV and XLSX, the same bytes for the same table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

Line = Sequence[str]

# The first day that a ZIP can tell: the same tables give the same bytes on any day.
_LONG_AGO = datetime(1980, 1, 1)
_LONGEST_TITLE, _LONGEST_TEXT = 31, 32_767  # signs that Excel takes
# A spreadsheet takes these for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST, _NARROWEST = 60, 6
_LAST_NARROW = "\u2e80"


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
    import xlsxwriter  # a command that writes no workbook does without

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _LONG_AGO})
        bold = book.add_format({"bold": True, "valign": "top"})
        for title, leaf in zip(_titles(leaf.title for leaf in leaves), leaves, strict=True):
            sheet = book.add_worksheet(title)
            lines = [[harmless(cell) for cell in line] for line in leaf.lines]
            for column, width in enumerate(_widths(leaf.head, lines)):
                sheet.set_column(column, column, width)
            for row, line in enumerate([list(map(harmless, leaf.head)), *lines]):
                for column, text in enumerate(line):
                    if text:  # a grid of the whole is nearly all empty
                        sheet.write_string(
                            row, column, text[:_LONGEST_TEXT], None if row else bold
                        )
            sheet.freeze_panes(1, leaf.still)
            sheet.autofilter(0, 0, len(lines), len(leaf.head) - 1)
    return out.getvalue()


def _titles(wanted: Iterable[str]) -> Iterator[str]:
    """Yield titles that Excel takes: no two alike, without signs that formulas are made of."""
    taken: set[str] = set()
    for title in wanted:
        bare = re.sub(r"[\[\]:*?/\\]", " ", title)[:_LONGEST_TITLE].strip("'") or "Sheet"
        found, number = bare, 0
        while found.lower() in taken:
            number += 1
            found = f"{bare[: _LONGEST_TITLE - len(str(number))]}{number}"
        taken.add(found.lower())
        yield found


def _widths(head: Line, lines: Sequence[Line]) -> Iterator[int]:
    """Yield widths in characters; a Chinese one counts for two."""
    for column, label in enumerate(head):
        longest = max((_width(cell) for line in lines if (cell := line[column])), default=0)
        yield min(max(longest, _width(label) + 3, _NARROWEST), _WIDEST) + 1


def _width(text: str) -> int:
    seen = text[:_WIDEST]
    return len(seen) + sum(map(_LAST_NARROW.__lt__, seen))
