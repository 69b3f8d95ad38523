"""Folders that last no longer than the process that made them, however that ends.

A process that is killed cannot tidy up. So another one, the janitor, does nothing but wait for its
end, and removes the folder then. What even that leaves, as when the power goes, is found by the
next process that makes a folder in the same place: nobody holds the lock on it any more.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there the janitor alone has to do
    fcntl = None  # type: ignore[assignment]  # a module elsewhere

PREFIX = ".handbook-"
MARK = ".passing"  # in each of these folders; without it a folder is somebody else's
JANITOR = """\
import shutil, sys
sys.stdin.buffer.read()
shutil.rmtree(sys.argv[1], ignore_errors=True)
"""


class PassingFolder:
    """A new folder at `path`, there until `remove` or until this process ends.

    It is made in `home`, by default where the system has what is temporary. Raises OSError.
    """

    def __init__(self, home: Path | None = None) -> None:
        home = Path(tempfile.gettempdir()) if home is None else home
        sweep(home)
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))
        lock = _locked(self.path)
        (self.path / MARK).touch()
        self.remove = weakref.finalize(self, _remove, self.path, lock, _janitor(self.path))


def _remove(folder: Path, lock: int | None, janitor: subprocess.Popen[bytes] | None) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if janitor is not None:
        if not folder.exists():  # else it tries once more
            janitor.kill()
        janitor.communicate()
    if lock is not None:
        os.close(lock)


@contextmanager
def passing_folder(home: Path | None = None) -> Iterator[Path]:
    """Give a folder that is removed when the block ends, or with this process."""
    folder = PassingFolder(home)
    try:
        yield folder.path
    finally:
        folder.remove()


def sweep(home: Path) -> None:
    """Remove the folders of processes that are no more."""
    for folder in sorted(home.glob(f"{PREFIX}*/{MARK}")):
        lock = _locked(folder.parent) if _is_own(folder.parent) else None
        if lock is not None:
            shutil.rmtree(folder.parent, ignore_errors=True)
            os.close(lock)


def _is_own(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:  # another process was faster
        return False
    return stat.S_ISDIR(found.st_mode) and (not fcntl or found.st_uid == os.getuid())


def _locked(folder: Path) -> int | None:
    """Take the lock on a folder, which goes with this process; None where it cannot be had."""
    if fcntl is None:
        return None
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _janitor(folder: Path) -> subprocess.Popen[bytes] | None:
    """Start the janitor of a folder: apart from us, so that what ends us does not end it too."""
    with suppress(OSError, ValueError):
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", JANITOR, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/" if os.name == "posix" else None,
            start_new_session=True,
        )
    return None
