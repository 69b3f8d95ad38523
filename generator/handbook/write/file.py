"""Put contents into their files, each whole and with its rights: one, or all of many or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple


class _Before(NamedTuple):
    """What stood in a file, and its rights."""

    content: bytes
    rights: int


def put_in_place(contents: Mapping[Path, str | bytes | None]) -> None:
    """Write files, each beside its place and then moved there; None removes a file.

    Nothing is moved before everything is written, and when a file cannot be put in its place,
    those that were are as before. A file keeps its rights and, where this may be said, its owner;
    a link stays a link; a folder from which the last file went goes too. Raises OSError with the
    file that cannot be written.
    """
    waiting: dict[Path, Path] = {}
    changed: dict[Path, _Before | None] = {}
    try:
        for path, content in contents.items():
            if content is not None:
                target = path.resolve()
                target.parent.mkdir(parents=True, exist_ok=True)
                waiting[target] = _beside(target, _as_bytes(content))
        for target, part in waiting.items():
            changed[target] = _before(target)
            os.replace(part, target)
        for path, content in contents.items():
            if content is None:
                before = _before(path)
                path.unlink()
                changed[path] = before
    except BaseException:
        _as_before(changed)
        raise
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)
    for path, content in contents.items():
        if content is None:
            _without_empty_folders(path.parent)


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


def _as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _before(path: Path) -> _Before | None:
    if not path.exists():
        return None
    return _Before(path.read_bytes(), path.stat().st_mode)


def _as_before(changed: Mapping[Path, _Before | None]) -> None:
    """Put back what stood in files; as much of it as the machine still lets us."""
    for path, before in changed.items():
        with suppress(OSError):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, before.content, before.rights & 0o7777)


def _without_empty_folders(folder: Path) -> None:
    with suppress(OSError):
        while True:
            folder.rmdir()  # refused as long as anything is in it
            folder = folder.parent


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
