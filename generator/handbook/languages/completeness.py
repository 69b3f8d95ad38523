"""Tell what a language lacks of what another says: topics, words, kinds, scaffolds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# A sign between titles, where it is not the one that every list of the language has.
MAY_BE_ABSENT = ("between",)


def lacking(folder: Path, other: Path) -> list[str]:
    """Return what the folder of one language lacks that another's has, and what it has beyond it.

    Each is a path, with the key in it: words/check.toml: unknown-key.message.
    """
    files = {path.relative_to(each).as_posix() for each in (folder, other) for path in _files(each)}
    return [told for name in sorted(files) for told in _of_file(name, folder / name, other / name)]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _of_file(name: str, path: Path, other: Path) -> Iterator[str]:
    if not path.is_file():
        yield f"{name} is missing"
    elif not other.is_file():
        yield f"{name} is asked for by nothing"
    elif path.suffix == ".toml" and path.parent.name in ("words", "kinds"):
        own, theirs = set(_keys(path)), set(_keys(other))
        yield from (f"{name} lacks {key}" for key in sorted(theirs - own))
        yield from (f"{name} says {key}, for which nothing asks" for key in sorted(own - theirs))


def _keys(path: Path) -> Iterator[str]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for key in _leaves(table):
        if key.rpartition(".")[2] not in MAY_BE_ABSENT:
            yield key


def _leaves(table: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"
