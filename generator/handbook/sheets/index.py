"""List every sheet for other programs: print/index.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from handbook.compose.sheets import Printable
from handbook.sheets.cache import PrintedSheet


def index_rows(
    sheets: Iterable[Printable], files: Mapping[str, PrintedSheet]
) -> list[dict[str, Any]]:
    """Return a row for each sheet that was made, in the order of the handbook."""
    return [
        {
            "uri": sheet.uri,
            "kind": sheet.kind,
            "id": sheet.id,
            "section": sheet.section,
            "sheet": sheet.sheet,
            "title": sheet.title,
            "code": sheet.code,
            "version": sheet.version,
            "edition": sheet.edition,
            "paper": sheet.paper,
            "pages": made.pages,
            "bytes": made.bytes,
            "sha256": made.sha256,
        }
        for sheet in sheets
        if (made := files.get(sheet.uri)) is not None
    ]


def index_json(sheets: Iterable[Printable], files: Mapping[str, PrintedSheet]) -> str:
    """Return the rows as JSON text, one to a line."""
    rows = (json.dumps(row, ensure_ascii=False) for row in index_rows(sheets, files))
    return "[\n" + ",\n".join(rows) + "\n]\n"
