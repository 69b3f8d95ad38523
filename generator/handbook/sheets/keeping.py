"""Keep things in a cache folder, and believe only what was put there whole.

Whatever else is found in its place, a file that is damaged, foreign or edited, a folder, a pipe, is
taken for nothing, and gives way to what is kept next.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any


def keep_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; two that do so at once spoil nothing.

    Raises OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    part = path.with_name(f".{path.name}.{token_hex(6)}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def content_of(path: Path) -> bytes | None:
    """Return what is in a file; None where there is none that can be read."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else None
    except (OSError, ValueError):
        return None


def write_sealed(path: Path, told: Any, of: str = "") -> None:
    """Write plain data so that `sealed` knows it again; `of` is what it is about.

    Raises OSError where it cannot be written.
    """
    content = {"seal": _seal(told, of), "told": told}
    keep_whole(path, json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def sealed(path: Path, of: str = "") -> Any:
    """Return the data that was written for `of`; None for whatever else is there."""
    try:
        content = json.loads(content_of(path) or b"")
        told = content["told"]
        return told if content["seal"] == _seal(told, of) else None
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _seal(told: Any, of: str) -> str:
    text = json.dumps([of, told], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
