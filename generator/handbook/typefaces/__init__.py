"""What the typefaces of our sheets can draw, and what stands on paper for anything else.

A sheet is set in these and in no other, so that it has the same lines on every machine. The fonts
themselves stand in `sheets/fonts`, whose `make.py` writes `covered.txt`: this is known without
opening them, where nothing is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

COVERED = Path(__file__).with_name("covered.txt")
BOX = "□"
# A picture written like this is drawn in our typeface; else Pango looks for a coloured one.
AS_TEXT = "\ufe0e"
# Line ends, spaces, joiners and marks of direction are drawn without a glyph.
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
# What joins pictures into one or changes them: those are drawn one by one, as they are.
_CHANGES = re.compile("[\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_COLOURED = "⚽⚾"  # it has these too, but what looks for pictures does not ask it
_RADICALS = re.compile("[\u2e80-\u2fdf]")  # look like the characters they are parts of


@cache
def letters() -> frozenset[str]:
    """Return what the typeface of sheets has; both weights have the same."""
    return _covered()[0].difference(_COLOURED)


@cache
def pictures() -> frozenset[str]:
    """Return what the typeface of emoji has besides."""
    return _covered()[1] - letters()


def drawable(text: str) -> str:
    """Return a text as sheets show it: a box stands for what no typeface of ours has."""
    if letters().issuperset(text):
        return text
    return "".join(map(_drawn, normalize("NFC", text)))


def lacking(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in a text stands which character that is not drawn as it is written.

    Pictures are among them: on paper they have no colours.
    """
    if letters().issuperset(text):
        return
    for at, character in enumerate(text):
        drawn = _drawn(normalize("NFC", character))
        if drawn != BOX and AS_TEXT not in drawn:
            continue
        if combining(character) and drawable(text[max(at - 1, 0) : at + 1])[-1:] != BOX:
            continue
        yield at, character


def _drawn(character: str) -> str:
    if _CHANGES.match(character):
        return ""
    if character in pictures():
        return character + AS_TEXT
    if character in letters() or _UNSEEN.match(character):
        return character
    if _RADICALS.match(character):
        alike = normalize("NFKC", character)
        return alike if alike in letters() else BOX
    return BOX


@cache
def _covered() -> tuple[frozenset[str], ...]:
    lines = COVERED.read_text(encoding="ascii").splitlines()
    return tuple(frozenset(_characters(line)) for line in lines)


def _characters(line: str) -> Iterator[str]:
    for run in line.split():
        first, _, last = run.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def ranges(points: frozenset[int]) -> str:
    """Write code points as a line of `covered.txt`."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return " ".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in runs)
