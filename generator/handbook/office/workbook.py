"""Workbooks of plain tables, written as they stand: in a third of the time of openpyxl.

What is written is the least that ECMA-376 asks for: sheets of text in place, a style for the head,
widths, a filter, and panes that stay when one scrolls. The same tables give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

Line = Sequence[str]

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can tell
_LONGEST_TITLE, _LONGEST_TEXT = 31, 32_767  # signs that Excel takes
_HEAD = ' s="1"'  # the second style of styles.xml
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"'
    ' applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with the width of each column in signs; `still` columns stay in sight."""

    title: str
    head: Line
    lines: Sequence[Line]
    widths: Sequence[int]
    still: int = 0

    @property
    def area(self) -> str:
        """From the first cell to the last one."""
        return f"A1:{column(len(self.head))}{len(self.lines) + 1}"


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the file of a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(sheets):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 0  # whatever system this is
            archive.writestr(entry, content.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def column(number: int) -> str:
    """Return the letters of a column; the first is 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _files(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    parts = [("workbook.xml", "sheet.main"), ("styles.xml", "styles")]
    parts += [(name, "worksheet") for name in names]
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts
    )
    yield (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
    )
    yield "_rels/.rels", _related([("officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _book(sheets)
    related = [("worksheet", name) for name in names]
    yield "xl/_rels/workbook.xml.rels", _related([*related, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for number, (name, sheet) in enumerate(zip(names, sheets, strict=True)):
        yield f"xl/{name}", "".join(_worksheet(sheet, is_first=not number))


def _related(targets: Iterable[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _book(sheets: Sequence[Sheet]) -> str:
    titles = list(_titles(sheet.title for sheet in sheets))
    named = "".join(
        f'<sheet name="{_escaped(title)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    # Excel knows a filter by this name.
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        f"{_filtered(title, sheet)}</definedName>"
        for number, (title, sheet) in enumerate(zip(titles, sheets, strict=True))
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{named}</sheets>'
        f"<definedNames>{filters}</definedNames></workbook>"
    )


def _filtered(title: str, sheet: Sheet) -> str:
    quoted = title.replace("'", "''")
    fixed = re.sub("([A-Z]+)([0-9]+)", r"$\1$\2", sheet.area)
    return _escaped(f"'{quoted}'!{fixed}")


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


def _worksheet(sheet: Sheet, *, is_first: bool) -> Iterator[str]:
    corner = f"{column(sheet.still + 1)}2"
    pane = "bottomRight" if sheet.still else "bottomLeft"
    split = f' xSplit="{sheet.still}"' if sheet.still else ""
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    selected = ' tabSelected="1"' if is_first else ""
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="{sheet.area}"/>'
        f'<sheetViews><sheetView{selected} workbookViewId="0">'
        f'<pane{split} ySplit="1" topLeftCell="{corner}" activePane="{pane}" state="frozen"/>'
        f'<selection pane="{pane}" activeCell="{corner}" sqref="{corner}"/></sheetView>'
        f"</sheetViews>{f'<cols>{widths}</cols>' if widths else ''}<sheetData>"
    )
    letters = [column(number) for number in range(1, len(sheet.head) + 1)]
    yield _row(1, sheet.head, letters, _HEAD)
    for number, line in enumerate(sheet.lines, 2):
        yield _row(number, line, letters)
    yield f'</sheetData><autoFilter ref="{sheet.area}"/></worksheet>'


def _row(number: int, line: Line, letters: Sequence[str], style: str = "") -> str:
    """Return a row; what is empty is not written, for a grid of the whole is nearly all empty."""
    cells = "".join(
        f'<c r="{letter}{number}"{style} t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}'
        "</t></is></c>"
        for letter, text in zip(letters, line, strict=True)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


def _escaped(text: str) -> str:
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT]
    if text.isalnum():  # most Chinese texts are: nothing to escape
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")
