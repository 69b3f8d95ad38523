"""Build a site beside the old one and put it in its place in one step.

Killed at any moment, the folder holds either the old site or the new one. Where the system can
exchange two folders at once (renameat2 on Linux) that is what happens; elsewhere two renames do it,
and what is left between them is mended when the next build starts.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Staging:
    """A folder in which a new site is built; `site` is where it will stand."""

    def __init__(self, site: Path, project: Path) -> None:
        self.site = Path(os.path.realpath(site))
        home = project / ".cache" / "staging"
        home.mkdir(parents=True, exist_ok=True)
        if not _on_one_disk(home, self.site):
            home = self.site.parent / f".{self.site.name}-staging"
            home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self._old = home / f"{self.site.name}.old"
        recover(self.site, self._old)
        _sweep(home)
        self.folder = home / f"{self.site.name}.{os.getpid()}"

    def swap(self) -> None:
        """Put the new site in the old one's place; hidden files of the old one are kept."""
        _keep_hidden(self.site, self.folder)
        os.chmod(self.folder, self.site.stat().st_mode if self.site.is_dir() else 0o755)
        if not self.site.exists():
            os.rename(self.folder, self.site)
        elif not exchange(self.folder, self.site):
            shutil.rmtree(self._old, ignore_errors=True)
            os.rename(self.site, self._old)
            os.rename(self.folder, self.site)
            shutil.rmtree(self._old)

    def discard(self) -> None:
        """Remove what is left: the old site after a swap, a half-made one after a failure."""
        shutil.rmtree(self.folder, ignore_errors=True)


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
    return rename(*paths, RENAME_EXCHANGE) == 0


def _keep_hidden(old: Path, new: Path) -> None:
    """Copy the hidden files of the old site's top folder, such as .gitignore."""
    if not old.is_dir():
        return
    for entry in old.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True)
        else:
            shutil.copy2(entry, target, follow_symlinks=False)


def _on_one_disk(left: Path, right: Path) -> bool:
    while not right.exists():
        right = right.parent
    return left.stat().st_dev == right.stat().st_dev


def _sweep(home: Path) -> None:
    """Remove what builds left that were killed."""
    for folder in home.iterdir():
        pid = folder.suffix.removeprefix(".")
        if folder.suffix == ".old" or (pid.isdecimal() and not _is_running(int(pid))):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
