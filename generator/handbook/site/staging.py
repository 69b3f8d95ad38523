"""Build a site beside the old one and put it in its place in one step.

What stays is not written again: the same file stands in both, under a second name on the disk. So
no file of a site is ever changed in its place.

Killed at any moment, the folder holds either the old site or the new one. Where the system can
exchange two folders at once (renameat2 on Linux) that is what happens; elsewhere two renames do it,
and what is left between them is mended when the next build starts.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from handbook.passing import PassingFolder

AT_FDCWD = -100
RENAME_EXCHANGE = 2
STAGING = "staging"


class Staging:
    """A folder in which a new site is built; `site` is where it will stand.

    What a killed build left in it goes with that build, or with the next one (passing.py). Raises
    OSError, naming the site, where it cannot be put.
    """

    def __init__(self, site: Path, project: Path) -> None:
        self.site = Path(os.path.realpath(site))
        _insist_on_writable(self.site)
        self.home, self._passing = _workplace(self.site, project)
        self._old = self.home / f"{self.site.name}.old"
        recover(self.site, self._old)
        for left in self.home.glob(f"{glob.escape(self.site.name)}.*"):
            shutil.rmtree(left, ignore_errors=True)
        self.folder = self._passing.path / self.site.name

    def stays(self, uri: str, content: bytes | Path) -> bool:
        """Let a file of the old site stand in the new one where it holds this; tell whether.

        Whatever stood in the new one under that name is gone then: it is to be written anew.
        """
        old, new = self.site / uri, self.folder / uri
        new.unlink(missing_ok=True)
        try:
            found = os.lstat(old)
            if not _holds(old, found, content):
                return False
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new)
            now = os.lstat(new)
            if os.path.samestat(found, now) and found.st_mtime_ns == now.st_mtime_ns:
                return True
            new.unlink()  # another build has put its own there since
        except OSError:  # also where a disk has no second names
            pass
        return False

    def swap(self) -> None:
        """Put the new site in the old one's place; hidden files of the old one are kept."""
        _keep_hidden(self.site, self.folder)
        os.chmod(self.folder, self.site.stat().st_mode if self.site.is_dir() else 0o755)
        if not self.site.exists():
            os.rename(self.folder, self.site)
        elif not exchange(self.folder, self.site):
            shutil.rmtree(self._old, ignore_errors=True)
            with _told_of(self.site):  # as where a disk of its own is mounted there
                os.rename(self.site, self._old)
            os.rename(self.folder, self.site)
            shutil.rmtree(self._old)

    def discard(self) -> None:
        """Remove what is left: the old site after a swap, a half-made one after a failure."""
        self._passing.remove()
        if self.home.name != STAGING:
            with suppress(OSError):  # another build is at work there
                self.home.rmdir()


def recover(site: Path, old: Path) -> None:
    """Bring the old site back when a build was killed between its two renames."""
    if old.is_dir() and not site.exists():
        os.rename(old, site)


def exchange(left: Path, right: Path) -> bool:
    """Exchange two folders at once; tell whether this system can."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (AT_FDCWD, os.fsencode(left), AT_FDCWD, os.fsencode(right))
    return bool(rename(*paths, RENAME_EXCHANGE) == 0)


def _keep_hidden(old: Path, new: Path) -> None:
    """Take over the hidden files of the old site's top folder, such as .gitignore."""
    if not old.is_dir():
        return
    for entry in old.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True, copy_function=_named_or_copied)
        else:
            _named_or_copied(entry, target)


def _named_or_copied(old: str | Path, new: str | Path) -> None:
    """Give a file a second name, where the disk has any; else copy it."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _holds(file: Path, found: os.stat_result, content: bytes | Path) -> bool:
    """Tell whether a file is one of its own, and holds what is given or what is in another."""
    if not stat.S_ISREG(found.st_mode):
        return False
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    if found.st_size != size:
        return False
    wanted = content if isinstance(content, bytes) else content.read_bytes()
    return file.read_bytes() == wanted


def _on_one_disk(left: Path, right: Path) -> bool:
    while not right.exists():
        right = right.parent
    return left.stat().st_dev == right.stat().st_dev


def _workplace(site: Path, project: Path) -> tuple[Path, PassingFolder]:
    """Return a folder on the site's disk, and a new one in it that passes with this process."""
    beside = site.parent / f".{site.name}-{STAGING}"
    home = project / ".cache" / STAGING
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
        if _on_one_disk(home, site):
            return home, PassingFolder(home)
    with _told_of(site):
        beside.mkdir(parents=True, exist_ok=True)
        return beside, PassingFolder(beside)


def _insist_on_writable(site: Path) -> None:
    parent = next(folder for folder in site.parents if folder.exists())
    if not os.access(parent, os.W_OK):
        is_read_only = hasattr(os, "statvfs") and os.statvfs(parent).f_flag & os.ST_RDONLY
        reason = errno.EROFS if is_read_only else errno.EACCES
        raise OSError(reason, os.strerror(reason), str(site))


@contextmanager
def _told_of(site: Path) -> Iterator[None]:
    """Let what cannot be written be told of the site, which is what people know."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(site)) from error
