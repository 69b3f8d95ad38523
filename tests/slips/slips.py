"""Slips an editor makes in one line: each way of going wrong is one function."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_KEY = re.compile(r"(?:^[ ]*(?:- +)*|[{,] *)([a-z_]+)(?=:(?: |$))")
_KIND = re.compile(r"(?:^|[{,] ?|- )kind: *([a-z]+)")
_ID = re.compile(r"(?<![\w/-])[a-z0-9]+(?:[-/][a-z0-9]+)*(?![\w/-])")
_COLON = re.compile(r"(?<=[a-z_])(:)(?: |$)")
SHIFTS = (-4, -2, -1, 1, 2, 4)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Slip:
    """What went wrong in a file: `lines` are those of the new text that are not as they were.

    A deleted line leaves none; `line` is where it stood.
    """

    kind: str
    path: str
    line: int
    lines: tuple[int, ...]
    text: str
    before: str
    after: str


# What becomes of the lines from the chosen one on: how many are taken, and what takes their place.
Change = tuple[int, list[str]]
Maker = Callable[[list[str], int, frozenset[str], Random], Change | None]


def _delete(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    return 1, []


def _duplicate(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    return 1, [lines[at], lines[at]]


def _shift(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    line, shift = lines[at], random.choice(SHIFTS)
    indent = len(line) - len(line.lstrip(" "))
    if not line.strip() or indent + shift < 0:
        return None
    return 1, [" " * (indent + shift) + line.lstrip(" ")]


def _swap(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    return (2, [lines[at + 1], lines[at]]) if at + 1 < len(lines) else None


def _misspell_id(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    line = lines[at]
    keys = {match.span(1) for match in _KEY.finditer(line)}
    spots = [m.span() for m in _ID.finditer(line) if m[0] in ids and m.span() not in keys]
    return _misspelt(line, spots, random)


def _misspell_key(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    return _misspelt(lines[at], [match.span(1) for match in _KEY.finditer(lines[at])], random)


def _misspell_kind(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    return _misspelt(lines[at], [match.span(1) for match in _KIND.finditer(lines[at])], random)


def _misspelt(line: str, spots: list[tuple[int, int]], random: Random) -> Change | None:
    if not spots:
        return None
    start, end = random.choice(spots)
    word = line[start:end]
    at = random.randrange(len(word))
    if not word[at].isalnum():
        return None
    way = random.choice(("drop", "double", "transpose", "replace"))
    if way == "drop":
        wrong = word[:at] + word[at + 1 :]
    elif way == "double":
        wrong = word[: at + 1] + word[at:]
    elif way == "transpose":
        wrong = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    else:
        wrong = word[:at] + random.choice(LETTERS) + word[at + 1 :]
    return (1, [line[:start] + wrong + line[end:]]) if wrong and wrong != word else None


def _dropping(pattern: str) -> Maker:
    def drop(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
        spots = [match.span(1) for match in re.finditer(pattern, lines[at])]
        if not spots or lines[at].lstrip().startswith("#"):
            return None
        start, end = random.choice(spots)
        return 1, [lines[at][:start] + lines[at][end:]]

    return drop


def _wide_colon(lines: list[str], at: int, ids: frozenset[str], random: Random) -> Change | None:
    line = lines[at]
    spots = [match.start(1) for match in _COLON.finditer(line)]
    if not spots or line.lstrip().startswith("#"):
        return None
    spot = random.choice(spots)
    rest = line[spot + 1 :]
    return 1, [line[:spot] + "：" + (rest if random.random() < 0.5 else rest.lstrip(" "))]


MAKERS: dict[str, Maker] = {
    "delete": _delete,
    "duplicate": _duplicate,
    "shift": _shift,
    "swap": _swap,
    "misspell-id": _misspell_id,
    "misspell-key": _misspell_key,
    "misspell-kind": _misspell_kind,
    "drop-colon": _dropping(_COLON.pattern),
    "drop-space": _dropping(r"(?<=[a-z_]:)( +)(?=\S)"),
    "drop-quote": _dropping("([\"'])"),
    "drop-bracket": _dropping(r"([\[\]{}])"),
    "drop-comma": _dropping(r"(,) (?=[^\s])"),
    "drop-dash": _dropping(r"^ *(-|- +)(?=\s*\S)"),
    "wide-colon": _wide_colon,
}


def slip(
    kind: str, texts: dict[str, str], places: list[tuple[str, int]], ids: frozenset[str],
    random: Random,
) -> Slip:  # fmt: skip
    """Make a slip of a kind on a random line of random files."""
    while True:
        path, at = random.choice(places)
        lines = texts[path].split("\n")
        change = MAKERS[kind](lines, at, ids, random)
        if change is None:
            continue
        taken, put = change
        after = [*lines[:at], *put, *lines[at + taken :]]
        if after == lines:
            continue
        return Slip(
            kind, path, at + 1, tuple(range(at + 1, at + 1 + len(put))), "\n".join(after),
            "\n".join(lines[at : at + taken]), "\n".join(put),
        )  # fmt: skip
