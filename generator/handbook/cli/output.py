"""Put what a command makes where it belongs: on stdout, or whole into a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click


def put(text: str) -> None:
    """Write data to stdout as UTF-8, whatever the terminal speaks."""
    stream = click.get_binary_stream("stdout")
    stream.write(text.encode("utf-8", errors="replace"))
    stream.flush()


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is never seen half-written: beside its place, then moved there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o666 & ~_umask())  # mkstemp lets only the owner read
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
