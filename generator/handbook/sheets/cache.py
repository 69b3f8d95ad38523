"""Keep finished sheets, each under the hash of all that it was made of.

An entry is a PDF and beside it a small JSON file of facts, written last: without it there is no
entry. Both appear by renaming, so that two builds at once never see half a file.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from handbook.passing import PassingFolder
from handbook.sheets.keeping import content_of, keep_whole, sealed, write_sealed
from handbook.sheets.means import means
from handbook.sheets.outcome import Misfit, Pressed

LARGEST = 512 * 1024 * 1024  # bytes of PDF kept; beyond, the longest unused go first
BUILDS = 4  # but there is room for so many of the largest build: one for each audience
ROOM = "largest-build.txt"  # its bytes
MOST_DIGITS = 13
HOUR = 3600  # seconds in which any file is written


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A finished sheet in the cache."""

    path: Path
    pages: int
    bytes: int
    sha256: str
    size_mm: tuple[int, int]
    misfits: tuple[Misfit, ...] = ()


def key_of(html: str) -> str:
    """Return the hash of everything a sheet's bytes depend on."""
    return hashlib.sha256(f"{means()}\n{html}".encode()).hexdigest()


class Cache:
    """A folder of finished sheets; what cannot be kept there is kept as long as this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> PrintedSheet | None:
        """Return an entry and mark it as used; None when there is none, or none as it was put."""
        spare = [_spare().path] if _spare.cache_info().currsize else []
        kept = (_entry(folder, key) for folder in (self.folder, *spare))
        return next((entry for entry in kept if entry is not None), None)

    def put(self, key: str, pressed: Pressed) -> PrintedSheet:
        """Keep a sheet; raises OSError when no folder on this machine can be written."""
        try:
            return _put(self.folder, key, pressed)
        except OSError as error:
            with suppress(OSError):
                return _put(_spare().path, key, pressed)
            raise error

    def prune(
        self, used: Collection[str], largest: int = LARGEST, builds: int = BUILDS
    ) -> int:
        """Remove the longest unused sheets until `largest` bytes are left; return how many.

        What this build has `used` always stays, and so much that `builds` as large as the largest
        one so far find room: who builds for one audience after another renders nothing twice.
        """
        for part in self.folder.glob("*/.*.part"):  # of a build that was killed just then
            with suppress(OSError):
                if part.stat().st_mtime < time.time() - HOUR:
                    part.unlink()
        entries = []
        for pdf in self.folder.glob("*/*.pdf"):
            with suppress(OSError):  # another build was faster
                found = pdf.stat()
                entries.append((found.st_mtime_ns, found.st_size, pdf))
        total = sum(size for _, size, _ in entries)
        own = sum(size for _, size, pdf in entries if pdf.stem in used)
        room = max(largest, builds * self._largest_build(own))
        removed = 0
        for _, size, pdf in sorted(entries):
            if total <= room:
                break
            if pdf.stem not in used:
                with suppress(OSError):  # what cannot be removed stays
                    pdf.with_suffix(".json").unlink(missing_ok=True)
                    pdf.unlink(missing_ok=True)
                    total -= size
                    removed += 1
        return removed

    def _largest_build(self, own: int) -> int:
        """Return the bytes of the largest build so far, and remember this one if that is it."""
        note = self.folder / ROOM
        told = content_of(note) or b""
        known = int(told) if told.isdigit() and len(told) < MOST_DIGITS else 0
        if own > known:
            with suppress(OSError):
                keep_whole(note, str(own).encode())
        return max(own, known)


def _entry(folder: Path, key: str) -> PrintedSheet | None:
    pdf, facts = _paths(folder, key)
    told = sealed(facts, key)
    if told is None or hashlib.sha256(content_of(pdf) or b"").hexdigest() != told["sha256"]:
        return None
    with suppress(OSError):  # a folder that is read-only has its entries all the same
        os.utime(pdf)
    misfits = tuple(Misfit(*each) for each in told["misfits"])
    return PrintedSheet(
        pdf, told["pages"], told["bytes"], told["sha256"], tuple(told["size_mm"]), misfits
    )


def _put(folder: Path, key: str, pressed: Pressed) -> PrintedSheet:
    pdf, facts = _paths(folder, key)
    if pdf.parent.is_file():
        pdf.parent.unlink()
    digest = hashlib.sha256(pressed.pdf).hexdigest()
    kept = PrintedSheet(
        pdf, pressed.pages, len(pressed.pdf), digest, pressed.size_mm, pressed.misfits
    )
    told = {
        "pages": kept.pages,
        "bytes": kept.bytes,
        "sha256": digest,
        "size_mm": list(kept.size_mm),
        "misfits": [list(astuple(each)) for each in kept.misfits],
    }
    keep_whole(pdf, pressed.pdf)
    write_sealed(facts, told, key)
    return kept


def _paths(folder: Path, key: str) -> tuple[Path, Path]:
    pdf = folder / key[:2] / f"{key}.pdf"
    return pdf, pdf.with_suffix(".json")


@cache
def _spare() -> PassingFolder:
    return PassingFolder()
