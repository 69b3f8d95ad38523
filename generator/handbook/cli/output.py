"""Put what a command makes where it belongs: on stdout, or whole into a file."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def put(text: str) -> None:
    """Write data to stdout as UTF-8, whatever the terminal speaks."""
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", errors="replace"))
    stream.flush()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is never seen half-written: beside its place, then moved there.

    What is no regular file, such as a pipe or /dev/stdout, is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:  # name the file that was asked for, not the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with open(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o666 & ~_umask())  # mkstemp lets only the owner read
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
