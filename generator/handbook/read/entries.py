"""Walk the folders below content/ without recursion; tell what cannot be walked or must not be.

A symbolic link is followed only where it stays below the folder that is walked: what a link leads
to outside would be read, and published, as if it had been put there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from handbook.problems import Place, Problem, problem

CONTENT = "content"

def files_below(
    project: Path,
    top: str,
    problems: list[Problem],
    *,
    is_wanted: Callable[[os.DirEntry[str]], bool],
    apart: str | None = None,
) -> Iterator[str]:
    """Yield the paths of what is wanted below `top`, but for what is hidden.

    `apart` is a folder or file that is left alone. Paths are relative to the project.
    """
    real_top = os.path.realpath(project / top)
    waiting: list[tuple[str, tuple[str, ...]]] = [(top, (real_top,))]
    while waiting:
        folder, parents = waiting.pop()
        try:
            with os.scandir(project / folder) as entries:
                inside = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            problems.append(problem("unreadable-file", Place(folder), "permission"))
            continue
        for entry in inside:
            path = f"{folder}/{entry.name}"
            is_file, is_folder = is_wanted(entry), leads_to_folder(entry)
            if path == apart or not (is_file or is_folder):
                continue
            fault = _fault(entry, path, (top, *parents))
            if fault is not None:
                problems.append(fault)
            elif is_file:
                yield path
            else:
                waiting.append((path, (*parents, os.path.realpath(entry.path))))


def _fault(entry: os.DirEntry[str], path: str, way: tuple[str, ...]) -> Problem | None:
    if not _name_is_text(entry.name):
        return problem("file-name", Place(_shown(path)), "rename")
    return _link_fault(entry, path, *way) if entry.is_symlink() else None


def leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """True for a folder, also behind a link; False where that cannot be found out."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _link_fault(
    entry: os.DirEntry[str], path: str, top: str, real_top: str, *parents: str
) -> Problem | None:
    """Say what is wrong with a symbolic link."""
    target = os.path.realpath(entry.path)
    if target in (real_top, *parents):
        return problem("link-broken", Place(path), "loop")
    if os.path.commonpath([target, real_top]) != real_top:
        return problem("link-outside", Place(path), "copy", folder=top)
    try:
        os.stat(entry.path)
    except FileNotFoundError:
        return problem("link-broken", Place(path), "missing")
    except OSError:
        return problem("link-broken", Place(path), "loop")
    return None


def _name_is_text(name: str) -> bool:
    """False for a name in another encoding than UTF-8, or with control characters in it."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return all(character >= " " for character in name)


def _shown(path: str) -> str:
    return "".join(
        "\ufffd" if character < " " or "\ud800" <= character <= "\udfff" else character
        for character in path
    )
