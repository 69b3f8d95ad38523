"""Tables as files: CSV and XLSX, the same bytes for the same table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handbook.office.workbook import Line, Sheet, workbook

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
    return workbook([_sheet(leaf) for leaf in leaves])


def _sheet(leaf: Leaf) -> Sheet:
    lines = [[harmless(cell) for cell in line] for line in leaf.lines]
    head = [harmless(label) for label in leaf.head]
    return Sheet(leaf.title, head, lines, tuple(_widths(leaf.head, lines)), leaf.still)


def _widths(head: Line, lines: Sequence[Line]) -> Iterator[int]:
    """Yield widths in characters; a Chinese one counts for two."""
    for column, label in enumerate(head):
        longest = max((_width(cell) for line in lines if (cell := line[column])), default=0)
        yield min(max(longest, _width(label) + 3, _NARROWEST), _WIDEST) + 1


def _width(text: str) -> int:
    seen = text[:_WIDEST]
    return len(seen) + sum(map(_LAST_NARROW.__lt__, seen))
