"""Write a file so that it is there whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; two that do so at once spoil nothing."""
    part = path.with_name(f".{path.name}.{token_hex(6)}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
