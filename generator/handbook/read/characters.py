"""Even out line ends, and find characters that no editor can see: control characters and tabs."""

from __future__ import annotations

import re

from handbook.problems import Place, Problem, problem

# To YAML these end a line, to editors they are a blank; replaced one for one, columns stay.
_SEPARATORS = str.maketrans("\x85\u2028\u2029", "   ")
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TAB_IN_FRONT = re.compile(r"(?: *(?:-[ \t]+)*)(\t)")
_FRONT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_BLOCK_HEADER = re.compile(r"(?:^|[:\-]\s+)[|>][+\-\d]{0,2}\s*(?:\s#.*)?$")
# What escapes in quotes can write, and neither a page nor a typeface can show.
_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
BOX = "□"
MOST = 50  # of one kind in one file; the rest are found once these are gone


def evened_out(text: str) -> str:
    """Return the text with plain line ends and without a byte order mark."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and re.search("[\x85\u2028\u2029]", text):
        text = text.translate(_SEPARATORS)
    return text


def without_controls(text: str, path: str) -> tuple[str, list[Problem]]:
    """Report control characters, and put blanks in their places."""
    if not _CONTROL.search(text):
        return text, []
    found = []
    for match in _CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        code = f"U+{ord(match.group()):04X}"
        place = Place(path, line, column)
        found.append(problem("control-character", place, "delete", code=code))
        if len(found) == MOST:
            break
    return _CONTROL.sub(" ", text), found


def as_shown(value: str) -> tuple[str, list[str]]:
    """Return what a text in quotes is taken for, and which of its characters cannot be shown.

    A box stands for each of those; other line ends are plain ones.
    """
    value = evened_out(value)
    return _NOT_SHOWN.sub(BOX, value), _NOT_SHOWN.findall(value)


def tabs_in_front(text: str, path: str) -> list[Problem]:
    """Report the lines indented with a tab; inside a text block tabs may follow the blanks."""
    if "\t" not in text:
        return []
    found = []
    block: int | None = None  # blanks that the lines of the present text block have in front
    opening = False  # the line before opened a block, whose own indentation is still to be seen
    parent = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        blanks = len(line) - len(line.lstrip(" "))
        if opening:
            opening, block = False, blanks if blanks > parent else None
        if block is not None and blanks >= block:
            continue
        block = None
        if match := _TAB_IN_FRONT.match(line):
            place = Place(path, number, match.start(1) + 1)
            found.append(problem("tab", place, "spaces"))
            if len(found) == MOST:
                break
        opening, parent = bool(_BLOCK_HEADER.search(line)), blanks
    return found


def with_blanks_for_tabs(text: str, width: int) -> str:
    """Return the text with the tabs in front of its lines widened to blanks."""
    lines = []
    for line in text.split("\n"):
        found = _FRONT.match(line)
        front = found.end() if found else 0
        lines.append(line[:front].expandtabs(width) + line[front:])
    return "\n".join(lines)
