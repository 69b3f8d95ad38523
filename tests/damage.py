"""What may stand in the place of a file that a program keeps for itself."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

STRANGE = (None, True, -1, 0, 2.5, "", "2", "\ud800", [], [1], [[1, 2]], {}, {"a": 1}, 10**30)
BYTES = (b"", b"\xff\x00", b"null", b"[]", b"{}", b'"x"', b"[" * 100_000, b'{"told": {}}', b"{")


def _folder(path: Path) -> None:
    (path / "inside").mkdir(parents=True)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nothing")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


IN_ITS_PLACE: dict[str, Callable[[Path], None]] = {
    "nothing": lambda path: None,
    "a folder": _folder,
    "a pipe": os.mkfifo,
    "a link to nothing": _link_to_nothing,
    "a link to itself": _link_to_itself,
}


def damaged(path: Path) -> Iterator[str]:
    """Put one thing after another in the place of a file, and say what it is.

    Between two of them there may be anything; the last one is left there.
    """
    whole = path.read_bytes()
    for what, put in IN_ITS_PLACE.items():
        _clear(path)
        put(path)
        yield what
    for content in (*BYTES, *_cut(whole), *_changed(whole)):
        _clear(path)
        path.write_bytes(content)
        yield f"{content[:200]!r}"


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _cut(whole: bytes) -> Iterator[bytes]:
    for length in (1, len(whole) // 2, len(whole) - 1):
        yield whole[:length]
    yield whole + whole
    yield whole[:-1] + bytes([whole[-1] ^ 1])


def _changed(whole: bytes) -> Iterator[bytes]:
    """Yield JSON with one value left out, or another one in its place."""
    try:
        told = json.loads(whole)
    except ValueError:
        return
    for changed in _variants(told):
        if changed != told:
            yield json.dumps(changed).encode()


def _variants(told: Any) -> Iterator[Any]:
    yield from STRANGE
    if isinstance(told, dict):
        for key, value in told.items():
            rest = {name: each for name, each in told.items() if name != key}
            yield rest
            yield from ({**rest, key: each} for each in _variants(value))
    if isinstance(told, list):
        for at, value in enumerate(told):
            yield told[:at] + told[at + 1 :]
            yield from ([*told[:at], each, *told[at + 1 :]] for each in _variants(value))
