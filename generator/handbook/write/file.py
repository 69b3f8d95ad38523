"""Put changed texts into their files: all of them or none, each whole, with its rights."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


def put_in_place(texts: Mapping[Path, str | None]) -> None:
    """Write texts into files, each beside its place and then moved there; None removes a file.

    Nothing is moved before everything is written. A file keeps its rights and, where this may be
    said, its owner; a link stays a link. Raises OSError with the file that cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            if text is not None:
                target = path.resolve()
                waiting[target] = _beside(target, text)
        for target, part in waiting.items():
            os.replace(part, target)
        for path, text in texts.items():
            if text is None:
                path.unlink()
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)


def _beside(target: Path, text: str) -> Path:
    """Write a text into a new file beside its place, with the rights of the old one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{token_hex(6)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
        if target.exists():
            shutil.copymode(target, part)
            facts = target.stat()
            with suppress(OSError, AttributeError):
                os.chown(part, facts.st_uid, facts.st_gid)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(target)) from error
    return part
