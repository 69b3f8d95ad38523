"""Put texts into their files, each whole and with its rights: one, or all of many or none."""

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
                target.parent.mkdir(parents=True, exist_ok=True)
                waiting[target] = _beside(target, text.encode())
        for target, part in waiting.items():
            os.replace(part, target)
        for path, text in texts.items():
            if text is None:
                path.unlink()
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, rights: int | None = None) -> None:
    """Write a file so that it is never seen half-written; its folder must be there.

    It keeps its rights unless others are given. What is no regular file, such as a pipe or
    /dev/stdout, is written to as it is. Raises OSError with the file that cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    part = _beside(target, content)
    try:
        if rights is not None:
            part.chmod(rights)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _beside(target: Path, content: bytes) -> Path:
    """Write a new file beside its place, with the rights of the old one."""
    part = target.with_name(f".{target.name}.{token_hex(6)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(content)
        if target.exists():
            shutil.copymode(target, part)
            facts = target.stat()
            with suppress(OSError, AttributeError):
                os.chown(part, facts.st_uid, facts.st_gid)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):  # name the file that was asked for, not the one beside it
            raise OSError(error.errno, error.strerror, str(target)) from error
        raise
    return part
