"""Spell values as YAML: plain where that reads back the same, else in quotes or as a block."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import east_asian_width

from handbook.read import read_text
from handbook.write.changes import Data

WIDTH = 96  # columns up to which a list or record stands on one line, in brackets
STEP = 2
_BREAKS = re.compile("[\n\x85\u2028\u2029]")


def one_line(value: Data, *, flow: bool, quote: str = "") -> str:
    """Spell a value on one line; within brackets (`flow`) more signs need quotes."""
    if isinstance(value, str):
        return _scalar(value, flow, quote)
    if isinstance(value, dict):
        pairs = (f"{_scalar(key, True, '')}: {one_line(each, flow=True)}".rstrip()
                 for key, each in value.items())  # fmt: skip
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(one_line(each, flow=True) for each in value) + "]"


def entry(key: str, value: Data, indent: int) -> str:
    """Spell a key with its value in block style, ready to stand at a column."""
    name = _scalar(key, False, "")
    if isinstance(value, str) and "\n" in value and _fits_a_block(value):
        return f"{name}: {block_text(value, indent + STEP)}"
    if fits_one_line(value, indent + len(name) + 2):
        return f"{name}: {one_line(value, flow=False)}".rstrip()
    return f"{name}:\n" + " " * (indent + STEP) + _block(value, indent + STEP)


def item(value: Data, indent: int) -> str:
    """Spell an item of a list in block style, with its dash, ready to stand at a column."""
    if isinstance(value, str) and "\n" in value and _fits_a_block(value):
        return f"- {block_text(value, indent + STEP)}"
    if fits_one_line(value, indent + 2):
        return f"- {one_line(value, flow=False)}".rstrip()
    return "- " + _block(value, indent + STEP)


def definition_as_yaml(value: dict[str, Data]) -> str:
    """Spell a definition as the whole text of a file."""
    return "\n".join(entry(key, each, 0) for key, each in value.items()) + "\n"


def block_text(value: str, indent: int, sign: str = "|", rest: str = "") -> str:
    """Spell a text as a block; `rest` is what else stood in the line of its sign."""
    body = value.removesuffix("\n")
    chomping = "" if value.endswith("\n") else "-"
    lines = (" " * indent + line if line else "" for line in body.split("\n"))
    return f"{sign}{chomping}{rest}\n" + "\n".join(lines)


def fits_one_line(value: Data, column: int) -> bool:
    """Whether a value is short and simple enough to stand in brackets on a line."""
    if isinstance(value, str):
        return True
    return _depth(value) <= 2 and column + _columns(one_line(value, flow=False)) <= WIDTH


def _columns(text: str) -> int:
    """Return how wide an editor shows a text: a Chinese sign takes two columns."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _block(value: Data, indent: int) -> str:
    """Spell a list or record over several lines, the first without its indentation."""
    between = "\n" + " " * indent
    if isinstance(value, dict):
        return between.join(entry(key, each, indent) for key, each in value.items())
    return between.join(item(each, indent) for each in value)


def _depth(value: Data) -> int:
    if isinstance(value, str):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max(map(_depth, inside), default=0)


def _fits_a_block(value: str) -> bool:
    """Whether a block gives a text back: not blanks in front, nor several line ends behind."""
    lines = value.removesuffix("\n").split("\n")
    plain = all(line == line.rstrip() and not _odd(line) for line in lines)
    return plain and bool(lines[0]) and bool(lines[-1]) and not lines[0].startswith((" ", "\t"))


def _odd(text: str) -> bool:
    return any(not sign.isprintable() and sign != "\u3000" for sign in text)


def _scalar(text: str, flow: bool, quote: str) -> str:
    return next(spelled for spelled in _spellings(text, quote) if _reads_back(spelled, text, flow))


def _spellings(text: str, quote: str) -> Iterator[str]:
    """Yield ways to spell a text, the preferred one first; the last one always reads back."""
    if not quote and text == text.strip() and not _BREAKS.search(text):
        yield text
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    if not _BREAKS.search(text) and (quote == "'" or '"' in text or "\\" in text):
        yield single
    yield double
    yield json.dumps(text)


@lru_cache(maxsize=4096)
def _reads_back(spelled: str, text: str, flow: bool) -> bool:
    """Whether a spelling gives the text and no problem, as a value, a key and within brackets."""
    source = f"k: [{spelled}, {{k: {spelled}}}]\n" if flow else f"k: {spelled}\nl:\n  - {spelled}\n"
    root, problems = read_text(source, "value")
    if problems or not isinstance(root, dict):
        return spelled == json.dumps(text)
    wanted = {"k": [text, {"k": text}]} if flow else {"k": text, "l": [text]}
    return root == wanted
