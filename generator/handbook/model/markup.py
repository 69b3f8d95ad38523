"""Markup in a text that no page and no sheet can draw: it would be printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.inline import PictureInText, pictures_in, without_code
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

OPENS = ("https://", "http://", "mailto:", "tel:")  # how addresses begin that a link may have
# What is meant as a picture: any ![…]( and ![…][…], and with full-width signs around a file.
_ALMOST = re.compile(
    r"(?<!\\)!\[[^\n]*?\](?:[(（][^()（）\n]*[)）]?|\[[^\]\n]*\])"
    r"|！\[[^\]\n]*\][(（][^()（）\n]*\.(?:svg|png|jpe?g|webp|gif|bmp)\s*[)）]",
    re.I,
)
_WITHIN = r"(?:[^\s()<>]|\([^\s()<>]*\))"  # an address may hold brackets in pairs
_LINK = re.compile(rf"(?<![\\!\]])\[([^\[\]\n]+)\]\(\s*<?({_WITHIN}+)>?[^()\n]*\)")
_ADDRESS = re.compile(r".*[./#:].*|[a-z][a-z0-9]+(?:-[a-z0-9]+)*")  # other words are words


def faults_of_markup(text: Text) -> Iterator[Problem]:
    """Yield the pictures in a text that cannot be shown, and the links that lead nowhere."""
    if "](" not in text and "![" not in text and "]（" not in text:
        return
    prose = without_code(text)
    for picture in pictures_in(text):
        hint = _fault_of(picture)
        if hint:
            place, written = text.offset_place(picture.start), text[picture.start : picture.end]
            alt, file = picture.alt or "…", picture.file.rpartition("/")[2] or "…"
            yield problem("picture-in-text", place, hint, text=written, alt=alt, file=file)
        prose = _blanked(prose, picture.start, picture.end)
    for found in _ALMOST.finditer(prose):
        yield problem("picture-in-text", text.offset_place(found.start()), "written", text=found[0])
        prose = _blanked(prose, found.start(), found.end())
    for found in _LINK.finditer(prose):
        words, target = found.groups()
        if _ADDRESS.fullmatch(target) and not target.lower().startswith(OPENS):
            yield problem(
                "link-to-nowhere", text.offset_place(found.start()), "mention",
                target=target, text=found[0], words=words,
            )  # fmt: skip


def _fault_of(picture: PictureInText) -> str:
    """Return the hint on what a picture lacks; nothing where it is whole."""
    if not picture.file:
        return "written"
    if picture.is_elsewhere:
        return "elsewhere"
    return "" if picture.alt else "alt"


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
