"""Write the measures and colours of a sheet as custom properties, for templates/print/css.

A style sheet takes each by its name, as `var(--ink)`; none of them is a number there.
"""

from __future__ import annotations

from handbook.languages import record_of
from handbook.paper import measures, palette

COLOURS = {
    "ink": palette.INK,
    "soft": palette.SOFT,
    "hint": palette.HINT,
    "rule": palette.RULE,
    "hairline": palette.HAIRLINE,
    "tint": palette.TINT,
    "paper": palette.PAPER,
    "warning": palette.WARNING,
    "warning-tint": palette.WARNING_TINT,
    "stamp": palette.STAMP,
}


def properties(sheet: str, is_small: bool, language: str) -> dict[str, str]:
    """Return the custom properties of a kind of sheet by their names, without the dashes."""
    margins = measures.margins_of(sheet, is_small)
    has_long_words = record_of(language).has_long_words
    millimetres = {
        "margin-top": margins.top,
        "margin-right": margins.right,
        "margin-bottom": margins.bottom,
        "margin-left": margins.left,
        "margin-first": margins.first,
        "running": margins.running,
        "label": measures.label_width(sheet, has_long_words, is_small),
        "qr": measures.qr_size(sheet, is_small),
        "band": measures.BAND,
        "below-band": measures.BELOW_BAND,
        "between-columns": measures.BETWEEN_COLUMNS,
    }
    points = {
        "text": measures.TEXT,
        "line": measures.LINE,
        "small": measures.LABEL,
        "least": measures.SMALLEST_ON_CARD,
    }
    return (
        COLOURS
        | {name: f"{length:g}mm" for name, length in millimetres.items()}
        | {name: f"{size:g}pt" for name, size in points.items()}
        | {"leading": f"{measures.LEADING:g}", "card-leading": f"{measures.CARD_LEADING:g}"}
        | {"indent": f"{measures.INDENT:g}em"}
    )


def paper_style(sheet: str, is_small: bool, language: str) -> str:
    """Return them as declarations."""
    written = properties(sheet, is_small, language).items()
    return "; ".join(f"--{name}: {value}" for name, value in written)
