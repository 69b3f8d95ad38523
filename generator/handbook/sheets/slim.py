"""Take out of a PDF what neither paper nor a reader needs; a seventh of a sheet's bytes.

WeasyPrint writes numbers with six decimals of a pixel, and fonts with tables that a PDF does not
use (ISO 32000-1, 9.9: a CID font needs glyf, head, hhea, hmtx, loca and maxp).
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.pdf.stream import Stream

NEEDLESS_TABLES = ("OS/2", "cmap", "name", "post")
# Three decimals of a pixel are a quarter of a thousandth of a millimetre.
_TOO_LONG = re.compile(rb"\b(\d+)\.(\d{3})(\d+)")


def slim(document: Any, pdf: Any) -> None:
    """Slim down drawings and fonts; a `finisher` for WeasyPrint."""
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            thing.stream = [_shorter(piece) for piece in thing.stream]
        elif "Length1" in (getattr(thing, "extra", None) or {}):
            thing.stream = [_without_needless_tables(b"".join(thing.stream))]
            thing.extra["Length1"] = len(thing.stream[0])


def _shorter(piece: Any) -> Any:
    """Shorten the numbers of an operation; what is no text is an object of the PDF library."""
    if isinstance(piece, str):
        piece = piece.encode()
    if isinstance(piece, bytes) and b"." in piece:
        return _TOO_LONG.sub(rb"\1.\2", piece)
    return piece


def _without_needless_tables(font: bytes) -> bytes:
    slimmed = BytesIO()
    with TTFont(BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False) as tables:
        for table in NEEDLESS_TABLES:
            if table in tables:
                del tables[table]
        tables.save(slimmed, reorderTables=False)
    return slimmed.getvalue()
