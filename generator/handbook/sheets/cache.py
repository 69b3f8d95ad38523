"""Keep finished sheets, each under the hash of all that it was made of.

An entry is a PDF and beside it a small JSON file of facts, written last: without it there is no
entry. Both appear by renaming, so that two builds at once never see half a file.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection
from dataclasses import astuple, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from handbook.sheets.fonts import BOLD, FORM_FONTS, REGULAR
from handbook.sheets.outcome import Misfit, Pressed
from handbook.sheets.writing import write_whole

# What a sheet's bytes depend on besides its HTML: packages, and modules beside this one.
MAKERS = ("weasyprint", "pydyf", "fonttools", "pikepdf")
OWN = (
    "worker.py", "stationery.py", "fetcher.py", "slim.py", "fit.py", "laid_out.py",
    "rooms.py", "outside.py", "loosen.py", "margins.py", "tags.py",
    "fillable.py", "form_font.py", "form_text.py",
)  # fmt: skip
LARGEST = 512 * 1024 * 1024  # bytes of PDF kept; beyond, the longest unused go first
BUILDS = 4  # but there is room for so many of the largest build: one for each audience
ROOM = "largest-build.txt"  # its bytes


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


@cache
def means() -> str:
    """Return what is the same for all sheets: packages, our own code that renders, and fonts."""
    files = (
        *(Path(__file__).with_name(name) for name in OWN),
        REGULAR,
        BOLD,
        *FORM_FONTS.values(),
    )
    hashes = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return json.dumps([{package: version(package) for package in MAKERS}, hashes])


class Cache:
    """A folder of finished sheets."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> PrintedSheet | None:
        """Return an entry and mark it as used; None when there is none, or a damaged one."""
        pdf, facts = self._paths(key)
        try:
            told = json.loads(facts.read_text(encoding="utf-8"))
            if hashlib.sha256(pdf.read_bytes()).hexdigest() != told["sha256"]:
                return None
            os.utime(pdf)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        misfits = tuple(Misfit(*each) for each in told["misfits"])
        return PrintedSheet(
            pdf, told["pages"], told["bytes"], told["sha256"], tuple(told["size_mm"]), misfits
        )

    def put(self, key: str, pressed: Pressed) -> PrintedSheet:
        """Keep a sheet; raises OSError when the folder cannot be written."""
        pdf, facts = self._paths(key)
        pdf.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(pressed.pdf).hexdigest()
        kept = PrintedSheet(
            pdf, pressed.pages, len(pressed.pdf), digest, pressed.size_mm, pressed.misfits
        )
        misfits = [astuple(each) for each in kept.misfits]
        told = {"pages": kept.pages, "bytes": kept.bytes, "sha256": digest,
                "size_mm": list(kept.size_mm), "misfits": misfits}  # fmt: skip
        write_whole(pdf, pressed.pdf)
        write_whole(facts, json.dumps(told).encode())
        return kept

    def prune(
        self, used: Collection[str], largest: int = LARGEST, builds: int = BUILDS
    ) -> int:
        """Remove the longest unused sheets until `largest` bytes are left; return how many.

        What this build has `used` always stays, and so much that `builds` as large as the largest
        one so far find room: who builds for one audience after another renders nothing twice.
        """
        entries = []
        for pdf in self.folder.glob("*/*.pdf"):
            try:
                found = pdf.stat()
            except FileNotFoundError:  # another build was faster
                continue
            entries.append((found.st_mtime_ns, found.st_size, pdf))
        total = sum(size for _, size, _ in entries)
        own = sum(size for _, size, pdf in entries if pdf.stem in used)
        room = max(largest, builds * self._largest_build(own))
        removed = 0
        for _, size, pdf in sorted(entries):
            if total <= room:
                break
            if pdf.stem not in used:
                pdf.with_suffix(".json").unlink(missing_ok=True)
                pdf.unlink(missing_ok=True)
                total -= size
                removed += 1
        return removed

    def _largest_build(self, own: int) -> int:
        """Return the bytes of the largest build so far, and remember this one if that is it."""
        note = self.folder / ROOM
        try:
            known = int(note.read_text(encoding="ascii"))
        except (OSError, ValueError):
            known = 0
        if own > known:
            write_whole(note, str(own).encode())
        return max(own, known)

    def _paths(self, key: str) -> tuple[Path, Path]:
        pdf = self.folder / key[:2] / f"{key}.pdf"
        return pdf, pdf.with_suffix(".json")
