"""A tree some of whose files are other than they are: a change that nobody has written yet."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from handbook.read.tree import Entry, Tree, Unreadable


class OverlaidTree:
    """A tree in which some files have other contents, are new, or (None) are gone."""

    def __init__(self, below: Tree, files: Mapping[str, bytes | None]) -> None:
        self._below = below
        self._files = files
        self._folders = {
            folder for path, content in files.items() if content is not None
            for folder in _around(path)
        }  # fmt: skip

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what lies in a folder; see Tree."""
        try:
            found = {each.name: each for each in self._below.entries(folder)}
        except Unreadable:
            if folder not in self._folders:
                raise
            found = {}
        for path in (*self._files, *self._folders):
            if path and posixpath.dirname(path) == folder:
                name = posixpath.basename(path)
                found.pop(name, None)
                if self._files.get(path, b"") is not None:
                    found[name] = self.entry(path)
        return list(found.values())

    def entry(self, path: str) -> Entry:
        """Return what stands at a path; see Tree."""
        below = self._below.entry(path)
        if path in self._files:
            kind = "missing" if self._files[path] is None else "file"
            is_link = below.is_link and kind == "file"
            return Entry(below.name, "file" if kind == "file" else "missing", is_link)
        is_new = path in self._folders and below.kind == "missing"
        return Entry(below.name, "folder") if is_new else below

    def size(self, path: str) -> int:
        """Return how many bytes a file has; see Tree."""
        return len(self.read(path)) if path in self._files else self._below.size(path)

    def read(self, path: str, most: int = -1) -> bytes:
        """Return a file, or its first bytes; see Tree."""
        if path not in self._files:
            return self._below.read(path, most)
        content = self._files[path]
        if content is None:
            raise Unreadable("fault", "ENOENT")
        return content if most < 0 else content[:most]

    def real(self, path: str) -> str:
        """Return a path with all links followed; see Tree."""
        return self._below.real(path)


def _around(path: str) -> Iterable[str]:
    """Yield the folders around a path."""
    while path:
        path = posixpath.dirname(path)
        yield path
