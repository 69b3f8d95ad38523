"""Changes drawn at random for texts drawn from this repository: content/ and the examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from handbook.read import read_text
from handbook.write import AddItem, AddKey, Change, Data, Move, Remove, Replace, Respell
from handbook.write.changes import found_in, plain

PROJECT = Path(__file__).parents[3]
FOLDERS = ("content", "tests/examples/valid", "tests/golden")
WORDS = (
    "新的话", "a b", "x: y", "no", "8:30", "# c", "- a", "[a]", '"q"', "it's", "", "两行\n文字",
    "a\n\nb\n", " lead", "end ", "@x", "%", "{n}，您好", "[[id]]", "[[id|话]]开头", "a，[[b]]，c",
    "10:00", "~", "null", "|", ">", "&a", "*b", "!x", "a\\b", "\t", "逗号, 有", "冒号：有", "? a",
    "---", "...", "=", "<<", "é😀", "1.10",
)  # fmt: skip


@cache
def texts() -> tuple[str, ...]:
    """Return the files of this repository that read without a problem."""
    paths = (path for folder in FOLDERS for path in sorted((PROJECT / folder).rglob("*.yml")))
    found = (path.read_text(encoding="utf-8") for path in paths)
    return tuple(text for text in found if not read_text(text, "t")[1])


def odd_ends(text: str, random: Random) -> str:
    """Return a text as other editors save it: other line ends, a mark in front, no end."""
    kind = random.randrange(6)
    if kind == 0:
        return text.replace("\n", "\r\n")
    if kind == 1:
        return "\ufeff" + text
    if kind == 2:
        return text.rstrip("\n")
    if kind == 3:
        return "".join(line + random.choice(("\n", "\r\n")) for line in text.splitlines())
    return text


def a_value(random: Random, depth: int = 0) -> Data:
    """Return a text, a list or a record; no list directly in a list, which no key takes."""
    kind = random.random()
    if depth > 2 or kind < 0.6:
        return random.choice(WORDS)
    if kind < 0.8:
        items = (a_value(random, depth + 1) for _ in range(random.randint(1, 3)))
        return [{"text": each} if isinstance(each, list) else each for each in items]
    keys = random.sample(["when", "go", "text", "id", "label", "note"], random.randint(1, 3))
    return {key: a_value(random, depth + 1) for key in keys}


def a_change(random: Random, data: Data) -> Change:
    """Return a change that makes sense somewhere in data."""
    spots = list(_spots(data))
    while True:
        at, value = random.choice(spots)
        inside = found_in(data, at[:-1]) if at else []
        match random.randrange(6):
            case 0 if at and not isinstance(inside, list):
                return Replace(at, a_value(random))
            case 1 if isinstance(value, str) and len(value) > 2:
                start = random.randrange(len(value) - 1)
                return Respell(at, value[start : start + 2], "改正")
            case 2 if isinstance(value, dict) and value:
                known = random.sample(list(value), random.randint(0, len(value)))
                key = random.choice(("added", "another key", "新"))
                return AddKey(at, key, a_value(random), (*known, "added"))
            case 3 if isinstance(value, list) and value:
                return AddItem(at, random.randint(0, len(value)), {"id": random.choice(WORDS)})
            case 4 if len(at) > 1 or len(inside) > 1:
                return Remove(at)
            case 5 if isinstance(inside, list) and at:
                return Move(at, random.randrange(len(inside)))


def _spots(data: Data, at: tuple = ()) -> Iterator[tuple[tuple, Data]]:
    yield at, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs if not isinstance(data, str) else ():
        yield from _spots(value, (*at, step))


def data_of(text: str) -> Data:
    """Return what a text says."""
    return plain(read_text(text, "t")[0])
