"""The one way to everything that is read: a tree of files, whatever it is kept in.

A tree is a project's folder, or plain data; a revision of it would be a third. Paths are relative
to the project, with slashes. Nothing else in reading and in the model opens a file or lists a
folder, so that a handbook of any of these is read by the same rules.
"""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

# "special" is a pipe, a socket, a device; "missing" and "loop" tell of links that lead nowhere.
Kind = Literal["file", "folder", "special", "missing", "loop"]
MOST_LINKS = 40  # on one way; more are a loop
TOP = "/project"  # where a tree that lies nowhere is said to lie


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a name: its kind, of a link that of what it leads to."""

    name: str
    kind: Kind
    is_link: bool = False


class Unreadable(Exception):
    """Something cannot be read: `hint` is that of the rule unreadable-file, `code` the system's."""

    def __init__(self, hint: Literal["permission", "fault"], code: str = "") -> None:
        super().__init__(hint)
        self.hint = hint
        self.code = code


class Tree(Protocol):
    """What can be asked of a tree. Whatever cannot be read raises Unreadable."""

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what lies in a folder, in any order."""

    def entry(self, path: str) -> Entry:
        """Return what stands at a path; never raises."""

    def size(self, path: str) -> int:
        """Return how many bytes a file has."""

    def read(self, path: str, most: int = -1) -> bytes:
        """Return a file, or its first bytes. A pipe would keep us waiting: ask for its kind."""

    def real(self, path: str) -> str:
        """Return a path with all links followed, to compare with others of this tree."""


def lies_in(path: str, folder: str) -> bool:
    """Tell whether a real path is a folder, or lies below it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


class FolderTree:
    """A project's folder on this machine."""

    def __init__(self, project: Path) -> None:
        self._project = os.fspath(project)

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what lies in a folder; see Tree."""
        try:
            with os.scandir(self._at(folder)) as found:
                return [_entry(each) for each in found]
        except OSError as error:
            raise _unreadable(error) from None

    def entry(self, path: str) -> Entry:
        """Return what stands at a path; see Tree."""
        at = self._at(path)
        name = posixpath.basename(path)
        try:
            mode = os.lstat(at).st_mode
        except (OSError, ValueError):  # no file has such a name
            return Entry(name, "missing")
        is_link = stat.S_ISLNK(mode)
        return Entry(name, _kind_behind(at) if is_link else _kind(mode), is_link)

    def size(self, path: str) -> int:
        """Return how many bytes a file has; see Tree."""
        try:
            return os.stat(self._at(path)).st_size
        except OSError as error:
            raise _unreadable(error) from None

    def read(self, path: str, most: int = -1) -> bytes:
        """Return a file, or its first bytes; see Tree."""
        try:
            with open(self._at(path), "rb") as file:
                return file.read(most)
        except OSError as error:
            raise _unreadable(error) from None

    def real(self, path: str) -> str:
        """Return a path with all links followed, from the top of this machine."""
        try:
            return os.path.realpath(self._at(path)).replace(os.sep, "/")
        except ValueError:  # no file has such a name
            return self._at(path)

    def _at(self, path: str) -> str:
        return os.path.join(self._project, path)


def _entry(found: os.DirEntry[str]) -> Entry:
    if found.is_symlink():
        return Entry(found.name, _kind_behind(found.path), is_link=True)
    if found.is_dir():
        return Entry(found.name, "folder")
    return Entry(found.name, "file" if found.is_file() else "special")


def _kind_behind(link: str) -> Kind:
    try:
        return _kind(os.stat(link).st_mode)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "loop"


def _kind(mode: int) -> Kind:
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "special"


def _unreadable(error: OSError) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable("permission")
    return Unreadable("fault", errno.errorcode.get(error.errno or 0, type(error).__name__))


class TreeOfBytes:
    """A tree that is plain data: what is in each file by its path, and where each link leads.

    A folder is there as soon as something is in it; `folders` are those that may be empty.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        links: Mapping[str, str] | None = None,
        folders: Iterable[str] = (),
    ) -> None:
        self._files = files
        self._links = links or {}
        self._inside: dict[str, set[str]] = {"": set()}
        for folder in folders:
            self._put(folder)
            self._inside.setdefault(folder, set())
        for path in (*self._files, *self._links):
            self._put(path)

    def _put(self, path: str) -> None:
        """Note a path in the folder around it, and that one in its own."""
        while path:
            folder, _, name = path.rpartition("/")
            self._inside.setdefault(folder, set()).add(name)
            path = folder

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what lies in a folder; see Tree."""
        inside = self._inside.get(self._followed(folder)[0])
        if inside is None:
            raise Unreadable("fault", self._why_no_folder(folder))
        return [self.entry(f"{folder}/{name}" if folder else name) for name in sorted(inside)]

    def entry(self, path: str) -> Entry:
        """Return what stands at a path; see Tree."""
        around = posixpath.dirname(path)
        itself = posixpath.join(self._followed(around)[0], posixpath.basename(path))
        is_link = itself in self._links
        kind = self._kind(path)
        shown: Kind = "missing" if kind == "loop" and not is_link else kind
        return Entry(posixpath.basename(path), shown, is_link)

    def size(self, path: str) -> int:
        """Return how many bytes a file has; see Tree."""
        return len(self.read(path))

    def read(self, path: str, most: int = -1) -> bytes:
        """Return a file, or its first bytes; see Tree."""
        content = self._files.get(self._followed(path)[0])
        if content is None:
            is_folder = self._kind(path) == "folder"
            raise Unreadable("fault", "EISDIR" if is_folder else "ENOENT")
        return content if most < 0 else content[:most]

    def real(self, path: str) -> str:
        """Return a path with all links followed, from a top of its own."""
        return posixpath.normpath(posixpath.join(TOP, self._followed(path)[0]))

    def _kind(self, path: str) -> Kind:
        real, is_loop = self._followed(path)
        if is_loop:
            return "loop"
        return "file" if real in self._files else "folder" if real in self._inside else "missing"

    def _why_no_folder(self, path: str) -> str:
        return "ENOTDIR" if self._kind(path) == "file" else "ENOENT"

    def _followed(self, path: str) -> tuple[str, bool]:
        """Return where a path leads, and whether it never ends."""
        ahead = [name for name in path.split("/") if name]
        at = "/" if path.startswith("/") else ""
        followed = 0
        while ahead:
            name = ahead.pop(0)
            at = posixpath.normpath(posixpath.join(at, name)) if name != "." else at
            at = "" if at == "." else at
            target = self._links.get(at)
            if target is None:
                continue
            followed += 1
            if followed > MOST_LINKS:
                return at, True
            ahead = [each for each in target.split("/") if each] + ahead
            at = "/" if target.startswith("/") else posixpath.dirname(at)
        return at, False
