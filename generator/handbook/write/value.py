"""Another value in the place of one: its quotes and its style stay where they can."""

from __future__ import annotations

from handbook.read.spans import Span
from handbook.write.changes import Data
from handbook.write.pieces import Piece, column, line_end, line_start
from handbook.write.spelling import STEP, block_text, entry, item, one_line


def value_replaced(
    text: str, old: Span, new: Data, key: Span | None, dash: int | None, flow: bool
) -> list[Piece]:
    """Put a value into the place of another; `key` is the one it stands behind, or `dash`."""
    if isinstance(new, str) and old.style in ("|", ">"):
        return [_block_replaced(text, old, new, key, dash)]
    if flow or (isinstance(new, str) and old.is_scalar and "\n" not in new):
        words = _blank_before(text, old) + _in_line(old, new, flow=flow)
        return [Piece(old.start, old.end, words)]
    if old.is_flow and not isinstance(new, str):
        return [Piece(old.start, old.end, one_line(new, flow=True))]
    return [_rewritten(text, old, new, key, dash)]


def _in_line(old: Span, new: Data, *, flow: bool) -> str:
    quote = old.style if old.style in ("'", '"') else ""
    return one_line(new, flow=flow, quote=quote)


def _blank_before(text: str, old: Span) -> str:
    """Return the blank that is missing where there was no value at all: `key:`."""
    return " " if old.start == old.end and text[old.start - 1 : old.start] in ":-" else ""


def _block_replaced(text: str, old: Span, new: str, key: Span | None, dash: int | None) -> Piece:
    """Put other words into a block of text; its sign and the comment behind it stay."""
    source = text[old.start : old.end]
    header, _, body = source.partition("\n")
    rest = header.lstrip("|>+-0123456789")
    lines = [line for line in body.split("\n") if line.strip()]
    around = column(text, key.start if key else dash if dash is not None else old.start)
    indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else around + STEP
    sign = "|" if "\n" in new.removesuffix("\n") else text[old.start]
    if not new.strip() or new != new.lstrip() or "\t" in new:
        return Piece(old.start, old.end, one_line(new, flow=False, quote='"'))
    return Piece(old.start, old.end, block_text(new, indent, sign, rest))


def _rewritten(text: str, old: Span, new: Data, key: Span | None, dash: int | None) -> Piece:
    """Write a value anew in the style that suits it; a comment between key and value stays."""
    if key is not None:
        begin, margin = key.start, column(text, key.start)
        name = text[key.start : key.end]
        spelled = entry("k", new, margin).removeprefix("k:")
        between = text[key.end : old.start]
        if "#" not in between:
            return Piece(begin, old.end, f"{name}:{spelled}")
        lines = entry("k", new, margin).removeprefix("k:").lstrip()
        return Piece(old.start, old.end, lines)
    if dash is not None:
        return Piece(dash, old.end, item(new, column(text, dash)))
    lines = item(new, -STEP).removeprefix("- ")  # the root of a file
    return Piece(line_start(text, old.start), line_end(text, old.end), lines)
