"""Tell by a hash what lies in a folder: what is in its files, or which files these are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handbook.sheets.keeping import content_of


def stock_of(site: Path) -> str:
    """Return a hash of what lies in a site: the name, size, time and place on the disk of each.

    What is hidden in its top folder is not ours, and stays from build to build.
    """
    digest = hashlib.sha256()
    for path, entry in _entries(site):
        if not path.startswith("."):
            found = entry.stat(follow_symlinks=False)
            is_folder = entry.is_dir(follow_symlinks=False)
            facts = () if is_folder else (found.st_ino, found.st_size, found.st_mtime_ns)
            digest.update(f"{path}\0{found.st_mode >> 12}\0{facts}\n".encode("utf-8", "replace"))
    return digest.hexdigest()


def hash_of(top: Path, but: str = "") -> str:
    """Return a hash of a file, or of all in a folder (links followed) but what is called so."""
    digest = hashlib.sha256()
    for name, content in _contents(top, but):
        digest.update(f"{name}\n{len(content)}\n".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _contents(top: Path, but: str) -> Iterator[tuple[str, bytes]]:
    if not top.is_dir():
        yield "", content_of(top) or b"-"
        return
    for path, entry in _entries(top, but, follow=True):
        with suppress(OSError):
            is_file = entry.is_file()
            yield path, (content_of(Path(entry.path)) or b"") if is_file else b"folder"


def _entries(
    top: Path, but: str = "", *, follow: bool = False
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all below a folder with their paths, in order; a folder is entered once."""
    waiting = [("", os.fspath(top))]
    seen: set[str] = set()
    while waiting:
        before, folder = waiting.pop()
        try:
            with os.scandir(folder) as found:
                inside = sorted(found, key=lambda each: each.name)
        except OSError:
            continue
        for entry in inside:
            if entry.name == but:
                continue
            path = before + entry.name
            yield path, entry
            if entry.is_dir(follow_symlinks=follow):
                real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
                if real not in seen:
                    seen.add(real)
                    waiting.append((f"{path}/", entry.path))
